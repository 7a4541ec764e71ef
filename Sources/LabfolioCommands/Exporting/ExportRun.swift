internal import ProfileStore
internal import Publishing
internal import RecordModel

/// An export or a check of many profiles, as many at a time as there are cores.
struct ExportRun: Sendable {
    let export: StoreExport
    let isCheck: Bool
    /// Whether anything may be written.
    let isWriting: Bool
    /// Whether the notes of homepages that are as they were are wanted.
    let withNotes: Bool
    let concurrency: Int
    let progress: Progress

    /// Exports or checks profiles and returns what became of them, in their order.
    func outcomes(of ids: [ProfileID]) async throws(CommandError) -> [ExportOutcome] {
        if isWriting {
            try perform { _ throws(ExportError) in
                try export.checkPlace()
                try export.removeAbandoned()
            }
        }
        var outcomes: [ExportOutcome?] = Array(repeating: nil, count: ids.count)
        if !isCheck, export.remembersAnything { outcomes = try await remembered(ids) }
        let others = zip(ids, outcomes).filter { $0.1 == nil }.map(\.0)
        var fresh = try await concurrentMap(others, limit: concurrency) {
            ids throws(CommandError) in
            try perform { reader throws(ExportError) in
                var outcomes: [ExportOutcome] = []
                for id in ids {
                    outcomes.append(
                        isCheck
                            ? try export.check(id, reader: reader)
                            : try export.export(id, reader: reader, withNotes: withNotes))
                    progress.advance()
                }
                return outcomes
            }
        }[...]
        let all = outcomes.compactMap { $0 ?? fresh.popFirst() }
        if !isCheck { export.remember(all) }
        return all
    }

    /// What is found beside all homepages that is not to be there; an export only warns.
    func leftovers(after outcomes: [ExportOutcome]) throws(CommandError) -> [Diagnostic] {
        do throws(ExportError) {
            return try export.leftovers(
                after: outcomes, severity: isCheck ? .error : .warning)
        } catch { throw CommandError(error) }
    }

    /// Takes the homepages away that are not to be there.
    func prune(after outcomes: [ExportOutcome]) throws(CommandError) -> [ExportOutcome] {
        do throws(ExportError) { return try export.prune(after: outcomes) } catch {
            throw CommandError(error)
        }
    }

    /// Returns the outcomes of profiles of which nothing has changed, nil for the others.
    ///
    /// That is a look at each file and no more, so each core gets one long run of profiles: what
    /// has to be opened for a run would cost more than the looking.
    private func remembered(
        _ ids: [ProfileID]
    ) async throws(CommandError) -> [ExportOutcome?] {
        let target = StampedTarget(at: export.place.folder)
        return try await concurrentMap(
            ids, limit: concurrency, runLength: max(64, ids.count / (4 * concurrency))
        ) { ids throws(CommandError) in
            try perform { reader throws(ExportError) in
                ids.map { id in
                    let outcome = export.remembered(
                        id, reader: reader, in: target, withNotes: withNotes)
                    if outcome != nil { progress.advance() }
                    return outcome
                }
            }
        }
    }

    private func perform<Result>(
        _ work: (ProfileReader) throws(ExportError) -> Result
    ) throws(CommandError) -> Result {
        let reader = try CommandError.store { () throws(StoreError) in
            try export.snapshot.reader()
        }
        do throws(ExportError) { return try work(reader) } catch { throw CommandError(error) }
    }
}

extension Invocation {
    /// Returns what earlier exports into a folder left to remember; nil where nothing is to be.
    func exportMemory(of folder: String) -> ExportMemory? {
        guard value("--check") == nil, !isOn("--lab"), let cache = terminal.cacheFolder else {
            return nil
        }
        return ExportMemory(in: cache, of: folder)
    }

    /// Returns the export of a snapshot that was typed, with what earlier ones left to remember.
    func export(
        of snapshot: Snapshot, into place: StoreExport.Place, exporter: Exporter,
        memory: ExportMemory?
    ) throws(CommandError) -> StoreExport {
        do throws(ExportError) {
            return try StoreExport(
                of: snapshot, into: place, layout: value("--layout"), exporter: exporter,
                memory: memory,
                // What another build wrote may be wrong by now.
                build: memory == nil ? "" : terminal.stamp())
        } catch { throw CommandError(error) }
    }
}
