import Formats

/// A list of authors as it stands in a text.
struct AuthorList {
    /// One author.
    struct Author {
        /// The name, with nothing after it.
        var name: String
        /// The signs after the name, one string a sign.
        var signs: [String]
        /// Whether the name stands out from the text around it.
        var isMarked: Bool
        var link: String?
        /// What stands in brackets after the name.
        var remark: String?

        /// Tells whether a text is the name in another script: `黄武` for `Wu Huang`, and the other
        /// way round.
        func isNamed(by text: String) -> Bool {
            let areSigns = { (text: String) in
                text.unicodeScalars.allSatisfy { $0.isEastAsian || $0.isBlank || $0 == "·" }
            }
            if areSigns(text) { return !areSigns(name) && text.unicodeScalars.count <= 4 }
            return areSigns(name) && NameShape.isName(text)
        }

        /// Tells whether the name is of more than one word, or in a script that needs no spaces:
        /// `Erosion, Transport and Deposition` are no people.
        var isFull: Bool {
            name.contains(" ") || name.unicodeScalars.contains(where: \.isEastAsian)
        }

        /// Tells whether initials stand behind the family: `Lind, J.`.
        var isInverted: Bool {
            let parts = name.split(separator: ",")
            return parts.count == 2
                && NameShape.isName(String(parts[0]), isAmongNames: true)
                && NameShape.isInitialsOnly(String(parts[1]))
        }

        /// Tells whether a word of the name is nothing but initials: `J. Lind`, `Lind JA`.
        var hasInitials: Bool {
            name.split { $0 == " " || $0 == "," }.contains {
                NameShape.isInitials(Array($0.unicodeScalars))
            }
        }

        /// Tells whether the last word of the name is nothing but initials: `Lind J.`.
        var endsInInitials: Bool {
            name.split { $0 == " " || $0 == "," }.last.map {
                NameShape.isInitials(Array($0.unicodeScalars))
            } ?? false
        }
    }

    var authors: [Author] = []
    /// Tells whether `et al.` or dots stand for more authors.
    var hasOthers = false
    /// Where the list ends.
    var end: Int
    /// Where each author begins.
    var starts: [Int] = []
    /// The words between and after the names: `and`, `et al.`, numbers of affiliations.
    var words: [String] = []

    /// Reads the names that begin at a place of a text; nil where fewer than two do, and no single
    /// name that stands out or fills the text.
    init?(_ text: StyledText, from start: Int, upTo limit: Int? = nil) {
        var reader = AuthorListReader(text: text, limit: limit ?? text.count)
        reader.read(from: start)
        guard !reader.authors.isEmpty else { return nil }
        authors = reader.authors
        hasOthers = reader.hasOthers
        end = reader.end
        words = reader.words
        starts = reader.starts
    }

    /// Reads the page's owner alone, the family first, with a comma behind the given names:
    /// `Lind, Jo, River Annals 12`; nil for anybody else.
    init?(familyFirst own: OwnName, in text: StyledText, from start: Int) {
        let commas = text.indices[start...].lazy.filter { text[$0] == "," }.prefix(2)
        guard commas.count == 2, let last = commas.last, last - start <= 60,
            case let name = NameWithSigns(text, start..<last),
            name.name.split(separator: " ").allSatisfy({ $0.count > 2 }),
            NameShape.isName(name.name.replacing(",", by: "")), own.matches(name.name)
        else { return nil }
        let style = text.style(at: start)
        authors = [Author(name: name.name, signs: name.signs, isMarked: style.isMarked)]
        words = name.words
        starts = [start]
        end = last
        let tail = text.string(last + 1..<min(text.count, last + 12)).lowercased()
        if tail.hasPrefix("et al") {
            let next = (last + 1..<text.count).first { !text[$0].isBlank } ?? last
            hasOthers = true
            words += ["et", "al"]
            end = next + "et al".count + (text.sign(at: next + "et al".count) == "." ? 1 : 0)
        } else if tail.hasPrefix("and ") || tail.hasPrefix("& ") {
            guard let space = (last + 2..<text.count).first(where: { text[$0].isBlank }),
                let more = AuthorList(text, from: space)
            else { return nil }
            if tail.hasPrefix("and ") { words.append("and") }
            authors += more.authors
            starts += more.starts
            words += more.words
            hasOthers = more.hasOthers
            end = more.end
        }
    }

    /// Tells whether the text goes on behind the last name as that was written: `**J. Build. Eng.
    /// 2024**` is no person.
    func goesOn(in text: StyledText) -> Bool {
        guard let start = starts.last,
            let next = (end..<text.count).first(where: { text[$0].isLetter || text[$0].isDigit })
        else { return false }
        return text.mark(at: next) == text.mark(at: start)
    }

    /// Takes a last name whose family is in small letters, at the end of a line of names:
    /// `Jo Lind, Max Hoek, Ada berg`.
    mutating func takeLowerCaseName(in text: StyledText) {
        let rest = text.string(end..<text.count)
        guard authors.count > 2, !hasOthers, rest.first == ",",
            let match = Self.lowerCaseName.firstMatch(in: rest)
        else { return }
        authors.append(Author(name: String(match.1), signs: [], isMarked: false))
        starts.append(text.count - rest.drop { $0 == "," || $0.isWhitespace }.unicodeScalars.count)
        end = text.count
    }

    private static let lowerCaseName = TextPattern(/^,\s*(\p{Lu}\p{Ll}+ \p{Ll}{2,})\.?\s*$/)

    /// Gives back a last name that is the first word of a title, or its first words on a line of
    /// its own: `J. Lind, Rivers: A Survey`.
    mutating func leaveTitle(in text: StyledText) {
        guard authors.count > 1, let last = authors.last, let start = starts.last,
            starts.count == authors.count, last.signs.isEmpty, last.link == nil,
            !last.name.contains(" ") || text.beginsLine(at: start),
            !last.name.unicodeScalars.contains(where: \.isEastAsian),
            let sign = text.sign(at: end), sign == ":" || sign == "："
        else { return }
        let full = authors.dropLast().count { $0.name.contains(" ") }
        guard full * 4 >= (authors.count - 1) * 3, start > 0 else { return }
        authors.removeLast()
        starts.removeLast()
        end = start
        while end > 0, text[end - 1].isBlank || text[end - 1] == "," { end -= 1 }
    }
}
