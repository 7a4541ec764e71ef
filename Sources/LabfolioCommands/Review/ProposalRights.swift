internal import Merging
internal import ProfileStore
internal import RecordModel

/// Who has a say in what a proposal would change.
struct ProposalRights {
    /// The rules of the target: those that a proposal brings along give nobody a right yet.
    let owners: Owners
    /// What would change in records.
    let diffs: [ProfileDiff]
    /// The files that would change.
    let paths: [String]
    let before: Snapshot
    let after: Snapshot

    /// Whose consent the changes need.
    var consents: [ProposalReview.Consent] {
        let records = diffs.flatMap { diff in
            owners.ownersNeeded(for: diff.diff, in: diff.id).map {
                ProposalReview.Consent(
                    part: diff.id.text, owners: $0.owners, places: $0.places)
            }
        }
        guard !owners.isOpen else { return [] }
        return records
            + otherPlaces.map { place in
                ProposalReview.Consent(
                    part: place.description, owners: owners.rules(for: place).flatMap(\.owners),
                    places: [place])
            }
    }

    /// What somebody may not change.
    func refusals(by actor: Actor) -> [Refusal] {
        diffs.flatMap { owners.refusals(of: $0.diff, in: $0.id, by: actor) }
            + otherPlaces.compactMap { owners.refusal(at: $0, by: actor) }
    }

    /// The places of files that change and are no records, or change without their record.
    private var otherPlaces: [FieldPath] {
        let changed = Set(
            diffs.flatMap { diff in
                diff.diff.changes.compactMap { change in
                    change.path.steps.first.map { "profiles/\(diff.id)/\($0).yml" }
                }
            })
        return paths.filter { !changed.contains($0) }.flatMap { path in
            guard path == "labfolio.yml" else { return [Self.place(of: path)] }
            let diff = Diff(
                from: before.configuration, to: after.configuration, shape: .any)
            let places = diff.changes.map { Self.place(of: path).appending($0.path) }
            return places.isEmpty ? [Self.place(of: path)] : places
        }
    }

    /// The place of a file, counted from the store's root; a section goes by its name.
    private static func place(of path: String) -> FieldPath {
        var steps = path.split(separator: "/").map(String.init)
        if steps.count == 3, steps[0] == "profiles", steps[2].hasSuffix(".yml") {
            steps[2].removeLast(4)
        }
        return FieldPath(steps: steps)
    }
}
