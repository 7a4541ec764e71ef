public import RecordModel

/// Where a publication appeared.
public struct Venue: FieldView {
    /// What kind of place a publication appeared in.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A conference.
        case conference
        /// A journal.
        case journal
        /// A workshop.
        case workshop
        /// A preprint server.
        case preprint
        /// A book.
        case book
        /// A chapter of a book.
        case chapter
        /// A thesis.
        case thesis
        /// A report.
        case report
        /// A patent.
        case patent
        /// A data set.
        case dataset
        /// A program.
        case software
        /// A poster.
        case poster
        /// Anything else.
        case other
    }

    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The name in full.
    public let name: String?
    /// The short name.
    public let short: String?
    /// What kind of place it is.
    public let kind: Kind?
    /// The part of it, such as “Findings”.
    public let track: String?
    /// The series.
    public let series: String?
    /// The volume.
    public let volume: String?
    /// The number.
    public let number: String?
    /// The pages.
    public let pages: String?
    /// The publisher.
    public let publisher: String?
    /// Where the meeting was.
    public let location: String?
    /// The address of its page.
    public let url: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        name = fields.text("name")
        short = fields.text("short")
        kind = fields.choice("type")
        track = fields.text("track")
        series = fields.text("series")
        volume = fields.text("volume")
        number = fields.text("number")
        pages = fields.text("pages")
        publisher = fields.text("publisher")
        location = fields.text("location")
        url = fields.text("url")
    }
}
