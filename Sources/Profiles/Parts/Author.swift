public import RecordModel

/// One author of a publication.
public struct Author: FieldView {
    private let place: FieldPlace
    /// Where the mapping stands in the record.
    public var path: FieldPath { place.path }
    /// The name as the publication has it.
    public let name: String
    /// Whether this is the person of the homepage.
    public let isSelf: Bool
    /// Whether the author contributed as much as others with this mark.
    public let isEqual: Bool
    /// Whether the author answers letters.
    public let isCorresponding: Bool
    /// Whether the author led the project.
    public let isLead: Bool
    /// The profile, where it is a member of the lab.
    public let profile: String?
    /// The homepage.
    public let url: String?
    /// The organization.
    public let affiliation: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        place = FieldPlace(fields)
        name = fields.required("name")
        isSelf = fields.flag("self")
        isEqual = fields.flag("equal")
        isCorresponding = fields.flag("corresponding")
        isLead = fields.flag("lead")
        profile = fields.text("profile")
        url = fields.text("url")
        affiliation = fields.text("affiliation")
    }
}
