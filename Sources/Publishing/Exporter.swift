internal import Formats
public import Layouts
public import ProfileStore
internal import RecordModel

/// Exports profiles: asks a layout for its files and brings a target to hold exactly those.
///
/// A file that labfolio did not write, or that someone changed since, is never overwritten or
/// removed unless that is asked for. Nothing is written before all of this is known.
public struct Exporter: Sendable {
    /// What an export may do, and over what it is laid.
    public struct Options: Sendable {
        /// What becomes of files that are not ours, or that someone changed.
        public enum ForeignFiles: Sendable {
            /// They stop the export.
            case refuse
            /// They stop the export, but for those that hold already what would be written: these
            /// become ours.
            case adopt
            /// They stay as they are, and all other files are written.
            case keep
            /// They are overwritten.
            case overwrite
        }

        /// What becomes of files that are not ours.
        public var foreignFiles = ForeignFiles.refuse
        /// Wait until each file is on the disk before it takes its place, so that not even a power
        /// failure leaves half of one.
        public var isDurable = false
        /// Make each homepage that changes anew beside the old one, and exchange the two in one step.
        public var isAtomic = false
        /// Say what would be done, and do nothing.
        public var isDryRun = false
        /// The version of labfolio, which the manifest names.
        public var version = ""
        /// What the store is called, which the manifest names: a folder can hold the homepages of
        /// several.
        var store: String?
        /// A checkout of the theme that is copied first, without its samples.
        public var theme: String?

        /// Refuses to overwrite, writes, and lays the export over what is in the target.
        public init() {}
    }

    private(set) var options: Options

    /// Returns the exporter for the profiles of a snapshot.
    func exporting(_ snapshot: Snapshot) -> Exporter {
        var result = self
        result.options.store = snapshot.storeName
        return result
    }

    /// Makes an exporter.
    public init(options: Options = Options()) { self.options = options }

    /// Exports one profile.
    ///
    /// - Parameters:
    ///   - profile: The profile, without errors.
    ///   - layout: How its homepage is arranged.
    ///   - folder: The target; it is made if it is missing.
    ///   - reader: Where assets and the names of other members are read.
    ///   - language: The language of a homepage that names none.
    /// - Returns: What was done; a report with an error means that nothing was.
    /// - Throws: What the world failed at. The next run completes what was begun.
    public func export(
        _ profile: StoredProfile, with layout: Layout, to folder: String, reader: ProfileReader,
        language: String? = nil
    ) throws(ExportError) -> ExportReport {
        try transfer(of: profile, with: layout, to: folder, reader: reader, language: language)
            .report
    }

    /// Exports one profile, and returns all that is known of it then.
    func transfer(
        of profile: StoredProfile, with layout: Layout, to folder: String, reader: ProfileReader,
        language: String?
    ) throws(ExportError) -> Transfer {
        try carriedOut { () throws(ExportError) in
            try planned(
                profile, with: layout, to: folder, reader: reader, language: language,
                isChanged: true)
        }
    }

    /// Carries a plan out if nothing stands in its way, and returns it.
    func carriedOut(
        _ plan: () throws(ExportError) -> Transfer
    ) throws(ExportError) -> Transfer {
        var attempts = 0
        while true {
            var transfer = try plan()
            guard !transfer.report.isRefused, !options.isDryRun else { return transfer }
            do throws(ExportError) {
                try transfer.carryOut()
                return transfer
            } catch {
                // Another run has just put the folder there that this one was to make.
                guard case .file(let failure) = error, failure.code == .exists,
                    transfer.target.isNew, attempts < 3
                else { throw error }
                attempts += 1
            }
        }
    }

    /// Compares a target with what an export of a profile would leave there, and writes nothing.
    ///
    /// - Parameters:
    ///   - profile: The profile, without errors.
    ///   - layout: How its homepage is arranged.
    ///   - folder: The target.
    ///   - reader: Where assets and the names of other members are read.
    ///   - language: The language of a homepage that names none.
    /// - Returns: A report with an error for every file that is missing, stale or another one; none
    ///   proves that the target is what the store says.
    /// - Throws: What the world failed at.
    public func check(
        _ profile: StoredProfile, with layout: Layout, at folder: String, reader: ProfileReader,
        language: String? = nil
    ) throws(ExportError) -> ExportReport {
        try planned(
            profile, with: layout, to: folder, reader: reader, language: language, isChanged: false
        ).checked()
    }

