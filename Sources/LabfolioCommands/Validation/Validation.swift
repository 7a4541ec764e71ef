internal import Formats
internal import Linting
internal import ProfileStore
internal import RecordModel

extension Invocation {
    /// Returns what is wrong with the store's own files and with profiles, in the order of the
    /// profiles and of their files.
    ///
    /// Every profile of the store is judged, since some rules compare profiles; only findings
    /// about those that were asked for are returned. What an earlier run found about the same
    /// content is not found again, but remembered.
    func findings(
        about ids: [ProfileID], in snapshot: Snapshot, of store: Store
    ) async throws(CommandError) -> [Diagnostic] {
        let lint = Lint(
            LintSettings(configuration: snapshot.configuration, today: terminal.today))
        let cache = verdictCache(for: snapshot, of: store, lint: lint)
        let progress = Progress("Validating", total: snapshot.profileIDs.count, on: terminal)
        let verdicts = try await concurrentMap(
            snapshot.profileIDs, limit: terminal.concurrency
        ) { run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                let reader = try snapshot.reader()
                var verdicts: [ProfileVerdict?] = []
                for id in run {
                    progress.advance()
                    verdicts.append(
                        try Self.verdict(on: id, reader: reader, lint: lint, cache: cache))
                }
                return verdicts
            }
        }.compactMap(\.self)
        let across = try findings(across: verdicts, in: snapshot, lint: lint, cache: cache)
        let found = Dictionary(grouping: across, by: \.profile)
        let asked = Set(ids)
        let all =
            snapshot.diagnostics
            + verdicts.filter { asked.contains($0.id) }.flatMap { verdict in
                (verdict.diagnostics + (found[verdict.id.text] ?? [])).sorted()
            }
        // The facts of a large lab take their time to be freed, for which nobody has to wait.
        Task.detached { [verdicts = consume verdicts] in _ = verdicts.count }
        return all
    }

    private static func verdict(
        on id: ProfileID, reader: ProfileReader, lint: Lint, cache: VerdictCache?
    ) throws(StoreError) -> ProfileVerdict? {
        guard let cache else { return try ProfileVerdict(on: id, reader: reader, lint: lint) }
        if let entry = cache.entries[id.text], reader.stillAnswers(entry.trace) {
            return ProfileVerdict(on: id, entry)
        }
        let (verdict, trace) = try reader.traced { reader throws(StoreError) in
            try ProfileVerdict(on: id, reader: reader, lint: lint)
        }
        var result = verdict
        result?.trace = trace
        return result
    }

    /// Returns what the rules about several profiles find, and keeps all that was found.
    private func findings(
        across verdicts: [ProfileVerdict], in snapshot: Snapshot, lint: Lint, cache: VerdictCache?
    ) throws(CommandError) -> [Diagnostic] {
        var answers = ContentHash()
        for verdict in verdicts { answers.combine(verdict.trace?.answers ?? "") }
        let isWhole = verdicts.allSatisfy { $0.trace != nil }
        if isWhole, let lab = cache?.lab, lab.answers == answers.description {
            return lab.diagnostics
        }
        let kept = cache?.facts() ?? [:]
        return try CommandError.store { () throws(StoreError) in
            let reader = try snapshot.reader()
            var complete: [ProfileVerdict] = []
            for verdict in verdicts {
                complete.append(
                    try Self.complete(verdict, from: kept, reader: reader, lint: lint))
            }
            let found = try reader.located(lint.findings(across: complete.compactMap(\.facts)))
            cache?.write(complete, lab: (answers.description, found))
            return found
        }
    }

    /// Returns a verdict that was kept with its facts, which lie elsewhere.
    private static func complete(
        _ verdict: ProfileVerdict, from kept: [String: (answers: String, facts: ProfileFacts)],
        reader: ProfileReader, lint: Lint
    ) throws(StoreError) -> ProfileVerdict {
        guard verdict.isWhole, verdict.facts == nil, let trace = verdict.trace else {
            return verdict
        }
        let entry = VerdictCache.Entry(
            diagnostics: verdict.diagnostics, isWhole: true, trace: trace)
        if let facts = kept[verdict.id.text], facts.answers == trace.answers {
            return ProfileVerdict(on: verdict.id, entry, facts: facts.facts)
        }
        let fresh = try ProfileVerdict(on: verdict.id, reader: reader, lint: lint)
        return ProfileVerdict(on: verdict.id, entry, facts: fresh?.facts)
    }

    /// Opens the cache of a store; nil where nothing is kept.
    private func verdictCache(
        for snapshot: Snapshot, of store: Store, lint: Lint
    ) -> VerdictCache? {
        guard let folder = terminal.cacheFolder else { return nil }
        // What another build found may be wrong by now.
        let build = terminal.build()
        guard !build.isEmpty else { return nil }
        var key = ContentHash()
        key.combine(build)
        key.combine(snapshot.schemaHash)
        key.combine(lint.settings.cacheKey)
        return VerdictCache(in: folder, of: store.path, key: key.description)
    }
}
