public import Exchange
internal import Formats
internal import JSONSchema
internal import Layouts
public import ProfileStore
internal import Prose
public import RecordModel

/// What a document of another tool adds to a record.
///
/// What the record says stays: an entry that it has already is completed with what it lacks, and
/// what it says otherwise is listed.
public struct ExchangeImport: Sendable {
    /// The changes to the record.
    public private(set) var edits: [FieldEdit] = []
    /// How many entries of the document the record has already.
    public private(set) var known = 0
    /// The record with what the document adds.
    public var record: Record { Record(id: report.profile, value: .mapping(whole)) }
    /// What became of the document.
    public private(set) var report: ImportReport
    private var whole: Mapping
    private let schemas: SchemaSet
    private let file: String
    private let text: String
    private var ids = EntryIDs()

    /// Compares a document with a record.
    ///
    /// - Parameters:
    ///   - text: The document.
    ///   - file: Its name in the report.
    ///   - form: Its form.
    ///   - record: The record as it is; empty for one that begins.
    ///   - schemas: The schemas of the store.
    /// - Throws: Why the text is no document of the form.
    public init(
        _ text: String, file: String, form: ExchangeForm, into record: Record, schemas: SchemaSet
    ) throws(Diagnostic) {
        self.schemas = schemas
        self.file = file
        self.text = text
        report = ImportReport(profile: record.id, family: form.title)
        whole = record.value.mapping ?? Mapping()
        let read = try form.sections(in: text, file: file)
        report.diagnostics = read.diagnostics
        let before = whole
        for section in read.sections.entries {
            if section.key == Record.personSection {
                add(person: section.value.mapping ?? Mapping())
            } else {
                add(section.value.list ?? [], to: section.key, read.guesses)
            }
        }
        report.entries = read.sections.keys.compactMap { name in
            let count = (whole[name]?.list?.count ?? 0) - (before[name]?.list?.count ?? 0)
            return name == Record.personSection || count == 0 ? nil : (name, count, 0)
        }
        count(read)
    }

    // MARK: Entries

    private mutating func add(
        _ entries: [Value], to section: String, _ guesses: [ExchangeGuess]
    ) {
        for entry in entries.compactMap(\.mapping) {
            let guessed = guesses.filter {
                $0.path.steps.prefix(2) == [section, entry["id"]?.string ?? ""]
            }
            var fields = CurriculumDates.normalized(entry)
            fields["id"] = nil
            if section == "publications" {
                fields = OwnAuthor.marked(fields, name: whole[Record.personSection]?["name"])
            }
            if !join(fields, to: section, without: guessed) { add(fields, to: section, guessed) }
        }
    }

    private mutating func add(
        _ fields: Mapping, to section: String, _ guesses: [ExchangeGuess]
    ) {
        var list = whole[section]?.list ?? []
        ids.take(list.compactMap { $0["id"]?.string }, in: section)
        let (kept, left) = FieldCheck(schemas: schemas).sound(fields, in: section)
        for field in left {
            report.diagnostics.append(
                Diagnostic(
                    .importFieldLeft, "\(field.key) cannot hold what the file says: \(field.text)",
                    severity: .warning, location: SourceLocation(file: file)))
        }
        var entry = Mapping()
        let id = ids.id(for: kept, in: section)
        entry["id"] = .string(id)
        for field in kept.entries { entry[field.key] = field.value }
        let findings = schemas.sections[section]?.validate(.list([.mapping(entry)])) ?? []
        guard !findings.contains(where: { $0.severity == .error }) else {
            report.dropped.append(
                DroppedText(
                    .unplaced, TextLeaf.all(in: .mapping(kept)).map(\.text).joined(separator: ", "),
                    file: file, line: 1))
            return
        }
        list.append(.mapping(entry))
        whole[section] = .list(list)
        edits.append(FieldEdit(FieldPath(steps: [section, id]), .mapping(entry)))
        for guess in guesses {
            let key = guess.path.steps.last ?? ""
            let path = FieldPath(steps: [section, id, key])
            report.diagnostics.append(
                Diagnostic(
                    .importGuessedField, "\(file) does not say \(path), so a guess stands there",
                    severity: .warning, hint: "labfolio set \(report.profile) \(path) …",
                    profile: report.profile.text, path: path))
        }
    }

    /// Completes the entry that speaks of the same thing; false where there is none.
    private mutating func join(
        _ fields: Mapping, to section: String, without guesses: [ExchangeGuess]
    ) -> Bool {
        var list = whole[section]?.list ?? []
        let position = list.firstIndex { value in
            value.mapping.map { EntryIdentity.isSame($0, fields, in: section) } ?? false
        }
        guard let position, var entry = list[position].mapping else { return false }
        known += 1
        var fields = fields
        for guess in guesses { fields[guess.path.steps.last ?? ""] = nil }
        defer { note(fields, against: entry) }
        // An entry that is as somebody wrote it on a page would no longer be so.
        guard entry["written"] == nil, entry["written_with"] == nil else { return true }
        for field in fields.entries where entry[field.key] == nil {
            var more = entry
            more[field.key] = field.value
            let findings = schemas.sections[section]?.validate(.list([.mapping(more)])) ?? []
            guard !findings.contains(where: { $0.severity == .error }) else { continue }
            entry = more
            let id = entry["id"]?.string ?? ""
            edits.append(FieldEdit(FieldPath(steps: [section, id, field.key]), field.value))
        }
        list[position] = .mapping(entry)
        whole[section] = .list(list)
        return true
    }

