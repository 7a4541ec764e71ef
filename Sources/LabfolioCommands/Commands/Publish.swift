internal import Formats
internal import Git
internal import ProfileStore
internal import Publishing
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio publish`.
    static let publish = CommandDescription(
        name: "publish", summary: "Commit the homepages to the repositories of their sites",
        discussion: """
            `targets` in labfolio.yml says where each profile goes: to which repository, branch \
            and folder. What is committed in the store is exported on top of what the branch is \
            at, as one commit for each homepage that changes, and pushed by your own git, with \
            your keys and hooks; nothing is ever forced. Files that labfolio did not write stay; \
            one that was changed on the site by hand stops its homepage and is shown, unless \
            --keep-theirs or --force says what becomes of it. Who is overtaken by somebody else \
            looks again and publishes on top of them. A target that fails does not stop the others.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all that have a target)",
                count: .any, completion: .profiles)
        ],
        options: [
            Option(
                name: "--at", value: "REVISION",
                summary: "The commit to publish (default: HEAD)", completion: .revisions),
            Option(
                name: "--theme", value: "DIR",
                summary: "A checkout of the theme, copied first without its samples",
                completion: .folders),
            Option(
                name: "--dry-run", summary: "Show what would change on the sites, and push nothing"),
            Option(
                name: "--adopt",
                summary: "Take over files that hold already what would be written"),
            Option(
                name: "--keep-theirs",
                summary: "Leave files that somebody else wrote or changed, and write the others"),
            Option(
                name: "--force",
                summary: "Overwrite files that somebody else wrote or changed; never history"),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio publish", meaning: "All homepages that changed"),
            Example(
                line: "labfolio publish ada-lovelace --dry-run",
                meaning: "What would change on one site, as a patch"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let snapshot = try invocation.committedSnapshot(of: store)
        let run = try PublishRun(invocation, store: store, snapshot: snapshot)
        try invocation.sayWhatIsNotCommitted(in: store, snapshot)
        let reports = try await run.publish()
        return PublishText(invocation: invocation, run: run).report(reports)
    }
}

/// The homepages that are to be published, and those that cannot be.
struct PublishRun: Sendable {
    let snapshot: Snapshot
    /// Where the homepages go.
    let targets: [PublishTarget]
    /// The profiles that have no target.
    let homeless: [ProfileID]
    /// Whether somebody asked for one of these by its name.
    let lacksNamed: Bool
    /// What is wrong with targets.
    let findings: [Diagnostic]
    let isDryRun: Bool
    private let publisher: Publisher
    private let terminal: Terminal

    init(_ invocation: Invocation, store: Store, snapshot: Snapshot) throws(CommandError) {
        self.snapshot = snapshot
        terminal = invocation.terminal
        let ids = Set(try invocation.profileIDs(in: snapshot))
        let (all, findings) = PublishTarget.all(in: snapshot, home: store.path)
        let faults = snapshot.diagnostics.filter { $0.location?.file == "labfolio.yml" } + findings
        // Where a store's own file is wrong, where things go may be wrong.
        guard !faults.contains(where: { $0.severity == .error }) else {
            throw CommandError(
                status: .findings, message: "labfolio.yml cannot be used", hint: nil,
                diagnostics: faults)
        }
        // Of the targets of others nobody asked.
        self.findings = invocation.operands.isEmpty ? findings : []
        targets = all.filter { ids.contains($0.profile) }
        homeless = ids.subtracting(targets.map(\.profile)).sorted()
        lacksNamed = !invocation.operands.isEmpty && !homeless.isEmpty
        var options = Exporter.Options()
        options.foreignFiles = try invocation.foreignFiles()
        options.isDryRun = invocation.isOn("--dry-run")
        options.version = Labfolio.version
        options.theme = invocation.value("--theme").map(invocation.path)
        isDryRun = options.isDryRun
        let author = try CommandError.store { () throws(StoreError) in
            try invocation.author(in: store)
        }
        let signing = try CommandError.store { () throws(StoreError) in
            try CommitSigning(of: store)
        }
        publisher = Publisher(
            snapshot, options: options,
            keepingMirrorsIn: try Self.mirrors(for: store, on: terminal), by: author,
            signing: signing
        ) { target, last throws(StoreError) in
            try PublicationMessage(of: target.profile, at: snapshot, in: store, since: last).text
        }
    }

    /// Publishes all, some side by side.
    func publish() async throws(CommandError) -> [PublishReport] {
        let progress = Progress("Publishing", total: targets.count, on: terminal)
        let publisher = publisher
        return try await concurrentMap(
            Publisher.batches(of: targets), limit: terminal.concurrency, runLength: 1
        ) { batches throws(CommandError) in
            var reports: [PublishReport] = []
            for batch in batches {
                reports += publisher.publish(batch)
                progress.advance(by: batch.count)
            }
            return reports
        }
    }

    /// Where copies of the branches are kept: in the folder for caches, else with the history.
    private static func mirrors(
        for store: Store, on terminal: Terminal
    ) throws(CommandError) -> String {
        if let folder = terminal.cacheFolder { return folder + "/publish" }
        return try CommandError.store { () throws(StoreError) in
            try store.repository().gitDirectoryPath + "/labfolio/publish"
        }
    }
}

extension Invocation {
    /// Returns the state that is published, which has to be a commit: a site says of which one it
    /// is.
    fileprivate func committedSnapshot(of store: Store) throws(CommandError) -> Snapshot {
        let revision = Revision(value("--at") ?? "HEAD")
        guard case .commit = revision else {
            throw .usage(
                "What is published has to be committed",
                hint: "Commit it, then publish; or look at it: labfolio export --to DIR")
        }
        return try CommandError.store { () throws(StoreError) in
            try store.snapshot(at: revision)
        }
    }

    /// Says what of the work tree is not in the commit that is published.
    fileprivate func sayWhatIsNotCommitted(
        in store: Store, _ snapshot: Snapshot
    ) throws(CommandError) {
        guard !store.isBare, value("--at") == nil,
            case .commit(_, let tree) = snapshot.origin
        else { return }
        let repository = try CommandError.store { () throws(StoreError) in
            try store.repository()
        }
        let changed: [String]
        do throws(GitError) {
            changed = try repository.workTreeChanges(
                since: tree, below: ["labfolio.yml", "schema", "profiles"])
        } catch { throw CommandError(.git(error)) }
        guard let first = changed.first else { return }
        let others = changed.count > 1 ? " and \((changed.count - 1).counted("other file"))" : ""
        terminal.writeError(
            "Not committed, so not published: \(VisibleText.line(first))\(others)\n")
    }
}
