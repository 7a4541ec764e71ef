public import RecordModel

/// Somebody who advised.
public struct Advisor: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The name.
    public let name: String
    /// The title, such as “Prof.”.
    public let title: String?
    /// The homepage.
    public let url: String?
    /// The profile, where it is a member of the lab.
    public let profile: String?
    /// The role, such as “co-supervisor”.
    public let role: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        name = fields.required("name")
        title = fields.text("title")
        url = fields.text("url")
        profile = fields.text("profile")
        role = fields.text("role")
    }
}
