internal import Formats
internal import Git
internal import Importing
internal import ProfileStore
internal import RecordModel

/// One run of `labfolio import publications.bib --as PROFILE`.
struct BibliographyRun {
    private let request: ImportRequest
    private let store: Store
    private let invocation: Invocation

    init(_ request: ImportRequest, store: Store, invocation: Invocation) {
        self.request = request
        self.store = store
        self.invocation = invocation
    }

    func perform() throws(CommandError) -> ExitStatus {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(request.path, limit: ImportSource.textLimit)
        } catch {
            throw error.code == .notFound
                ? .usage("There is no file `\(request.source)`") : .failure(error.description)
        }
        let text = TextDecoder().decode(bytes).text
        let isTrial = invocation.isOn("--dry-run")
        let id = request.id
        var found: BibliographyImport?
        let message =
            invocation.value("--message") ?? "\(id): publications of \(request.source)"
        let commitID = try CommandError.store { () throws(StoreError) -> CommitID? in
            guard !isTrial else {
                let snapshot = try store.snapshot(at: .commit("HEAD"))
                found = try publications(text, snapshot)
                return nil
            }
            return try store.commit(message: message, author: try invocation.author(in: store)) {
                snapshot throws(StoreError) in
                guard let snapshot else { throw .noCommits }
                let publications = try publications(text, snapshot)
                found = publications
                let edits = publications.entries.map { entry in
                    FieldEdit(
                        FieldPath(steps: ["publications", entry["id"]?.string ?? ""]), entry)
                }
                return try snapshot.edited(edits, in: id).files
            }
        }
        guard let found else { return .fine }
        ImportReportText(invocation).write([found.report])
        if found.known > 0 {
            invocation.terminal.writeError(
                "\(found.known) of the file's entries are in the record already\n")
        }
        if let commitID { invocation.terminal.writeError("committed \(commitID)\n") }
        return .fine
    }

    private func publications(
        _ text: String, _ snapshot: Snapshot
    ) throws(StoreError) -> BibliographyImport {
        let id = try snapshot.profileID(request.id.text)
        guard let profile = try snapshot.reader().profile(id) else {
            throw .unknownProfile(id.text, suggestion: nil)
        }
        return BibliographyImport(
            text, file: request.source, into: profile.record, schemas: snapshot.schemas)
    }
}
