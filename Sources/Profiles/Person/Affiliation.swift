public import RecordModel

/// An organization that the person belongs to.
public struct Affiliation: Entry {
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The organization.
    public let organization: String
    /// The part of it, such as a department.
    public let unit: String?
    /// The role there.
    public let role: String?
    /// The address of its page.
    public let url: String?
    /// Since when.
    public let since: DateText?
    /// Where it is.
    public let place: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        organization = fields.required("organization")
        unit = fields.text("unit")
        role = fields.text("role")
        url = fields.text("url")
        since = fields.date("since")
        place = fields.text("place")
    }
}
