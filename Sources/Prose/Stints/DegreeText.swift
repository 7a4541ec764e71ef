import Formats

/// A degree with its subject: `Ph.D. in Computer Science`.
struct DegreeText {
    var degree: String
    var field: String?
    var words: [String] = []

    /// What belongs to the degree's own name after `of`.
    private static let names: Set<String> = [
        "science", "sciences", "arts", "engineering", "philosophy", "technology", "laws", "law",
        "medicine",
        "business", "education", "fine", "public", "music", "economics", "journalism",
        "architecture",
    ]

    init(_ text: String) {
        degree = text
        for joint in [
            " in the ", " in ", " majoring in ", " major in ", " Major in ", " en ", " em ",
            " im Fach ",
        ] {
            guard let range = text.firstRange(of: joint) else { continue }
            cut(text, range, joint)
            return
        }
        guard let range = text.firstRange(of: " of ") else {
            cutSubject(text)
            return
        }
        let next = SearchWords.folded(String(text[range.upperBound...])).first ?? ""
        if !Self.names.contains(next) { cut(text, range, " of ") }
    }

    private static let degreeAndSubject = TextPattern(
        /^((?:Ph\.?\s?D|M\.?Sc|B\.?Sc|M\.?S|B\.?S|M\.?A|B\.?A|M\.?Eng|B\.?Eng|M\.?Phil|Diplom|Master|Bachelor)\.?)[,:]?\s+([A-ZÄÖÜ].*)$/
    )

    /// `Ph.D. Computer Science`: a subject right after the degree.
    private mutating func cutSubject(_ text: String) {
        guard let match = Self.degreeAndSubject.firstMatch(in: text) else { return }
        let rest = String(match.2)
        let first = SearchWords.folded(rest).first ?? ""
        guard
            !["student", "candidate", "degree", "thesis", "researcher", "program"].contains(first)
        else { return }
        degree = String(match.1)
        field = rest
    }

    private mutating func cut(_ text: String, _ range: Range<String.Index>, _ joint: String) {
        let rest = String(text[range.upperBound...])
        guard !rest.isEmpty else { return }
        degree = String(text[..<range.lowerBound]).trimmingSeparatorsButStop
        field = rest
        words += VisibleWords.words(joint)
    }
}

extension String {
    /// The text without blanks and commas at its ends; a stop stays.
    var trimmingSeparatorsButStop: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank || ",;:，；：".unicodeScalars.contains(first) {
            scalars.removeFirst()
        }
        while let last = scalars.last, last.isBlank || ",;:，；：".unicodeScalars.contains(last) {
            scalars.removeLast()
        }
        return String(scalars)
    }
}
