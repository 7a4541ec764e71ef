internal import Profiles
internal import RecordModel

/// The sections of the site's pages: which page shows which of them, and how much of it.
struct PlainSections {
    /// A page that lists one section in full.
    struct Listing {
        /// The section, which is also the page's folder.
        let name: String
        let heading: String
        let value: Value

        /// The page, relative to the root of the site.
        var target: String { name + "/" }
    }

    let style: PlainStyle
    let order: PlainOrder
    /// Where the site shows the entries of a section in full.
    let references: PlainReferences
    /// Tells whether the site has a page of all publications.
    private let listsPapers: Bool

    init(_ style: PlainStyle) {
        self.style = style
        order = PlainOrder(style.profile, isAlone: style.input.lab == nil)
        listsPapers = !style.profile.publications.isEmpty && !order.isHidden(PlainPart.papers)
        var pages: [String: String] = [:]
        for part in order.parts {
            let home = style.input.lab?.page ?? ""
            pages[part.name] = part.isCut(in: style.profile) ? part.name + "/" : home
        }
        pages[PlainPart.papers] = listsPapers ? Self.papersPage(style) : nil
        references = PlainReferences(
            record: style.input.record, pages: pages, lab: style.input.lab)
    }

    /// The sections of the homepage.
    var home: [Value] {
        let showsAllPapers = order.parts.contains { $0.name == PlainPart.papers }
        return order.parts.filter { !$0.isApart }.map { part in
            // A page has the id of a publication once, though two of its sections may show it.
            let isAnchored = part.name != PlainPart.selected || !showsAllPapers
            return section(part, limit: part.limit, isAnchored: isAnchored, more: more(part))
        }
    }

    /// The pages for what the homepage shows in part.
    var listings: [Listing] {
        let cut = order.parts.filter { !$0.showsPapers && $0.isCut(in: style.profile) }
        return ((listsPapers ? [papersPart] : []) + cut).map { part in
            var part = part
            part.level = 1
            return Listing(
                name: part.name, heading: part.heading(in: style),
                value: section(part, limit: nil, isAnchored: true, more: nil))
        }
    }

    /// The sections of a curriculum vitae, in full; empty where too little is known for one.
    var curriculum: [Value] {
        let names = [
            PlainPart.interests, "education", "positions", PlainPart.papers, "awards", "talks",
            "teaching", "service", "projects",
        ]
        let parts = names.compactMap { name in
            name == PlainPart.papers
                ? (listsPapers ? papersPart : nil) : order.parts.first { $0.name == name }
        }
        guard parts.count > 2 else { return [] }
        return parts.map { part in
            var part = part
            part.level = 2
            return section(part, limit: nil, isAnchored: true, more: nil)
        }
    }

    /// The entries of the bar at the top: every label that the record asks for, and as far as
    /// there is room the first sections that are not plain prose.
    var menu: [Value] {
        var room = 7 - order.parts.count { $0.choice?.menu != nil }
        let listed = order.parts.filter { part in
            if part.choice?.menu != nil { return true }
            guard room > 0, part.level == 2, !part.isProse else { return false }
            room -= 1
            return true
        }
        return listed.map { part in
            let isPage = part.showsPapers && listsPapers
            let label = part.choice?.menu ?? (isPage ? papersPart : part).heading(in: style)
            let page = part.isApart ? part.name + "/" : "#" + part.anchor
            return PlainValue.mapping([
                "label": .string(label),
                "target": .string(isPage ? PlainPart.papers + "/" : page),
            ])
        }
    }

    /// The page of all publications of the person.
    private static func papersPage(_ style: PlainStyle) -> String {
        style.input.lab?.papers ?? PlainPart.papers + "/"
    }

    /// All publications as a part, whether or not the homepage shows them.
    private var papersPart: PlainPart {
        order.parts.first { $0.name == PlainPart.papers }
            ?? PlainPart(name: PlainPart.papers, choice: nil, free: nil, anchor: PlainPart.papers)
    }

    /// The link to the page that shows a section in full, nil where the homepage does.
    private func more(_ part: PlainPart) -> Value? {
        let isSelection = part.name == PlainPart.selected && listsPapers
        guard isSelection || part.isCut(in: style.profile) else { return nil }
        let page = isSelection ? papersPart : part
        return PlainValue.mapping([
            "target": .string(
                isSelection || page.showsPapers ? Self.papersPage(style) : page.name + "/"),
            "label": .string("\(style.word(.viewAll)) \(page.count(in: style.profile))"),
            "what": .string(page.heading(in: style)),
        ])
    }

    /// A section with its heading and its content.
    private func section(
        _ part: PlainPart, limit: Int?, isAnchored: Bool, more: Value?
    ) -> Value {
        let frame = part.choice?.dateFrame ?? style.profile.layoutChoices.dateFrame
        let content = PlainContent(style: style, references: references, part: part, limit: limit)
        return PlainValue.mapping(
            [
                "name": .string(part.name), "heading": .string(part.heading(in: style)),
                "anchor": .string(part.anchor), "emoji": PlainValue.text(part.emoji),
                "level": .number(Number(part.level)),
                "group_level": .number(Number(part.level + 1)),
                "anchored": PlainValue.flag(isAnchored), "more": more,
                "date_frame": PlainValue.text(frame?.rawValue),
                "intro_html": style.html(part.choice?.text, below: part.level),
            ], and: content.value)
    }
}
