import Formats
import Profiles
public import Prose
public import RecordModel

extension Layout {
    /// Returns a record that remembers how the entries of its page were written, in as few words as
    /// possible.
    ///
    /// What the entries of a section have in common is in `patterns` of the section. A text that
    /// the theme's own way or such a pattern gives as well is taken out: its entry comes out with
    /// the same words and the same marks, at the same place. Where leaving texts out would change
    /// anything else of the page, such as a heading or the line that explains signs, a section
    /// keeps all of them. A reader that knows the texts already saves reading them again.
    ///
    /// `isWhole` tells whether the fields of an entry of a section are enough without a text: a
    /// paper that names nobody and a piece of news without a date are entries only with theirs.
    public func rememberingNotation(
        of record: Record, reader: EntryReader = EntryReader(),
        isWhole: (_ fields: Mapping, _ section: String) -> Bool = { _, _ in true }
    ) -> Record {
        guard let style = pageStyle else { return record }
        let usual = UsualWriting(of: record, style: style, isWhole: isWhole)
        guard !usual.sections.isEmpty else { return record }
        let before = page(of: record, reader)
        let whole = usual.sections.reduce(record) { $1.applied(to: $0) }
        if usual.showAlike(before, page(of: whole, reader)) { return whole }
        return usual.sections.reduce(record) { result, section in
            let next = section.applied(to: result)
            return usual.showAlike(before, page(of: next, reader)) ? next : result
        }
    }

    /// The homepage of a record.
    private func page(of record: Record, _ reader: EntryReader) -> String {
        let files = output(Input(record: record, reader: reader)).files
        guard let home = files.first(where: { $0.path.description == "_pages/about.md" }),
            case .bytes(let bytes) = home.content
        else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How pages of the theme look; nil for a layout that nobody imports pages of.
    private var pageStyle: PageStyle? {
        switch name {
        case Layout.alFolio.name: AlFolio.style
        case Layout.academicPages.name: AcademicPages.style
        case Layout.acadHomepage.name: AcadHomepage.style
        default: nil
        }
    }
}

/// Finds what entries need no text of their own for.
private struct UsualWriting {
    /// What can be left out of one section.
    struct Section {
        let name: String
        /// The patterns that the texts followed.
        let patterns: [String]
        /// The ids of the entries without need of a text.
        let ids: Set<String>
    }

    private(set) var sections: [Section] = []
    /// What the entries show, by how they are written.
    private var shown: [String: ShownText] = [:]

    init(of record: Record, style: PageStyle, isWhole: (Mapping, String) -> Bool) {
        for name in (record.value.mapping?.keys ?? []).sorted() where name != Record.personSection {
            let all = record.value[name]?.list ?? []
            let texts = Self.texts(in: all) { isWhole($0, name) }
            guard !texts.isEmpty else { continue }
            let bare = Section(name: name, patterns: [], ids: Set(texts.keys)).applied(to: record)
            let input = Layout.Input(record: bare)
            let outline = Outline(of: input.profile, style: style)
            guard let part = PagePart.named[name], let item = outline[part], item.isListed else {
                continue
            }
            var draft = Draft()
            let assets = AssetPlaces(of: input.profile, to: &draft, folders: [:], root: "")
            let authors = AuthorLines(input)
            func entries(_ patterns: [String]) -> [(
                id: String, item: EntryItem, parts: [EntryPart]
            )] {
                EntryLines(
                    input, theme: style.theme, assets: assets, dates: item.dates,
                    patterns: patterns.compactMap(EntryPattern.init)
                ).items(of: name, authors: authors)
            }
            let shown = texts.mapValues { show(EntryItem(written: $0).kramdown) }
            func ids(_ patterns: [String]) -> Set<String> {
                Set(
                    entries(patterns).filter { entry in
                        shown[entry.id].map { $0 == show(entry.item.kramdown) } ?? false
                    }.map(\.id))
            }
            let samples = entries([]).compactMap { entry in
                texts[entry.id].map { PatternFinder.Sample(text: show($0), parts: entry.parts) }
            }
            let usual = ids([])
            var (patterns, spared) = ([String](), usual)
            for pattern in PatternFinder.patterns(of: samples) {
                // A pattern that helps nobody is none.
                let more = ids(patterns + [pattern])
                if more.count > spared.count { (patterns, spared) = (patterns + [pattern], more) }
            }
            guard !spared.isEmpty else { continue }
            sections.append(Section(name: name, patterns: patterns, ids: spared))
        }
    }

