internal import RecordModel

/// The findings of two states of a store, by what became of them.
struct FindingChanges: Sendable {
    /// Those that only the state after has.
    let new: [Diagnostic]
    /// Those that only the state before had.
    let gone: [Diagnostic]
    /// How many both have.
    let kept: Int

    /// Compares findings by profile, field and code, so that one that moved to another line is the
    /// same one.
    init(from before: [Diagnostic], to after: [Diagnostic]) {
        let old = Fingerprint.all(of: before)
        let new = Fingerprint.all(of: after)
        let (known, still) = (Set(old), Set(new))
        self.new = zip(new, after).filter { !known.contains($0.0) }.map(\.1)
        gone = zip(old, before).filter { !still.contains($0.0) }.map(\.1)
        kept = after.count - self.new.count
    }

    /// Those of the new ones that forbid a commit.
    var newErrors: [Diagnostic] { new.filter { $0.severity == .error } }
}
