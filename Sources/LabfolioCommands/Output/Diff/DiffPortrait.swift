internal import RecordModel

/// The pictures of a person before and after, as addresses that hold the picture itself.
struct DiffPortrait: Sendable {
    let before: String?
    let after: String?

    /// The largest picture that is shown, in bytes.
    static let limit = 1 << 20

    /// Returns the address of a picture, nil for what is none or is too large.
    ///
    /// The type is read off the picture, never off its name: a page must not be made to run what
    /// somebody called a photo. SVG is no picture here, because it can hold scripts and links.
    static func address(of bytes: [UInt8]) -> String? {
        guard bytes.count <= limit, let type = type(of: bytes) else { return nil }
        return "data:\(type);base64,\(base64(bytes))"
    }

    private static func type(of bytes: [UInt8]) -> String? {
        func begins(_ text: String, at start: Int = 0) -> Bool {
            bytes.dropFirst(start).starts(with: text.utf8)
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return "image/png"
        }
        if begins("GIF87a") || begins("GIF89a") { return "image/gif" }
        if begins("RIFF"), begins("WEBP", at: 8) { return "image/webp" }
        return nil
    }

    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var bits = UInt32(bytes[start]) << 16
            if count > 1 { bits |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { bits |= UInt32(bytes[start + 2]) }
            for place in 0..<4 {
                result.append(
                    place > count
                        ? UInt8(ascii: "=") : digits[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
