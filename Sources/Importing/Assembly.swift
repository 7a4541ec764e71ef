internal import Formats
internal import JSONSchema
internal import Layouts
internal import ProfileStore
internal import Profiles
internal import Prose
internal import RecordModel

/// Puts what was read of a site together into one record, and counts its words.
struct Assembly {
    let site: SiteSource
    let family: SiteFamily
    let id: ProfileID
    let schemas: SchemaSet
    /// The person's name where somebody said it.
    let name: String?
    var report: ImportReport
    /// The words of the source.
    var source = VisibleWords()
    /// Whether the person's name is known: an id of one word that stands in for it is nobody's.
    private var knowsName = true
    /// Reads the items of all pages.
    let reader = EntryReader()

    init(
        site: SiteSource, family: SiteFamily, id: ProfileID, schemas: SchemaSet, name: String?
    ) {
        self.site = site
        self.family = family
        self.id = id
        self.schemas = schemas
        self.name = name
        report = ImportReport(profile: id, family: family.name)
    }

    mutating func assemble(_ reading: inout SiteReading) -> Imported {
        var draft = RecordDraft(schemas: schemas)
        draft.person = person(of: reading)
        draft.layout = reading.layout
        draft.layout["theme"] = .string(family.layout?.name ?? Layout.plain.name)
        draft.layout["written"] = family.layout.map { .string($0.name) }
        report.dropped += reading.dropped
        report.diagnostics += reading.diagnostics
        if let home = reading.home { read(home, isHome: true, into: &draft) }
        draft.closeHomepage()
        for (section, entries) in reading.entries.sorted(by: { $0.key < $1.key }) {
            for entry in entries { add(entry, to: section, of: &draft) }
        }
        let pages = [reading.home].compactMap(\.self) + reading.pages
        let parts = pages.reduce(into: Set()) { $0.formUnion(PageSource.files(includedBy: $1)) }
        for page in reading.pages where !parts.contains(page.path) {
            let language = reading.home.flatMap { TwinPage.language(of: page, besides: $0) }
            read(page, isHome: false, language: language, into: &draft)
        }
        for document in reading.documents { read(document, into: &draft) }
        if family.layout != nil, reading.home != nil { draft.putRestApart() }
        count(draft)
        var sound = ControlCharacters.removed(from: soundRecord(draft))
        if let layout = family.layout {
            sound =
                layout.rememberingNotation(
                    of: Record(id: id, value: sound), reader: reader, isWhole: draft.isValid
                ).value
        }
        report.entries = schemas.sectionNames.compactMap { name in
            guard let list = sound[name]?.list, !list.isEmpty else { return nil }
            return (name, list.count, draft.asText[name] ?? 0)
        }
        return Imported(
            record: Record(id: id, value: sound), assets: SiteAssets.used(in: sound, of: site),
            report: report)
    }

    // MARK: The person

    private mutating func person(of reading: SiteReading) -> Mapping {
        var person = reading.person
        if let name {
            person["name"] = AuthorName.value(name)
        } else if person["name"] == nil {
            let found = reading.home.flatMap { OwnName.found(in: $0) } ?? Self.name(in: reading)
            knowsName = found != nil || id.text.contains("-")
            person["name"] = AuthorName.value(found ?? AuthorName.guess(from: id))
            report.diagnostics.append(
                Diagnostic(
                    .importGuessedName,
                    found.map { "The name “\($0)” was found in the text of the page" }
                        ?? "The source does not say the person's name, so the id stands in",
                    severity: .warning, hint: "Import again with --name NAME",
                    profile: id.text, path: FieldPath(steps: ["profile", "name", "display"])))
        }
        return person
    }

    /// The name that a curriculum of the site has.
    private static func name(in reading: SiteReading) -> String? {
        for document in reading.documents {
            let parts = CurriculumParts(document)
            if let name = parts.name, !SampleCurriculum.isSample(parts, own: "") { return name }
        }
        return nil
    }

    func context(of draft: RecordDraft) -> EntryContext {
        var context = EntryContext()
        if knowsName, let name = draft.person["name"]?.mapping {
            context.ownNames = ["display", "native"].compactMap { name[$0]?.string }
        }
        return context
    }

    // MARK: Pages and entries

    private mutating func read(
        _ page: SitePage, isHome: Bool, language: String? = nil, into draft: inout RecordDraft
    ) {
        if !isHome, isMachinery(page) {
            report.dropped.append(
                DroppedText(.machinery, page.body, file: page.path, line: page.bodyLine))
            return
        }
        let prose = PageSource(page, of: site)
        let words = VisibleWords(ofMarkdown: prose.text.text)
        if words.total == 0, !isHome { return }
        if !isHome, isListOfPosts(page), words.total < 60 {
            report.dropped.append(
                DroppedText(.machinery, prose.text.text, file: page.path, line: page.bodyLine))
            source.add(words)
            return
        }
        if !isHome, TemplateText.isSamplePage(prose.text.text) {
            report.dropped.append(
                DroppedText(.templateSample, prose.text.text, file: page.path, line: page.bodyLine))
            source.add(words)
            return
        }
        source.add(words)
        if page.hasDamagedHeader {
            report.diagnostics.append(
                Diagnostic(
                    .importDamagedHeader, "The front matter of \(page.path) is no sound YAML",
                    severity: .warning,
                    hint: "What could be read of it line by line was taken",
                    location: SourceLocation(file: page.path, line: 1, column: 1)))
        }
        for place in prose.missing {
            report.diagnostics.append(
                Diagnostic(
                    .importMissingInclude, "A file that the page includes is not in the source",
                    severity: .warning,
                    hint: "Import the folder of the site, not the page alone",
                    location: SourceLocation(file: place.file, line: place.line, column: 1)))
        }
        var reader = PageReading(
            prose, reader: reader, context: context(of: draft), draft: draft, isHome: isHome,
            language: language)
        reader.read()
        draft = reader.draft
        report.dropped += prose.text.drops + reader.dropped
        Widgets.read(prose.text.scripts, into: &draft)
    }

