public import RecordModel

/// An e-mail address and how a page may show it.
public struct EmailAddress: FieldView {
    /// How a page may show an address.
    public enum Display: String, Hashable, Sendable, CaseIterable {
        /// As it is.
        case plain
        /// So that people can read it, but simple programs cannot.
        case obfuscated
        /// Not at all.
        case hidden
    }

    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The address.
    public let address: String
    /// How to show it.
    public let display: Display
    /// How a disguised address is spelled.
    public let written: String?
    /// What the address is for.
    public let label: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        address = fields.required("address")
        display = fields.choice("show") ?? .obfuscated
        written = fields.text("written")
        label = fields.text("label")
    }
}
