/// The text of a file, whatever it was written with.
public struct DecodedText: Hashable, Sendable {
    /// The text, repaired, line ends as line feeds, without a byte order mark.
    ///
    /// Characters are neither composed nor decomposed.
    public let text: String
    /// The encoding of the bytes.
    public let encoding: TextEncoding
    /// Whether the bytes began with a byte order mark.
    public let hadByteOrderMark: Bool
    /// How the lines ended.
    public let lineEnds: LineEnds
    /// What was repaired, from the first to the last.
    public let repairs: [Repair]
    /// What was not looked at for damage.
    public let limits: [RepairLimit]

    /// How the lines of a file end.
    public enum LineEnds: String, Hashable, Sendable {
        /// As on Unix; a text of one line counts as such.
        case lineFeed
        /// As on Windows.
        case carriageReturnLineFeed
        /// As on old Macintosh systems.
        case carriageReturn
        /// Now so, now so.
        case mixed
    }
}

/// How the bytes of a file stand for characters.
public enum TextEncoding: Hashable, Sendable {
    /// UTF-8, also where a few bytes of it are not.
    case utf8
    /// UTF-16, the low byte first.
    case utf16LittleEndian
    /// UTF-16, the high byte first.
    case utf16BigEndian
    /// An encoding with one byte a character, by its name, such as `Windows-1252`.
    case singleByte(String)

    /// The name that people know.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .singleByte(let name): name
        }
    }
}
