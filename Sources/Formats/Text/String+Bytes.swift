extension String {
    /// Returns the text with every occurrence of a part, from the left, replaced.
    ///
    /// As the standard library's `replacing`, which works on any collection and takes its time.
    public func replacing(_ part: String, by replacement: String) -> String {
        guard let first = part.utf8.first, contains(anyOf: ByteSet([first])) else { return self }
        let (bytes, searched) = (Array(utf8), Array(part.utf8))
        var result: [UInt8] = []
        var kept = 0
        var position = 0
        while position + searched.count <= bytes.count {
            guard bytes[position] == first,
                searched.indices.allSatisfy({ bytes[position + $0] == searched[$0] })
            else {
                position += 1
                continue
            }
            result += bytes[kept..<position]
            result += replacement.utf8
            position += searched.count
            kept = position
        }
        guard kept > 0 else { return self }
        result += bytes[kept...]
        return String(decoding: result, as: UTF8.self)
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
