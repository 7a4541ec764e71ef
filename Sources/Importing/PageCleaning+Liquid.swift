internal import Formats
internal import Layouts

/// Braces: Liquid, and the attribute lists of kramdown.
extension PageCleaning {
    mutating func readBraces() -> Bool {
        guard position + 1 < bytes.count else { return false }
        switch bytes[position + 1] {
        case UInt8(ascii: "%"):
            guard let end = find("%}", from: position + 2) else { return false }
            let tag = content(2, to: end, 2)
            let word = tag.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).first ?? ""
            if word == "comment" {
                let close = findTag("endcomment", from: end) ?? end
                return drop(.comment, to: close)
            }
            return drop(.liquid, to: end)
        case UInt8(ascii: "{"):
            guard let end = find("}}", from: position + 2) else { return false }
            if LiquidOutput.isPrefix(content(2, to: end, 2)) {
                position = end
                return true
            }
            if let text = LiquidOutput.path(content(2, to: end, 2)) {
                result += Array(text.utf8)
                position = end
                return true
            }
            return drop(.liquid, to: end)
        case UInt8(ascii: ":"):
            if starts(with: "{::comment}") {
                let end = find("{:/comment}", from: position) ?? find("{:/}", from: position)
                return drop(.comment, to: end ?? bytes.count)
            }
            guard let end = find("}", from: position + 2, onOneLine: true) else { return false }
            return drop(.markup, to: end)
        case UInt8(ascii: "#"):
            // The id of a heading stands at its end.
            guard let end = find("}", from: position + 2, onOneLine: true),
                bytes[end...].prefix(while: { $0 != 0x0A }).allSatisfy({ $0 == 0x20 || $0 == 0x0D })
            else { return false }
            return drop(.markup, to: end)
        default: return false
        }
    }

    /// `[//]: # (words)`, a comment for people who want none in the page.
    mutating func readCommentLink() -> Bool {
        let isComment = starts(with: "[//]:") || starts(with: "[comment]:", ignoringCase: true)
        guard isComment else { return false }
        var end = position
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return drop(.comment, to: end)
    }
}
