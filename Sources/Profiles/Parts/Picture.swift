/// A picture of the profile.
public struct Picture: FieldView {
    /// The file within the profile's folder.
    public let file: String
    /// What it shows, for those who do not see it.
    public let alt: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        file = fields.required("file")
        alt = fields.text("alt")
    }
}
