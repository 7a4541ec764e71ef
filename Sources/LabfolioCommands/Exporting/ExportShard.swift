internal import Formats
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// The part of all profiles that an export is to write, and where its receipt goes.
struct ExportShard: Sendable {
    let shard: Shard
    /// The file of the receipt; nil where none is written.
    let receipt: String?

    /// Takes what was typed; nil where neither a part nor a receipt was asked for.
    init?(_ invocation: Invocation) throws(CommandError) {
        let typed = invocation.value("--shard")
        guard typed != nil || invocation.value("--receipt") != nil else { return nil }
        guard invocation.operands.isEmpty else {
            throw .usage(
                "Profiles cannot be named for a part of all of them",
                hint: "Leave --shard and --receipt out, or the names")
        }
        if let typed {
            guard let shard = Shard(typed) else {
                throw .usage(
                    "`\(typed)` is no part of all profiles",
                    hint: "Part 2 of 4 is --shard 2/4; there may be \(Shard.countLimit) parts")
            }
            self.shard = shard
        } else {
            shard = .whole
        }
        let isWritten = !invocation.isOn("--check") && !invocation.isOn("--dry-run")
        guard isWritten, let folder = invocation.value("--to") else {
            receipt = nil
            return
        }
        let name = "receipt-\(shard.number)-of-\(shard.count).json"
        receipt = invocation.path(invocation.value("--receipt") ?? folder + "/" + name)
    }

    /// Returns the state that is exported: a receipt is of a commit, so it is HEAD where no other
    /// one is named.
    func snapshot(
        of store: Store, _ invocation: Invocation
    ) throws(CommandError) -> Snapshot {
        let revision = Revision(invocation.value("--at") ?? "HEAD")
        guard case .commit = revision else {
            throw .usage(
                "A part of all profiles is exported from a commit",
                hint: "The parts have to be of one state: name a commit with --at")
        }
        return try CommandError.store { () throws(StoreError) in
            try store.snapshot(at: revision)
        }
    }

    /// Writes the receipt and says where it is.
    func write(
        _ outcomes: [ExportOutcome], of export: StoreExport, _ invocation: Invocation
    ) throws(CommandError) {
        guard let receipt else { return }
        do throws(ExportError) {
            let made = try export.receipt(
                of: outcomes, shard: shard, version: Labfolio.version,
                options: Self.options(of: invocation))
            guard let made else { return }
            do throws(FileError) {
                if let folder = FileSystem.parent(of: receipt) {
                    try FileSystem.makeFolder(folder)
                }
                try FileSystem.write(made.bytes, to: receipt)
            } catch { throw .file(error) }
        } catch { throw CommandError(error) }
        let all = export.snapshot.profileIDs.count
        invocation.terminal.writeError(
            "Part \(shard), \(outcomes.count) of \(all.counted("profile")); receipt: \(receipt)\n")
    }

    /// The options that decide what is written, in one order.
    private static func options(of invocation: Invocation) -> String {
        let places: Set = [
            "--to", "--at", "--store", "--format", "--shard", "--receipt", "--durable", "--atomic",
        ]
        return invocation.values.filter { !places.contains($0.key) }
            .sorted { $0.key < $1.key }
            .map { name, values in
                // A theme lies elsewhere on each machine.
                let shown = name == "--theme" ? [] : values.filter { !$0.isEmpty }
                return ([name] + shown).joined(separator: " ")
            }.joined(separator: " ")
    }
}
