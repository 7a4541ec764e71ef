internal import Formats
internal import Layouts

/// One pass over the bytes of a page.
struct PageCleaning {
    let lines: SourceLines
    let bytes: [UInt8]
    var position = 0
    private var line = 0
    var result: [UInt8] = []
    private(set) var drops: [DroppedText] = []
    var scripts: [String] = []
    /// The fence of the code block that is open.
    var fence: [UInt8]?
    /// What was looked for, so that nobody looks for it in the same bytes twice.
    var searches: [String: Search] = [:]
    /// Where the last tag that does not end breaks off: no tag that begins before it ends either.
    var endlessTag = 0

    init(_ lines: SourceLines) {
        self.lines = lines
        bytes = Array(lines.text.utf8)
        result.reserveCapacity(bytes.count)
    }

    mutating func run() {
        while position < bytes.count {
            if isAtLineStart, readFence() { continue }
            if fence == nil, readSpecial() { continue }
            copy()
        }
    }

    /// Takes end tags out that nothing opened.
    mutating func dropStrayEnds() {
        var (kept, start): ([UInt8], Int) = ([], 0)
        var line = 0
        for range in RawHTML.strayEnds(in: result) {
            line += result[start..<range.lowerBound].count { $0 == 0x0A }
            let place = lines.place(of: line)
            drops.append(
                DroppedText(
                    .markup, String(decoding: result[range], as: UTF8.self), file: place.file,
                    line: place.line))
            kept += result[start..<range.lowerBound]
            start = range.upperBound
        }
        kept += result[start...]
        result = kept
    }

    var isAtLineStart: Bool { position == 0 || bytes[position - 1] == 0x0A }

    mutating func copy() {
        if bytes[position] == 0x0A { line += 1 }
        result.append(bytes[position])
        position += 1
    }

    /// Reads what begins here and is no text; false where it is text.
    mutating func readSpecial() -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "`"): return readCode()
        case UInt8(ascii: "<"): return readHTML()
        case UInt8(ascii: "{"): return readBraces()
        case UInt8(ascii: "["): return isAtLineStart && readCommentLink()
        case UInt8(ascii: "]"): return readSpanAttributes() || readScriptAddress()
        case UInt8(ascii: ":"): return isAtLineStart && readFencedBox()
        default: return false
        }
    }

    /// Leaves out what stands from here to a place; its line ends stay.
    mutating func drop(_ reason: DroppedText.Reason, to end: Int) -> Bool {
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        let place = lines.place(of: line)
        drops.append(DroppedText(reason, text, file: place.file, line: place.line))
        let lineEnds = bytes[position..<end].count { $0 == 0x0A }
        result += [UInt8](repeating: 0x0A, count: lineEnds)
        line += lineEnds
        position = end
        return true
    }

    func content(_ head: Int, to end: Int, _ tail: Int) -> String {
        guard position + head <= end - tail else { return "" }
        return String(decoding: bytes[(position + head)..<(end - tail)], as: UTF8.self)
    }
}
