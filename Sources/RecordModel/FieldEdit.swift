/// One change to a text that holds a value: the value that a field shall have.
public struct FieldEdit: Hashable, Sendable {
    /// The field, from the root of the file.
    public let path: FieldPath
    /// The value it shall have; nil takes the field away.
    public let value: Value?

    /// Whether a field that is not there is left alone.
    public let isOnlyWhereFound: Bool

    /// Makes an edit that sets a field, or takes it away if `value` is nil.
    public init(_ path: FieldPath, _ value: Value?) {
        self.path = path
        self.value = value
        isOnlyWhereFound = false
    }

    /// Makes an edit that leaves a field without a value, if it is there.
    ///
    /// The line stays, with the comment that says what could stand there.
    public init(blank path: FieldPath) {
        self.path = path
        value = .null
        isOnlyWhereFound = true
    }
}