    /// Tells whether a page only lists what is elsewhere in the site.
    private func isMachinery(_ page: SitePage) -> Bool {
        let layout = page.text("layout") ?? ""
        if ["404", "sitemap", "terms"].contains(where: { page.path.contains($0) }) { return true }
        return ["compress", "redirect", "archive-taxonomy"].contains(layout)
    }

    /// Tells whether a page lists the posts of a blog.
    private func isListOfPosts(_ page: SitePage) -> Bool {
        page.header["pagination"]?.mapping != nil
            || ["paginator.", "in site.posts", "in postlist"].contains {
                page.body.contains($0)
            }
    }

    /// Adds an entry of a collection, with its body as text.
    mutating func add(
        _ entry: SiteReading.Entry, to section: String, of draft: inout RecordDraft
    ) {
        let lines = SourceLines(entry.source, file: entry.file, firstLine: entry.line)
        let body = PageText(lines)
        report.dropped += body.drops
        var fields = entry.fields
        let prose = body.text.trimmedLines
        if !prose.isEmpty {
            source.add(VisibleWords(ofMarkdown: prose))
            fields["text"] = .string(prose)
        }
        if section == "publications" {
            fields = OwnAuthor.marked(fields, name: draft.person["name"])
        }
        if draft.isValid(fields, in: section) {
            draft.add(fields, to: section)
            return
        }
        let (kept, left) = FieldCheck(schemas: schemas).sound(fields, in: section)
        for field in left {
            report.diagnostics.append(
                Diagnostic(
                    .importFieldLeft,
                    "\(entry.file) says \(field.key): \(field.text), "
                        + "which the field cannot hold",
                    severity: .warning, location: SourceLocation(file: entry.file)))
        }
        if draft.isValid(kept, in: section) {
            draft.add(kept, to: section)
            report.dropped += left.map {
                DroppedText(.unplaced, $0.text, file: entry.file, line: entry.line)
            }
        } else {
            // What the section demands and the file does not say is not made up.
            let written = Self.asText(fields)
            guard !written.isEmpty else { return }
            var text = kept
            text["written"] = .string(written)
            draft.add(text, to: section)
        }
    }

    /// The texts of an entry that lacks what its section demands.
    private static func asText(_ fields: Mapping) -> String {
        var parts: [String] = []
        func collect(_ value: Value) {
            switch value {
            case .string(let text): parts.append(text)
            case .list(let items): for item in items { collect(item) }
            case .mapping(let mapping): for entry in mapping.entries { collect(entry.value) }
            default: break
            }
        }
        collect(.mapping(fields))
        return parts.joined(separator: "\n\n")
    }

    // MARK: Counting and checking

    private mutating func count(_ draft: RecordDraft) {
        var dropped = VisibleWords()
        for piece in report.dropped where piece.reason.showsWords {
            dropped.add(VisibleWords(ofMarkdown: piece.text))
        }
        let typed = source.intersection(draft.typed)
        var rest = source.subtracting(typed)
        let verbatim = rest.intersection(draft.verbatim)
        rest = rest.subtracting(verbatim)
        let left = rest.intersection(dropped)
        rest = rest.subtracting(left)
        report.words = ImportReport.Words(
            source: source.total, typed: typed.total, verbatim: verbatim.total,
            dropped: left.total)
        guard rest.total > 0 else { return }
        report.diagnostics.append(
            Diagnostic(
                .importLostWords,
                "\(rest.total) words of the source are in no field and in no list: "
                    + rest.sorted.prefix(20).joined(separator: " "),
                severity: .warning,
                hint: "Please report this with the page; nothing else of it is affected",
                profile: id.text))
    }

    /// The record without fields of the person that break the schema; each is reported.
    private mutating func soundRecord(_ draft: RecordDraft) -> Value {
        var value = draft.value
        guard let schema = schemas.sections[Record.personSection] else { return value }
        for _ in 0..<20 {
            let person = value[Record.personSection] ?? .mapping(Mapping())
            let errors = schema.validate(person).filter { $0.severity == .error }
            guard let path = errors.first?.path, !path.steps.isEmpty else { break }
            // Whatever is wrong within a list, its whole item goes: it would lack something.
            let depth = ["layout", "photo", "cv", "name"].contains(path.steps[0]) ? 2 : 2
            let field = FieldPath(
                steps: [Record.personSection] + path.steps.prefix(min(depth, path.steps.count)))
            let shape = schemas.recordShape
            let text = value.value(at: field, shape: shape).map { JSONWriter().text($0) } ?? ""
            report.diagnostics.append(
                Diagnostic(
                    .importFieldLeft, "\(field) cannot hold what the source says: \(text)",
                    severity: .warning, profile: id.text, path: field))
            guard let next = value.setting(field, to: nil, shape: shape), next != value else {
                break
            }
            value = next
        }
        return value
    }
}

extension DroppedText.Reason {
    /// Whether what is dropped may have been visible.
    var showsWords: Bool {
        switch self {
        case .comment, .script, .style: false
        default: true
        }
    }
}
