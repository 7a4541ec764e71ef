internal import Formats
internal import Git
internal import Merging
internal import RecordModel

/// What commits change, place by place; serves one task.
///
/// A merge is taken for what it does beyond merging: where it holds something else than the merge
/// of its parents, and where the parents are in conflict. So a change counts where it was made,
/// and nothing can be taken back under the cloak of a merge.
final class CommitChanges {
    /// Some changes at one file, ready to be judged.
    enum Edit {
        /// Changes of a record.
        case fields(Diff, ProfileID)
        /// Changes at places that are counted from the store's root.
        case places([FieldPath])
    }

    private let repository: Repository
    private let rules: PushRules
    /// The content of files, by id and what is read of them: one blob may be two sections.
    private var contents: [String: Value?] = [:]
    /// How many of them are kept, so that the value after a commit need not be read again as the
    /// one before the next.
    private static let contentLimit = 64

    init(in repository: Repository, rules: PushRules) {
        self.repository = repository
        self.rules = rules
    }

    /// Returns what a commit changes, one item for each file.
    func edits(of commit: Commit) throws(GitError) -> [Edit] {
        let parents = try commit.parentIDs.map { id throws(GitError) in
            try repository.commit(id)
        }
        guard parents.count < 2 else { return try edits(ofMerge: commit, parents) }
        return try repository.differences(from: parents.first?.treeID, to: commit.treeID).map {
            difference throws(GitError) in
            try edit(at: difference.path, from: difference.before, to: difference.after)
        }
    }

    /// Tells whether two commits differ at a place, or within it or around it.
    func differ(
        _ before: CommitID, _ after: CommitID, at place: FieldPath
    ) throws(GitError) -> Bool {
        let trees = (
            try repository.commit(before).treeID, try repository.commit(after).treeID
        )
        for difference in try repository.differences(from: trees.0, to: trees.1) {
            let file = PlacedFile(path: difference.path)
            guard file.place.isInside(place) || place.isInside(file.place) else { continue }
            let edit = try edit(at: difference.path, from: difference.before, to: difference.after)
            let touches = Self.places(of: edit).contains {
                $0.isInside(place) || place.isInside($0)
            }
            if touches { return true }
        }
        return false
    }

    /// The places that an edit changes, counted from the store's root.
    private static func places(of edit: Edit) -> [FieldPath] {
        switch edit {
        case .places(let places): places
        case .fields(let diff, let id): diff.changes.map { Owners.place(of: id).appending($0.path) }
        }
    }

    private func edits(ofMerge commit: Commit, _ parents: [Commit]) throws(GitError) -> [Edit] {
        let (ours, theirs) = (parents[0], parents[1])
        let base = try repository.mergeBases(of: ours.id, and: theirs.id).first
        let baseTree = try base.map { id throws(GitError) in try repository.commit(id).treeID }
        let own = try repository.differences(from: ours.treeID, to: commit.treeID)
        let brought = try repository.differences(from: baseTree, to: theirs.treeID)
        var edits: [Edit] = []
        for path in Set(own.map(\.path)).union(brought.map(\.path)).sorted() {
            func target(_ tree: TreeID?) throws(GitError) -> TreeEntry.Target? {
                try tree.map { tree throws(GitError) in try repository.entry(at: path, in: tree) }??
                    .target.withoutFolder
            }
            let sides = MergedFile(
                base: try target(baseTree), ours: try target(ours.treeID),
                theirs: try target(theirs.treeID), result: try target(commit.treeID))
            guard !sides.isTrivial else { continue }
            if let edit = try self.edit(at: path, sides) { edits.append(edit) }
        }
        return edits
    }

    /// Returns what a merge does to a file beyond merging it; nil where it does nothing.
    private func edit(at path: String, _ sides: MergedFile) throws(GitError) -> Edit? {
        let file = PlacedFile(path: path)
        guard let shape = shape(of: file),
            let base = try value(of: sides.base, file), let ours = try value(of: sides.ours, file),
            let theirs = try value(of: sides.theirs, file),
            let result = try value(of: sides.result, file)
        else { return .places([file.place]) }
        let merge = Merge(base: base, ours: ours, theirs: theirs, shape: shape)
        let diff = Diff(from: merge.result, to: result, shape: shape)
        let disputed = merge.conflicts.map { file.root.appending($0.path) }
        guard disputed.isEmpty, let id = file.profile else {
            let changed = diff.changes.map { file.root.appending($0.path) }
            return disputed.isEmpty && changed.isEmpty ? nil : .places(disputed + changed)
        }
        return diff.isEmpty ? nil : .fields(diff, id)
    }

