internal import Formats
public import Git
public import Merging
public import RecordModel

/// Two commits merged, file by file; nothing is written yet.
public struct StoreMerge: Sendable {
    /// The commit that is merged into.
    public let ours: CommitID
    /// The commit that is merged.
    public let theirs: CommitID
    /// Their best common ancestors.
    public let bases: [CommitID]
    /// The files of fields, texts and others that both sides changed.
    public let merged: [FileMerge]
    /// The files whose bytes were made by merging, on top of ours; nil where one is to be gone.
    ///
    /// A file in conflict is not among them: it stays as ours has it.
    public let files: Store.FileChanges
    /// The files that are put at a path as they are: those that only theirs changed, as theirs has
    /// them, and those of ours whose profile theirs gave another id.
    public let objects: [String: TreeEntry.Target]
    /// The ids that theirs gave to profiles, by those that they had.
    public let moves: [String: String]

    /// Puts the merged files of a plan together.
    public init(_ plan: MergePlan, _ files: [FileMerge]) {
        let merged = files + plan.conflicts
        ours = plan.ours
        theirs = plan.theirs
        bases = plan.bases
        self.merged = merged
        moves = plan.moves
        var changes: Store.FileChanges = [:]
        var objects: [String: TreeEntry.Target] = [:]
        for (path, target) in plan.taken {
            if let target { objects[path] = target } else { changes[path] = .some(nil) }
        }
        // A file in conflict stays as ours has it, at its new place.
        for file in merged where !file.isClean {
            if let own = plan.displaced[file.path] { objects[file.path] = own }
        }
        for file in merged where file.isClean {
            switch file.outcome {
            case .section(let merge): changes[file.path] = .some(merge.bytes)
            case .lines(let bytes): changes[file.path] = bytes
            case .taken(let target):
                if let target {
                    objects[file.path] = target
                } else {
                    changes[file.path] = .some(nil)
                }
            case .conflict: break
            }
        }
        self.files = changes
        self.objects = objects
    }

    /// Whether there is nothing for a person to decide.
    public var isClean: Bool { merged.allSatisfy(\.isClean) }

    /// The files that a person has to decide something about.
    public var conflicted: [FileMerge] { merged.filter { !$0.isClean } }

    /// The profiles that theirs changed, in order, each with what became of its files.
    public var profiles: [ProfileMerge] {
        var parts: [ProfileID: ProfileMerge] = [:]
        for path in Array(files.keys) + objects.keys {
            guard let id = FileKind.profile(of: path) else { continue }
            parts[id, default: ProfileMerge(id: id)].paths.append(path)
        }
        for file in merged {
            guard let id = FileKind.profile(of: file.path) else { continue }
            parts[id, default: ProfileMerge(id: id)].merged.append(file)
        }
        return parts.values.map { profile in
            var profile = profile
            profile.paths.sort()
            return profile
        }.sorted { $0.id < $1.id }
    }

    /// The files that belong to no profile, or to no record, on which the sides disagree.
    public var otherConflicts: [FileMerge] {
        conflicted.filter { $0.section?.conflicts.isEmpty ?? true }
    }

    /// What a person should know about the merged texts.
    public var notices: [Diagnostic] { merged.flatMap { $0.section?.notices ?? [] }.sorted() }

    /// What is wrong with the merged fields by their schemas, though each side was fine.
    public var findings: [Diagnostic] { merged.flatMap(\.findings).sorted() }

    /// Returns the message of the commit, with the proof at its end.
    public func message(_ text: String) -> String { MergeTrailer.adding(proof, to: text) }

    /// One line about what the merge did that stays the same, to be kept with the commit: the
    /// numbers of files and conflicts, and a hash of what each file's merge says about its edits.
    public var proof: String {
        var hash = ContentHash()
        for file in merged {
            hash.combine(file.path)
            hash.combine(file.section?.check?.proof ?? (file.isClean ? "lines" : "conflict"))
        }
        let conflicts = conflicted.reduce(0) { $0 + max(1, $1.section?.conflicts.count ?? 1) }
        return "files=\(merged.count) conflicts=\(conflicts) edits="
            + String(hash.description.prefix(16))
    }

    /// The commit that the merge would be.
    public func draft(message: String) -> CommitDraft {
        var draft = CommitDraft(message: message, files: files, mergedWith: [theirs])
        draft.objects = objects
        for file in merged where file.isClean { draft.executables[file.path] = file.isExecutable }
        return draft
    }
}

/// What a merge does to one profile.
public struct ProfileMerge: Sendable {
    /// The profile.
    public let id: ProfileID
    /// The files that get other content than ours has.
    public internal(set) var paths: [String] = []
    /// The files that both sides changed.
    public internal(set) var merged: [FileMerge] = []

    /// The fields that the sides disagree on.
    public var conflicts: [Conflict] { merged.flatMap { $0.section?.conflicts ?? [] } }
    /// Whether there is nothing for a person to decide about the profile.
    public var isClean: Bool { merged.allSatisfy(\.isClean) }
}

extension Store {
    /// Merges a commit into another one, without writing anything.
    ///
    /// Only what changed is read: trees that are the same are not looked into, and a file that one
    /// side changed is taken unread.
    ///
    /// - Parameters:
    ///   - theirs: The commit that is merged.
    ///   - ours: The commit that it is merged into.
    /// - Returns: What comes of it, with the conflicts.
    /// - Throws: `unrelatedHistories`, `mergeFault`, or what the repository failed at.
    public func merge(
        _ theirs: CommitID, into ours: CommitID
    ) throws(StoreError) -> StoreMerge {
        let plan = try mergePlan(theirs, into: ours)
        return StoreMerge(plan, try mergeFiles(0..<plan.count, of: plan))
    }
}
