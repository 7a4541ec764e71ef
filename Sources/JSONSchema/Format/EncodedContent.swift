internal import Formats
internal import RecordModel

/// What a text holds in another form: `contentEncoding` and `contentMediaType`, which decide over
/// values up to draft 7 (draft 7, 8).
struct EncodedContent: Sendable {
    private let isBase64: Bool
    private let isJSON: Bool

    /// Reads the two keywords; nil where they name nothing that can be checked.
    init?(_ schema: Mapping) {
        isBase64 = schema["contentEncoding"]?.string?.lowercased() == "base64"
        isJSON = schema["contentMediaType"]?.string == "application/json"
        guard isBase64 || isJSON else { return nil }
    }

    /// What is wrong with a text, and which keyword says so.
    func fault(_ text: String) -> (keyword: String, message: String)? {
        var bytes = Array(text.utf8)
        if isBase64 {
            guard let decoded = Self.decoded(bytes) else {
                return ("contentEncoding", "`\(Wording.cut(text))` is not in base64")
            }
            bytes = decoded
        }
        guard isJSON else { return nil }
        do throws(Diagnostic) {
            _ = try JSONReader().read(bytes, file: "")
            return nil
        } catch { return ("contentMediaType", "The text does not hold JSON") }
    }

    private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        var result: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes.dropLast(padding) {
            guard let value = value(byte) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return result
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
