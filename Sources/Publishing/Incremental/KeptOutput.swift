internal import Formats
internal import ProfileStore
internal import RecordModel

/// What is kept of an export that came to its end: of what it was made, by what its files are known
/// again, and what was said of it.
///
/// It states a fact that no later run can make untrue: as long as everything that the output was
/// made from is what it was, and the files of the target are what they were, an export would write
/// nothing and say the same again.
public struct KeptOutput: Sendable {
    let profile: String
    /// A hash of all that the output was made from besides the files of the store.
    let key: ContentHash
    /// What was read of the store.
    let source: SourceFootprint
    /// The files of the target, and the folders that they are in, from the folder of all homepages.
    let paths: PathList
    /// What tells their state from every other one.
    let mark: ContentHash
    let layout: String
    let files: Int
    let kept: Int
    let notes: Int
    /// The findings but the notes, and the notes, each as JSON.
    private let findings: ArraySlice<UInt8>
    private let quiet: ArraySlice<UInt8>
    /// All of it, to be kept again.
    let record: ArraySlice<UInt8>

    init(
        key: ContentHash, source: SourceFootprint, paths: PathList, mark: ContentHash,
        report: ExportReport
    ) {
        let lasting = report.diagnostics.filter { $0.code != .exportOtherProfile }
        profile = report.profile.text
        self.key = key
        self.source = source
        self.paths = paths
        self.mark = mark
        layout = report.layout
        files = report.files
        kept = report.kept
        notes = lasting.count { $0.severity == .note }
        findings = Self.text(lasting.filter { $0.severity != .note })
        quiet = Self.text(lasting.filter { $0.severity == .note })
        var record = ByteRecord()
        record.append(profile)
        record.append(key)
        record.append(source.mark)
        record.append(source.paths.bytes)
        record.append(mark)
        record.append(paths.bytes)
        record.append(layout)
        for number in [files, kept, notes] { record.append(number) }
        record.append(findings)
        record.append(quiet)
        self.record = record.bytes
    }

    /// Reads what was kept; nil where it is not whole.
    init?(_ bytes: ArraySlice<UInt8>) {
        var record = ByteRecord(bytes)
        guard let profile = record.nextText(), let key = record.nextHash(),
            let sourceMark = record.nextHash(),
            let sourcePaths = record.next().flatMap(PathList.init(bytes:)),
            let mark = record.nextHash(), let paths = record.next().flatMap(PathList.init(bytes:)),
            let layout = record.nextText(), let files = record.nextNumber(),
            let kept = record.nextNumber(), let notes = record.nextNumber(),
            let findings = record.next(), let quiet = record.next()
        else { return nil }
        self.profile = profile
        self.key = key
        source = SourceFootprint(paths: sourcePaths, mark: sourceMark)
        self.paths = paths
        self.mark = mark
        self.layout = layout
        self.files = files
        self.kept = kept
        self.notes = notes
        self.findings = findings
        self.quiet = quiet
        self.record = bytes
    }

    /// The same, with nothing held beside its record: those of thousands of profiles wait for the
    /// last one to be written.
    var compact: KeptOutput { KeptOutput(Array(record)[...]) ?? self }

    /// Returns what a run says that finds everything as it was; nil where that cannot be read.
    func report(for id: ProfileID, withNotes: Bool) -> ExportReport? {
        var report = ExportReport(profile: id, layout: layout)
        report.files = files
        report.unchanged = files - kept
        report.kept = kept
        report.unshown = notes
        for text in withNotes ? [findings, quiet] : [findings] where !text.isEmpty {
            guard
                let list = JSONReader().value(of: Array(text), in: 0..<text.count)?.list
            else { return nil }
            report.diagnostics += list.compactMap(Diagnostic.init)
        }
        return report
    }

    private static func text(_ diagnostics: [Diagnostic]) -> ArraySlice<UInt8> {
        guard !diagnostics.isEmpty else { return [] }
        return Array(
            JSONWriter(style: .compact).text(.list(diagnostics.map(\.value))).utf8)[...]
    }
}
