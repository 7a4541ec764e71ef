/// Bytes as text of 64 letters (RFC 4648, 4).
///
/// Three bytes are four letters of six bits each. Keys that sign commits are written so, portraits
/// that an HTML page carries within it, and what a schema calls `contentEncoding: base64`. Nothing
/// but whole, well-formed text is decoded: a key with a slip in it must not pass for another one.
public enum Base64 {
    /// Returns the bytes that a text stands for, nil where it is not of this form.
    public static func decoded(_ text: some StringProtocol) -> [UInt8]? {
        let letters = Array(text.utf8)
        // Whole groups only: what ends early is filled up with one `=` or two, never three.
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        var result: [UInt8] = []
        var (bits, count) = (0, 0)
        for letter in letters.dropLast(padding) {
            guard let value = value(letter) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
                // Only the bits that no byte has taken yet stay, so that they never overflow.
                bits &= (1 << count) - 1
            }
        }
        return result
    }

    /// Returns the text of bytes, filled up with `=`.
    public static func text(_ bytes: some Collection<UInt8>) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var letters: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 6 {
                count -= 6
                letters.append(alphabet[bits >> count & 63])
            }
        }
        if count > 0 { letters.append(alphabet[bits << (6 - count) & 63]) }
        while !letters.count.isMultiple(of: 4) { letters.append(UInt8(ascii: "=")) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The six bits of a letter: capitals from 0, small letters from 26, digits from 52.
    private static func value(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
