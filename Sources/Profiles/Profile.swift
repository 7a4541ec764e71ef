public import RecordModel

/// A typed view of one record.
public struct Profile: Sendable {
    /// Whose record this is.
    public let id: ProfileID

    /// Reads the view of a record; fields that are missing or of the wrong type read as absent.
    public init(_ record: Record) { id = record.id }
}
