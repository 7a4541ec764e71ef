/// Why damage may be left in a text: what a search for it does not look at.
public enum RepairLimit: Hashable, Sendable {
    /// The text has zero bytes, as no text has; nothing in it was looked at.
    case zeroBytes(count: Int)
    /// A line has more characters beyond ASCII than any page has in one.
    case longLine(Int)
    /// From this line on nothing was looked at: what may be damaged before is too much for a page.
    case fromLine(Int)
}
