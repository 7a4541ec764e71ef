public import RecordModel

/// One section in the order of a page.
public struct SectionChoice: FieldView {
    /// The order of the entries of a section.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// By their dates.
        case date
        /// As they stand in the file.
        case file
    }

    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// A section of the record, the id of a free section, or a part of the person.
    public let section: String
    /// The heading.
    public let heading: String?
    /// The emoji before the heading.
    public let emoji: String?
    /// The level of the heading, from 1.
    public let level: Int?
    /// The label in the top bar, where it is not the heading.
    public let menu: String?
    /// How dates are written in this section.
    public let dates: LayoutChoices.DateForm?
    /// What is around dates in this section.
    public let dateFrame: LayoutChoices.DateFrame?
    /// How many entries to show.
    public let limit: Int?
    /// The order of the entries.
    public let order: Order?
    /// What stands between the heading and the first entry, in Markdown.
    public let text: String?
    /// How entries are written: Markdown with the names of their fields in braces.
    public let patterns: [String]
    /// How a part about the person was written on the page it was imported from.
    public let written: String?
    /// Whether the section stands on a page of its own, not on the homepage.
    public let isApart: Bool
    /// Whether the page leaves the section out.
    public let isHidden: Bool

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        section = fields.required("section")
        heading = fields.text("heading")
        emoji = fields.text("emoji")
        level = fields.integer("level")
        menu = fields.text("menu")
        dates = fields.choice("dates")
        dateFrame = fields.choice("date_frame")
        limit = fields.integer("limit")
        order = fields.choice("order")
        text = fields.text("text")
        patterns = fields.texts("patterns")
        written = fields.text("written")
        isApart = fields.flag("apart")
        isHidden = fields.flag("hidden")
    }
}
