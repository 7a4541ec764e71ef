/// Reads the Markdown that most texts are: paragraphs of words, some of them strong.
///
/// cmark-gfm reads one text at a time (`MarkdownParser`), and setting it up costs more than reading
/// a sentence does. What is read here means the same to it; every text in which a mark could mean
/// something else is left to it.
struct MarkdownProse {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var blocks: [MarkdownBlock] = []
    private var inlines: [MarkdownInline] = []
    private var position = 0

    /// Returns the blocks of a text, nil for one that is for the parser to judge.
    static func blocks(of text: String) -> [MarkdownBlock]? {
        var text = text
        return text.withUTF8 { bytes in
            var prose = MarkdownProse(bytes: bytes)
            return prose.read() ? prose.blocks : nil
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Bytes that may mean something within a line that begins with a letter, its end among them.
    private static let special = ByteSet(Array(0..<0x20) + [0x7F] + "&*:<>@Ww[\\]_`|~".utf8)
    /// Bytes that cannot begin anything but a paragraph.
    ///
    /// U+FEFF, which begins with 0xEF, is left out of a page.
    private static let starts = ByteSet(
        (0..<0xFF).filter { Unicode.Scalar($0).isASCIILetter || $0 > 0x80 && $0 != 0xEF })
    private static let lineFeed = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    /// Reads all lines; false where something may be markup.
    private mutating func read() -> Bool {
        while position < bytes.count {
            if bytes[position] == Self.lineFeed {
                endParagraph()
                position += 1
            } else {
                if !inlines.isEmpty { inlines.append(.softBreak) }
                guard readLine() else { return false }
            }
        }
        endParagraph()
        return !blocks.isEmpty
    }

    private mutating func endParagraph() {
        guard !inlines.isEmpty else { return }
        blocks.append(.paragraph(inlines))
        inlines = []
    }

    /// Reads a line with its end.
    private mutating func readLine() -> Bool {
        guard Self.starts.contains(bytes[position]) else { return false }
        var start = position
        // Asking for a constant is a call, and this is the loop over all texts.
        let special = Self.special
        while true {
            position = special.first(in: bytes.span, from: position)
            guard position < bytes.count, bytes[position] != Self.lineFeed else { break }
            switch bytes[position] {
            // What may be an address is for the parser to judge, and so is an entity.
            case UInt8(ascii: ":"): guard byte(after: 1) != UInt8(ascii: "/") else { return false }
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                guard byte(after: 1) | 0x20 != UInt8(ascii: "w") else { return false }
            case UInt8(ascii: "&"): guard byte(after: 1) == Self.space else { return false }
            case UInt8(ascii: "*"):
                guard let end = endOfStrong() else { return false }
                append(start..<position)
                inlines.append(.strong([.text(text(of: (position + 2)..<(end - 2)))]))
                start = end
                position = end
                continue
            default: return false
            }
            position += 1
        }
        // Spaces at the end of a line may be a line break.
        guard bytes[position - 1] != Self.space else { return false }
        append(start..<position)
        position = min(position + 1, bytes.count)
        return true
    }

    /// Where `**word**` ends that starts here between spaces; nil where it may be something else.
    private func endOfStrong() -> Int? {
        guard bytes[position - 1] == Self.space, byte(after: 1) == bytes[position],
            Unicode.Scalar(byte(after: 2)).isASCIIAlphanumeric
        else { return nil }
        var end = position + 2
        while end < bytes.count, Unicode.Scalar(bytes[end]).isASCIIAlphanumeric { end += 1 }
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == bytes[end]
        else { return nil }
        end += 2
        let isEnd = end == bytes.count || " \n.,;)".utf8.contains(bytes[end])
        return isEnd ? end : nil
    }

    /// The byte some places further on, a line end behind the last one.
    private func byte(after distance: Int) -> UInt8 {
        position + distance < bytes.count ? bytes[position + distance] : Self.lineFeed
    }

    private mutating func append(_ range: Range<Int>) {
        if !range.isEmpty { inlines.append(.text(text(of: range))) }
    }

    private func text(of range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
