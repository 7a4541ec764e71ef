internal import Layouts
internal import ProfileStore
internal import RecordModel

/// What homepages are published from: a state of the store, and how they are laid out.
struct SiteSource {
    let snapshot: Snapshot
    let reader: ProfileReader
    let options: Exporter.Options

    init(_ snapshot: Snapshot, options: Exporter.Options) throws(ExportError) {
        self.snapshot = snapshot
        self.options = options
        reader = try ExportError.store { () throws(StoreError) in try snapshot.reader() }
    }

    /// A profile and the files of its homepage.
    struct Prepared {
        /// Nil where the profile may not be exported.
        var profile: StoredProfile?
        /// Nil where there is no such layout.
        var layout: Layout?
        var files: [OutputFile] = []
        var findings: [Diagnostic] = []
    }

    /// Returns the files of a profile; none, and why, where it may not be exported.
    func prepared(_ id: ProfileID) throws(ExportError) -> Prepared {
        let found = try ExportError.store { () throws(StoreError) in try reader.profile(id) }
        guard let found, !found.hasErrors else {
            // A record that breaks its schema could break a page in ways that nobody sees.
            return Prepared(
                findings: found?.diagnostics.filter { $0.severity == .error } ?? [])
        }
        let name =
            found.record.value[Record.personSection]?["layout"]?["theme"]?.string
            ?? snapshot.configuration["default_layout"]?.string ?? Layout.plain.name
        guard let layout = Layout.named(name) else {
            return Prepared(
                profile: found,
                findings: [
                    Diagnostic(
                        .publishLayout, "There is no layout `\(name)`",
                        hint: "There are \(Layout.all.map(\.name).joined(separator: ", "))",
                        profile: id.text)
                ])
        }
        let output = try Exporter.output(
            of: found, with: layout, reader: reader,
            language: snapshot.configuration["language"]?.string)
        let findings = output.diagnostics.map { finding in
            var finding = finding
            finding.profile = finding.profile ?? id.text
            return finding
        }
        return Prepared(profile: found, layout: layout, files: output.files, findings: findings)
    }
}

extension Diagnostic.Code {
    static let publishLayout: Self = "publish.layout"
}
