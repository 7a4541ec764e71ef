public import RecordModel

/// Receipts put together: whether they prove that every profile of one commit was exported once.
public struct ReceiptJoin: Sendable {
    /// What stands against it, each with the receipt that it is about; none is the proof.
    public private(set) var findings: [Diagnostic] = []
    /// What the receipts have in common; nil where there are none.
    public let origin: Receipt.Origin?
    /// How many parts there are, nil where there are no receipts.
    public let shardCount: Int?
    /// How many profiles were exported.
    public private(set) var profileCount = 0

    private let receipts: [(file: String, receipt: Receipt)]
    private let known: [ProfileID]?
    /// As many missing parts or profiles are named.
    private static let nameLimit = 20

    /// Puts receipts together.
    ///
    /// - Parameters:
    ///   - receipts: The receipts, with the names of their files.
    ///   - known: The profiles of the commit, to name those that are missing; nil where the store
    ///     is not at hand, which the proof does not need.
    public init(_ receipts: [(file: String, receipt: Receipt)], known: [ProfileID]? = nil) {
        self.receipts = receipts
        self.known = known
        // The state that most receipts are of is the one that was meant.
        var states: [(state: State, count: Int)] = []
        for (_, receipt) in receipts {
            let state = State(origin: receipt.origin, shardCount: receipt.shard.count)
            if let index = states.firstIndex(where: { $0.state == state }) {
                states[index].count += 1
            } else {
                states.append((state, 1))
            }
        }
        let most = states.map(\.count).max()
        let meant = states.first { $0.count == most }?.state
        origin = meant?.origin
        shardCount = meant?.shardCount
        guard let meant else {
            report(.receiptMissing, "There are no receipts", hint: "Name those of all parts")
            return
        }
        let fitting = compare(with: meant)
        checkShards(fitting, count: meant.shardCount)
        checkProfiles(fitting, meant)
    }

    private struct State: Hashable {
        let origin: Receipt.Origin
        let shardCount: Int
    }

    /// Reports the receipts of another state, and returns the others.
    private mutating func compare(with meant: State) -> [(file: String, receipt: Receipt)] {
        receipts.filter { file, receipt in
            let (own, other) = (receipt.origin, meant.origin)
            let facts: [(what: String, mine: String, others: String)] = [
                ("commit", own.commit, other.commit),
                ("version of labfolio", own.version, other.version),
                ("schema", own.schema, other.schema), ("options", own.options, other.options),
                ("number of parts", "\(receipt.shard.count)", "\(meant.shardCount)"),
                ("list of profiles", own.profileHash, other.profileHash),
            ]
            let differences = facts.filter { $0.mine != $0.others }
            for (what, mine, others) in differences {
                report(
                    .receiptOtherState,
                    "The receipt is of another \(what): "
                        + "\(Self.short(mine)), where others have \(Self.short(others))",
                    hint: "Export this part again from the commit and with the labfolio of the "
                        + "others", at: file)
            }
            return differences.isEmpty
        }
    }

    private mutating func checkShards(
        _ receipts: [(file: String, receipt: Receipt)], count: Int
    ) {
        var first: [Int: String] = [:]
        for (file, receipt) in receipts {
            if let other = first[receipt.shard.number] {
                report(
                    .receiptDuplicate, "\(other) is a receipt of part \(receipt.shard), too",
                    hint: "Name one receipt of each part", at: file)
            } else {
                first[receipt.shard.number] = file
            }
        }
        let missing = (1...count).filter { first[$0] == nil }
        for number in missing.prefix(Self.nameLimit) {
            report(
                .receiptMissing, "There is no receipt of part \(number)/\(count)",
                hint: "Export it with --shard \(number)/\(count), or name its receipt")
        }
        if missing.count > Self.nameLimit {
            report(
                .receiptMissing,
                "\(missing.count - Self.nameLimit) more parts of \(count) have no receipt",
                hint: "Did the job run to its end?")
        }
    }

    private mutating func checkProfiles(
        _ receipts: [(file: String, receipt: Receipt)], _ meant: State
    ) {
        var first: [ProfileID: String] = [:]
        for (file, receipt) in receipts {
            for profile in receipt.profiles {
                if let other = first[profile.id], other != file {
                    report(
                        .receiptDuplicate, "`\(profile.id)` is in \(other), too",
                        hint: "Name one receipt of each part", at: file, profile: profile.id)
                    continue
                }
                first[profile.id] = file
                let number = Shard.number(of: profile.id, among: meant.shardCount)
                if number != receipt.shard.number {
                    report(
                        .receiptMisplaced,
                        "`\(profile.id)` belongs to part "
                            + "\(number)/\(meant.shardCount), not to \(receipt.shard)",
                        hint: "The receipt was changed by hand; export the part again", at: file,
                        profile: profile.id)
                }
                guard profile.output == nil else { continue }
                report(
                    .receiptNotExported, "`\(profile.id)` was not exported",
                    hint: "labfolio validate \(profile.id) says what is wrong with it", at: file,
                    profile: profile.id)
            }
        }
        profileCount = first.count
        // What misses with a part that misses was said with it.
        let parts = Set(receipts.map(\.receipt.shard.number))
        guard parts.count == meant.shardCount,
            Receipt.hash(of: Array(first.keys)) != meant.origin.profileHash
        else { return }
        let missing = (known ?? []).filter { first[$0] == nil }
        for id in missing.prefix(Self.nameLimit) {
            report(
                .receiptMissing, "`\(id)` is in no receipt",
                hint: "Its part is \(Shard.number(of: id, among: meant.shardCount))"
                    + "/\(meant.shardCount); export it again", profile: id)
        }
        guard missing.isEmpty || missing.count > Self.nameLimit else { return }
        report(
            .receiptMissing,
            "The receipts have \(first.count) profiles, the commit has "
                + "\(meant.origin.profileCount), and not the same ones",
            hint: "Export the parts again; a receipt was changed by hand")
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: String, hint: String, at file: String? = nil,
        profile: ProfileID? = nil
    ) {
        findings.append(
            Diagnostic(
                code, message, hint: hint, profile: profile?.text,
                location: file.map { SourceLocation(file: $0) }))
    }

    /// Ids and hashes are told apart by their first digits.
    private static func short(_ text: String) -> String {
        text.utf8.count >= 40 && text.allSatisfy(\.isHexDigit) ? String(text.prefix(9)) : text
    }
}

extension Diagnostic.Code {
    static let receiptOtherState: Self = "receipt.other-state"
    static let receiptDuplicate: Self = "receipt.duplicate"
    static let receiptMissing: Self = "receipt.missing"
    static let receiptMisplaced: Self = "receipt.misplaced"
    static let receiptNotExported: Self = "receipt.not-exported"
}
