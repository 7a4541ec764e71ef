/// Finds the line that a finding points into.
enum SourceLine {
    /// The longest line that a finding carries, in bytes.
    private static let limit = 4_096

    /// Returns a line, from 1, without its break and cut to a bounded length; nil past the end.
    static func text(of line: Int, in bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        for _ in 1..<max(1, line) {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[(end + 1)...]
        }
        let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        var content = rest[..<(end ?? rest.endIndex)]
        if content.count > limit {
            content = content.prefix(limit)
            // Not to cut a character in two.
            while let last = content.last, last & 0xC0 == 0x80 { content.removeLast() }
            if let last = content.last, last >= 0xC0 { content.removeLast() }
        }
        return String(decoding: content, as: UTF8.self)
    }
}
