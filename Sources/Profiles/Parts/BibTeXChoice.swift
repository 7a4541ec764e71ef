public import RecordModel

/// What the BibTeX entry of a publication is to say.
public struct BibTeXChoice: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The key.
    public let key: String?
    /// The type.
    public let type: String?
    /// Whether the page offers the entry.
    public let isShown: Bool
    /// Extra fields.
    public let fields: [FreeText]

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        key = fields.text("key")
        type = fields.text("type")
        isShown = fields.flag("show")
        self.fields = fields.freeTexts("fields")
    }
}
