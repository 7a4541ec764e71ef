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
    /// The sites that could not be reached.
    private let failures: [ImportResult]
    /// The command that imports one of the sites alone.
    private let alone: @Sendable (ImportRequest) -> String

    /// What is known of one site before anything is written.
    private struct Read: Sendable {
        let request: ImportRequest
        let imported: Imported
        let files: [String: [UInt8]]
    }

    init(_ invocation: Invocation) throws(CommandError) {
        try self.init(invocation, requests: try ImportRequest.requests(invocation)) {
            $0.commandLine
        }
    }

    init(
        _ invocation: Invocation, requests: [ImportRequest], failures: [ImportResult] = [],
        alone: @escaping @Sendable (ImportRequest) -> String
    ) throws(CommandError) {
        self.invocation = invocation
        self.requests = requests
        self.failures = failures
        self.alone = alone
        store = try invocation.store()
    }

    /// Whether one site is imported by itself, so that its conflicts are a person's next work.
    private var isSingle: Bool { requests.count + failures.count == 1 }

    func perform() async throws(CommandError) -> ExitStatus {
        if isSingle, let request = requests.first, request.isDocument {
            return try DocumentRun(request, store: store, invocation: invocation).perform()
        }
        if let document = requests.first(where: \.isDocument) {
            throw .usage(
                "\(document.source) is a document of another tool, not a site",
                hint: document.commandLine)
        }
        let snapshot = try CommandError.store { () throws(StoreError) in
            try store.newestSnapshot()
        }
        var (reads, results) = try await readAll(snapshot)
        let text = ImportReportText(invocation)
        guard !invocation.isOn("--dry-run") else {
            text.write(results)
            if !isSingle { writeNext(results) }
            return Self.status(of: results)
        }
        // One report is read before a merge is; a table is read at the end.
        let isFirst = isSingle && !text.isJSON
        if isFirst { text.write(results) }
        reads.sort { $0.request.id < $1.request.id }
        try await write(reads, into: &results, snapshot: snapshot)
        if !isFirst { text.write(results) }
        if !isSingle { writeNext(results) }
        return Self.status(of: results)
    }

    private static func status(of results: [ImportResult]) -> ExitStatus {
        results.compactMap { $0.outcome?.status }.max { $0.rawValue < $1.rawValue } ?? .fine
    }

    // MARK: Reading

    private func readAll(
        _ snapshot: Snapshot
    ) async throws(CommandError) -> (reads: [Read], results: [ImportResult]) {
        let terminal = invocation.terminal
        let progress = Progress("Importing", total: requests.count, on: terminal)
        let isSingle = isSingle
        let all = try await concurrentMap(requests, limit: terminal.concurrency, runLength: 1) {
            requests throws(CommandError) in
            var all: [(Read?, ImportResult)] = []
            for request in requests {
                do throws(CommandError) {
                    let read = try Self.read(request, snapshot: snapshot)
                    let report = read.imported.report
                    all.append((read, ImportResult(request: request, report: report)))
                } catch {
                    if isSingle { throw error }
                    // One site that cannot be read does not keep the others out.
                    all.append((nil, ImportResult(request: request, outcome: .failed(error))))
                }
                progress.advance()
            }
            return all
        }
        return (all.compactMap(\.0), all.map(\.1) + failures)
    }

    private static func read(
        _ request: ImportRequest, snapshot: Snapshot
    ) throws(CommandError) -> Read {
        do throws(ImportError) {
            let source = try ImportSource(
                at: request.path, revision: request.revision, name: request.source)
            let importer = Importer(schemas: snapshot.schemas, options: request.options)
            var imported = importer.read(source.site, as: request.id)
            imported.report.repairs = source.repairs
            let assets = try source.files(of: &imported)
            imported.report.diagnostics += source.diagnostics
            var files = RecordFiles(schemas: snapshot.schemas).files(of: imported.record)
            for (asset, bytes) in assets {
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
        _ reads: [Read], into results: inout [ImportResult], snapshot: Snapshot
    ) async throws(CommandError) {
        let known = Set(snapshot.profileIDs)
        let new = reads.filter { !known.contains($0.request.id) }
        let groups = invocation.isOn("--each") ? new.map { [$0] } : new.isEmpty ? [] : [new]
        let again = reads.filter { known.contains($0.request.id) }
        let progress = Progress(
            "Writing", total: groups.count + again.count, on: invocation.terminal)
        for group in groups {
            let outcome: ImportOutcome
            do throws(CommandError) { outcome = .begun(try commit(group)) } catch {
                if isSingle { throw error }
                outcome = .failed(error)
            }
            for read in group { results.set(outcome, of: read.request.id) }
            progress.advance()
        }
        for read in again {
            let outcome: ImportOutcome
            do throws(CommandError) { outcome = try await merge(read) } catch {
                if isSingle { throw error }
                outcome = .failed(error)
            }
            results.set(outcome, of: read.request.id)
            progress.advance()
        }
    }

    /// Commits profiles that are new.
    private func commit(_ reads: [Read]) throws(CommandError) -> CommitID? {
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
        if let commitID, isSingle { invocation.terminal.writeError("committed \(commitID)\n") }
        return commitID
    }

    /// Merges what changed in a source since its last import.
    ///
    /// Only a site that is imported by itself leaves conflicts in the work tree: of several, the
    /// next one could not be merged any more, and nobody would know which one to decide about.
    private func merge(_ read: Read) async throws(CommandError) -> ImportOutcome {
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
        let terminal = invocation.terminal
        guard let theirs else {
            if isSingle { terminal.writeError("\(id): nothing changed in the source\n") }
            return .unchanged
        }
        var run = MergeRun("\(theirs)", store: store, invocation: invocation)
        run.title = "\(id): merge what changed in \(read.request.source)"
        run.leavesConflicts = isSingle
        let report = try await run.report()
        if isSingle {
            if ImportReportText(invocation).isJSON {
                report.writeEnding(to: terminal)
            } else {
                report.write(as: "text", to: terminal)
            }
        }
        if report.isUpToDate { return .unchanged }
        return report.isClean ? .merged(report.commitID) : .conflicts(report)
    }

    /// Says how to go on with the sites that need somebody.
    private func writeNext(_ results: [ImportResult]) {
        let terminal = invocation.terminal
        let commits = results.reduce(into: [String]()) { commits, result in
            guard case .begun(let commit?)? = result.outcome else { return }
            if !commits.contains(commit.description) { commits.append(commit.description) }
        }
        for commit in commits { terminal.writeError("committed \(commit)\n") }
        for result in results {
            switch result.outcome {
            case .conflicts?:
                terminal.writeError(
                    "\(result.request.id): the source and the record say different things; "
                        + "nothing of it was written\n    hint: \(alone(result.request)) merges it "
                        + "by itself, and leaves you the conflicts\n")
            case .failed(let error)?:
                terminal.writeError("\(result.request.id): \(VisibleText.line(error.message))\n")
                if let hint = error.hint { terminal.writeError("    hint: \(hint)\n") }
            default: continue
            }
        }
    }
}

extension [ImportResult] {
    /// Notes what became of a profile.
    fileprivate mutating func set(_ outcome: ImportOutcome, of id: ProfileID) {
        for index in indices where self[index].request.id == id { self[index].outcome = outcome }
    }
}

extension Store {
    /// The newest commit; the work tree in a store that has none yet.
    func newestSnapshot() throws(StoreError) -> Snapshot {
        do throws(StoreError) { return try snapshot(at: .commit("HEAD")) } catch {
            guard case .noCommits = error else { throw error }
            return try snapshot(at: .workTree)
        }
    }
}
