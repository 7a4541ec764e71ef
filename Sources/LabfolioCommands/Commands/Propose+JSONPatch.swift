internal import Formats
internal import ProfileStore
internal import RecordModel

/// Patches of records, as `labfolio diff --format json-patch` prints them.
struct RecordPatches {
    /// The operations for each profile, in the order of the document.
    let patches: [(id: ProfileID, operations: [Value])]

    /// Tells whether bytes are rather JSON than a patch of files.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    /// Reads a document: the operations for one profile that was named, or an object with the
    /// operations for each profile under its id.
    init(_ bytes: [UInt8], for ids: [ProfileID]) throws(CommandError) {
        let document: Value
        do throws(Diagnostic) {
            document = try JSONReader().read(bytes, file: "the patch").value
        } catch { throw CommandError(StoreError.proposal(.patch(error.message))) }
        switch document {
        case .list(let operations):
            guard ids.count == 1, let id = ids.first else {
                throw .usage(
                    "A patch of one record does not say whose it is",
                    hint: "Name the profile: labfolio propose NAME PROFILE --from FILE")
            }
            patches = [(id, operations)]
        case .mapping(let mapping):
            var patches: [(ProfileID, [Value])] = []
            for entry in mapping.entries {
                guard let id = ProfileID(entry.key), let operations = entry.value.list else {
                    throw CommandError(
                        StoreError.proposal(
                            .patch("`\(entry.key)` is no profile with a list of operations")))
                }
                guard ids.isEmpty || ids.contains(id) else {
                    throw CommandError(
                        StoreError.proposal(.foreignFile("profiles/\(id)")))
                }
                patches.append((id, operations))
            }
            self.patches = patches
        default:
            throw CommandError(StoreError.proposal(.patch("it is neither a list nor an object")))
        }
    }

    /// Returns what the patches make of the newest commit; comments and layout of what they leave
    /// alone stay.
    func changes(in store: Store) throws(StoreError) -> ProposedFiles {
        let snapshot = try store.snapshot(at: .commit("HEAD"))
        let reader = try snapshot.reader()
        var files: Store.FileChanges = [:]
        for (id, operations) in patches {
            let before = try reader.profile(id)?.record.value ?? .mapping(Mapping())
            let after: Value
            do throws(JSONPatch.Failure) {
                after = try JSONPatch.applied(operations, to: before)
            } catch {
                throw .proposal(.patch("\(id): \(error.message)"))
            }
            guard let new = after.mapping else {
                throw .proposal(.patch("\(id): the record would be no object"))
            }
            let sections = (before.mapping?.keys ?? []) + new.keys.filter { before[$0] == nil }
            let edits = sections.filter { before[$0] != new[$0] }
                .map { FieldEdit(FieldPath(steps: [$0]), new[$0]) }
            let edit = try snapshot.edited(edits, in: id)
            files.merge(edit.files) { one, _ in one }
        }
        return try store.changes(files, on: snapshot)
    }
}