    /// What an entry shows; most are written alike by several patterns.
    private mutating func show(_ markdown: String) -> ShownText {
        if let text = shown[markdown] { return text }
        let text = ShownText(markdown)
        shown[markdown] = text
        return text
    }

    /// Tells whether two pages show the same.
    ///
    /// Pages that differ in nothing but entries that are known to show the same need no reading.
    func showAlike(_ one: String, _ other: String) -> Bool {
        let (lines, others) = (one.lines, other.lines)
        let areEntries =
            lines.count == others.count
            && zip(lines, others).allSatisfy { line, other in
                if line == other { return true }
                // A tag that an entry leaves open reaches beyond it.
                guard !line.contains("<"), !other.contains("<"),
                    let text = shown[String(line) + "\n"]
                else { return false }
                return text == shown[String(other) + "\n"]
            }
        return areEntries || ShownText(one) == ShownText(other)
    }

    /// The texts of entries that have fields beside them, and that no other entry shares.
    private static func texts(
        in entries: [Value], where isWhole: (Mapping) -> Bool
    ) -> [String: String] {
        let shared = Set(entries.compactMap { $0["written_with"]?.string })
        var texts: [String: String] = [:]
        for entry in entries {
            guard let id = entry["id"]?.string, let text = entry["written"]?.string,
                !shared.contains(id), entry["written_with"] == nil, var fields = entry.mapping,
                fields.keys.contains(where: { !noFields.contains($0) })
            else { continue }
            fields["written"] = nil
            guard isWhole(fields) else { continue }
            texts[id] = text
        }
        return texts
    }

    private static let noFields: Set<String> = ["id", "written", "group"]
}

extension UsualWriting.Section {
    /// Returns a record without the texts, and with the patterns in their place.
    func applied(to record: Record) -> Record {
        var result = record
        let entries = (record.value[name]?.list ?? []).map { entry -> Value in
            guard var fields = entry.mapping, let id = fields["id"]?.string, ids.contains(id)
            else { return entry }
            fields["written"] = nil
            return .mapping(fields)
        }
        result.set(FieldPath(steps: [name]), to: .list(entries))
        guard !patterns.isEmpty else { return result }
        let place = FieldPath(steps: [Record.personSection, "layout", "sections"])
        let choices = (record.value.value(at: place)?.list ?? []).map { choice -> Value in
            guard choice["section"]?.string == name, var fields = choice.mapping else {
                return choice
            }
            fields["patterns"] = .list(patterns.map(Value.string))
            return .mapping(fields)
        }
        result.set(place, to: .list(choices))
        return result
    }
}

extension Record {
    fileprivate mutating func set(_ path: FieldPath, to new: Value) {
        value = value.setting(path, to: new) ?? value
    }
}

extension EntryLines {
    /// The entries of a section as items of a list, with their parts that are not empty.
    func items(of section: String, authors: AuthorLines)
        -> [(id: String, item: EntryItem, parts: [EntryPart])]
    {
        func items<Entry: ListEntry>(
            _ entries: [Entry], _ item: (Entry) -> EntryItem, _ parts: (Entry) -> [EntryPart]?
        ) -> [(id: String, item: EntryItem, parts: [EntryPart])] {
            entries.map { ($0.id, item($0), (parts($0) ?? []).filter { !$0.isEmpty }) }
        }
        return switch section {
        case "news": items(profile.news, newsItem, parts)
        case "publications":
            // A paper with a picture stands in a box.
            items(
                profile.publications.filter { $0.image == nil },
                { publication($0, authors: authors) }, { parts(of: $0, authors: authors) })
        case "positions": items(profile.positions, position, parts)
        case "education": items(profile.education, education, parts)
        case "awards": items(profile.awards, award, parts)
        case "service": items(profile.service, service, parts)
        case "teaching": items(profile.teaching, course, parts)
        case "talks": items(profile.talks, talk, parts)
        case "projects": items(profile.projects, project, parts)
        default: []
        }
    }
}
