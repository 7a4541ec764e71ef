internal import Formats
internal import Profiles
internal import RecordModel

/// The front page of the lab: what it is, what is new, the best of its works, its people.
struct LabFrontPage {
    let site: LabSite

    private static let newsLimit = 6
    private static let worksLimit = 6
    private static let peopleLimit = 30

    /// The page.
    var page: LabPage {
        LabPage(
            "", layout: "lab", title: nil,
            [
                "front": true, "heading": .string(site.settings.name),
                "lead_html": site.style.html(site.settings.description),
                "homepage": site.style.url(site.settings.homepage).map {
                    ["url": $0, "text": .string(Self.host(of: site.settings.homepage ?? ""))]
                },
                "sections": PlainValue.list([news, works, people].compactMap { $0 }),
                "jsonld_html": .string(structured),
            ])
    }

    private var news: Value? {
        guard !site.news.isEmpty else { return nil }
        let items = site.news.prefix(Self.newsLimit)
        let word = site.style.word(.news)
        return LabSection.value(
            "news", anchor: "news", heading: word,
            more: more(items.count, of: site.news.count, word, at: "news/"),
            [
                "items": .list(
                    items.map { $0.value(style: site.style, members: site.membersByID) })
            ])
    }

    /// The newest of the works that members selected, or of all where nobody did.
    private var works: Value? {
        let cards = site.works.cards
        guard !cards.isEmpty else { return nil }
        let selected = cards.filter(\.isSelected)
        let shown = (selected.isEmpty ? cards : selected).prefix(Self.worksLimit)
        let all = site.style.word(.publications)
        return LabSection.value(
            "publications", anchor: "publications",
            heading: selected.isEmpty ? all : site.style.word(.selected),
            more: more(shown.count, of: cards.count, all, at: "publications/"),
            ["groups": [["items": .list(shown.map { .string($0.key) })]]])
    }

    private var people: Value? {
        let current = site.members.filter { !$0.isAlumnus }
        guard !current.isEmpty else { return nil }
        let list = LabPeoplePage(site: site)
        // In the order of the page of people, so that the same ones come first.
        let order = site.settings.groups.map(\.id)
        let ranked = current.enumerated().sorted {
            let ranks = [$0, $1].map { member in
                member.element.group.flatMap(order.firstIndex) ?? order.count
            }
            return (ranks[0], $0.offset) < (ranks[1], $1.offset)
        }
        let shown = ranked.prefix(Self.peopleLimit).map { list.card($0.element) }
        return LabSection.value(
            "people", anchor: "people", heading: site.word(.people),
            more: more(shown.count, of: site.members.count, site.word(.people), at: "people/"),
            ["items": .list(shown)])
    }

    private func more(_ shown: Int, of all: Int, _ what: String, at page: String) -> LabSection
        .More?
    {
        shown < all
            ? LabSection.More(
                target: page, label: "\(site.style.word(.viewAll)) \(all)", what: what) : nil
    }

    private var structured: String {
        let members = site.members.filter { !$0.isAlumnus }.map { member in
            PlainValue.mapping([
                "@type": "Person", "name": .string(member.name.display),
                "jobTitle": PlainValue.text(member.role),
                "url": PlainValue.text(
                    site.settings.root.map { $0 + member.page } ?? member.homepage),
            ])
        }
        return PlainStructuredData.text(
            PlainValue.mapping([
                "@context": "https://schema.org", "@type": "ResearchOrganization",
                "name": .string(site.settings.name),
                "description": PlainValue.text(
                    site.settings.description.map { Markdown($0).plainText() }),
                "url": PlainValue.text(site.settings.root ?? site.settings.homepage),
                "sameAs": site.settings.root == nil
                    ? nil : PlainValue.text(site.settings.homepage),
                "member": PlainValue.list(members),
            ]))
    }

    /// `lab.example.org` for `https://lab.example.org/group/`.
    private static func host(of address: String) -> String {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true)
        return rest.count > 1 ? String(rest[1]) : address
    }
}
