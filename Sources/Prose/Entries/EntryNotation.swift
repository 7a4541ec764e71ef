/// How an item was written: what of it no field holds.
public struct EntryNotation: Hashable, Sendable {
    /// An image of an item; the importer copies its file.
    public struct Image: Hashable, Sendable {
        /// The address as it was written.
        public var source: String
        /// What stands in its place where it cannot be seen.
        public var alternative: String

        /// Makes an image.
        public init(source: String, alternative: String) {
            self.source = source
            self.alternative = alternative
        }
    }

    /// What stands around a date.
    public enum DateFrame: String, Hashable, Sendable {
        case plain
        case brackets
        case italic
        case bold
        case code
    }

    /// The visible words that only shape the item (`Advisor:`, `Accepted by`, the words of its
    /// dates), in the order of the page.
    public var words: [String]
    /// How the item's date is written; nil without one, and for notations that no style has.
    public var dates: DateStyle?
    /// What stands around the item's date.
    public var dateFrame: DateFrame?
    /// The pictures of the item that are no signs of a number or a status.
    public var images: [Image]
    /// The key by which the page refers to the item: `J12`.
    public var key: String?
    /// The fields whose value the item does not say, but the heading above it.
    public var inferred: [String]

    /// Makes a notation.
    public init(
        words: [String] = [], dates: DateStyle? = nil, dateFrame: DateFrame? = nil,
        images: [Image] = [], key: String? = nil, inferred: [String] = []
    ) {
        self.words = words
        self.dates = dates
        self.dateFrame = dateFrame
        self.images = images
        self.key = key
        self.inferred = inferred
    }
}
