internal import Formats
internal import Layouts

/// What Pandoc and Quarto write besides Markdown: boxes between lines of colons, and spans with a
/// class (Pandoc's manual, "Divs and Spans").
extension PageCleaning {
    /// How far before its class a span may begin, in bytes: what begins elsewhere stays text.
    private static let reach = 1_500

    /// `::: {.papers}` or `:::`, alone on its line.
    mutating func readFencedBox() -> Bool {
        var place = position
        while place < bytes.count, bytes[place] == UInt8(ascii: ":") { place += 1 }
        guard place - position >= 3 else { return false }
        let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        let rest = String(decoding: bytes[place..<end], as: UTF8.self).withoutOuterSpaces
        guard Self.isName(rest[...]) || rest.hasPrefix("{") && rest.hasSuffix("}") else {
            return false
        }
        return drop(.markup, to: end)
    }

    /// `[Quiet Rivers]{.title}`: an element of HTML with that class.
    mutating func readSpanAttributes() -> Bool {
        let start = position + 1
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "{"),
            bytes[start + 1] == UInt8(ascii: "."),
            let end = bytes[start..<min(bytes.count, start + 120)].firstIndex(
                of: UInt8(ascii: "}")),
            let open = openingBracket()
        else { return false }
        let classes = String(decoding: bytes[start + 1..<end], as: UTF8.self)
            .split(separator: " ").map { $0.drop { $0 == "." } }
        guard classes.allSatisfy({ !$0.isEmpty && Self.isName($0) }) else { return false }
        let tag = "<span class=\"\(classes.joined(separator: " "))\">"
        result.replaceSubrange(open...open, with: tag.utf8)
        position = start
        _ = drop(.markup, to: end + 1)
        result += "</span>".utf8
        return true
    }

    /// Tells whether a text is nothing but letters of the basic alphabet and hyphens, as the name of
    /// a class is here.
    private static func isName(_ text: Substring) -> Bool {
        text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    /// Where the bracket stands in what was read that the one here closes, in the same paragraph.
    private func openingBracket() -> Int? {
        var depth = 0
        for place in result.indices.suffix(Self.reach).reversed() {
            switch result[place] {
            case UInt8(ascii: "]"): depth += 1
            case UInt8(ascii: "[") where depth == 0: return place
            case UInt8(ascii: "["): depth -= 1
            case 0x0A where place > 0 && result[place - 1] == 0x0A: return nil
            default: break
            }
        }
        return nil
    }
}
