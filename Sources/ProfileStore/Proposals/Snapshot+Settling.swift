internal import Formats
internal import Merging
internal import RecordModel

extension Snapshot {
    /// Returns the bytes of a merged file in which conflicts were decided; nil where the file is to
    /// be gone.
    ///
    /// The merge holds what ours has in each conflict; what was decided otherwise is set in it,
    /// one field after the other, so that comments and layout stay.
    func settling(
        _ decisions: [(conflict: Conflict, decision: Decision)], in file: FileMerge,
        _ merge: SectionMerge, of profile: ProfileID?
    ) throws(StoreError) -> [UInt8]? {
        let depth = profile == nil ? 0 : 1
        let (section, shapes) = schemas.place(of: file.path)
        var bytes = merge.bytes
        for (conflict, decision) in decisions {
            let value = decision.value(of: conflict)
            guard value != conflict.ours else { continue }
            let path = FieldPath(steps: Array(conflict.path.steps.dropFirst(depth)))
            guard value != nil || !path.steps.isEmpty else {
                bytes = nil
                continue
            }
            let start = bytes ?? section.map { Array(SectionFile.modeline($0).utf8) } ?? []
            do throws(Diagnostic) {
                bytes = try YAMLEditor().edited(
                    start, by: [FieldEdit(path, value)], shape: shapes.shape, file: file.path)
            } catch {
                var diagnostic = error
                diagnostic.profile = profile?.text
                throw .rejected([diagnostic.quoting(start)])
            }
        }
        return bytes
    }
}
