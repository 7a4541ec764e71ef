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
            return unicodeScalars.split { $0.properties.isWhitespace }.map { Substring($0) }
        }
        return utf8.split { $0 <= 0x20 }.map { Substring($0) }
    }

    private static let rareSpace = ByteSet([0xC2, 0xE1, 0xE2, 0xE3])
}
