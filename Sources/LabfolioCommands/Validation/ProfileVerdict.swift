internal import Linting
internal import ProfileStore
internal import RecordModel

/// What was found about one profile by itself, and what the rules about several profiles need.
struct ProfileVerdict: Sendable {
    let id: ProfileID
    /// The findings, in the order of their places.
    let diagnostics: [Diagnostic]
    /// Whether the record could be judged as a whole; one with errors may be half of one.
    let isWhole: Bool
    /// The facts of a whole record; nil where they were not read.
    let facts: ProfileFacts?
    /// What the verdict depends on; nil where it may not be kept.
    var trace: SourceTrace?

    /// Judges a profile; nil where there is none of this id any more.
    init?(on id: ProfileID, reader: ProfileReader, lint: Lint) throws(StoreError) {
        guard let profile = try reader.profile(id) else { return nil }
        self.id = id
        // The content of half a record is judged when its errors are mended.
        guard !profile.hasErrors else {
            diagnostics = profile.diagnostics.sorted()
            isWhole = false
            facts = nil
            return
        }
        let assets = try reader.assetHeads(of: profile, count: Asset.headLength)
        let subject = Subject(
            profile.record,
            assets: assets.map { Asset(path: $0.path, size: $0.size, head: $0.head) })
        let found = try reader.located(lint.findings(in: subject), in: id)
        diagnostics = (profile.diagnostics + found).sorted()
        isWhole = true
        facts = lint.facts(of: subject)
    }

    /// Takes a verdict that was kept.
    init(on id: ProfileID, _ entry: VerdictCache.Entry, facts: ProfileFacts? = nil) {
        self.id = id
        diagnostics = entry.diagnostics
        isWhole = entry.isWhole
        trace = entry.trace
        self.facts = facts
    }
}
