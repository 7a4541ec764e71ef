internal import Formats
internal import ProfileStore
internal import RecordModel

/// The files of a store while fixes are applied to them, round by round.
///
/// Nothing is written: whoever runs it looks at the result first.
struct FixRun {
    /// The state that the fixes begin with.
    let snapshot: Snapshot
    /// Whether fixes are applied that somebody should look at.
    let allowsUnsafe: Bool
    /// The files that changed, by their path from the store's root: before and after.
    private(set) var files: [String: (before: [UInt8], after: [UInt8])] = [:]
    /// What was done, in order.
    private(set) var applied: [(place: String, summary: String)] = []
    /// The fixes that could not be applied, as findings.
    private(set) var failures: [Diagnostic] = []
    private var refused: Set<Refusal> = []

    /// Rounds are needed where a fix makes room for another one; more would be going in circles.
    static let rounds = 16

    /// A fix that is not tried again.
    private struct Refusal: Hashable {
        let profile: String?
        let fix: Fix
    }

    init(snapshot: Snapshot, allowsUnsafe: Bool) {
        self.snapshot = snapshot
        self.allowsUnsafe = allowsUnsafe
    }

    /// The snapshot with what was done so far.
    var current: Snapshot { snapshot.replacing(files.mapValues(\.after)) }

    /// Applies the fixes of findings, the last place of a file first, so that positions in lists
    /// stay what they were; tells whether a file has changed.
    mutating func apply(_ diagnostics: [Diagnostic]) throws(CommandError) -> Bool {
        let reader = try CommandError.store { () throws(StoreError) in try snapshot.reader() }
        var touched: [String: [FieldPath]] = [:]
        let before = applied.count
        for diagnostic in diagnostics.sorted().reversed() {
            guard let fix = diagnostic.fix, fix.isSafe || allowsUnsafe,
                let id = diagnostic.profile.flatMap(ProfileID.init),
                !refused.contains(Refusal(profile: diagnostic.profile, fix: fix))
            else { continue }
            try apply(fix, of: diagnostic, in: id, reader, &touched)
        }
        applied[before...].reverse()
        return applied.count > before
    }

    private mutating func apply(
        _ fix: Fix, of diagnostic: Diagnostic, in id: ProfileID, _ reader: ProfileReader,
        _ touched: inout [String: [FieldPath]]
    ) throws(CommandError) {
        var groups: [String: [FieldEdit]] = [:]
        var isFirst = true
        for edit in fix.edits {
            guard let file = ProfileReader.file(of: edit.path, in: id) else { return }
            // What another fix changed in this round is looked at again in the next one.
            let others = touched[file] ?? []
            isFirst = isFirst && others.isEmpty
            if others.contains(where: { $0.isInside(edit.path) || edit.path.isInside($0) }) {
                return
            }
            groups[file, default: []].append(edit)
        }
        var results: [String: (before: [UInt8], after: [UInt8])] = [:]
        for (file, edits) in groups {
            guard let section = edits.first?.path.steps.first,
                let bytes = try bytes(section, file, of: id, reader)
            else { return }
            do throws(Diagnostic) {
                let after = try YAMLEditor().edited(
                    bytes, by: edits.map(\.withinSection),
                    shape: snapshot.schemas.recordShape.shape(ofKey: section), file: file)
                guard allowsUnsafe || CommentText.keepsAll(from: bytes, in: after) else {
                    refused.insert(Refusal(profile: diagnostic.profile, fix: fix))
                    return
                }
                results[file] = (files[file]?.before ?? bytes, after)
            } catch {
                // It may only have to wait until the next round.
                if isFirst { refuse(fix, of: diagnostic, because: error) }
                return
            }
        }
        guard results.contains(where: { $0.value.after != files[$0.key]?.after ?? $0.value.before })
        else {
            refused.insert(Refusal(profile: diagnostic.profile, fix: fix))
            return
        }
        for (file, result) in results {
            files[file] = result
            touched[file, default: []] += (groups[file] ?? []).map(\.path)
        }
        let place = diagnostic.location.map { "\($0.file):\($0.line)" } ?? id.text
        applied.append((place, fix.summary))
    }

    private func bytes(
        _ section: String, _ file: String, of id: ProfileID, _ reader: ProfileReader
    ) throws(CommandError) -> [UInt8]? {
        if let known = files[file] { return known.after }
        return try CommandError.store { () throws(StoreError) in
            try reader.sectionBytes(section, of: id)
        }
    }

    private mutating func refuse(
        _ fix: Fix, of diagnostic: Diagnostic, because reason: Diagnostic
    ) {
        refused.insert(Refusal(profile: diagnostic.profile, fix: fix))
        var failure = Diagnostic(
            .fixFailed, "The fix could not be applied: \(fix.summary)", severity: .warning,
            hint: reason.message, profile: diagnostic.profile, path: diagnostic.path,
            location: diagnostic.location)
        failure.line = diagnostic.line
        failures.append(failure)
    }
}

extension FieldEdit {
    /// The edit from the root of the section's file.
    fileprivate var withinSection: FieldEdit {
        var edit = self
        edit.path.steps.removeFirst()
        return edit
    }
}

extension Diagnostic.Code {
    static let fixFailed: Self = "fix.failed"
}
