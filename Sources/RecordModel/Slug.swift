/// The rule for names that become folders, links and keys: `a-z`, `0-9` and single `-` between.
enum Slug {
    /// The longest slug: a folder of that name must fit every file system.
    static let lengthLimit = 100

    static func isValid(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= lengthLimit else { return false }
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }
}

/// The name of a profile's folder: a lower-case slug such as `wanru-zhao`.
public struct ProfileID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The slug.
    public let text: String

    /// Takes a slug; nil for any other text, so that an id can never be a path.
    public init?(_ text: String) {
        guard Slug.isValid(text) else { return nil }
        self.text = text
    }

    /// The slug.
    public var description: String { text }

    /// Orders ids by their text.
    public static func < (first: ProfileID, second: ProfileID) -> Bool { first.text < second.text }
}
