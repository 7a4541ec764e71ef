public import RecordModel

/// One demand of a schema that a value does not meet.
public struct SchemaError: Hashable, Sendable {
    /// The keyword that was not met, such as `required`.
    public let keyword: String
    /// The way to the value, list steps by position from 0.
    public let instancePath: FieldPath
    /// The way to the keyword through the schema and its references.
    public let keywordPath: FieldPath
    /// The keyword's own place, without references: a URI with a fragment.
    public let absoluteKeyword: String
    /// What is wrong, as a sentence.
    public let message: String
    /// What to do about it, as a sentence.
    public let hint: String?
    /// The key that is missing or too much, which the path does not hold.
    public let key: String?
    /// How the value can be made to meet the demand.
    let repair: Repair?
}
