internal import RecordModel

extension YAMLShortcut {
    /// Reads the scalar at the current position, which is in a collection in a column.
    mutating func scalar(
        _ shape: ShapeTable.Node, key: Mark?, column: Int
    ) -> Value? {
        guard note(here, key: key) else { return nil }
        let value: Value?
        switch bytes[position] {
        case UInt8(ascii: "'"): value = quoted(by: UInt8(ascii: "'")).map(Value.string)
        case UInt8(ascii: "\""): value = quoted(by: UInt8(ascii: "\"")).map(Value.string)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): value = block(column).map(Value.string)
        default:
            value = plain().map {
                shapes.isText(shape)
                    ? YAMLScalar.value(ofPlainText: $0) : YAMLScalar.value(ofPlain: $0)
            }
        }
        goOn()
        return value
    }

    /// Reads a plain scalar up to the end of the line.
    private func plain() -> String? {
        switch bytes[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "("),
            UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "$"), 0x80...:
            break
        default: return nil
        }
        let end = nextLine - 1
        guard bytes[end - 1] != UInt8(ascii: " ") else { return nil }
        for index in position + 1..<end {
            switch bytes[index] {
            case UInt8(ascii: ":"):
                let next = bytes[index + 1]
                if next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") { return nil }
            case UInt8(ascii: "#"): if bytes[index - 1] == UInt8(ascii: " ") { return nil }
            default: continue
            }
        }
        return text(position..<end)
    }

    /// Reads a quoted scalar that ends with the line.
    private mutating func quoted(by quote: UInt8) -> String? {
        let (start, end) = (position + 1, nextLine - 2)
        guard end >= start, bytes[end] == quote else { return nil }
        var index = start
        var copied = start
        buffer.removeAll(keepingCapacity: true)
        while index < end {
            let byte = bytes[index]
            if byte == quote || byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
                guard index + 1 < end, let meant = Self.meaning(byte, bytes[index + 1])
                else { return nil }
                buffer += bytes[copied..<index]
                buffer.append(meant)
                index += 1
                copied = index + 1
            }
            index += 1
        }
        if copied == start { return text(start..<end) }
        buffer += bytes[copied..<end]
        return String(copying: UTF8Span(unchecked: buffer.span))
    }

    /// What two characters in quotes stand for, the first of which does not stand for itself.
    private static func meaning(_ first: UInt8, _ second: UInt8) -> UInt8? {
        switch (first, second) {
        case (UInt8(ascii: "'"), UInt8(ascii: "'")), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
            (UInt8(ascii: "\\"), UInt8(ascii: "\"")):
            second
        case (UInt8(ascii: "\\"), UInt8(ascii: "n")): UInt8(ascii: "\n")
        case (UInt8(ascii: "\\"), UInt8(ascii: "t")): UInt8(ascii: "\t")
        default: nil
        }
    }

    /// Reads a block scalar whose lines are further in than a column.
    private mutating func block(_ column: Int) -> String? {
        let isFolded = bytes[position] == UInt8(ascii: ">")
        let isStripped = bytes[position + 1] == UInt8(ascii: "-")
        guard position + (isStripped ? 3 : 2) == nextLine else { return nil }
        buffer.removeAll(keepingCapacity: true)
        var width = Int.max
        var breaks = 0
        while nextLine < bytes.count {
            var start = nextLine
            while bytes[start] == UInt8(ascii: " "), start - nextLine < width { start += 1 }
            let spaces = start - nextLine
            if bytes[start] == UInt8(ascii: "\n") {
                // Blank lines before the first one could say how far in the others are.
                guard !buffer.isEmpty else { return nil }
                breaks += 1
            } else {
                if !buffer.isEmpty {
                    guard spaces == width else { break }
                    // Lines that are further in are not folded.
                    if isFolded, bytes[start] == UInt8(ascii: " ") { return nil }
                    let isJoined = isFolded && breaks == 0
                    if isJoined { buffer.append(UInt8(ascii: " ")) }
                    for _ in 0..<(isFolded ? breaks : breaks + 1) {
                        buffer.append(UInt8(ascii: "\n"))
                    }
                }
                guard spaces > column else { return nil }
                (width, breaks) = (spaces, 0)
                let end = endOfLine(from: start)
                guard bytes[end - 1] != UInt8(ascii: " ") else { return nil }
                buffer += bytes[start..<end]
                start = end
            }
            line += 1
            nextLine = start + 1
        }
        guard !buffer.isEmpty else { return nil }
        if !isStripped { buffer.append(UInt8(ascii: "\n")) }
        return String(copying: UTF8Span(unchecked: buffer.span))
    }
}
