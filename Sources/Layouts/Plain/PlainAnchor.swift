internal import RecordModel

/// The ids within pages by which links lead to entries.
enum PlainAnchor {
    /// The id of an entry: section and entry with `--` between, which no section or entry id
    /// holds, so that no two of them meet.
    static func entry(_ path: FieldPath) -> String { path.steps.prefix(2).joined(separator: "--") }
}
