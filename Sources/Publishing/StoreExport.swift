internal import Formats
internal import Layouts
public import ProfileStore
public import RecordModel

/// An export of the profiles of one snapshot, each into its place below a target.
///
/// A profile of which nothing has changed, neither what its homepage is made from nor the homepage
/// itself, is not even read.
public struct StoreExport: Sendable {
    /// Where the homepages go.
    public struct Place: Sendable {
        /// The folder that was named.
        public let folder: String
        /// Whether the one homepage goes into that folder itself.
        public let isFlat: Bool
        /// Whether it goes into a folder of the layout's name.
        public let isByLayout: Bool

        /// Makes a place.
        public init(folder: String, isFlat: Bool = false, isByLayout: Bool = false) {
            self.folder = folder
            self.isFlat = isFlat
            self.isByLayout = isByLayout
        }

        /// The folder of a homepage from the folder that was named; empty for that one itself.
        func relative(_ id: ProfileID, layout: String) -> String {
            [isFlat ? nil : id.text, isByLayout ? layout : nil].compactMap(\.self)
                .joined(separator: "/")
        }

        /// The folder of a homepage.
        func folder(of id: ProfileID, layout: String) -> String {
            let inner = relative(id, layout: layout)
            return inner.isEmpty ? folder : folder + "/" + inner
        }
    }

    /// The profiles.
    public let snapshot: Snapshot
    /// Where their homepages go.
    public let place: Place
    let exporter: Exporter
    let layout: String?
    private let memory: ExportMemory?
    private let key: ContentHash

    /// Makes an export.
    ///
    /// - Parameters:
    ///   - snapshot: The state of the store.
    ///   - place: Where the homepages go.
    ///   - layout: The layout of all homepages; nil for the one that each profile chooses.
    ///   - exporter: How homepages are written.
    ///   - memory: What earlier runs left, nil to remember nothing.
    ///   - build: What tells this build of labfolio from every other; without it nothing is
    ///     remembered.
    /// - Throws: What the theme's checkout failed at.
    public init(
        of snapshot: Snapshot, into place: Place, layout: String? = nil, exporter: Exporter,
        memory: ExportMemory? = nil, build: String = ""
    ) throws(ExportError) {
        let exporter = exporter.exporting(snapshot)
        self.snapshot = snapshot
        self.place = place
        self.layout = layout
        self.exporter = exporter
        self.memory = build.isEmpty ? nil : memory
        key =
            if self.memory == nil { ContentHash() } else {
                try exporter.key(
                    snapshot: snapshot, place: place, layout: layout, build: build)
            }
    }

    /// Whether anything of an earlier run is remembered.
    public var remembersAnything: Bool { memory?.isEmpty == false }

    /// Looks whether a profile is as it was when its homepage was written, and so is the homepage.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - reader: A reader of the snapshot.
    ///   - target: The folder of all homepages, where it is there already.
    ///   - withNotes: Whether notes are wanted, or only their number.
    /// - Returns: What an export would say; nil where the profile has to be exported.
    public func remembered(
        _ id: ProfileID, reader: ProfileReader, in target: StampedTarget?, withNotes: Bool = true
    ) -> ExportOutcome? {
        guard let target, let kept = memory?.output(of: id.text), kept.key == key,
            reader.stillHolds(kept.source), target.folder.stamps(of: kept.paths).mark == kept.mark,
            let report = kept.report(for: id, withNotes: withNotes)
        else { return nil }
        return ExportOutcome(id: id, report: report, diagnostics: report.diagnostics, isKept: true)
    }

    /// Exports a profile.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - reader: A reader of the snapshot.
    ///   - withNotes: Whether notes are wanted, or only their number: those of thousands of
    ///     profiles fill the memory.
    /// - Returns: What became of it.
    /// - Throws: What the world failed at. The next run completes what was begun.
    public func export(
        _ id: ProfileID, reader: ProfileReader, withNotes: Bool = true
    ) throws(ExportError) -> ExportOutcome {
        let outcome = try remembering(id, reader: reader)
        return withNotes ? outcome : outcome.withoutNotes
    }

