internal import Formats
internal import Git
internal import Importing
internal import Layouts
internal import ProfileStore
internal import RecordModel

/// One run of `labfolio import` or `labfolio pull`.
struct ImportRun {
    private let invocation: Invocation
    private let store: Store
    private let requests: [ImportRequest]

    /// What became of one site before anything is written.
    private struct Read: Sendable {
        let request: ImportRequest
        let imported: Imported
        let files: [String: [UInt8]]
    }

    init(_ invocation: Invocation) throws(CommandError) {
        try self.init(invocation, requests: try ImportRequest.requests(invocation))
    }

    init(_ invocation: Invocation, requests: [ImportRequest]) throws(CommandError) {
        self.invocation = invocation
        self.requests = requests
        store = try invocation.store()
    }

    func perform() async throws(CommandError) -> ExitStatus {
        if requests.count == 1, requests[0].source.hasSuffix(".bib") {
            return try BibliographyRun(requests[0], store: store, invocation: invocation).perform()
        }
        let terminal = invocation.terminal
        let progress = Progress("Importing", total: requests.count, on: terminal)
        let snapshot = try currentSnapshot()
        let reads = try await concurrentMap(requests, limit: terminal.concurrency, runLength: 1) {
            requests throws(CommandError) in
            var reads: [Read] = []
            for request in requests {
                reads.append(try Self.read(request, snapshot: snapshot))
                progress.advance()
            }
            return reads
        }
        ImportReportText(invocation).write(reads.map(\.imported.report))
        guard !invocation.isOn("--dry-run") else { return .fine }
        return try await write(reads, snapshot: snapshot)
    }

    /// The newest commit; nil in a store that has none yet.
    private func currentSnapshot() throws(CommandError) -> Snapshot {
        do throws(StoreError) { return try store.snapshot(at: .commit("HEAD")) } catch {
            guard case .noCommits = error else { throw CommandError(error) }
            return try CommandError.store { () throws(StoreError) in
                try store.snapshot(at: .workTree)
            }
        }
    }

    // MARK: Reading

    private static func read(
        _ request: ImportRequest, snapshot: Snapshot
    ) throws(CommandError) -> Read {
        do throws(ImportError) {
            let source = try ImportSource(
                at: request.path, revision: request.revision, name: request.source)
            let importer = Importer(schemas: snapshot.schemas, options: request.options)
            var imported = importer.read(source.site, as: request.id)
            imported.report.repairs = source.repairs
            var files = RecordFiles(schemas: snapshot.schemas).files(of: imported.record)
            for (asset, path) in imported.assets.sorted(by: { $0.key < $1.key }) {
                guard let bytes = try source.bytes(of: path) else { continue }
                files[RecordFiles.path(ofAsset: asset, in: request.id)] = bytes
            }
            return Read(request: request, imported: imported, files: files)
        } catch {
            let isWrong: Bool =
                switch error {
                case .nothing, .unknownRevision, .notARepository: true
                default: false
                }
            throw isWrong
                ? .usage(error.message, hint: error.hint)
                : .failure(error.message, hint: error.hint)
        }
    }

    // MARK: Writing

    private func write(
        _ reads: [Read], snapshot: Snapshot
    ) async throws(CommandError) -> ExitStatus {
        let known = Set(snapshot.profileIDs)
        let new = reads.filter { !known.contains($0.request.id) }
        let groups = invocation.isOn("--each") ? new.map { [$0] } : new.isEmpty ? [] : [new]
        for group in groups { try commit(group) }
        var status = ExitStatus.fine
        for read in reads where known.contains(read.request.id) {
            let outcome = try await merge(read)
            if outcome != .fine { status = outcome }
        }
        return status
    }

    /// Commits profiles that are new.
    private func commit(_ reads: [Read]) throws(CommandError) {
        let names = reads.map { $0.request.id.text }
        let title =
            invocation.value("--message")
            ?? (names.count == 1 ? "\(names[0]): import" : "profiles: import \(names.count)")
        let message = Store.importMessage(
            title, of: reads.map { ($0.request.id, $0.request.source) })
        let commitID = try CommandError.store { () throws(StoreError) in
            let author = try invocation.author(in: store)
            return try store.commit(message: message, author: author) {
                snapshot throws(StoreError) in
                var changes: Store.FileChanges = [:]
                for read in reads {
                    if snapshot?.profileIDs.contains(read.request.id) == true {
                        throw .profileExists(read.request.id)
                    }
                    for (path, bytes) in read.files { changes[path] = .some(bytes) }
                }
                return changes
            }
        }
        if let commitID { invocation.terminal.writeError("committed \(commitID)\n") }
    }

    /// Merges what changed in a source since its last import.
    private func merge(_ read: Read) async throws(CommandError) -> ExitStatus {
        let id = read.request.id
        let last = try CommandError.store { () throws(StoreError) in try store.lastImport(of: id) }
        guard let last else {
            throw .usage(
                "The profile \(id) was not imported before, so there is nothing to compare with",
                hint: "Import under another id, and take over what you need")
        }
        let title = invocation.value("--message") ?? "\(id): import again"
        let message = Store.importMessage(title, of: [(id, read.request.source)])
        let theirs = try CommandError.store { () throws(StoreError) in
            try store.commitImport(
                read.files, of: id, after: last, message: message,
                author: try invocation.author(in: store))
        }
        guard let theirs else {
            invocation.terminal.writeError("\(id): nothing changed in the source\n")
            return .fine
        }
        var run = MergeRun("\(theirs)", store: store, invocation: invocation)
        run.title = "\(id): merge what changed in \(read.request.source)"
        return try await run.perform()
    }
}
