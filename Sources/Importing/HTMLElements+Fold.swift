/// Elements that a reader folds and unfolds.
extension HTMLElements {
    /// What stands in `<details markdown="1">`, or in one that holds such a box, and what its
    /// `<summary>` says; nil for a text that is no such element, or whose content is not Markdown.
    static func fold(in text: String) -> (title: String, content: String, line: Int)? {
        let bytes = Array(text.utf8)
        let tags = tags(in: bytes)
        guard let first = tags.first, let last = tags.last, first.name == "details",
            !first.isClosing, last.name == "details", last.isClosing,
            tags.count(where: { $0.name == "details" }) == 2,
            bytes[..<first.range.lowerBound].allSatisfy({ $0 <= 0x20 }),
            bytes[last.range.upperBound...].allSatisfy({ $0 <= 0x20 })
        else { return nil }
        func isMarkdown(_ tag: Tag) -> Bool {
            let source = String(decoding: bytes[tag.range], as: UTF8.self)
            return source.contains("markdown=\"1\"") || source.contains("markdown='1'")
        }
        // The element itself, or the one box that it holds.
        let content = tags.dropFirst().first { $0.name != "summary" }
        guard isMarkdown(first) || content.map(isMarkdown) == true else { return nil }
        var (title, start) = ("", first.range.upperBound)
        if let open = tags.dropFirst().first, open.name == "summary", !open.isClosing,
            let close = tags.first(where: { $0.name == "summary" && $0.isClosing })
        {
            title = String(
                decoding: bytes[open.range.upperBound..<close.range.lowerBound], as: UTF8.self)
            start = close.range.upperBound
        }
        guard start <= last.range.lowerBound else { return nil }
        return (
            title, String(decoding: bytes[start..<last.range.lowerBound], as: UTF8.self),
            bytes[..<start].count { $0 == 0x0A }
        )
    }
}
