internal import Formats
internal import Profiles
internal import RecordModel

/// The lists of works: of all, of each year, of each kind, of each member.
///
/// Each is a page of its own, so that filtering needs no script.
struct LabWorkPages {
    let site: LabSite

    /// How many works a page shows; what has more goes on over several pages.
    static let limit = 200
    /// How many members a page names to filter by; more have a page for it.
    static let peopleLimit = 40
    static let folder = "publications/"

    /// One choice of a filter.
    private struct Choice {
        let label: String
        let folder: String
        let cards: [LabWorks.Card]
    }

    /// All pages but those of the members.
    var pages: [LabPage] {
        guard !site.works.cards.isEmpty else { return [] }
        let all = Choice(
            label: site.style.word(.publications), folder: Self.folder, cards: site.works.cards)
        return ([all] + years + kinds).flatMap(pages) + [peoplePage].compactMap { $0 }
    }

    /// The page of one member's works, nil where there is none.
    func page(of member: LabMember) -> LabPage? {
        guard let places = site.works.places[member.id] else { return nil }
        let cards = places.map { site.works.cards[$0] }
        return page(
            Choice(label: member.name.display, folder: member.papers, cards: cards), cards[...],
            ["member": .string(member.id), "person_target": .string(member.page)])
    }

    // MARK: Filters

    /// The choices that every list offers.
    var filters: Value {
        var people = members.map { choice($0.member.name.display, $0.member.papers, $0.count) }
        if people.count > Self.peopleLimit {
            people = [
                choice(site.word(.everybody), Self.folder + "people/", people.count)
            ]
        }
        let all = choice(site.style.word(.all), Self.folder, site.works.cards.count)
        let groups: [(String, String, [Value])] = [
            (
                "year", site.style.word(.year),
                years.map { choice($0.label, $0.folder, $0.cards.count) }
            ),
            (
                "kind", site.style.word(.kind),
                kinds.map { choice($0.label, $0.folder, $0.cards.count) }
            ),
            ("person", site.word(.person), people),
        ]
        return PlainValue.mapping([
            "label": .string(site.word(.filters)), "all": all,
            "groups": .list(
                groups.filter { !$0.2.isEmpty }.map { name, label, items in
                    ["name": .string(name), "label": .string(label), "items": .list(items)]
                }),
        ])
    }

    private func choice(_ label: String, _ target: String, _ count: Int) -> Value {
        [
            "label": .string(label), "target": .string(target),
            "count": .string(PlainNumber.text(count)),
        ]
    }

    private var years: [Choice] {
        var choices: [Choice] = []
        var cards: [Int?: [LabWorks.Card]] = [:]
        for card in site.works.cards { cards[card.year, default: []].append(card) }
        for year in cards.keys.sorted(by: { ($0 ?? -1) > ($1 ?? -1) }) {
            choices.append(
                Choice(
                    label: year.map(String.init) ?? site.style.word(.undated),
                    folder: Self.folder + "years/\(year.map(String.init) ?? "undated")/",
                    cards: cards[year] ?? []))
        }
        return choices
    }

    private var kinds: [Choice] {
        var cards: [Venue.Kind: [LabWorks.Card]] = [:]
        for card in site.works.cards {
            if let kind = card.kind { cards[kind, default: []].append(card) }
        }
        return Venue.Kind.allCases.compactMap { kind in
            cards[kind].map {
                Choice(
                    label: site.style.label(of: kind),
                    folder: Self.folder + "kinds/\(kind.rawValue)/", cards: $0)
            }
        }
    }

    /// The members with works, and how many.
    private var members: [(member: LabMember, count: Int)] {
        site.members.compactMap { member in
            site.works.places[member.id].map { (member, $0.count) }
        }
    }

    // MARK: Pages

    private func pages(_ choice: Choice) -> [LabPage] {
        var pages: [LabPage] = []
        let count = (choice.cards.count + Self.limit - 1) / Self.limit
        for number in 1...max(1, count) {
            let start = (number - 1) * Self.limit
            let end = min(start + Self.limit, choice.cards.count)
            pages.append(
                page(
                    choice, choice.cards[start..<end],
                    count < 2
                        ? [:]
                        : [
                            "paging": LabPaging(site: site, folder: choice.folder, count: count)
                                .value(number)
                        ],
                    number: number))
        }
        return pages
    }

    private func page(
        _ choice: Choice, _ cards: ArraySlice<LabWorks.Card>,
        _ more: KeyValuePairs<String, Value?>, number: Int = 1
    ) -> LabPage {
        let isAll = choice.folder == Self.folder
        let word = site.style.word(.publications)
        let title = isAll ? word : "\(word): \(choice.label)"
        var years: [Int?] = []
        var items: [Int?: [Value]] = [:]
        for card in cards {
            if items[card.year] == nil { years.append(card.year) }
            items[card.year, default: []].append(.string(card.key))
        }
        let groups = years.map { year -> Value in
            [
                "heading": .string(year.map(String.init) ?? site.style.word(.undated)),
                "items": .list(items[year] ?? []),
            ]
        }
        let fields = PlainValue.mapping(more)
        return LabPage(
            LabPaging.folder(choice.folder, number), layout: "works", title: title,
            menu: isAll && number == 1 ? Self.folder : Self.folder + "#",
            [
                "heading": .string(word), "what": isAll ? nil : .string(choice.label),
                "chosen": .string(choice.folder),
                "filterable": PlainValue.flag(isAll && choice.cards.count <= Self.limit),
                "member": fields["member"], "person_target": fields["person_target"],
                "paging": fields["paging"], "jsonld_html": articles(of: choice, in: cards.indices),
                "section": [
                    "kind": "publications", "level": 1, "group_level": 2, "anchored": true,
                    "groups": .list(groups),
                ],
            ])
    }

    /// What search engines read: each work once, on the page of its year that lists it.
    private func articles(of choice: Choice, in range: Range<Int>) -> Value? {
        guard choice.folder.hasPrefix(Self.folder + "years/"),
            let articles = site.works.articles[choice.cards.first?.year]?[range],
            !articles.isEmpty
        else { return nil }
        let text =
            "{\"@context\":\"https://schema.org\",\"@graph\":["
            + articles.joined(separator: ",") + "]}"
        return .string(PlainStructuredData.inert(text))
    }

    /// The page on which to choose a member, where there are too many for every list.
    private var peoplePage: LabPage? {
        let members = members
        guard !members.isEmpty else { return nil }
        let items = members.map { member, count -> Value in
            [
                "name": .string(member.name.display), "target": .string(member.papers),
                "role": .string("\(PlainNumber.text(count)) \(site.word(.works))"),
            ]
        }
        let title = "\(site.style.word(.publications)): \(site.word(.everybody))"
        return LabPage(
            Self.folder + "people/", layout: "lab", title: title, menu: Self.folder + "#",
            [
                "heading": .string(title),
                "sections": [
                    LabSection.value(
                        "people", anchor: "people", heading: site.word(.everybody),
                        ["items": .list(items), "compact": true])
                ],
            ])
    }
}
