public import RecordModel

/// Where the CV is: a file of the profile or an address.
public struct CurriculumVitae: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The file within the profile's folder.
    public let file: String?
    /// The address.
    public let url: String?
    /// What to call the link.
    public let label: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        file = fields.text("file")
        url = fields.text("url")
        label = fields.text("label")
    }
}