    private func planned(
        _ profile: StoredProfile, with layout: Layout, to folder: String, reader: ProfileReader,
        language: String?, isChanged: Bool
    ) throws(ExportError) -> Transfer {
        let output = try Self.output(
            of: profile, with: layout, reader: reader, language: language)
        var transfer = try Transfer(
            TransferSubject(profile.id, in: reader), layout: layout,
            target: try target(folder, isChanged: isChanged), options: options)
        transfer.report.unshown = output.diagnostics.count { $0.severity == .note }
        transfer.report.diagnostics += output.diagnostics.map {
            var diagnostic = $0
            diagnostic.profile = diagnostic.profile ?? profile.id.text
            return diagnostic
        }
        try transfer.plan(output.files)
        return transfer
    }

    /// Opens a target; where it will be written to, once nobody else does, and without what a run
    /// left that was killed.
    func target(_ folder: String, isChanged: Bool) throws(ExportError) -> TargetFolder {
        let isChanged = isChanged && !options.isDryRun
        let target = try TargetFolder(path: folder, isChanged: isChanged)
        if isChanged { try Transfer.completeExchange(of: target) }
        return target
    }

    /// Returns the files that a layout makes of a profile, and writes none of them.
    static func output(
        of profile: StoredProfile, with layout: Layout, reader: ProfileReader, language: String?
    ) throws(ExportError) -> Layout.Output {
        var value = try shownValue(of: profile, reader: reader)
        let languagePath = FieldPath(steps: [Record.personSection, "language"])
        if let language, value.value(at: languagePath) == nil {
            value = value.setting(languagePath, to: .string(language)) ?? value
        }
        let record = Record(id: profile.id, value: value)
        let members = try Self.members(of: record, in: reader)
        return layout.output(Layout.Input(record: record, members: members))
    }

    /// Returns what an export may show of a record: neither what is private nor what shows on other
    /// days.
    static func shownValue(
        of profile: StoredProfile, reader: ProfileReader
    ) throws(ExportError) -> Value {
        let shown = try ExportError.store { () throws(StoreError) in
            try reader.schemas.shown(profile.record.value) { () throws(StoreError) in
                try reader.day()
            }
        }
        return reader.schemas.withoutPrivateFields(shown)
    }

    /// Returns what the page may say of the members that a record names.
    private static func members(
        of record: Record, in reader: ProfileReader
    ) throws(ExportError) -> [String: Layout.Member] {
        var ids: Set<String> = []
        collectMembers(in: record.value, &ids)
        var members: [String: Layout.Member] = [:]
        for id in ids.sorted() where id != record.id.text {
            guard let profileID = ProfileID(id) else { continue }
            let person = try ExportError.store { () throws(StoreError) in
                try reader.section(Record.personSection, of: profileID)
            }
            guard let name = person?["name"]?["display"]?.string else { continue }
            members[id] = Layout.Member(
                name: name,
                url: person?["layout"]?["url"]?.string
                    .map { $0 + (person?["layout"]?["baseurl"]?.string ?? "") })
        }
        return members
    }

    /// Collects the ids under keys `profile` within entries: authors and advisors.
    private static func collectMembers(in value: Value, _ ids: inout Set<String>) {
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                switch entry.value {
                case .string(let id): if entry.key == "profile" { ids.insert(id) }
                case .list, .mapping: collectMembers(in: entry.value, &ids)
                default: break
                }
            }
        case .list(let items): for item in items { collectMembers(in: item, &ids) }
        default: break
        }
    }
}

extension Snapshot {
    /// What `labfolio.yml` calls the lab.
    var storeName: String? { configuration["lab"]?["name"]?.string }
}
