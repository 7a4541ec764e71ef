extension String {
    /// Returns the text with every occurrence of a part, from the left, replaced.
    ///
    /// As the standard library's `replacing`, which works on any collection and takes its time.
    public func replacing(_ part: String, by replacement: String) -> String {
        guard let first = part.utf8.first, contains(anyOf: ByteSet([first])) else { return self }
        var (text, searched) = (self, part)
        let result: [UInt8]? = text.withUTF8 { bytes in
            searched.withUTF8 { searched in
                var result: [UInt8] = []
                var (kept, position) = (0, 0)
                while position + searched.count <= bytes.count {
                    guard bytes[position] == first,
                        bytes[position..<(position + searched.count)].elementsEqual(searched)
                    else {
                        position += 1
                        continue
                    }
                    if kept == 0 { result.reserveCapacity(bytes.count + 64) }
                    result += UnsafeBufferPointer(rebasing: bytes[kept..<position])
                    replacement.append(to: &result)
                    position += searched.count
                    kept = position
                }
                guard kept > 0 else { return nil }
                result += UnsafeBufferPointer(rebasing: bytes[kept...])
                return result
            }
        }
        return result.map { String(decoding: $0, as: UTF8.self) } ?? self
    }
}

extension String {
    /// The text without spaces at its ends.
    public var withoutOuterSpaces: String {
        let space = UInt8(ascii: " ")
        guard utf8.first == space || utf8.last == space else { return self }
        var bytes = utf8[...]
        while bytes.first == space { bytes.removeFirst() }
        while bytes.last == space { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// The words of the text: what stands between runs of white space.
    public var words: [Substring] {
        // White space beyond the basic alphabet begins with one of these bytes.
        guard !contains(anyOf: Self.rareSpace) else {
            return unicodeScalars.split {
                $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace
            }.map { Substring($0) }
        }
        return utf8.split { $0 <= 0x20 }.map { Substring($0) }
    }

    /// The lines of the text, the empty ones too, as
    /// `split(separator: "\n", omittingEmptySubsequences: false)` gives them; that looks at whole
    /// characters, and so leaves a line end of two signs where it is.
    public var lines: [Substring] {
        var lines: [Substring] = []
        var start = startIndex
        var previous: UInt8 = 0
        for index in utf8.indices {
            let byte = utf8[index]
            if byte == UInt8(ascii: "\n"), previous != UInt8(ascii: "\r") {
                lines.append(self[start..<index])
                start = utf8.index(after: index)
            }
            previous = byte
        }
        lines.append(self[start...])
        return lines
    }

    private static let rareSpace = ByteSet([0xC2, 0xE1, 0xE2, 0xE3])
}

extension String {
    /// Tells whether a part stands in the text, byte for byte.
    ///
    /// The standard library's own compares whole characters by a table that it makes for each
    /// question; the grammars of prose ask thousands of times an item.
    public func contains(_ part: String) -> Bool { self[...].contains(part) }
}

extension Substring {
    /// Tells whether a part stands in the text, byte for byte.
    public func contains(_ part: String) -> Bool { firstOffset(of: part) != nil }

    /// How many bytes stand before a part where it first stands; nil where it does not.
    func firstOffset(of part: String) -> Int? {
        var (text, part) = (self, part)
        return text.withUTF8 { bytes in
            part.withUTF8 { part in
                guard let first = part.first else { return 0 }
                var position = 0
                while position + part.count <= bytes.count {
                    if bytes[position] == first,
                        bytes[position..<(position + part.count)].elementsEqual(part)
                    {
                        return position
                    }
                    position += 1
                }
                return nil
            }
        }
    }

    /// Where a part first stands, byte for byte; nil where it does not.
    public func range(of part: String) -> Range<Index>? {
        guard let offset = firstOffset(of: part) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
}
