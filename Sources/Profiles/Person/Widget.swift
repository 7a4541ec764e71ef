public import RecordModel

/// A visitor counter.
public struct Widget: FieldView {
    /// The services that are allowed.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The service of that name.
        case clustrmaps
        /// The service of that name.
        case clustrmapsGlobe = "clustrmaps-globe"
        /// The service of that name.
        case flagcounter
        /// The service of that name.
        case mapmyvisitors
        /// The service of that name.
        case revolvermaps
    }

    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The service; nil for one that is not allowed.
    public let kind: Kind?
    /// What the service knows the page by.
    public let token: String
    /// Settings of the service.
    public let options: [FreeText]

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        kind = fields.choice("kind")
        token = fields.required("token")
        options = fields.freeTexts("options")
    }
}
