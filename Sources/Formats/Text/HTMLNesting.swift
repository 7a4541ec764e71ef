/// How deeply the elements of some HTML may be nested.
///
/// The parser frees its tree by recursion, and looks through all open elements at each tag: a page
/// of nothing but `<div>` would take the stack, or an afternoon. No real page comes near the limit.
enum HTMLNesting {
    /// Deeper than this nothing is parsed.
    static let limit = 500

    /// Elements that have no content, or that end where the next of them begins.
    private static let flat: Set<String> = [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link",
        "meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
    ]

    /// Tells whether elements may be nested more deeply than the limit.
    static func isTooDeep(_ html: String) -> Bool {
        guard html.utf8.count(where: { $0 == UInt8(ascii: "<") }) > limit else { return false }
        var depth = 0
        for (name, isClosing, _) in tags(of: Array(html.utf8)) where !flat.contains(name) {
            depth = isClosing ? max(0, depth - 1) : depth + 1
            if depth > limit { return true }
        }
        return false
    }

    /// The text without what looks like a tag, for HTML that is not parsed.
    static func withoutTags(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var (result, start): ([UInt8], Int) = ([], 0)
        for range in tags(of: bytes).map(\.range) + [bytes.count..<bytes.count] {
            let words = bytes[start..<range.lowerBound]
            // What a tag parted stays two words.
            if !words.isEmpty, !result.isEmpty { result.append(UInt8(ascii: " ")) }
            result += words
            start = range.upperBound
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What looks like a tag: its name in lower case, and where it stands.
    private static func tags(
        of bytes: [UInt8]
    ) -> [(name: String, isClosing: Bool, range: Range<Int>)] {
        var result: [(name: String, isClosing: Bool, range: Range<Int>)] = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            var start = open + 1
            let isClosing = start < bytes.count && bytes[start] == UInt8(ascii: "/")
            if isClosing { start += 1 }
            let name = bytes[min(start, bytes.count)...].prefix(20).prefix {
                (0x61...0x7A).contains($0 | 0x20) || (0x31...0x36).contains($0)
            }
            guard !name.isEmpty else {
                index = open + 1
                continue
            }
            let end = bytes[name.endIndex...].firstIndex { $0 == 0x3C || $0 == 0x3E }
            guard let end, bytes[end] == 0x3E else {
                index = end ?? bytes.count
                continue
            }
            result.append(
                (String(decoding: name, as: UTF8.self).lowercased(), isClosing, open..<(end + 1)))
            index = end + 1
        }
        return result
    }
}
