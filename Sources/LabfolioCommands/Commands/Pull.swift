internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio pull`.
    static let pull = CommandDescription(
        name: "pull", summary: "Import again from the repositories of the homepages",
        discussion: """
            For people who go on editing their sites: what changed in the repository of a profile, \
            as targets of labfolio.yml names it, since its last import is merged into its record. \
            A repository that is not on this machine is fetched by git, with your own settings \
            and keys.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all that have a target)",
                count: .any, completion: .profiles)
        ],
        options: importOptions,
        examples: [
            Example(line: "labfolio pull", meaning: "All homepages that have a target"),
            Example(
                line: "labfolio pull ada-lovelace --dry-run", meaning: "What one of them would give"
            ),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let snapshot = try CommandError.store { () throws(StoreError) in
            try store.snapshot(at: store.defaultRevision)
        }
        var requests: [ImportRequest] = []
        var failures: [ImportResult] = []
        let targets = try targets(invocation, snapshot)
        let progress = Progress("Fetching", total: targets.count, on: invocation.terminal)
        for target in targets {
            do throws(CommandError) {
                requests.append(try request(target, store, invocation))
            } catch {
                if targets.count == 1 { throw error }
                let name = target.repository + "@" + target.revision
                let request = ImportRequest(id: target.id, source: name, path: name)
                failures.append(ImportResult(request: request, outcome: .failed(error)))
            }
            progress.advance()
        }
        guard !targets.isEmpty else {
            throw .usage(
                "No profile has a target",
                hint: "targets in labfolio.yml names the repository of each homepage")
        }
        let run = try ImportRun(invocation, requests: requests, failures: failures) {
            "labfolio pull \($0.id)"
        }
        return try await run.perform()
    }

    /// A profile with what `labfolio.yml` says of its site.
    private struct Target {
        let id: ProfileID
        let repository: String
        let branch: String
        let folder: String?

        init?(_ id: ProfileID, _ value: Value?) {
            guard let repository = value?["repository"]?.string else { return nil }
            self.id = id
            self.repository = repository
            branch = value?["branch"]?.string ?? "main"
            folder = value?["folder"]?.string
        }

        var revision: String { folder.map { branch + ":" + $0 } ?? branch }
    }

    private static func targets(
        _ invocation: Invocation, _ snapshot: Snapshot
    ) throws(CommandError) -> [Target] {
        let all = snapshot.configuration["targets"]?.mapping ?? Mapping()
        guard !invocation.operands.isEmpty else {
            return all.entries.compactMap { entry in
                ProfileID(entry.key).flatMap { Target($0, entry.value) }
            }
        }
        var targets: [Target] = []
        for typed in invocation.operands {
            guard let id = ProfileID(typed), let target = Target(id, all[typed]) else {
                throw .usage(
                    "The profile \(typed) has no target",
                    hint: "Name its repository under targets in labfolio.yml")
            }
            targets.append(target)
        }
        return targets
    }

    private static func request(
        _ target: Target, _ store: Store, _ invocation: Invocation
    ) throws(CommandError) -> ImportRequest {
        let name = target.repository + "@" + target.revision
        let isRemote = target.repository.contains(":")
        guard isRemote else {
            let path =
                target.repository.hasPrefix("/")
                ? target.repository : store.path + "/" + target.repository
            var request = ImportRequest(id: target.id, source: name, path: path)
            request.revision = target.revision
            return request
        }
        // A reference of its own: nothing of the person's branches moves.
        let reference = "refs/labfolio/sources/\(target.id)"
        let outcome: Subprocess.Outcome
        do throws(FileError) {
            outcome = try Subprocess.run(
                "git",
                [
                    "-C", store.path, "fetch", "--quiet", "--no-tags", "--", target.repository,
                    "+refs/heads/\(target.branch):\(reference)",
                ])
        } catch { throw .failure(error.description) }
        guard outcome.status == 0 else {
            throw .failure(
                "git could not fetch \(target.branch) of \(target.repository)",
                hint: "Try it by hand: git fetch \(target.repository) \(target.branch)")
        }
        var request = ImportRequest(id: target.id, source: name, path: store.path)
        request.revision = target.folder.map { reference + ":" + $0 } ?? reference
        return request
    }
}