    // MARK: The person

    private mutating func add(person said: Mapping) {
        let section = Record.personSection
        var person = whole[section]?.mapping ?? Mapping()
        for var field in said.entries {
            if field.key == "name", field.value.mapping?.count == 1,
                let display = field.value["display"]?.string
            {
                field.value = AuthorName.value(display)
            }
            var edit = FieldEdit(FieldPath(steps: [section, field.key]), field.value)
            var more = person
            switch (person[field.key], field.value) {
            case (nil, _): more[field.key] = field.value
            case (.list(let known)?, .list(let new)) where field.key != "address":
                let added = new.filter { !PersonFields.contains($0, in: known) }
                guard !added.isEmpty else { continue }
                more[field.key] = .list(PersonFields.withOwnIDs(known + added))
                edit = FieldEdit(edit.path, more[field.key])
            case (.mapping(var choices)?, .mapping(let new)) where field.key == "layout":
                guard choices["url"] == nil, let url = new["url"] else { continue }
                choices["url"] = url
                more["layout"] = .mapping(choices)
                edit = FieldEdit(edit.path.appending("url"), url)
            default: continue
            }
            let findings = schemas.sections[section]?.validate(.mapping(more)) ?? []
            // A person who begins has no layout yet, which is no fault of the field's.
            let isWrong = findings.contains { finding in
                finding.severity == .error && finding.path?.steps.first == field.key
            }
            guard !isWrong else {
                report.diagnostics.append(
                    Diagnostic(
                        .importFieldLeft, "/\(section)/\(field.key) cannot hold what the file says",
                        severity: .warning, location: SourceLocation(file: file)))
                continue
            }
            person = more
            edits.append(edit)
        }
        whole[section] = .mapping(person)
        var others = said
        others["layout"] = nil
        note(others, against: person)
    }

    // MARK: Counting

    /// Lists what an entry or the person says otherwise than the document.
    private mutating func note(_ said: Mapping, against known: Mapping) {
        for leaf in TextLeaf.all(in: .mapping(said))
        where !Self.isMark(leaf) && !leaf.isSaid(in: known) {
            report.dropped.append(
                DroppedText(.outweighed, leaf.text, file: file, line: leaf.line(in: text)))
        }
    }

    private mutating func count(_ read: ExchangeForm.Read) {
        for loss in read.losses {
            guard let value = read.document.foreignValue(at: loss.path.steps[...]) else { continue }
            let all = TextLeaf.all(in: value)
            // A list or a mapping that did not come back is left out as a whole.
            let isWhole = loss.kind == .missing && (value.list != nil || value.mapping != nil)
            let left = isWhole ? all : all.filter { !$0.isSaid(in: read.sections) }
            guard !left.isEmpty else { continue }
            let place = loss.path.steps.isEmpty ? "" : "\(loss.path): "
            report.dropped.append(
                DroppedText(
                    .unplaced, place + left.map(\.text).joined(separator: ", "), file: file,
                    line: left[0].line(in: text)))
        }
        var source = VisibleWords()
        for leaf in TextLeaf.all(in: read.document) where !Self.isKey(leaf) {
            source.add(leaf.words)
        }
        let typed = source.intersection(RecordDraft.words(of: .mapping(whole))).total
        report.words = .init(
            source: source.total, typed: typed, verbatim: 0, dropped: source.total - typed)
    }

    /// Whether a text tells entries apart, or says yes or no.
    private static func isMark(_ leaf: TextLeaf) -> Bool {
        leaf.keys.last == "id" || leaf.text == "true" || leaf.text == "false"
    }

    /// Whether a text names something to programs only.
    private static func isKey(_ leaf: TextLeaf) -> Bool {
        guard let key = leaf.keys.last else { return false }
        return leaf.keys.count == 1 && ["id", "type", "key", "citation-key"].contains(key)
    }
}

extension Value {
    /// The value at a path of a document whose lists go by id or by position.
    fileprivate func foreignValue(at steps: ArraySlice<String>) -> Value? {
        guard let step = steps.first else { return self }
        let next: Value?
        if let items = list {
            let position = Int(step).flatMap { items.indices.contains($0) ? $0 : nil }
            next = items.first { $0["id"]?.plainText == step } ?? position.map { items[$0] }
        } else {
            next = self[step]
        }
        return next?.foreignValue(at: steps.dropFirst())
    }
}
