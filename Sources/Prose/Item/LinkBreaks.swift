import Formats

/// Line breaks within the words of a link: `[<br> Title](url)`, `[![stars](a.svg) <br> Title](url)`.
///
/// Blocks cut an item before Markdown reads it; a break in a link would cut the link.
enum LinkBreaks {
    /// Returns the text with blanks for the breaks that stand in links.
    static func removed(from text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")), text.lowercased().contains("<br") else {
            return text
        }
        let bytes = Array(text.utf8)
        var open: [Int] = []
        var links: [Range<Int>] = []
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "[") where index == 0 || bytes[index - 1] != UInt8(ascii: "\\"):
                open.append(index)
            case UInt8(ascii: "]"):
                guard let start = open.popLast(), index + 1 < bytes.count,
                    bytes[index + 1] == UInt8(ascii: "(")
                else { continue }
                // Only the outermost one counts.
                while let last = links.last, last.lowerBound > start { links.removeLast() }
                links.append(start..<index)
            // A link does not go over the end of a paragraph.
            case 0x0A where index + 1 < bytes.count && bytes[index + 1] == 0x0A: open = []
            default: continue
            }
        }
        var result: [UInt8] = []
        var start = 0
        for link in links {
            result += bytes[start..<link.lowerBound]
            result += withoutBreaks(bytes[link])
            start = link.upperBound
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    private static func withoutBreaks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "<"), index + 3 < bytes.endIndex,
                bytes[index + 1] | 0x20 == UInt8(ascii: "b"),
                bytes[index + 2] | 0x20 == UInt8(ascii: "r"),
                [0x20, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(bytes[index + 3]),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
            {
                result.append(0x20)
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
