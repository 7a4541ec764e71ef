internal import Exchange
internal import Formats
internal import Git
internal import Importing
internal import Layouts
internal import ProfileStore
internal import Prose
internal import RecordModel

/// One run of `labfolio import publications.bib --as PROFILE`, or of another tool's document.
struct DocumentRun {
    private let request: ImportRequest
    private let store: Store
    private let invocation: Invocation

    /// What a document adds to a record.
    private struct Found {
        var edits: [FieldEdit]
        var known: Int
        var report: ImportReport
        /// The whole record, where the profile begins.
        var begun: Record?
    }

    init(_ request: ImportRequest, store: Store, invocation: Invocation) {
        self.request = request
        self.store = store
        self.invocation = invocation
    }

    func perform() throws(CommandError) -> ExitStatus {
        let text = try self.text()
        let form = try form(of: text)
        let isTrial = invocation.isOn("--dry-run")
        let id = request.id
        let what = form.name == ExchangeForm.bibTeX.name ? "publications" : form.title
        let message = invocation.value("--message") ?? "\(id): \(what) of \(request.source)"
        var found: Found?
        var refusal: CommandError?
        let commitID = try CommandError.store { () throws(StoreError) -> CommitID? in
            guard !isTrial else {
                let snapshot = try store.newestSnapshot()
                do throws(CommandError) { found = try read(text, form, snapshot) } catch {
                    refusal = error
                }
                return nil
            }
            return try store.commit(message: message, author: try invocation.author(in: store)) {
                snapshot throws(StoreError) in
                var base = snapshot
                if base == nil { base = try store.newestSnapshot() }
                guard let base else { return [:] }
                do throws(CommandError) {
                    let read = try read(text, form, base)
                    found = read
                } catch {
                    refusal = error
                    return [:]
                }
                guard let found else { return [:] }
                if let record = found.begun {
                    var files: Store.FileChanges = [:]
                    for (path, bytes) in RecordFiles(schemas: base.schemas).files(of: record) {
                        files[path] = .some(bytes)
                    }
                    return files
                }
                return found.edits.isEmpty ? [:] : try base.edited(found.edits, in: id).files
            }
        }
        if let refusal { throw refusal }
        guard let found else { return .fine }
        ImportReportText(invocation).write([ImportResult(request: request, report: found.report)])
        if found.known > 0 {
            invocation.terminal.writeError(
                "\(found.known) of the file's entries are in the record already\n")
        }
        if let commitID {
            invocation.terminal.writeError("committed \(commitID)\n")
        } else if !isTrial {
            invocation.terminal.writeError("\(id): nothing to add\n")
        }
        return .fine
    }

    private func text() throws(CommandError) -> String {
        do throws(FileError) {
            let bytes = try FileSystem.read(request.path, limit: ImportSource.textLimit)
            return TextDecoder().decode(bytes).text
        } catch {
            throw error.code == .notFound
                ? .usage("There is no file `\(request.source)`") : .failure(error.description)
        }
    }

    private func form(of text: String) throws(CommandError) -> ExchangeForm {
        if let name = request.form, let form = ExchangeForm.named(name) { return form }
        guard let form = ExchangeForm.detected(in: text, file: request.source) else {
            let names = ExchangeForm.all.map(\.name).joined(separator: ", ")
            throw .usage(
                "It does not show what kind of document \(request.source) is",
                hint: "Name its form with --form: \(names)")
        }
        return form
    }

    private func read(
        _ text: String, _ form: ExchangeForm, _ snapshot: Snapshot
    ) throws(CommandError) -> Found {
        let id = request.id
        let isKnown = snapshot.profileIDs.contains(id)
        var record = Record(id: id, value: .mapping(Mapping()))
        if isKnown {
            record = try CommandError.store { () throws(StoreError) in
                guard let profile = try snapshot.reader().profile(id) else {
                    throw .unknownProfile(id.text, suggestion: nil)
                }
                return profile.record
            }
        }
        if isKnown, form.name == ExchangeForm.bibTeX.name {
            let found = BibliographyImport(
                text, file: request.source, into: record, schemas: snapshot.schemas)
            return Found(edits: found.edits, known: found.known, report: found.report)
        }
        if !isKnown, let name = request.name { record.value = Self.begun(name) }
        let found: ExchangeImport
        do throws(Diagnostic) {
            found = try ExchangeImport(
                text, file: request.source, form: form, into: record, schemas: snapshot.schemas)
        } catch {
            throw CommandError(
                status: .usage, message: "\(request.source) is no \(form.title)", hint: nil,
                diagnostics: [error])
        }
        guard !found.edits.isEmpty || found.known > 0 || !found.report.diagnostics.isEmpty else {
            throw .usage(
                "\(request.source) holds nothing that a record takes from \(form.title)",
                hint: request.form.map { _ in "Leave --form away, and it is found out" })
        }
        let begun = isKnown ? nil : try begun(found.record, snapshot)
        return Found(edits: found.edits, known: found.known, report: found.report, begun: begun)
    }

    /// A person of whom the name is known.
    private static func begun(_ name: String) -> Value {
        let parts = NameText(displayed: name)
        var names = Mapping()
        names["display"] = .string(name)
        names["given"] = parts.given.isEmpty ? nil : .string(parts.given)
        names["family"] = parts.family.isEmpty ? nil : .string(parts.family)
        return [Record.personSection: ["name": .mapping(names)]]
    }

    /// A record that begins with a document, if the document says whose it is.
    private func begun(
        _ record: Record, _ snapshot: Snapshot
    ) throws(CommandError) -> Record {
        guard var person = record.value[Record.personSection]?.mapping,
            person["name"]?["display"]?.string != nil
        else {
            throw .usage(
                "There is no profile `\(record.id)`, and \(request.source) does not say its name",
                hint: "labfolio import \(request.source) --as \(record.id) --name NAME")
        }
        var layout = person["layout"]?.mapping ?? Mapping()
        layout["theme"] =
            snapshot.configuration["default_layout"] ?? .string(Layout.plain.name)
        person["layout"] = .mapping(layout)
        var value = record.value.mapping ?? Mapping()
        value[Record.personSection] = .mapping(person)
        return Record(id: record.id, value: .mapping(value))
    }
}
