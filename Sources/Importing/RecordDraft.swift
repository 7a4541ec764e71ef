internal import Formats
internal import JSONSchema
internal import Layouts
internal import ProfileStore
internal import Prose
internal import RecordModel

/// A record that is put together, with the count of what each part of it says.
struct RecordDraft {
    /// The fields of the person, without the layout.
    var person = Mapping()
    /// The choices of the layout.
    var layout = Mapping()
    /// The entries of each section.
    private(set) var sections: [String: [Value]] = [:]
    /// The parts of the page, in order.
    private(set) var outline: [Mapping] = []
    /// Where each part stands among them.
    private var places: [String: Int] = [:]
    /// The words in fields, and those kept as text.
    private(set) var typed = VisibleWords()
    private(set) var verbatim = VisibleWords()
    /// How many entries of each section are kept as text.
    private(set) var asText: [String: Int] = [:]
    /// How many entries of each section stand on the homepage.
    private var shown: [String: Int] = [:]
    private var ids = EntryIDs()
    /// The heading above the last entry of each section.
    private var groups: [String: String] = [:]
    private let schemas: SchemaSet

    init(schemas: SchemaSet) { self.schemas = schemas }

    /// Adds an entry; where its fields break the schema it stays as text.
    ///
    /// - Returns: The id that it got.
    @discardableResult
    mutating func add(_ entry: Mapping, to section: String) -> String {
        var entry = entry
        let written = entry["written"]
        if let written, entry.count > 1, !isValid(entry, in: section) {
            entry = Mapping()
            entry["written"] = written
        }
        let id = ids.id(for: entry, in: section)
        var whole = Mapping()
        whole["id"] = .string(id)
        for field in entry.entries { whole[field.key] = field.value }
        sections[section, default: []].append(.mapping(whole))
        count(entry, in: section)
        return id
    }

    /// Tells whether the fields of an entry are as the schema of its section wants them.
    func isValid(_ entry: Mapping, in section: String) -> Bool {
        var whole = entry
        whole["id"] = "x"
        let findings = schemas.sections[section]?.validate(.list([.mapping(whole)])) ?? []
        return !findings.contains { $0.severity == .error }
    }

    /// Tells whether a section has all entries of an item already.
    func has(_ readings: [EntryReading]?, in section: String) -> Bool {
        guard let readings, !readings.isEmpty else { return false }
        let known = (sections[section] ?? []).compactMap { value -> Mapping? in
            guard var fields = value.mapping else { return nil }
            for key in ["id", "written", "written_with", "group", "image"] { fields[key] = nil }
            return fields
        }
        return readings.allSatisfy { known.contains($0.fields) }
    }

    /// Puts fields into the entry of a section that speaks of the same thing.
    ///
    /// An entry that stands on a page as it was written gets nothing: it would no longer be what
    /// was written there.
    ///
    /// - Returns: The entry as it is then; nil where there is none.
    mutating func join(_ fields: Mapping, to section: String) -> Mapping? {
        let entries = sections[section] ?? []
        for (index, value) in entries.enumerated() {
            guard var entry = value.mapping,
                EntryIdentity.isSame(entry, fields, in: section)
            else { continue }
            guard entry["written"] == nil, entry["written_with"] == nil else { return entry }
            for field in fields.entries where entry[field.key] == nil {
                var more = entry
                more[field.key] = field.value
                var plain = more
                plain["id"] = nil
                guard isValid(plain, in: section) else { continue }
                entry = more
                typed.add(Self.words(of: field.value))
            }
            sections[section]?[index] = .mapping(entry)
            return entry
        }
        return nil
    }

    /// Adds free prose, and its place where that is on the homepage.
    mutating func addFree(
        _ heading: PageHeading?, title: String, text: String, permalink: String? = nil,
        language: String? = nil, translates: String? = nil, isHome: Bool = false
    ) {
        var entry = Mapping()
        let id = ids.id(for: heading?.title ?? title, in: "sections")
        entry["id"] = .string(id)
        entry["title"] = .string(heading?.title ?? title)
        entry["emoji"] = heading?.emoji.map(Value.string)
        entry["text"] = .string(text)
        entry["language"] = language.map(Value.string)
        entry["translates"] = translates.map(Value.string)
        entry["permalink"] = permalink.map(Value.string)
        sections["sections", default: []].append(.mapping(entry))
        var words = VisibleWords(ofText: heading?.title ?? title)
        words.add(VisibleWords(ofText: heading?.emoji ?? ""))
        words.add(VisibleWords(ofMarkdown: text))
        // What a translation says is known; other prose is kept as it is.
        if translates == nil { verbatim.add(words) } else { typed.add(words) }
        if isHome { place(id, heading: heading) }
    }

