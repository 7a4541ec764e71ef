internal import Merging
internal import RecordModel

/// One field of an entry or of the person, and what happened to it.
struct DiffLine: Sendable {
    /// What happened.
    enum Event: Sendable {
        case added(Value)
        case removed(Value)
        case replaced(Value, by: Value)
        case moved(from: Int, to: Int)
        /// Items without names came, went or changed places.
        case items(added: [Value], removed: [Value], moved: Int, count: Int)
        /// Many fields of items without names changed.
        case fields([DiffSentence], items: Int, count: Int)

        /// The value before and the value after, nil where there is none.
        var values: (before: Value?, after: Value?) {
            switch self {
            case .added(let value): (nil, value)
            case .removed(let value): (value, nil)
            case .replaced(let before, let after): (before, after)
            case .moved, .items, .fields: (nil, nil)
            }
        }
    }

    /// The field, from the root of the record.
    let path: FieldPath
    /// What the field is called.
    let label: DiffSentence
    /// What happened.
    let event: Event
    /// What people say instead, to be read behind the name of the entry.
    let sentence: DiffSentence?
    /// The same without what was before.
    let shortSentence: DiffSentence?
    /// Whether the words of the values are compared.
    let isProse: Bool
    /// Whether the values may not leave the store.
    let isPrivate: Bool
}
