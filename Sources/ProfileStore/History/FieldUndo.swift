public import Git
internal import Merging
public import RecordModel

/// What taking back one change of one field comes to, on top of a snapshot.
public struct FieldUndo: Sendable {
    /// Which value the field gets back.
    public enum Aim: Sendable {
        /// The one from before the commit, which changed the field; what changed in it since stays.
        case before
        /// The one that it had as of the commit, whatever changed since.
        case restored
    }

    /// The commit that it goes back by.
    public let commit: Commit
    /// Which value the field gets.
    public let aim: Aim
    /// What to write; nothing where there is a conflict, or the field has the value already.
    public let edit: RecordEdit
    /// What changed in the field since, and stands against it.
    public let conflicts: [UndoConflict]
}

/// A field that was changed again after the change that is to be taken back.
public struct UndoConflict: Hashable, Sendable {
    /// The field, as it is called now.
    public let path: FieldPath
    /// The value that the change made; nil where it took the field away.
    public let changed: Value?
    /// The value now; nil where there is none.
    public let now: Value?
    /// The value that it was to get back; nil where there was none.
    public let before: Value?
    /// Why the two do not go together, as a sentence.
    public let reason: String
}

extension Store {
    /// Returns what taking back the change that a commit made to a field comes to.
    ///
    /// The way back is merged with what changed since, as two people's edits are, so that edits of
    /// other fields stay, and those of the same one are a conflict. Where the commit did not
    /// change the field, or with `restores`, the field gets the value that it had as of the commit.
    ///
    /// - Parameters:
    ///   - path: The field, the entry or the section.
    ///   - id: The profile.
    ///   - revision: The commit.
    ///   - restores: Whether the value as of the commit is wanted in any case.
    ///   - snapshot: The commit that the result is written on top of.
    /// - Returns: What to write, or the conflicts.
    /// - Throws: `rejected` where the result would not be valid, and what the store failed at.
    public func undo(
        of path: FieldPath, in id: ProfileID, from revision: String, restores: Bool = false,
        on snapshot: Snapshot
    ) throws(StoreError) -> FieldUndo {
        let repository = try repository()
        let shape = snapshot.schemas.recordShape
        let history = history(of: id, in: repository, as: snapshot)
        defer { history.keep() }
        let target = try commitID(of: revision, in: repository)
        guard let section = path.steps.first, let headID = snapshot.commitID,
            let head = try history.commit(headID), let commit = try history.commit(target)
        else { throw .unknownRevision(revision) }
        let content = try snapshot.content(of: section, in: id)
        let field = shape.shape(at: path, of: content)
        let now = try history.value(at: path, of: id, in: head)
        var walk = LogWalk(history, from: head, id, path)
        let stop =
            try walk.stop(at: target)
            ?? LogWalk.Stop(
                commit: commit, place: ProfileHistory.Place(commitID: target, profile: id),
                path: path)
        let changed = try history.value(at: stop.path, of: stop.place.profile, in: commit)
        let before = try history.formerValue(of: stop)
        let isChange = !Diff(
            from: .field(before), to: .field(changed), shape: .mapping(["": field], others: .any)
        ).isEmpty
        guard isChange, !restores else {
            let edit = try snapshot.edited(
                [
                    FieldEdit(
                        path, changed, besidesThoseIn: try history.list(around: stop),
                        in: content, shape: shape)
                ], in: id)
            return FieldUndo(commit: commit, aim: .restored, edit: edit, conflicts: [])
        }
        let merge = Merge(
            base: .field(changed), ours: .field(now), theirs: .field(before),
            shape: .mapping(["": field], others: .any))
        let conflicts = merge.conflicts.map { conflict in
            UndoConflict(
                path: path.appending(FieldPath(steps: Array(conflict.path.steps.dropFirst()))),
                changed: conflict.base, now: conflict.ours, before: conflict.theirs,
                reason: conflict.reason.sentence)
        }
        if conflicts.isEmpty, !merge.lostEdits.isEmpty {
            throw .rejected([
                Diagnostic(
                    .storeLostEdit, "Taking the change back would lose another edit",
                    hint: "Set the field by hand with labfolio set", profile: id.text, path: path)
            ])
        }
        let result = conflicts.isEmpty ? merge.result[""] : now
        let edit = try snapshot.edited(
            [
                FieldEdit(
                    path, result, besidesThoseIn: try history.formerList(around: stop),
                    in: content, shape: shape)
            ], in: id)
        return FieldUndo(commit: commit, aim: .before, edit: edit, conflicts: conflicts)
    }
}

extension Value {
    /// A mapping that holds a field, or does not.
    fileprivate static func field(_ value: Value?) -> Value {
        var mapping = Mapping()
        mapping[""] = value
        return .mapping(mapping)
    }
}

extension Snapshot {
    /// The record with one section only, to look a field up in.
    fileprivate func content(of section: String, in id: ProfileID) throws(StoreError) -> Value {
        var mapping = Mapping()
        mapping[section] = try reader().section(section, of: id)
        return .mapping(mapping)
    }
}

extension ProfileHistory {
    /// Returns the value of a field as of a commit; nil where it is not there.
    func value(
        at path: FieldPath, of id: ProfileID, in commit: Commit
    ) throws(StoreError) -> Value? {
        guard let name = path.steps.first else { return nil }
        let folder = try folder(of: id, in: commit)
        let place = Place(commitID: commit.id, profile: id)
        return try section(name, at: place, folder)?
            .value(at: path, shape: shape.shape(ofKey: name))
    }

    /// Returns the list that an item stood in as of a commit; nil where it was in none.
    func list(around stop: LogWalk.Stop) throws(StoreError) -> [Value]? {
        guard let parent = stop.path.parent else { return nil }
        return try value(at: parent, of: stop.place.profile, in: stop.commit)?.list
    }

    /// Returns the list that an item stood in before a commit; nil where it was in none.
    func formerList(around stop: LogWalk.Stop) throws(StoreError) -> [Value]? {
        guard let list = stop.path.parent else { return nil }
        return try formerValue(
            of: LogWalk.Stop(commit: stop.commit, place: stop.place, path: list))?.list
    }

    /// Returns the value that a field had in the first parent of a commit.
    func formerValue(of stop: LogWalk.Stop) throws(StoreError) -> Value? {
        guard let name = stop.path.steps.first,
            let parent = try parents(of: stop.commit, at: stop.place).first,
            let version = try section(
                name, at: stop.place, folder(of: stop.place.profile, in: stop.commit)),
            let former = try section(name, at: parent.place, parent.folder)
        else { return nil }
        let shape = shape.shape(ofKey: name)
        let (path, _) = FieldVersions(version, former, shape: shape).origin(of: stop.path)
        return former.value(at: path, shape: shape)
    }
}

extension Diagnostic.Code {
    static let storeLostEdit: Self = "store.lost-edit"
}
