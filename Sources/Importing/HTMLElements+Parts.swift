internal import Formats

/// What a text is cut at: its headings, its lists.
extension HTMLElements {
    /// Tells whether a heading stands in a text.
    static func hasHeading(_ text: String) -> Bool {
        guard text.contains("</h") || text.contains("</H") else { return false }
        return parts(of: text).contains { $0.level != nil }
    }

    /// Cuts a text at its headings; a part with a level is the content of a heading.
    ///
    /// A link around a heading, as for a menu to lead to, goes with its tags.
    static func parts(of text: String) -> [(text: String, level: Int?)] {
        let bytes = Array(text.utf8)
        let tags = tags(in: bytes)
        var result: [(text: String, level: Int?)] = []
        var start = 0
        var open: (level: Int, place: Int)?
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for (place, tag) in tags.enumerated() {
            guard let level = level(of: tag) else { continue }
            guard tag.isClosing else {
                open = (level, place)
                continue
            }
            guard let opening = open, opening.level == level else { continue }
            let content = tags[opening.place].range.upperBound..<tag.range.lowerBound
            let whole =
                link(around: opening.place...place, of: tags)
                ?? tags[opening.place].range.lowerBound..<tag.range.upperBound
            result.append((slice(start..<whole.lowerBound), nil))
            result.append((slice(content), level))
            start = whole.upperBound
            open = nil
        }
        result.append((slice(start..<bytes.count), nil))
        return result
    }

    private static func level(of tag: Tag) -> Int? {
        guard tag.name.utf8.count == 2, tag.name.hasPrefix("h"),
            let level = tag.name.utf8.last.map({ Int($0) - 0x30 }), (1...6).contains(level)
        else { return nil }
        return level
    }

    /// Where the link stands that holds nothing but these tags and what is between them.
    private static func link(around places: ClosedRange<Int>, of tags: [Tag]) -> Range<Int>? {
        guard places.lowerBound > 0, places.upperBound + 1 < tags.count,
            case let (first, last) = (tags[places.lowerBound - 1], tags[places.upperBound + 1]),
            first.name == "a", !first.isClosing, last.name == "a", last.isClosing,
            first.range.upperBound == tags[places.lowerBound].range.lowerBound,
            last.range.lowerBound == tags[places.upperBound].range.upperBound
        else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Cuts a text at its lists, the outermost ones; a list that nothing closes is none.
    static func lists(in text: String) -> [(text: String, isList: Bool)] {
        guard text.contains("<li") || text.contains("<LI") else { return [(text, false)] }
        let bytes = Array(text.utf8)
        var result: [(text: String, isList: Bool)] = []
        var (start, depth, open) = (0, 0, 0)
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for tag in tags(in: bytes) where tag.name == "ul" || tag.name == "ol" {
            if !tag.isClosing {
                if depth == 0 { open = tag.range.lowerBound }
                depth += 1
            } else if depth > 0 {
                depth -= 1
                guard depth == 0 else { continue }
                result.append((slice(start..<open), false))
                result.append((slice(open..<tag.range.upperBound), true))
                start = tag.range.upperBound
            }
        }
        result.append((slice(start..<bytes.count), false))
        return result
    }
}