    /// Returns what a change of a file is.
    private func edit(
        at path: String, from before: TreeEntry.Target?, to after: TreeEntry.Target?
    ) throws(GitError) -> Edit {
        let file = PlacedFile(path: path)
        guard let shape = shape(of: file), let old = try value(of: before, file),
            let new = try value(of: after, file)
        else { return .places([file.place]) }
        let diff = Diff(from: old, to: new, shape: shape)
        // Comments, layout, or an order that means nothing: a change of the file as a whole.
        guard !diff.isEmpty else { return .places([file.place]) }
        if let id = file.profile { return .fields(diff, id) }
        return .places(diff.changes.map { file.root.appending($0.path) })
    }

    private func shape(of file: PlacedFile) -> Shape? {
        switch file.kind {
        case .section: rules.recordShape
        case .configuration: rules.configurationShape
        case .other: nil
        }
    }

    /// Returns the content of a file as a part of the whole it belongs to, with nothing in it where
    /// it is not there; nil where it cannot be read.
    private func value(
        of target: TreeEntry.Target?, _ file: PlacedFile
    ) throws(GitError) -> Value? {
        guard let target else { return .mapping(Mapping()) }
        guard let id = target.blobID else { return nil }
        let key = "\(id) \(file.place.steps.last ?? "")"
        if let known = contents[key] { return known }
        if contents.count >= Self.contentLimit { contents.removeAll(keepingCapacity: true) }
        let value = try read(id, file)
        contents[key] = .some(value)
        return value
    }

    private func read(_ id: BlobID, _ file: PlacedFile) throws(GitError) -> Value? {
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.blob(id, limit: StoreLayout.sectionLimit)
        } catch {
            if error.code == .tooLarge { return nil }
            throw error
        }
        // A file that cannot be read is a file that changes as a whole.
        switch file.kind {
        case .section(let name):
            let shape = rules.recordShape.shape(ofKey: name)
            let value = try? YAMLReader().read(bytes, file: file.path, shape: shape).value
            return value.map {
                var record = Mapping()
                record[name] = $0 == .null ? .list([]) : $0
                return .mapping(record)
            }
        case .configuration:
            let shape = rules.configurationShape
            return try? YAMLReader().read(bytes, file: file.path, shape: shape).value
        case .other: return nil
        }
    }
}

/// What a merge finds of one file, and what it makes of it.
private struct MergedFile {
    let base: TreeEntry.Target?
    let ours: TreeEntry.Target?
    let theirs: TreeEntry.Target?
    let result: TreeEntry.Target?

    /// Whether the file is what git makes of it without looking into it.
    var isTrivial: Bool {
        (ours == theirs && result == ours) || (ours == base && result == theirs)
            || (theirs == base && result == ours)
    }
}

/// A file of a store, with the place that it has among all that can be owned.
private struct PlacedFile {
    enum Kind {
        case section(String)
        case configuration
        case other
    }

    let path: String
    let kind: Kind
    /// The profile whose section it is.
    let profile: ProfileID?

    init(path: String) {
        self.path = path
        let parts = path.split(separator: "/").map(String.init)
        if path == StoreLayout.configuration {
            (kind, profile) = (.configuration, nil)
        } else if parts.count == 3, parts[0] == StoreLayout.profiles,
            parts[2].hasSuffix(StoreLayout.sectionSuffix), let id = ProfileID(parts[1])
        {
            let name = String(parts[2].dropLast(StoreLayout.sectionSuffix.count))
            (kind, profile) = (.section(name), id)
        } else {
            (kind, profile) = (.other, nil)
        }
    }

    /// The place that the paths of the content begin at.
    var root: FieldPath {
        if let profile { return Owners.place(of: profile) }
        return FieldPath(steps: path.split(separator: "/").map(String.init))
    }

    /// The place of the file itself.
    var place: FieldPath {
        if case .section(let name) = kind { root.appending(name) } else { root }
    }
}

extension TreeEntry.Target {
    /// The target, nil for a folder.
    fileprivate var withoutFolder: TreeEntry.Target? { treeID == nil ? self : nil }
}
