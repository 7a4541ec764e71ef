internal import Formats

/// Keeps pictures apart from the bare addresses that they stand behind.
///
/// GitHub's Markdown makes a link of an address in running text and takes all up to the next space
/// for it; to kramdown it is text, and a picture may follow at once.
enum BareAddresses {
    /// Returns a text with a space between each bare address and a picture right behind it.
    static func parted(in text: String) -> String {
        guard text.contains("!["), text.contains("://") || text.contains("www.") else {
            return text
        }
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count + 8)
        // Where the address begins that no space has ended yet, and its open brackets.
        var isAddress = false
        var depth = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x00...0x20, UInt8(ascii: "<"): isAddress = false
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                // A bracket that was open before ends the destination of a link.
                if depth < 0 { isAddress = false }
            case UInt8(ascii: ":") where bytes[index...].starts(with: "://".utf8),
                UInt8(ascii: "w") where bytes[index...].starts(with: "www.".utf8):
                if !isAddress { (isAddress, depth) = (true, 0) }
            case UInt8(ascii: "!") where isAddress && bytes[index...].starts(with: "![".utf8):
                result.append(0x20)
                isAddress = false
            default: break
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
