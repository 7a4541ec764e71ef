internal import Formats
internal import JSONSchema
internal import Layouts
public import ProfileStore
public import RecordModel

/// The publications of a BibTeX file that a record does not have yet.
public struct BibliographyImport: Sendable {
    /// The new entries, each with its id.
    public private(set) var entries: [Value] = []
    /// The changes to the record.
    public var edits: [FieldEdit] {
        entries.map { entry in
            FieldEdit(FieldPath(steps: ["publications", entry["id"]?.string ?? ""]), entry)
        }
    }
    /// How many entries of the file the record has already.
    public private(set) var known = 0
    /// What became of the file.
    public private(set) var report: ImportReport

    /// Compares a file with the publications of a record.
    ///
    /// An entry is one of the record's by its DOI, its arXiv identifier or its title.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - file: Its name in the report.
    ///   - record: The record as it is.
    ///   - schemas: The schemas of the store.
    public init(_ text: String, file: String, into record: Record, schemas: SchemaSet) {
        report = ImportReport(profile: record.id, family: "BibTeX")
        let existing = record.value["publications"]?.list ?? []
        var keys = Set(existing.flatMap { EntryIdentity.publicationKeys($0.mapping ?? Mapping()) })
        var ids = EntryIDs(taken: existing.compactMap { $0["id"]?.string }, in: "publications")
        let name = record.value[Record.personSection]?["name"]
        let own = [name?["given"]?.string, name?["family"]?.string].compactMap(\.self)
        let reading = BibliographyReading(text, file: file, own: own)
        report.diagnostics = reading.diagnostics
        var typed = VisibleWords()
        for item in reading.entries {
            if let sample = item.sample {
                report.dropped.append(
                    DroppedText(.templateSample, sample, file: file, line: item.line))
                continue
            }
            let own = EntryIdentity.publicationKeys(item.fields)
            guard keys.isDisjoint(with: own) else {
                known += 1
                continue
            }
            keys.formUnion(own)
            let (kept, left) = FieldCheck(schemas: schemas).sound(item.fields, in: "publications")
            report.diagnostics += left.map { field in
                Diagnostic(
                    .importFieldLeft, "\(field.key) cannot hold what the file says: \(field.text)",
                    severity: .warning, location: SourceLocation(file: file, line: item.line))
            }
            var entry = Mapping()
            entry["id"] = .string(ids.id(for: kept, in: "publications"))
            for field in kept.entries { entry[field.key] = field.value }
            let findings = schemas.sections["publications"]?.validate(.list([.mapping(entry)]))
            guard findings?.contains(where: { $0.severity == .error }) != true else {
                report.diagnostics.append(
                    Diagnostic(
                        .importFieldLeft,
                        "The entry of line \(item.line) lacks what a publication needs",
                        severity: .warning, hint: findings?.first?.message,
                        location: SourceLocation(file: file, line: item.line)))
                continue
            }
            typed.add(RecordDraft.words(of: .mapping(entry)))
            entries.append(.mapping(entry))
        }
        report.words = .init(source: typed.total, typed: typed.total, verbatim: 0, dropped: 0)
        report.entries = [("publications", entries.count, 0)]
    }
}
