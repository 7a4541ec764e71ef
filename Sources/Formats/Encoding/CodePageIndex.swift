/// The bytes that characters have in each code page, found by the character.
///
/// One look tells for all pages whether a character can begin or continue a damaged sequence: a
/// sound page of another script costs no more than that look.
struct CodePageIndex: Sendable {
    /// A set of pages, by their place in `CodePage.all`.
    typealias PageSet = UInt16

    private static let limit = 0x2600

    /// For each character below the limit its row of `bytes`, zero for none.
    private let rows: [UInt16]
    /// Rows of one byte a page; zero where the page has no such character.
    private let bytes: [UInt8]
    /// The pages in which a character begins a sequence, and those in which it continues one.
    private let leads: [PageSet]
    private let continuations: [PageSet]

    static let shared = CodePageIndex()

    private init() {
        let pages = CodePage.all
        var rows = [UInt16](repeating: 0, count: Self.limit + 4)
        var bytes = [UInt8](repeating: 0, count: pages.count)
        var leads = [PageSet](repeating: 0, count: Self.limit + 4)
        var continuations = leads
        for (number, page) in pages.enumerated() {
            for byte in UInt8(0x80)...0xFF {
                var scalars = [page.scalar(of: byte)]
                // A control character stands for its byte in every page that has no letters there.
                if byte < 0xA0, page.hasTypographicSigns { scalars.append(Unicode.Scalar(byte)) }
                for scalar in scalars.compactMap({ $0 }) {
                    guard let slot = Self.slot(of: scalar) else { continue }
                    if rows[slot] == 0 {
                        rows[slot] = UInt16(bytes.count / pages.count)
                        bytes += [UInt8](repeating: 0, count: pages.count)
                    }
                    bytes[Int(rows[slot]) * pages.count + number] = byte
                    if (0xC2...0xF4).contains(byte) { leads[slot] |= 1 << number }
                    if byte < 0xC0 { continuations[slot] |= 1 << number }
                }
            }
        }
        (self.rows, self.bytes) = (rows, bytes)
        (self.leads, self.continuations) = (leads, continuations)
    }

    /// The place of a character in the tables; nil for one that no page has.
    @inline(__always)
    private static func slot(of scalar: Unicode.Scalar) -> Int? {
        let value = Int(scalar.value)
        if value < limit { return value < 0x80 ? nil : value }
        switch value {
        case 0xF8FF: return limit
        case 0xFB01: return limit + 1
        case 0xFB02: return limit + 2
        default: return nil
        }
    }

    /// The byte of a character beyond ASCII in a page.
    func byte(of scalar: Unicode.Scalar, in page: Int) -> UInt8? {
        guard let slot = Self.slot(of: scalar), rows[slot] != 0 else { return nil }
        let byte = bytes[Int(rows[slot]) * CodePage.all.count + page]
        return byte == 0 ? nil : byte
    }

    /// The pages in which a character begins a sequence of UTF-8.
    @inline(__always)
    func leads(_ scalar: Unicode.Scalar) -> PageSet {
        Self.slot(of: scalar).map { leads[$0] } ?? 0
    }

    /// The pages in which a character goes on with a sequence of UTF-8.
    @inline(__always)
    func continuations(_ scalar: Unicode.Scalar) -> PageSet {
        Self.slot(of: scalar).map { continuations[$0] } ?? 0
    }
}

extension CodePage {
    /// Whether the bytes from 128 to 159 are signs rather than letters, so that those of them that
    /// passed as control characters are understood too.
    fileprivate var hasTypographicSigns: Bool { name.hasPrefix("Windows") || name.hasPrefix("ISO") }
}