    private func remembering(
        _ id: ProfileID, reader: ProfileReader
    ) throws(ExportError) -> ExportOutcome {
        guard memory != nil, !exporter.options.isDryRun else {
            return try exported(id, reader: reader).outcome
        }
        let (result, footprint) = try reader.withFootprint {
            (reader: ProfileReader) throws(ExportError) in
            try exported(id, reader: reader)
        }
        var outcome = result.outcome
        // What another day would show otherwise is looked at on each day anew.
        if let footprint, let report = outcome.report, !report.isRefused, !report.isDated,
            let (paths, mark) = result.transfer?.stamped(
                below: place.folder,
                prefix: place.relative(id, layout: report.layout))
        {
            outcome.output =
                KeptOutput(
                    key: key, source: footprint, paths: paths, mark: mark, report: report
                ).compact
        }
        return outcome
    }

    /// Compares the homepage of a profile with what an export would leave there.
    ///
    /// Everything is read and compared; nothing that was remembered is relied on.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - reader: A reader of the snapshot.
    /// - Returns: An outcome with an error for every difference.
    /// - Throws: What the world failed at.
    public func check(_ id: ProfileID, reader: ProfileReader) throws(ExportError) -> ExportOutcome {
        let (profile, layout, refusal) = try subject(id, reader: reader)
        guard let profile, let layout else { return refusal }
        let report = try exporter.check(
            profile, with: layout, at: place.folder(of: id, layout: layout.name), reader: reader,
            language: language)
        return ExportOutcome(id: id, report: report, diagnostics: report.diagnostics)
    }

    /// Keeps for later runs what was exported.
    public func remember(_ outcomes: [ExportOutcome]) {
        guard let memory, !exporter.options.isDryRun,
            outcomes.contains(where: { !$0.isKept })
        else { return }
        var outputs: [String: KeptOutput?] = [:]
        for outcome in outcomes where !outcome.isKept {
            outputs.updateValue(outcome.output, forKey: outcome.id.text)
        }
        memory.write(outputs, of: Set(snapshot.profileIDs.map(\.text)))
    }

    private var language: String? { snapshot.configuration["language"]?.string }

    private func exported(
        _ id: ProfileID, reader: ProfileReader
    ) throws(ExportError) -> (outcome: ExportOutcome, transfer: Transfer?) {
        let (profile, layout, refusal) = try subject(id, reader: reader)
        guard let profile, let layout else { return (refusal, nil) }
        let transfer = try exporter.transfer(
            of: profile, with: layout, to: place.folder(of: id, layout: layout.name),
            reader: reader, language: language)
        var report = transfer.report
        // Only who remembers the outcome asks.
        report.isDated = memory != nil && reader.schemas.isDated(profile.record.value)
        return (ExportOutcome(id: id, report: report, diagnostics: report.diagnostics), transfer)
    }

    /// Returns a profile and its layout, or why it cannot be exported.
    private func subject(
        _ id: ProfileID, reader: ProfileReader
    ) throws(ExportError) -> (StoredProfile?, Layout?, ExportOutcome) {
        let profile = try ExportError.store { () throws(StoreError) in try reader.profile(id) }
        guard let profile, !profile.hasErrors else {
            // A record that breaks its schema could break a page in ways that nobody sees.
            let errors = profile?.diagnostics.filter { $0.severity == .error } ?? []
            return (nil, nil, ExportOutcome(id: id, report: nil, diagnostics: errors))
        }
        let name = self.layout ?? Layout.choice(of: profile.record, in: snapshot)
        guard let layout = Layout.named(name) else {
            let finding = Diagnostic(
                .exportLayout, "There is no layout `\(name)`",
                hint: "There are \(Layout.all.map(\.name).joined(separator: ", "))",
                profile: id.text)
            return (nil, nil, ExportOutcome(id: id, report: nil, diagnostics: [finding]))
        }
        return (profile, layout, ExportOutcome(id: id, report: nil, diagnostics: []))
    }
}

extension Layout {
    /// The name of the layout that a record chooses, or else its lab.
    static func choice(of record: Record, in snapshot: Snapshot) -> String {
        record.value[Record.personSection]?["layout"]?["theme"]?.string
            ?? snapshot.configuration["default_layout"]?.string ?? Layout.plain.name
    }
}

extension Diagnostic.Code {
    /// A record chooses a layout that there is not.
    public static let exportLayout: Self = "export.layout"
}