    /// Notes that a part of the record comes next on the page.
    mutating func place(_ section: String, heading: PageHeading?, intro: String? = nil) {
        guard places[section] == nil else { return }
        var choice = Mapping()
        choice["section"] = .string(section)
        if let heading {
            if !heading.title.isEmpty { choice["heading"] = .string(heading.title) }
            choice["emoji"] = heading.emoji.map(Value.string)
            choice["level"] = .number(Number(min(3, max(1, heading.level))))
            typed.add(VisibleWords(ofText: heading.title))
            typed.add(VisibleWords(ofText: heading.emoji ?? ""))
        }
        choice["text"] = intro.map(Value.string)
        if let intro { verbatim.add(VisibleWords(ofMarkdown: intro)) }
        places[section] = outline.count
        outline.append(choice)
    }

    /// Notes what the homepage shows, before other pages are read.
    mutating func closeHomepage() {
        shown = sections.mapValues(\.count)
    }

    /// Notes that what has no place on the homepage stands on other pages of the site, and how much
    /// the homepage shows of what goes on there.
    mutating func putRestApart() {
        for (index, choice) in outline.enumerated() {
            guard let name = choice["section"]?.string, let count = shown[name], count > 0,
                count < sections[name]?.count ?? 0
            else { continue }
            outline[index]["limit"] = .number(Number(count))
        }
        let names = schemas.sectionNames.filter { sections[$0]?.isEmpty == false }
        let free = (sections["sections"] ?? []).compactMap { $0["id"]?.string }
        for name in names.filter({ $0 != "sections" }) + free where !hasPlace(name) {
            var choice = Mapping()
            choice["section"] = .string(name)
            choice["apart"] = true
            places[name] = outline.count
            outline.append(choice)
        }
    }

    /// The part of the record that came last on the page.
    var lastPlace: String? { outline.last?["section"]?.string }

    /// The heading above the last entry of a section.
    func lastGroup(of section: String) -> String? { groups[section] }

    /// Whether nothing has a place on the page yet.
    var isFirst: Bool { outline.isEmpty }

    /// Sets a key of the part of the page that a section is.
    mutating func choose(_ key: String, _ value: Value?, of section: String) {
        guard let index = places[section] else { return }
        outline[index][key] = value
    }

    /// Tells whether a part of the record has a place on the page.
    func hasPlace(_ section: String) -> Bool {
        places[section] != nil
    }

    /// Sets a field of the person that holds prose.
    mutating func set(_ key: String, prose: String) {
        person[key] = .string(prose)
        typed.add(VisibleWords(ofMarkdown: prose))
    }

    /// Counts words that are in fields which were set by other means.
    mutating func countTyped(_ words: VisibleWords) { typed.add(words) }

    private mutating func count(_ entry: Mapping, in section: String) {
        let written = entry["written"]?.string
        if let group = entry["group"]?.string, groups[section] != group {
            groups[section] = group
            typed.add(VisibleWords(ofText: group))
        }
        let said = entry.keys.filter { $0 != "written" && $0 != "group" }
        if said.isEmpty, let written {
            verbatim.add(VisibleWords(ofMarkdown: written))
            asText[section, default: 0] += 1
            return
        }
        // What an item says is understood as a whole, so its words count as they stand in the page.
        if let written {
            typed.add(VisibleWords(ofMarkdown: written))
        } else if entry["written_with"] == nil {
            typed.add(Self.words(of: .mapping(entry)))
        }
    }

    /// The words of all texts of a value.
    static func words(of value: Value) -> VisibleWords {
        var result = VisibleWords()
        switch value {
        case .string(let text): result.add(VisibleWords(ofMarkdown: text))
        case .number(let number): result.add(VisibleWords(ofText: number.description))
        case .list(let items): for item in items { result.add(words(of: item)) }
        case .mapping(let mapping):
            for entry in mapping.entries { result.add(words(of: entry.value)) }
        default: break
        }
        return result
    }

    /// The record's value.
    var value: Value {
        var person = person
        var choices = layout
        if !outline.isEmpty { choices["sections"] = .list(outline.map(Value.mapping)) }
        person["layout"] = .mapping(choices)
        var record = Mapping()
        record[Record.personSection] = .mapping(person)
        for name in schemas.sectionNames {
            if let entries = sections[name], !entries.isEmpty { record[name] = .list(entries) }
        }
        return .mapping(record)
    }
}
