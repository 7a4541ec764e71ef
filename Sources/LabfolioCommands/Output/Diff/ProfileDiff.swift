internal import Merging
internal import RecordModel

/// The changes of one profile, and the records that they lie between.
struct ProfileDiff: Sendable {
    /// Whose profile it is.
    let id: ProfileID
    /// What changed.
    let diff: Diff
    /// The record before, nil where there was none.
    let before: Record?
    /// The record after, nil where there is none.
    let after: Record?
    /// What the person is called, where the records do not hold it.
    var name: String?

    /// Compares two records; one that is not there has no sections.
    init(id: ProfileID, before: Record?, after: Record?, shape: Shape, name: String? = nil) {
        self.init(
            id: id, diff: Diff(from: before, to: after, shape: shape), before: before,
            after: after, name: name)
    }

    init(id: ProfileID, diff: Diff, before: Record?, after: Record?, name: String? = nil) {
        self.id = id
        self.diff = diff
        self.before = before
        self.after = after
        self.name = name
    }

    /// What the person is called now, or was before.
    var personName: String? {
        let path = FieldPath(steps: [Record.personSection, "name", "display"])
        return after?.value.value(at: path)?.string ?? before?.value.value(at: path)?.string ?? name
    }
}
