internal import Profiles
internal import RecordModel

/// The texts of a record that may leave the store.
enum PublicTexts {
    /// Calls a function with each of them and its path.
    static func visit(
        _ value: Value, _ path: FieldPath, _ body: (String, FieldPath) -> Void
    ) {
        switch value {
        case .string(let text): body(text, path)
        case .list(let items):
            for (position, item) in items.enumerated() {
                visit(item, path.appending(Fields.step(to: item, at: position)), body)
            }
        case .mapping(let mapping):
            for entry in mapping.entries where !TextKind.isPrivate(key: entry.key) {
                visit(entry.value, path.appending(entry.key), body)
            }
        default: break
        }
    }
}
