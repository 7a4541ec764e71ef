public import RecordModel

/// One change to a YAML text: the value that a field shall have.
public struct FieldEdit: Hashable, Sendable {
    /// The field, from the root of the file.
    public let path: FieldPath
    /// The value it shall have; nil takes the field away.
    public let value: Value?

    /// Makes an edit that sets a field, or takes it away if `value` is nil.
    public init(_ path: FieldPath, _ value: Value?) {
        self.path = path
        self.value = value
    }
}
