internal import Formats

/// Keeps signs in raised elements from being taken for emphasis.
///
/// To kramdown `<sup>*</sup>` holds a star; GitHub's Markdown lets two such stars of one paragraph
/// begin and end an emphasis, across the elements.
enum RaisedSigns {
    private static let elements = ["sup", "sub"]
    /// Longer than this, an element holds text and not signs.
    private static let limit = 12

    /// Returns a text in which each star and underscore that stands alone in such an element is a
    /// character reference.
    static func kept(in text: String) -> String {
        guard elements.contains(where: { text.contains("<" + $0) }) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var position = 0
        while position < bytes.count {
            guard let (head, inner) = signs(in: bytes, at: position) else {
                result.append(bytes[position])
                position += 1
                continue
            }
            result += bytes[position..<head]
            for byte in bytes[head..<inner] {
                let isSign = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
                result += isSign ? Array("&#\(byte);".utf8) : [byte]
            }
            position = inner
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the content of an element of signs that begins here begins and ends.
    private static func signs(in bytes: [UInt8], at start: Int) -> (head: Int, end: Int)? {
        guard bytes[start] == UInt8(ascii: "<") else { return nil }
        for name in elements where bytes[(start + 1)...].starts(with: name.utf8) {
            let rest = bytes[(start + 1 + name.utf8.count)...].prefix(80)
            guard let open = rest.firstIndex(of: UInt8(ascii: ">")),
                let end = bytes[open...].prefix(limit).firstIndex(of: UInt8(ascii: "<"))
            else { return nil }
            let inner = bytes[(open + 1)..<end]
            let hasWords = inner.contains {
                (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "\\") || $0 == 0x0A
            }
            return hasWords ? nil : (open + 1, end)
        }
        return nil
    }
}
