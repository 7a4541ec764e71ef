internal import Formats
internal import JSONSchema
public import RecordModel

/// What has to be written so that fields of one profile have other values.
///
/// Only the lines of the fields change; comments and everything else in the files stay.
public struct RecordEdit: Sendable {
    /// The files that change; none where every field has its value already.
    public let files: Store.FileChanges
    /// The sections that were asked for, as they are.
    public let before: Record
    /// The same sections with the fields set.
    public let after: Record
}

extension Snapshot {
    /// Returns what has to be written so that fields of a profile have other values.
    ///
    /// A section file that is not there is begun, and one that is taken away is removed.
    ///
    /// - Parameters:
    ///   - edits: The fields with their new values, from the root of the record.
    ///   - id: The profile.
    /// - Returns: The files, and the sections before and after.
    /// - Throws: `rejected` with what stops it: a file that cannot be read, a path that leads
    ///   nowhere, or errors that the profile did not have before.
    public func edited(
        _ edits: [FieldEdit], in id: ProfileID
    ) throws(StoreError) -> RecordEdit {
        let reader = try reader()
        var files: Store.FileChanges = [:]
        var (before, after) = (Mapping(), Mapping())
        var sections: [String] = []
        for edit in edits {
            guard let section = edit.path.steps.first, schemas.sections[section] != nil else {
                throw .rejected([noSection(edit.path, of: id)])
            }
            if !sections.contains(section) { sections.append(section) }
        }
        for section in sections {
            let own = edits.filter { $0.path.steps.first == section }
            let change = try sectionEdit(own, section, of: id, reader)
            before[section] = change.before
            after[section] = change.after
            if let file = change.file { files[StoreLayout.file(of: section, in: id)] = file }
        }
        if !files.isEmpty { try refuseNewErrors(files, in: id, reader) }
        return RecordEdit(
            files: files, before: Record(id: id, value: .mapping(before)),
            after: Record(id: id, value: .mapping(after)))
    }

    /// Returns the value of a section before and after, and its bytes where they change.
    private func sectionEdit(
        _ edits: [FieldEdit], _ section: String, of id: ProfileID, _ reader: ProfileReader
    ) throws(StoreError) -> (before: Value?, after: Value?, file: [UInt8]??) {
        let file = StoreLayout.file(of: section, in: id)
        let shape = schemas.recordShape.shape(ofKey: section)
        let old = try reader.sectionBytes(section, of: id)
        func value(of bytes: [UInt8]) throws(Diagnostic) -> Value {
            let value = try YAMLReader().read(bytes, file: file, shape: shape).value
            // A file of comments only is a section without entries.
            if value == .null, case .list = shape { return [] }
            return value
        }
        do throws(Diagnostic) {
            let before = try old.map(value(of:))
            if edits.count == 1, edits[0].path.steps.count == 1, edits[0].value == nil,
                edits[0].newKey == nil
            {
                return (before, nil, old == nil ? nil : .some(nil))
            }
            let inner = edits.map { edit in
                var inner = edit
                inner.path.steps.removeFirst()
                return inner
            }
            let start = old ?? Array(SectionFile.modeline(section).utf8)
            let new = try YAMLEditor().edited(start, by: inner, shape: shape, file: file)
            guard new != start else { return (before, before, nil) }
            return (before, try value(of: new), .some(new))
        } catch {
            var diagnostic = error.within(section)
            diagnostic.profile = id.text
            if error.code == .storeNoPlace, let path = diagnostic.path {
                // The editor knows its file only, and not what it is a section of.
                diagnostic = Diagnostic(
                    .storeNoPlace, "There is no place for the field \(path)",
                    hint: "What a path leads through has to be there; set the whole entry first",
                    profile: id.text, path: path)
            }
            throw .rejected([old.map { diagnostic.quoting($0) } ?? diagnostic])
        }
    }

    /// Throws the errors that the profile would have and does not have yet.
    ///
    /// An error is known by what it says: its place may be another one after an edit before it.
    private func refuseNewErrors(
        _ files: Store.FileChanges, in id: ProfileID, _ reader: ProfileReader
    ) throws(StoreError) {
        func errors(_ profile: StoredProfile?) -> [Diagnostic] {
            profile?.diagnostics.filter { $0.severity == .error } ?? []
        }
        let found = errors(try replacing(files).reader().profile(id))
        guard !found.isEmpty else { return }
        let known = errors(try reader.profile(id))
        func count(_ error: Diagnostic, in all: [Diagnostic]) -> Int {
            all.count { $0.code == error.code && $0.message == error.message }
        }
        let new = found.filter { error in
            count(error, in: found) > count(error, in: known)
                && !known.contains {
                    $0.code == error.code && $0.path == error.path && $0.message == error.message
                }
        }
        if !new.isEmpty { throw .rejected(new) }
    }

    private func noSection(_ path: FieldPath, of id: ProfileID) -> Diagnostic {
        let name = path.steps.first ?? ""
        let near = Suggestion.closest(to: name, in: schemas.sectionNames)
        return Diagnostic(
            .storeUnknownSection, "There is no section `\(name)`",
            hint: near.map { "Did you mean /\($0)?" }
                ?? "The sections are \(schemas.sectionNames.joined(separator: ", "))",
            profile: id.text, path: path)
    }
}

extension Diagnostic.Code {
    /// What the editor of YAML says of a path that leads nowhere.
    fileprivate static let storeNoPlace: Self = "yaml.no-place"
}

/// How a section file begins.
enum SectionFile {
    /// The line that tells an editor which schema the file follows.
    static func modeline(_ section: String) -> String {
        "# yaml-language-server: $schema=../../schema/\(section)\(StoreLayout.schemaSuffix)\n"
    }
}
