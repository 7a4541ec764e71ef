/// A YAML text cut where the items or fields of its root begin, so that of two versions of a text
/// only what differs has to be read.
///
/// Each part can be read by itself: it is a text with one item or one field. Texts that cannot be
/// cut so have no parts and have to be read as a whole: those in brackets, those whose root is
/// indented, those with directives or several documents. A part that cannot be read does not mean
/// that the text cannot be: an alias may repeat what stands in another part, and quotes may be open
/// across the cut; then the text has to be read as a whole, too.
public struct YAMLParts: Sendable {
    /// What the root is.
    public enum Form: Sendable {
        /// A list; each part is an item.
        case list
        /// A mapping; each part is a field.
        case mapping
    }

    /// The text.
    public let bytes: [UInt8]
    /// What the root is.
    public let form: Form
    /// Where each part begins; each ends where the next one begins, the last with the text.
    private var starts: [Int] = []

    /// Cuts a text; nil where it has no parts.
    public init?(_ bytes: [UInt8]) {
        guard bytes.first != 0xEF, let form = Self.form(of: bytes) else { return nil }
        self.bytes = bytes
        self.form = form
        guard let starts = Self.starts(in: bytes, from: 0, to: bytes.count, form) else {
            return nil
        }
        self.starts = starts
    }

    /// Cuts a text that is much like another one; `kept` are the numbers of parts at the beginning
    /// and at the end that hold the same bytes in both.
    public init?(_ bytes: [UInt8], like other: YAMLParts, kept: inout (first: Int, last: Int)) {
        self.bytes = bytes
        form = other.form
        let common = CommonEnds(other.bytes, bytes)
        // A part is the same when the line that ends it is: the one that begins the next part.
        let old = other.starts
        var first = 0
        while first + 1 < old.count, old[first + 1] + Self.markLength <= common.prefix {
            first += 1
        }
        let shift = bytes.count - other.bytes.count
        var last = 0
        while last < old.count - first,
            old[old.count - 1 - last] > max(0, other.bytes.count - common.suffix)
        { last += 1 }
        let start = first > 0 ? old[first] : 0
        let end = last > 0 ? old[old.count - last] + shift : bytes.count
        guard start <= end, let middle = Self.starts(in: bytes, from: start, to: end, form) else {
            return nil
        }
        starts = old[..<first] + middle
        starts += old[(old.count - last)...].map { $0 + shift }
        kept = (first, last)
    }

    /// The number of parts.
    public var count: Int { starts.count }

    /// The bytes of a part, by its position from 0.
    public subscript(position: Int) -> ArraySlice<UInt8> {
        bytes[starts[position]..<(position + 1 < starts.count ? starts[position + 1] : bytes.count)]
    }

    /// How many bytes from the beginning of a line tell that a part begins there.
    private static let markLength = 2

    /// What the first line that is neither empty nor a comment begins.
    private static func form(of bytes: [UInt8]) -> Form? {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "-"): return .list
            case UInt8(ascii: " "), UInt8(ascii: "\t"): return nil
            default: return .mapping
            }
            position = endOfLine(bytes, position)
        }
        return nil
    }

    /// Where parts begin in the lines of a range; nil where a line is none of a part's.
    private static func starts(
        in bytes: [UInt8], from start: Int, to end: Int, _ form: Form
    ) -> [Int]? {
        var starts: [Int] = []
        var position = start
        while position < end {
            switch (bytes[position], form) {
            case (UInt8(ascii: "#"), _), (UInt8(ascii: "\n"), _), (UInt8(ascii: "\r"), _),
                (UInt8(ascii: " "), _), (UInt8(ascii: "\t"), _):
                break
            case (UInt8(ascii: "-"), .list):
                guard position + 1 < bytes.count else { return nil }
                switch bytes[position + 1] {
                case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                    starts.append(position)
                default: return nil
                }
            case (UInt8(ascii: "-"), .mapping): break
            case (_, .list): return nil
            case (let byte, .mapping):
                guard !signs.contains(byte) else { return nil }
                starts.append(position)
            }
            position = endOfLine(bytes, position)
        }
        return starts
    }

    /// What a line begins with that is more than a field: brackets, tags, anchors, directives.
    private static let signs = Set("{}[]%&!|>*.?,@`".utf8)

    /// The position behind the line feed of a line.
    private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            return min(position + 1, bytes.count)
        }
    }
}

/// How many bytes two texts have in common at their beginning, and behind that at their end.
struct CommonEnds {
    let prefix: Int
    let suffix: Int

    init(_ one: [UInt8], _ other: [UInt8]) {
        let shorter = min(one.count, other.count)
        (prefix, suffix) = one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
                    bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                }
                var start = 0
                while start + 8 <= shorter, word(one, start) == word(other, start) { start += 8 }
                while start < shorter, one[start] == other[start] { start += 1 }
                var end = 0
                let (ends, rest) = ((one.count, other.count), shorter - start)
                while end + 8 <= rest,
                    word(one, ends.0 - end - 8) == word(other, ends.1 - end - 8)
                { end += 8 }
                while end < rest, one[ends.0 - end - 1] == other[ends.1 - end - 1] { end += 1 }
                return (start, end)
            }
        }
    }
}
