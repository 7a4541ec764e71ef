/// Finds the pieces of a text in Markdown one after the other.
struct ProseScanner {
    private let bytes: [UInt8]
    private var position = 0

    /// What opens and never closes is no link; looking further would take too many steps.
    private static let atomLimit = 2_000

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns where the next piece begins and what it is, nil at the end of the text.
    mutating func next() -> (start: Int, kind: ProseTokens.Kind)? {
        guard position < bytes.count else { return nil }
        let start = position
        let kind = scan()
        return (start, kind)
    }

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func scan() -> ProseTokens.Kind {
        switch bytes[position] {
        case UInt8(ascii: "\n"):
            position += 1
            return .lineEnd
        case UInt8(ascii: "\r"):
            position += byte(position + 1) == UInt8(ascii: "\n") ? 2 : 1
            return .lineEnd
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            return .space
        case let first where Self.isWordByte(first): return word(first)
        default: return atomOrMark()
        }
    }

    // MARK: Words

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isAlphanumeric(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }

    private mutating func word(_ first: UInt8) -> ProseTokens.Kind {
        if let end = addressEnd() {
            position = end
            return .atom
        }
        if first >= 0x80, let kind = Self.kindAlone(scalar(at: position).value) {
            position += scalar(at: position).length
            // What modifies a character belongs to it.
            while let byte = byte(position), byte >= 0x80,
                Self.isModifier(scalar(at: position).value)
            { position += scalar(at: position).length }
            return kind
        }
        while let byte = byte(position) {
            if byte >= 0x80 {
                let next = scalar(at: position)
                guard Self.kindAlone(next.value) == nil else { break }
                position += next.length
            } else if Self.isAlphanumeric(byte) {
                position += 1
            } else {
                // A mark between letters is part of the word, as in `state-of-the-art` and `3.5`.
                let joins: [UInt8] = [0x27, 0x2D, 0x5F, 0x2E, 0x40]
                guard joins.contains(byte), let after = self.byte(position + 1),
                    Self.isAlphanumeric(after)
                else { break }
                position += 1
            }
        }
        return .word
    }

    /// Returns the scalar that begins at a position, and its length in bytes.
    private func scalar(at start: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[start])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, start + length <= bytes.count else { return (first, 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[start + offset] & 0x3F) }
        return (value, length)
    }

    /// What a character is that is a piece of its own, nil where it is a part of a word.
    private static func kindAlone(_ scalar: UInt32) -> ProseTokens.Kind? {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x3000: .space
        case 0x2010...0x2018, 0x201A...0x2027, 0x2030...0x205E, 0x3001...0x303F, 0xFF01...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            .mark
        case 0x2E80...0x2FFF, 0x3040...0x3098, 0x309B...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            .word
        default: nil
        }
    }

    private static func isModifier(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x200D, 0x3099...0x309A, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    /// Where the address that begins here ends, nil where none begins here.
    private func addressEnd() -> Int? {
        let schemes = ["https://", "http://", "mailto:", "ftp://"]
        guard
            let scheme = schemes.first(where: { scheme in
                bytes[position...].starts(with: scheme.utf8)
            })
        else { return nil }
        var end = position + scheme.utf8.count
        let stops = Array(" \t\r\n<>\"`)]}|*".utf8)
        while let byte = byte(end), !stops.contains(byte) { end += 1 }
        while end > position, Array(".,;:!?'".utf8).contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    private mutating func skip(_ isPart: (UInt8) -> Bool) {
        while let byte = byte(position), isPart(byte) { position += 1 }
    }

    // MARK: Atoms

    private mutating func atomOrMark() -> ProseTokens.Kind {
        let first = bytes[position]
        if let end = atomEnd(first) {
            position = end
            return .atom
        }
        skip { $0 == first }
        return .mark
    }

    private func atomEnd(_ first: UInt8) -> Int? {
        switch first {
        case UInt8(ascii: "["): return linkEnd(position)
        case UInt8(ascii: "!") where byte(position + 1) == UInt8(ascii: "["):
            return linkEnd(position + 1)
        case UInt8(ascii: "`"): return codeEnd()
        case UInt8(ascii: "<"):
            guard let next = byte(position + 1),
                Self.isAlphanumeric(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            else { return nil }
            return end(of: UInt8(ascii: ">"), from: position + 1)
        case UInt8(ascii: "\\"):
            guard let next = byte(position + 1), next > 0x20, next < 0x80 else { return nil }
            return position + 2
        case UInt8(ascii: "&"):
            var end = position + 1
            while let byte = byte(end), Self.isAlphanumeric(byte) || byte == UInt8(ascii: "#") {
                end += 1
            }
            return end > position + 1 && byte(end) == UInt8(ascii: ";") ? end + 1 : nil
        default: return nil
        }
    }

    /// Where a link ends: `[text](address)` or `[text][name]`.
    private func linkEnd(_ start: Int) -> Int? {
        guard let text = closing(start, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
        switch byte(text) {
        case UInt8(ascii: "("): return closing(text, UInt8(ascii: "("), UInt8(ascii: ")"))
        case UInt8(ascii: "["): return closing(text, UInt8(ascii: "["), UInt8(ascii: "]"))
        default: return nil
        }
    }

    /// Where a code span ends: with as many marks as it began.
    private func codeEnd() -> Int? {
        var open = position
        while byte(open) == UInt8(ascii: "`") { open += 1 }
        let length = open - position
        var end = open
        while let close = self.end(of: UInt8(ascii: "`"), from: end) {
            end = close
            while byte(end) == UInt8(ascii: "`") { end += 1 }
            if end - close + 1 == length { return end }
        }
        return nil
    }

    /// Returns the position behind a byte, nil where the paragraph ends first.
    private func end(of last: UInt8, from start: Int) -> Int? {
        var index = start
        while let byte = byte(index), index - position < Self.atomLimit {
            if byte == last { return index + 1 }
            if isParagraphEnd(index) { return nil }
            index += 1
        }
        return nil
    }

    /// Returns the position behind the bracket that closes one, nil where the paragraph ends first.
    private func closing(_ start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
        var (index, depth) = (start, 0)
        while let byte = byte(index), index - position < Self.atomLimit {
            if byte == open { depth += 1 }
            if byte == close { depth -= 1 }
            if depth == 0 { return index + 1 }
            if isParagraphEnd(index) { return nil }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func isParagraphEnd(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\n")
            && (byte(index + 1) == UInt8(ascii: "\n") || byte(index + 1) == UInt8(ascii: "\r"))
    }
}
