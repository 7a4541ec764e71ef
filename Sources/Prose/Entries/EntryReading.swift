public import RecordModel

/// An item that was understood as a whole: every visible word is in its fields or is a word of its
/// notation.
public struct EntryReading: Sendable {
    /// What the item is.
    public var kind: SectionKind
    /// The fields as the schema of that section has them, without `id`; for `contact`, fields of
    /// `profile.yml`.
    public var fields: Mapping
    /// How the item was written.
    public var notation: EntryNotation

    /// Makes a reading.
    public init(kind: SectionKind, fields: Mapping, notation: EntryNotation = EntryNotation()) {
        self.kind = kind
        self.fields = fields
        self.notation = notation
    }
}
