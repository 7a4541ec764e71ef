/// The bytes of a bibliography, and where things begin and end in them.
struct BibTeXScanner: Sendable {
    /// `@type{`: how an entry begins.
    struct Head: Hashable, Sendable {
        /// Where the `@` stands.
        let start: Int
        /// The type in lower case.
        let type: String
        /// Where the brace or parenthesis stands.
        let opening: Int
    }

    let bytes: [UInt8]
    /// Where each line begins.
    private let lines: [Int]
    /// Where entries surely begin: at the start of a line.
    private var heads: [Int] = []
    /// Each brace that opens, and where the one that closes it ends.
    private let braces: [(opening: Int, end: Int?)]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines = [0]
        for (offset, byte) in bytes.enumerated() where byte == Self.lineFeed {
            lines.append(offset + 1)
        }
        self.lines = lines
        braces = Self.braces(in: bytes)
        heads = lines.compactMap { line in
            // A brace that got in front of an entry makes it none the less one.
            var sign = line
            while sign < bytes.count, bytes[sign] != Self.lineFeed,
                Self.isBlank(bytes[sign]) || "{}(),=\"#".utf8.contains(bytes[sign])
            {
                sign += 1
            }
            guard sign < bytes.count, bytes[sign] == UInt8(ascii: "@"), beginsEntry(at: sign) else {
                return nil
            }
            return sign
        }
    }

    static let lineFeed = UInt8(ascii: "\n")

    // MARK: - Places

    /// The line of an offset, from 1.
    func line(of offset: Int) -> Int {
        lines.partitioningIndex { $0 > offset }
    }

    /// The column of an offset in characters, from 1.
    func column(of offset: Int) -> Int {
        text(lines[line(of: offset) - 1]..<min(offset, bytes.count)).count + 1
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: - Searching

    func next(_ byte: Unicode.Scalar, from offset: Int) -> Int? {
        bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: byte))
    }

    /// Where the next character stands that is no white space, up to a limit.
    func skippingBlanks(from offset: Int, limit: Int? = nil) -> Int {
        let end = min(limit ?? bytes.count, bytes.count)
        var position = offset
        while position < end, Self.isBlank(bytes[position]) { position += 1 }
        return position
    }

    func endOfLine(from offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex(of: Self.lineFeed) ?? bytes.count
    }

    /// Where the next line begins, or the end of the text.
    func nextLine(from offset: Int) -> Int { min(endOfLine(from: offset) + 1, bytes.count) }

    /// Where a name ends that begins here: that of a field, a macro, a type.
    func endOfName(from offset: Int, limit: Int) -> Int {
        var position = offset
        while position < limit, !Self.endsName(bytes[position]) { position += 1 }
        return position
    }

    /// Returns the offset behind the brace or parenthesis that closes the one here, or nil.
    ///
    /// Braces within count, parentheses do not.
    func endOfGroup(at opening: Int, limit: Int? = nil) -> Int? {
        let closer = Self.closer(of: bytes[opening])
        var (position, depth) = (opening + 1, 0)
        let end = limit ?? bytes.count
        while position < end {
            let byte = bytes[position]
            if byte == closer, depth == 0 { return position + 1 }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            position += 1
        }
        return nil
    }

    /// Returns the offset behind the brace that closes the one here, or nil; asked for any number of
    /// braces that nothing closes, it looks through the text once.
    func endOfBraces(at opening: Int) -> Int? {
        let index = braces.partitioningIndex { $0.opening >= opening }
        guard index < braces.count, braces[index].opening == opening else { return nil }
        return braces[index].end
    }

    private static func braces(in bytes: [UInt8]) -> [(opening: Int, end: Int?)] {
        var found: [(opening: Int, end: Int?)] = []
        var open: [Int] = []
        for (offset, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "{") {
                open.append(found.count)
                found.append((offset, nil))
            } else if byte == UInt8(ascii: "}"), let index = open.popLast() {
                found[index].end = offset + 1
            }
        }
        return found
    }

    // MARK: - Entries

    /// The first place in a range where an entry begins, be it in the middle of a word.
    func firstEntry(in range: Range<Int>) -> Int? {
        var position = range.lowerBound
        while let sign = next("@", from: position), sign < range.upperBound {
            if beginsEntry(at: sign) { return sign }
            position = sign + 1
        }
        return nil
    }

    /// Reads `@type{` at an `@`; nil where something else stands there.
    func head(at sign: Int) -> Head? {
        let start = skippingBlanks(from: sign + 1)
        var end = start
        while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
        var opening = skippingBlanks(from: end)
        // A sign typed twice, or thrice.
        while opening < bytes.count, bytes[opening] == UInt8(ascii: "@"), opening < end + 3 {
            opening += 1
        }
        guard end > start, opening < bytes.count, Self.isOpening(bytes[opening]) else { return nil }
        return Head(start: sign, type: text(start..<end).lowercased(), opening: opening)
    }

    /// The first place behind a head where another entry begins for sure, or the end of the text.
    func horizon(after head: Head) -> Int {
        let index = heads.partitioningIndex { $0 > head.start }
        return index < heads.count ? heads[index] : bytes.count
    }

    /// The head that stands within the key of another one, which was cut off: `@book{lin@book{lind,`.
    func headInKey(of head: Head) -> Head? {
        let start = skippingBlanks(from: head.opening + 1)
        guard !["comment", "preamble"].contains(head.type), let sign = next("@", from: start),
            sign < endOfName(from: start, limit: bytes.count), beginsEntry(at: sign)
        else { return nil }
        return self.head(at: sign)
    }

    /// The first place behind a head where another entry seems to begin, also within a line.
    func nearHorizon(after head: Head) -> Int {
        let limit = horizon(after: head)
        var position = head.opening + 1
        while let sign = next("@", from: position), sign < limit {
            if Self.isBlank(bytes[sign - 1]) || bytes[sign - 1] == UInt8(ascii: "}"),
                beginsEntry(at: sign)
            {
                return sign
            }
            position = sign + 1
        }
        return limit
    }

    /// Tells whether `@type{key,` stands here, or the like with a macro or without fields.
    private func beginsEntry(at sign: Int) -> Bool {
        guard let head = head(at: sign) else { return false }
        if head.type == "comment" || head.type == "preamble" { return true }
        let key = skippingBlanks(from: head.opening + 1)
        let end = endOfName(from: key, limit: bytes.count)
        let next = skippingBlanks(from: end)
        guard next < bytes.count else { return false }
        return ",=})".utf8.contains(bytes[next]) || beginsField(at: next, limit: bytes.count)
    }

    /// Tells whether a field begins here, as `name = ` and the start of a value do.
    func beginsField(at offset: Int, limit: Int) -> Bool {
        guard offset < limit, Self.isLetter(bytes[offset]) else { return false }
        let sign = skippingBlanks(from: endOfName(from: offset, limit: limit), limit: limit)
        guard sign < limit, bytes[sign] == UInt8(ascii: "=") else { return false }
        let value = skippingBlanks(from: sign + 1, limit: limit)
        guard value < limit else { return false }
        return bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "\"")
            || Self.isLetter(bytes[value]) || Self.isDigit(bytes[value])
    }

    // MARK: - Bytes

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    static func isOpening(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(")
    }
    static func closer(of opening: UInt8) -> UInt8 {
        opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    }
    private static func endsName(_ byte: UInt8) -> Bool {
        isBlank(byte) || "{}(),=\"#%'".utf8.contains(byte)
    }
}

extension Array {
    /// The first position whose element belongs to the second part, all that do standing behind
    /// all that do not; the count if none does.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
