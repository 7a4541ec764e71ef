internal import Formats

extension HTMLElements {
    /// Cuts a text at the boxes of a class, the outermost ones.
    ///
    /// All of the text is in the parts, in order; a box that nothing closes is none.
    static func boxes(in text: String, ofClass name: String) -> [(text: String, isBox: Bool)] {
        guard text.contains(name) else { return [(text, false)] }
        let bytes = Array(text.utf8)
        var result: [(text: String, isBox: Bool)] = []
        var (start, depth) = (0, 0)
        var open: (tag: Tag, depth: Int)?
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for tag in tags(in: bytes) where tag.name == "div" {
            depth += tag.isClosing ? -1 : 1
            if let box = open {
                guard tag.isClosing, depth < box.depth else { continue }
                result.append((slice(start..<box.tag.range.lowerBound), false))
                result.append((slice(box.tag.range.lowerBound..<tag.range.upperBound), true))
                start = tag.range.upperBound
                open = nil
            } else if !tag.isClosing, hasClass(name, slice(tag.range)) {
                open = (tag, depth)
            }
        }
        result.append((slice(start..<bytes.count), false))
        return result
    }

    /// Tells whether a tag has a class among others.
    private static func hasClass(_ name: String, _ tag: String) -> Bool {
        guard let attribute = tag.firstRange(of: "class=") else { return false }
        let value = tag[attribute.upperBound...]
        guard let quote = value.first, quote == "\"" || quote == "'" else {
            return value.prefix { !$0.isWhitespace && $0 != ">" } == name
        }
        return value.dropFirst().prefix { $0 != quote }.split(whereSeparator: \.isWhitespace)
            .contains { $0 == name }
    }
}
