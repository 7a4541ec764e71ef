/// A person or an organisation in an author field.
public struct BibTeXName: Hashable, Sendable {
    /// The given names, empty for an organisation.
    public var given: String
    /// The particle that goes with the family name: `van der`.
    public var particle: String
    /// The family name, or the name of the organisation.
    public var family: String
    /// What follows the name, such as `Jr.` in many American names.
    public var suffix: String
    /// Marks such as `*` or `†`, which a theme raises when they stand after the family name.
    public var marks: String
    /// Tells whether this is an organisation, whose name has no parts.
    public var isOrganization: Bool

    /// Makes a person's name.
    public init(
        given: String = "", particle: String = "", family: String, suffix: String = "",
        marks: String = ""
    ) {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
        self.marks = marks
        isOrganization = false
    }

    /// Makes an organisation's name.
    public init(organization: String, marks: String = "") {
        self.init(family: organization, marks: marks)
        isOrganization = true
    }

    /// Returns the name as BibTeX reads it: `van der Berg*, Jr., Jan`, or `{The OpenAI Team}`.
    ///
    /// Marks go after the family name, the only place where a theme still finds the person. A part
    /// that BibTeX would take apart (a comma, the word `and`, a particle with a capital letter, a
    /// family name of small letters) stands in braces.
    public func render(for reader: BibTeXText.Reader = .page) -> String {
        let escaped = { (text: String) in BibTeXText.escape(text, for: reader) }
        if isOrganization { return "{" + escaped(family) + escaped(marks) + "}" }
        // A family name alone would be read as given names and family name where it has spaces.
        if given.isEmpty, particle.isEmpty, suffix.isEmpty, family.contains(" ") {
            return "{" + escaped(family) + "}" + escaped(marks)
        }
        func part(_ text: String, isFamily: Bool = false) -> String {
            let value = escaped(text)
            return Self.needsBraces(text, isFamily: isFamily) ? "{" + value + "}" : value
        }
        var first = part(family, isFamily: true) + escaped(marks)
        if !particle.isEmpty {
            // A capital letter would make the particle a part of the family name for BibTeX; that
            // prints the same, so no braces here.
            first = part(particle) + " " + first
        }
        guard !first.isEmpty else { return part(given) }
        if !suffix.isEmpty { return "\(first), \(part(suffix)), \(part(given))" }
        if given.isEmpty { return particle.isEmpty ? first : first + "," }
        return "\(first), \(part(given))"
    }

    /// The bytes that a comma or white space may begin with.
    private static let separators = ByteSet(", ".utf8 + [0xE1, 0xE3]).union(.controls)

    private static func needsBraces(_ text: String, isFamily: Bool) -> Bool {
        // One word in a script without capitals is no particle, and is not `and` unless so short.
        if text.utf8.count > 3, !text.contains(anyOf: separators) { return false }
        if text.utf8.first.map({ $0 < 0x80 }) == true, !text.contains(anyOf: beyondASCIISpace) {
            return needsBraces(ascii: text, isFamily: isFamily)
        }
        let words = text.words
        if text.utf8.contains(UInt8(ascii: ","))
            || words.contains(where: { $0.utf8.count == 3 && $0.lowercased() == "and" })
        {
            return true
        }
        // BibTeX reads leading words in small letters as the particle.
        return isFamily && words.count > 1 && words.first?.first?.isLowercase == true
    }

    /// As above, of a text that begins with a letter of the basic alphabet and has no rarer space;
    /// looks at bytes, and makes no words.
    private static func needsBraces(ascii text: String, isFamily: Bool) -> Bool {
        let bytes = text.utf8.span
        var (words, wordStart, isFirstSmall) = (0, 0, false)
        for position in 0...bytes.count {
            guard position == bytes.count || bytes[position] <= 0x20 else {
                if bytes[position] == UInt8(ascii: ",") { return true }
                continue
            }
            if position > wordStart {
                let first = bytes[wordStart]
                if words == 0 { isFirstSmall = UInt8(ascii: "a")...UInt8(ascii: "z") ~= first }
                words += 1
                if position - wordStart == 3, first | 0x20 == UInt8(ascii: "a"),
                    bytes[wordStart + 1] | 0x20 == UInt8(ascii: "n"),
                    bytes[wordStart + 2] | 0x20 == UInt8(ascii: "d")
                {
                    return true
                }
            }
            wordStart = position + 1
        }
        // BibTeX reads leading words in small letters as the particle.
        return isFamily && words > 1 && isFirstSmall
    }

    private static let beyondASCIISpace = ByteSet([0xC2, 0xE1, 0xE2, 0xE3])

    /// Returns an author field: the names joined by `and`, with `others` at the end if more follow.
    public static func list(
        _ names: [BibTeXName], andOthers: Others = .none, for reader: BibTeXText.Reader = .page
    ) -> String {
        var parts = names.map { $0.render(for: reader) }.filter { !$0.isEmpty }
        if andOthers == .follow { parts.append("others") }
        return parts.joined(separator: " and ")
    }

    /// Tells whether a list of names is complete.
    public enum Others: Sendable {
        /// The list is complete.
        case none
        /// More people follow.
        case follow
    }
}
