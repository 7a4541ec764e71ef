internal import Git
internal import Merging
internal import RecordModel

/// A walk from a commit into the past that stops where a profile, or a field of it, became
/// another one.
///
/// A merge that took the field from one parent as it was is passed over, and only that parent's
/// line is followed, as git does for files. The field is followed through new names of its entry,
/// and the profile through a new name of its folder.
struct LogWalk {
    /// A commit with the field as it is called there.
    struct Stop {
        let commit: Commit
        let place: ProfileHistory.Place
        let path: FieldPath
    }

    private let history: ProfileHistory
    private var queue = CommitQueue<Set<FieldPath>>()
    private var seen: Set<ProfileHistory.Place> = []

    /// Begins at a commit; the root is the path of the profile as a whole, its assets included.
    init(_ history: ProfileHistory, from commit: Commit, _ id: ProfileID, _ path: FieldPath) {
        self.history = history
        let place = ProfileHistory.Place(commitID: commit.id, profile: id)
        queue.insert(commit, place, first: []) { $0.insert(path) }
    }

    /// Returns the next commit after which the field was another one; nil at the end.
    mutating func next() throws(StoreError) -> Stop? {
        while let visit = try step() { if visit.isChange { return visit.stop } }
        return nil
    }

    /// Returns what the field is called in a commit, where the walk comes by it.
    mutating func stop(at id: CommitID) throws(StoreError) -> Stop? {
        while let visit = try step() { if visit.stop.commit.id == id { return visit.stop } }
        return nil
    }

    private mutating func step() throws(StoreError) -> (stop: Stop, isChange: Bool)? {
        while let (place, paths) = queue.next() {
            guard seen.insert(place).inserted,
                let path = paths.min(by: { $0.description < $1.description }),
                let commit = try history.commit(place.commitID)
            else { continue }
            let stop = Stop(commit: commit, place: place, path: path)
            return (stop, try isChange(stop))
        }
        return nil
    }

    /// Goes on to a commit's parents and tells whether the field is another one in all of them.
    private mutating func isChange(_ stop: Stop) throws(StoreError) -> Bool {
        let folder = try history.folder(of: stop.place.profile, in: stop.commit)
        let parents = try history.parents(of: stop.commit, at: stop.place)
        var others: [(ProfileHistory.Parent, FieldPath)] = []
        for parent in parents {
            let (path, isSame) = try compare(stop, folder, with: parent)
            if isSame {
                queue.insert(parent.commit, parent.place, first: []) { $0.insert(path) }
                return false
            }
            others.append((parent, path))
        }
        for (parent, path) in others {
            queue.insert(parent.commit, parent.place, first: []) { $0.insert(path) }
        }
        guard parents.isEmpty else { return true }
        guard let section = stop.path.steps.first else { return folder != nil }
        guard let version = try history.section(section, at: stop.place, folder) else {
            return true
        }
        return version.value(at: stop.path, shape: history.shape.shape(ofKey: section)) != nil
    }

    /// Returns what the field is called in a parent, and whether it is the same there.
    private func compare(
        _ stop: Stop, _ folder: ProfileHistory.Folder?, with parent: ProfileHistory.Parent
    ) throws(StoreError) -> (path: FieldPath, isSame: Bool) {
        let path = stop.path
        guard let section = path.steps.first else {
            // A profile that got another name is another one, though nothing in it is.
            let isSame = folder == parent.folder && stop.place.profile == parent.place.profile
            return (path, isSame)
        }
        if history.isSame(section, at: stop.place, folder, and: parent.folder) {
            return (path, true)
        }
        guard let version = try history.section(section, at: stop.place, folder) else {
            return (path, true)
        }
        let former = try history.formerSection(
            section, at: parent.place, parent.folder, after: version)
        let shape = history.shape.shape(ofKey: section)
        return FieldVersions(version, former, shape: shape).origin(of: path)
    }
}

/// Two versions of a section that one field is looked up in.
struct FieldVersions {
    private let version: SectionVersion
    private let former: SectionVersion
    private let shape: Shape

    init(_ version: SectionVersion, _ former: SectionVersion, shape: Shape) {
        self.version = version
        self.former = former
        self.shape = shape
    }

    /// Returns where a field, given from the root of the record, was before, and whether it was
    /// the same there; not to be there is the same in both.
    func origin(of path: FieldPath) -> (path: FieldPath, isSame: Bool) {
        guard version !== former else { return (path, true) }
        guard path.steps.count > 1 else {
            return (
                path,
                Diff(from: version.value(), to: former.value(), shape: shape).isEmpty
            )
        }
        let (section, step, inner) = (path.steps[0], path.steps[1], Array(path.steps[2...]))
        guard let key = version.key(ofStep: step) else {
            return (path, former.value(at: path, shape: shape) == nil)
        }
        if let part = version.part(key), let old = former.part(key), part.isSame(as: old) {
            return (path, true)
        }
        let comparison = SectionComparison(of: version, before: former, about: [key], shape: shape)
        // What is not there has no origin, but what it would be in may have one.
        var origin = path
        for count in (0...inner.count).reversed() {
            guard let (formerKey, steps) = comparison.origin(key, Array(inner[..<count])) else {
                continue
            }
            origin = FieldPath(steps: [section, formerKey] + steps + inner[count...])
            break
        }
        let value = version.value(at: path, shape: shape)
        let old = former.value(at: origin, shape: shape)
        guard let value, let old else { return (origin, value == nil && old == nil) }
        return (origin, comparison.isSame(value, old, key, inner))
    }
}

extension SectionVersion {
    /// The value of a field, given from the root of the record.
    func value(at path: FieldPath, shape: Shape) -> Value? {
        guard path.steps.count > 1 else { return parts.isEmpty ? Value?.none : value() }
        guard let key = key(ofStep: path.steps[1]) else { return nil }
        let inner = isList ? shape.itemShape : shape.shape(ofKey: key)
        return part(key)?.value.value(at: FieldPath(steps: Array(path.steps[2...])), shape: inner)
    }
}
