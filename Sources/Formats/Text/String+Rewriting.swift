extension String {
    /// Returns the text with some of its characters written in another way, or left out.
    ///
    /// What lies between those characters is copied whole: texts are long, and what has to be
    /// escaped in them is rare.
    ///
    /// - Parameters:
    ///   - first: The bytes with which the UTF-8 form of such a character may begin.
    ///   - replacement: What to write for a character; nil keeps it.
    /// - Returns: The new text; the same one where nothing was rewritten.
    func rewriting(
        _ first: ByteSet, _ replacement: (Unicode.Scalar) -> String?
    ) -> String {
        var text = self
        let result: [UInt8]? = text.withUTF8 { bytes in
            var result: [UInt8] = []
            return Self.append(bytes, to: &result, first, replacement) ? result : nil
        }
        return result.map { String(decoding: $0, as: UTF8.self) } ?? self
    }

    /// Appends the text to bytes, with some of its characters written in another way.
    ///
    /// The parameters are those of `rewriting`.
    func append(
        to result: inout [UInt8], rewriting first: ByteSet,
        _ replacement: (Unicode.Scalar) -> String?
    ) {
        var text = self
        text.withUTF8 { bytes in
            if !Self.append(bytes, to: &result, first, replacement) { result += bytes }
        }
    }

    /// Appends rewritten bytes, or nothing where no character is rewritten, which it tells.
    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8], _ first: ByteSet,
        _ replacement: (Unicode.Scalar) -> String?
    ) -> Bool {
        var (position, kept, isRewritten) = (0, 0, false)
        while true {
            position = first.first(in: bytes.span, from: position)
            guard position < bytes.count else { break }
            let scalar = scalar(at: position, in: bytes)
            let next = position + UTF8.width(scalar)
            if var written = replacement(scalar) {
                if result.isEmpty { result.reserveCapacity(bytes.count + 64) }
                isRewritten = true
                result += UnsafeBufferPointer(rebasing: bytes[kept..<position])
                written.withUTF8 { result += $0 }
                kept = next
            }
            position = next
        }
        if isRewritten { result += UnsafeBufferPointer(rebasing: bytes[kept...]) }
        return isRewritten
    }

    /// Appends the text to bytes as it is.
    func append(to result: inout [UInt8]) {
        var text = self
        text.withUTF8 { result += $0 }
    }

    /// The character whose UTF-8 form begins at a position; a string's bytes are always sound.
    private static func scalar(
        at position: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Unicode.Scalar {
        let lead = bytes[position]
        guard lead >= 0x80 else { return Unicode.Scalar(lead) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for byte in bytes[(position + 1)..<(position + length)] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
