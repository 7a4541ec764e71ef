internal import Git
internal import Merging
internal import RecordModel

/// The changes of a run for programs.
enum DiffJSON {
    /// Returns the changes between two commits as one value; nil stands for what is no commit.
    static func value(
        _ diffs: [ProfileDiff], before: CommitID?, after: CommitID?
    ) -> Value {
        var changes: [Value] = []
        for profile in diffs {
            for change in profile.diff.changes {
                changes.append([
                    "profile": .string(profile.id.text),
                    "path": .string(change.path.description),
                    "kind": .string(change.kind.rawValue), "before": change.before ?? .null,
                    "after": change.after ?? .null,
                ])
            }
        }
        return [
            "before": (before?.description).map(Value.string) ?? .null,
            "after": (after?.description).map(Value.string) ?? .null,
            "changes": .list(changes),
        ]
    }
}
