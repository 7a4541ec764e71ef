internal import Formats
public import RecordModel

/// What one run that exported a part of all profiles did: of which commit, with what, and what came
/// of each profile.
///
/// Receipts of all parts together prove, without the store and without the homepages, that every
/// profile was exported once and from the same state.
public struct Receipt: Hashable, Sendable {
    /// What came of one profile.
    public struct Profile: Hashable, Sendable {
        /// Whose homepage it is.
        public let id: ProfileID
        /// A hash of everything that was written, nil where the profile was not exported.
        public let output: String?

        /// Makes an entry.
        public init(_ id: ProfileID, output: String?) {
            self.id = id
            self.output = output
        }
    }

    /// What all parts of one export have in common.
    public struct Origin: Hashable, Sendable {
        /// The id of the commit of the store.
        public var commit: String
        /// The version of labfolio.
        public var version: String
        /// A hash of the store's own schemas.
        public var schema: String
        /// The options that decide what is written.
        public var options: String
        /// How many profiles the commit has.
        public var profileCount: Int
        /// A hash of their ids.
        public var profileHash: String

        /// Describes the export of a state of a store.
        public init(
            commit: String, version: String, schema: String, options: String,
            profiles: [ProfileID]
        ) {
            self.commit = commit
            self.version = version
            self.schema = schema
            self.options = options
            profileCount = profiles.count
            profileHash = Receipt.hash(of: profiles)
        }
    }

    private static let format = 1

    /// What all parts have in common.
    public let origin: Origin
    /// Which part it is.
    public let shard: Shard
    /// The profiles of the part, in order.
    public let profiles: [Profile]

    /// Makes a receipt.
    public init(_ origin: Origin, shard: Shard, profiles: [Profile]) {
        self.origin = origin
        self.shard = shard
        self.profiles = profiles.sorted { $0.id < $1.id }
    }

    /// A hash of ids, in whatever order they come.
    static func hash(of ids: [ProfileID]) -> String {
        let text = ids.map(\.text).sorted().map { $0 + "\n" }.joined()
        return SHA256(Array(text.utf8)).description
    }

    // MARK: As a file

    /// The receipt as a file, the same one always as the same bytes.
    public var bytes: [UInt8] {
        let value: Value = [
            "format": .number(Number(Self.format)), "commit": .string(origin.commit),
            "labfolio": .string(origin.version), "schema": .string(origin.schema),
            "options": .string(origin.options),
            "shard": [
                "number": .number(Number(shard.number)),
                "count": .number(Number(shard.count)),
            ],
            "store": [
                "profiles": .number(Number(origin.profileCount)),
                "ids": .string(origin.profileHash),
            ],
            "profiles": .list(
                profiles.map { profile in
                    [
                        "profile": .string(profile.id.text),
                        "output": profile.output.map(Value.string) ?? .null,
                    ]
                }),
        ]
        return JSONWriter().file(value)
    }

    /// Reads a receipt.
    ///
    /// - Throws: A finding where the file is none, or of a later version of labfolio.
    public init(reading bytes: [UInt8], at file: String) throws(Diagnostic) {
        let value = try JSONReader().read(bytes, file: file).value
        guard value["format"]?.number?.integer == Self.format,
            let commit = value["commit"]?.string, let version = value["labfolio"]?.string,
            let schema = value["schema"]?.string, let options = value["options"]?.string,
            let number = value["shard"]?["number"]?.number?.integer,
            let count = value["shard"]?["count"]?.number?.integer,
            let shard = Shard(number, of: count),
            let profileCount = value["store"]?["profiles"]?.number?.integer,
            let profileHash = value["store"]?["ids"]?.string,
            let entries = value["profiles"]?.list
        else { throw Self.unusable(file) }
        var profiles: [Profile] = []
        for entry in entries {
            guard let id = entry["profile"]?.string.flatMap(ProfileID.init),
                let output = entry["output"], output == .null || output.string != nil
            else { throw Self.unusable(file) }
            profiles.append(Profile(id, output: output.string))
        }
        var origin = Origin(
            commit: commit, version: version, schema: schema, options: options, profiles: [])
        origin.profileCount = profileCount
        origin.profileHash = profileHash
        self.init(origin, shard: shard, profiles: profiles)
    }

    private static func unusable(_ file: String) -> Diagnostic {
        Diagnostic(
            .receiptUnusable, "The file is no receipt that this version of labfolio reads",
            hint: "Name the files that labfolio export --shard wrote",
            location: SourceLocation(file: file))
    }
}

extension Diagnostic.Code {
    static let receiptUnusable: Self = "receipt.unusable"
}
