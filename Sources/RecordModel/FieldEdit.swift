/// One change to a text that holds a value: the value that a field shall have, or its key.
public struct FieldEdit: Hashable, Sendable {
    /// The field, from the root of the file.
    public var path: FieldPath
    /// The value it shall have; nil takes the field away, unless `newKey` says something else.
    public let value: Value?

    /// Whether a field that is not there is left alone.
    public let isOnlyWhereFound: Bool
    /// The key that the field shall have; it keeps its value, its place and its comments.
    public let newKey: String?

    /// Makes an edit that sets a field, or takes it away if `value` is nil.
    public init(_ path: FieldPath, _ value: Value?) {
        self.path = path
        self.value = value
        isOnlyWhereFound = false
        newKey = nil
    }

    /// Makes an edit that leaves a field without a value, if it is there.
    ///
    /// The line stays, with the comment that says what could stand there.
    public init(blank path: FieldPath) {
        self.path = path
        value = .null
        isOnlyWhereFound = true
        newKey = nil
    }

    /// Makes an edit that gives a field another key.
    ///
    /// The field has to be there, and none of the new key beside it.
    public init(renaming path: FieldPath, to newKey: String) {
        self.path = path
        value = nil
        isOnlyWhereFound = false
        self.newKey = newKey
    }
}
