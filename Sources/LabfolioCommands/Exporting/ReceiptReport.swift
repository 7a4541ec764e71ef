internal import Formats
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// `labfolio export --join`: whether receipts prove that every profile was exported once.
struct ReceiptReport {
    let invocation: Invocation

    /// Reads the receipts that were typed, compares them, and says what was found.
    func run() throws(CommandError) -> ExitStatus {
        for option in ["--to", "--check", "--shard", "--receipt"] where invocation.isOn(option) {
            throw .usage(
                "--join and \(option) exclude each other", hint: "--join RECEIPT… writes nothing")
        }
        guard !invocation.operands.isEmpty else {
            throw .usage(
                "There is nothing to join",
                hint: "Name the receipts of all parts: labfolio export --join receipts/*.json")
        }
        var receipts: [(file: String, receipt: Receipt)] = []
        var findings: [Diagnostic] = []
        for file in invocation.operands {
            let bytes: [UInt8]
            do throws(FileError) {
                bytes = try FileSystem.read(
                    invocation.path(file), limit: Self.limit, links: .follow)
            } catch { throw .failure(error.description) }
            do throws(Diagnostic) {
                receipts.append((file, try Receipt(reading: bytes, at: file)))
            } catch { findings.append(error) }
        }
        let commit = ReceiptJoin(receipts).origin?.commit
        let join = ReceiptJoin(receipts, known: commit.flatMap(profiles))
        findings += join.findings
        tell(join, findings)
        return findings.isEmpty ? .fine : .findings
    }

    /// The most bytes of a receipt: a hundred thousand profiles and more.
    private static let limit = 64 << 20

    /// The profiles of a commit, where the store is at hand: to name what is missing, no more.
    private func profiles(of commit: String) -> [ProfileID]? {
        guard let store = try? invocation.store() else { return nil }
        return try? store.snapshot(at: .commit(commit)).profileIDs
    }

    private func tell(_ join: ReceiptJoin, _ findings: [Diagnostic]) {
        let terminal = invocation.terminal
        if invocation.format() == "json" {
            let value: Value = [
                "complete": .bool(findings.isEmpty),
                "commit": join.origin.map { .string($0.commit) } ?? .null,
                "parts": join.shardCount.map { .number(Number($0)) } ?? .null,
                "profiles": .number(Number(join.profileCount)),
                "diagnostics": DiagnosticJSON.list(findings),
            ]
            _ = terminal.write(VisibleText.json(value) + "\n")
            return
        }
        let printer = DiagnosticPrinter(
            style: Style(isOn: terminal.isErrorTerminal && terminal.usesColor))
        for finding in findings { terminal.writeError(printer.text(finding)) }
        guard let origin = join.origin, let count = join.shardCount else { return }
        let what =
            "\(join.profileCount) of \(origin.profileCount.counted("profile")) of commit "
            + "\(origin.commit.prefix(9)) in \(count.counted("part"))"
        _ = terminal.write(
            findings.isEmpty
                ? "Complete: \(what), each exported once\n"
                : "Not proved: \(what), \(findings.count.counted("objection"))\n")
    }
}
