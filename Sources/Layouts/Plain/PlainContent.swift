internal import Profiles
internal import RecordModel

/// What one section of a page shows below its heading, in the shape of the template for it.
struct PlainContent {
    let style: PlainStyle
    let references: PlainReferences
    let part: PlainPart
    /// How many entries are shown, nil for all.
    let limit: Int?

    /// The fields of the content, the name of its template among them.
    var value: Value {
        let person = style.profile.person
        if let free = part.free { return prose(free.text, language: free.language) }
        return switch part.name {
        case PlainPart.bio: prose(person.bio)
        case PlainPart.interests: prose(person.interests, keywords: person.keywords)
        case PlainPart.contact: PlainPerson(style: style).contact
        case PlainPart.widgets: PlainValue.mapping(["kind": "widgets"])
        case PlainPart.selected, PlainPart.papers: papers
        case "news": news
        case "projects":
            PlainValue.mapping([
                "kind": "projects",
                "groups": groups(
                    PlainProjects(
                        style: style, dates: part.choice?.dates, level: part.level + 1,
                        references: references
                    ).entries),
            ])
        default: entries
        }
    }

    private func prose(
        _ text: String?, keywords: [String] = [], language: String? = nil
    ) -> Value {
        PlainValue.mapping([
            "kind": "prose", "text_html": style.html(text, below: part.level),
            "keywords": PlainValue.texts(keywords), "language": PlainValue.text(language),
        ])
    }

    private var news: Value {
        let items = PlainNews(
            style: style, dates: part.choice?.dates, level: part.level, references: references
        ).values
        return PlainValue.mapping([
            "kind": "news", "items": .list(Array(items.prefix(limit ?? items.count))),
        ])
    }

    private var entries: Value {
        let entries = PlainEntries(
            style: style, dates: part.choice?.dates, level: part.level
        ).entries(of: part.name)
        let isDated = part.name != "service" && entries.contains { $0.value["when"] != nil }
        return PlainValue.mapping([
            "kind": "entries", "groups": groups(entries), "dated": PlainValue.flag(isDated),
        ])
    }

    /// Publications as positions in the list that all pages share: under their years on the page
    /// that lists all, under the record's own groups elsewhere.
    ///
    /// On the lab's site publications go
    /// by their keys, and a work that the record lists twice is shown once.
    private var papers: Value {
        let isSelection = part.name == PlainPart.selected
        let isListing = part.level == 1
        let shown = style.profile.publications.enumerated()
            .filter { !isSelection || $0.element.isSelected }
        let lab = style.input.lab
        var seen: Set<String> = []
        let single = shown.filter { shown in
            lab.map { seen.insert($0.key(of: shown.element)).inserted } ?? true
        }
        let kept = single.prefix(limit ?? single.count)
        let entries = kept.map { position, paper in
            let year = PlainPublications.year(of: paper) ?? style.word(.undated)
            return PlainEntry(
                group: isListing ? year : paper.group,
                value: lab.map { .string($0.key(of: paper)) } ?? .number(Number(position)))
        }
        let own = style.profile.layoutChoices.authorMarks?.legend
        let legend = PlainAuthors(style: style).legend(of: kept.map(\.element))
        return PlainValue.mapping([
            "kind": "publications", "groups": groups(entries, isLimited: false),
            "legend_html": style.html(own), "legend": own == nil ? PlainValue.list(legend) : nil,
        ])
    }

    /// Entries under their headings, in the order in which the headings first come.
    private func groups(_ entries: [PlainEntry], isLimited: Bool = true) -> Value {
        var headings: [String?] = []
        var items: [String?: [Value]] = [:]
        for entry in isLimited ? entries.prefix(limit ?? entries.count) : entries[...] {
            if items[entry.group] == nil { headings.append(entry.group) }
            items[entry.group, default: []].append(entry.value)
        }
        // What stands under no heading comes first, or it would seem to belong to one.
        let ordered = headings.filter { $0 == nil } + headings.filter { $0 != nil }
        return .list(
            ordered.map {
                PlainValue.mapping([
                    "heading": PlainValue.text($0), "items": .list(items[$0] ?? []),
                ])
            })
    }
}
