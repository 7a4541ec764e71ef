/// One place at which a text was damaged, and what is there now.
public struct Repair: Hashable, Sendable {
    /// The line, from 1, in the text as it came and as it is.
    public let line: Int
    /// Where the damage begins, in bytes of UTF-8 from 0 in the text as it came, decoded but not
    /// repaired.
    public let offset: Int
    /// What stood there.
    public let before: String
    /// What was meant.
    public let after: String
    /// The name of the encoding that the text was read in by mistake.
    public let encoding: String
    /// Whether the damage says what was meant.
    ///
    /// Where a byte was lost on the way, the likeliest of several signs was taken.
    public let isCertain: Bool

    /// Makes a repair.
    public init(
        line: Int, offset: Int, before: String, after: String, encoding: String, isCertain: Bool
    ) {
        self.line = line
        self.offset = offset
        self.before = before
        self.after = after
        self.encoding = encoding
        self.isCertain = isCertain
    }
}
