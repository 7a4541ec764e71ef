import Formats
import Profiles
import Prose
import RecordModel

/// The entries that an export writes as they were written on the page they came from.
///
/// This is what a lens needs besides the fields: an item says the same in many ways, and a page
/// that comes in is to go out as it was. The text holds for as long as reading it again gives the
/// very fields of the entry; once a person has changed one, the item is made of the fields.
struct WrittenEntries: Sendable {
    private let input: Layout.Input
    /// Whether entries were written in the notation of the theme at hand.
    private let isOwnNotation: Bool

    /// Looks at the entries of a record for a theme.
    init(_ input: Layout.Input, theme: String) {
        self.input = input
        isOwnNotation = input.profile.layoutChoices.written == theme
    }

    /// What became of the text of an entry.
    enum State {
        /// There is none.
        case none
        /// It is written as it stands; an empty one is part of another entry's.
        case holds(String)
        /// The fields say something else by now.
        case outdated
    }

    /// Tells how an entry of a section is to be written.
    func state(of entry: some ListEntry, in section: String) -> State {
        if let text = entry.writing.text, entry.writing.isAll { return .holds(text) }
        guard isOwnNotation else { return .none }
        guard entry.writing.text != nil || entry.writing.with != nil else { return .none }
        let head = entry.writing.with ?? entry.id
        guard let text = text(of: head, in: section), holds(text, of: head, in: section) else {
            return .outdated
        }
        return .holds(entry.writing.with == nil ? text : "")
    }

    /// The heading above an entry: where it is written as it stood, the one that stood there.
    func group(of entry: some ListEntry, in section: String, else usual: String?) -> String? {
        guard case .holds = state(of: entry, in: section) else {
            return entry.writing.group(and: usual)
        }
        return entry.writing.group
    }

    /// Tells whether a text about how to find the person says nothing but what the fields say.
    func holdsContact(_ text: String) -> Bool {
        guard isOwnNotation else { return false }
        let person = input.record.value[Record.personSection]
        let name = input.profile.person.name
        let context = EntryContext(ownNames: [name.display])
        let outline = MarkdownOutline(of: text)
        var items: [String] = []
        for block in outline.blocks {
            if block.items.isEmpty {
                let rows = HTMLRows.rows(of: outline.text(of: block.lines))
                items += rows.isEmpty ? [outline.text(of: block.lines)] : rows
            } else {
                items += block.items.map(outline.text(of:))
            }
        }
        return items.allSatisfy { item in
            let readings = input.reader.readAll(item, as: .contact, context: context) ?? []
            return !readings.isEmpty
                && readings.allSatisfy { reading in
                    reading.fields.entries.allSatisfy { field in
                        Self.has(person?[field.key], field.value)
                    }
                }
        }
    }

    /// Tells whether a field has a value, or a list its items.
    private static func has(_ known: Value?, _ said: Value) -> Bool {
        guard let known, let all = known.list, let items = said.list else { return known == said }
        return items.allSatisfy { item in
            all.contains { other in
                if other == item { return true }
                if let address = item["address"] { return other["address"] == address }
                guard let kind = item["kind"], other["kind"] == kind else { return false }
                return other["handle"] == item["handle"] && other["url"] == item["url"]
            }
        }
    }

    /// Notes about the entries whose text says something else than their fields, and about patterns
    /// that write none.
    func notes() -> [Diagnostic] {
        var notes = PatternNames.findings(in: input.profile.layoutChoices)
        guard isOwnNotation else { return notes }
        let profile = input.profile
        func check(_ entries: [some ListEntry], _ section: String) {
            for entry in entries where entry.writing.text != nil {
                guard case .outdated = state(of: entry, in: section) else { continue }
                notes.append(
                    Diagnostic(
                        .outdatedWriting,
                        "\(entry.path) is written from its fields: they say something else than "
                            + "`written` does",
                        severity: .note, path: entry.path.appending("written")))
            }
        }
        check(profile.news, "news")
        check(profile.publications, "publications")
        check(profile.positions, "positions")
        check(profile.education, "education")
        check(profile.awards, "awards")
        check(profile.service, "service")
        check(profile.teaching, "teaching")
        check(profile.talks, "talks")
        check(profile.projects, "projects")
        return notes
    }

    // MARK: Reading again

    private func entries(_ section: String) -> [Mapping] {
        (input.record.value[section]?.list ?? []).compactMap(\.mapping)
    }

    private func text(of id: String, in section: String) -> String? {
        entries(section).first { $0["id"]?.string == id }?["written"]?.string
    }

    /// Tells whether a text says what an entry, and those written with it, say.
    private func holds(_ text: String, of id: String, in section: String) -> Bool {
        guard let kind = SectionKind(rawValue: section) else { return false }
        let said = entries(section).filter {
            $0["id"]?.string == id || $0["written_with"]?.string == id
        }
        guard let first = said.first,
            let readings = input.reader.readAll(
                text, as: kind, context: context(first, section, files: Self.files(of: said))),
            readings.count == said.count
        else { return false }
        return zip(said, readings).allSatisfy { entry, reading in
            Self.fields(of: entry, besides: reading.fields) == Self.plain(reading.fields)
        }
    }

    /// The files that entries link to, which their text calls as the site did.
    private static func files(of entries: [Mapping]) -> Set<String> {
        Set(entries.flatMap { $0["links"]?.list ?? [] }.compactMap { $0["file"]?.string })
    }

    private func context(
        _ entry: Mapping, _ section: String, files: Set<String>
    ) -> EntryContext {
        let choices = input.profile.layoutChoices
        var marks: [String: AuthorMark] = [:]
        for (sign, mark) in [
            (choices.authorMarks?.equal, AuthorMark.equal),
            (choices.authorMarks?.corresponding, .corresponding),
            (choices.authorMarks?.lead, .lead),
        ] { if let sign { marks[sign] = mark } }
        for sign in choices.authorMarks?.signs ?? [] {
            marks[sign.key] = AuthorMark(rawValue: sign.text)
        }
        let name = input.profile.person.name
        return EntryContext(
            ownNames: [name.display] + [name.native].compactMap(\.self) + name.variants,
            authorMarks: marks,
            heading: choices.sections.first { $0.section == section }?.heading,
            subheading: entry["group"]?.string,
            language: input.profile.person.language, files: files)
    }

    /// The fields that a text says: without what an import or a person notes about an entry.
    private static func fields(of entry: Mapping, besides reading: Mapping) -> Mapping {
        var fields = entry
        for key in ["id", "written", "written_with", "private_notes", "selected", "pinned"] {
            fields[key] = nil
        }
        // A picture is no word of the text, and shows as it did there.
        for key in ["group", "image"] where reading[key] == nil { fields[key] = nil }
        return fields
    }

    private static func plain(_ reading: Mapping) -> Mapping {
        var fields = reading
        for key in ["selected", "pinned"] { fields[key] = nil }
        return fields
    }
}

extension Diagnostic.Code {
    static let outdatedWriting: Self = "layout.outdated-writing"
}

extension EntryWriting {
    /// The heading that an entry stood under, with the one that its fields put it under.
    func group(and other: String?) -> String? {
        let names = [group, other].compactMap(\.self)
        return names.isEmpty ? nil : names.joined(separator: ": ")
    }

    /// The title of an entry; where it has nothing but a text, the words of that.
    func title(or title: String) -> String {
        onlyText.map { Markdown($0).plainText().words.joined(separator: " ") } ?? title
    }
}
