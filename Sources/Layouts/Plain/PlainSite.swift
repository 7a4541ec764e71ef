internal import Formats
internal import Profiles
internal import RecordModel

/// The data of a whole site, from which the theme's templates make its pages.
struct PlainSite {
    let style: PlainStyle
    let sections: PlainSections
    let listings: [PlainSections.Listing]
    let curriculum: [Value]

    init(_ input: Layout.Input) {
        style = PlainStyle(input)
        sections = PlainSections(style)
        listings = sections.listings
        // Who has a CV of their own is not given a second one.
        curriculum = input.profile.person.cv == nil ? sections.curriculum : []
    }

    private var choices: LayoutChoices { style.profile.layoutChoices }

    /// The title of the site.
    var title: String { choices.title ?? style.profile.person.name.display }

    /// What the site is, for search engines and previews.
    var description: String? {
        if let description = choices.description { return description }
        let person = style.profile.person
        let parts = [person.role, person.affiliation?.unit, person.affiliation?.organization]
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? nil : text
    }

    /// The data.
    var value: Value {
        let structured = PlainStructuredData(style: style)
        return PlainValue.mapping([
            "lang": .string(style.language), "site_title": .string(title),
            "page_title": .string(choices.pageTitle ?? title),
            "description": PlainValue.text(description), "words": words,
            "notice_html": style.html(choices.notice), "nav": PlainValue.list(menu),
            "person": PlainPerson(style: style).value,
            "sections": PlainValue.list(sections.home),
            "publications": PlainValue.list(PlainPublications(style: style).values),
            "listings": listed, "curriculum": PlainValue.list(curriculum), "widgets": widgets,
            "person_jsonld_html": .string(structured.personText),
            "articles_jsonld_html": PlainValue.text(structured.articlesText),
        ])
    }

    private var menu: [Value] {
        sections.menu
            + (curriculum.isEmpty
                ? []
                : [
                    PlainValue.mapping([
                        "label": .string(style.word(.curriculum)), "target": "cv/",
                    ])
                ])
    }

    private var words: Value {
        var words = Mapping()
        for word in PlainWord.allCases { words[word.rawValue] = .string(style.word(word)) }
        return .mapping(words)
    }

    private var listed: Value? {
        var pages = Mapping()
        for listing in listings { pages[listing.name] = listing.value }
        return pages.isEmpty ? nil : .mapping(pages)
    }

    private var widgets: Value? {
        let isHidden = sections.order.isHidden(PlainPart.widgets)
        let values = isHidden ? [] : PlainWidgets(style: style).values
        guard let list = PlainValue.list(values) else { return nil }
        let isSection = sections.order.parts.contains { $0.name == PlainPart.widgets }
        return PlainValue.mapping(["items": list, "in_footer": PlainValue.flag(!isSection)])
    }
}
