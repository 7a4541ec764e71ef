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
        guard let range = text.firstRange(of: " of ") else { return }
        let next = SearchWords.folded(String(text[range.upperBound...])).first ?? ""
        if !Self.names.contains(next) { cut(text, range, " of ") }
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
