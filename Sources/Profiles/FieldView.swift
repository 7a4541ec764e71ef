public import RecordModel

/// A typed view of one mapping of a record.
public protocol FieldView: Hashable, Sendable {
    /// Reads the view; fields that are missing or of the wrong type read as absent.
    init(_ fields: Fields)
}

/// A view of one entry of a list section.
///
/// No view holds a private note, so no layout can show one.
public protocol Entry: FieldView {
    /// The id, unique in the section.
    var id: String { get }
    /// Where the entry stands in the record.
    var path: FieldPath { get }
}

/// An entry of a list section, which may have been imported from a page.
public protocol ListEntry: Entry {
    /// How the entry was written on the page it was imported from.
    var writing: EntryWriting { get }
}
