extension HTMLElements {
    /// The paragraphs of a text that is nothing but paragraphs with a year in most of them.
    ///
    /// As lists of papers are written. Each has the number of the line it begins on; there are none
    /// in any other text.
    static func datedParagraphs(of text: String) -> [(text: String, line: Int)] {
        let bytes = Array(text.utf8)
        var result: [(text: String, line: Int)] = []
        var (end, line) = (0, 0)
        var open: Int?
        for tag in tags(in: bytes) where !within.contains(tag.name) {
            guard tag.name == "p" else { return [] }
            if let start = open {
                guard tag.isClosing else { return [] }
                open = nil
                result.append(
                    (String(decoding: bytes[start..<tag.range.upperBound], as: UTF8.self), line))
                line += bytes[start..<tag.range.upperBound].count { $0 == 0x0A }
                end = tag.range.upperBound
            } else {
                let between = bytes[end..<tag.range.lowerBound]
                guard !tag.isClosing, between.allSatisfy({ $0 <= 0x20 }) else { return [] }
                line += between.count { $0 == 0x0A }
                open = tag.range.lowerBound
            }
        }
        guard result.count > 2, open == nil, bytes[end...].allSatisfy({ $0 <= 0x20 }),
            result.count(where: \.text.holdsYear) * 10 >= result.count * 6
        else { return [] }
        return result
    }

    /// Elements of running text.
    private static let within: Set<String> = [
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "q",
        "s", "small", "span", "strong", "sub", "sup", "time", "u",
    ]
}
