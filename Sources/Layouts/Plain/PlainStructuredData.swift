internal import Formats
internal import Profiles
internal import RecordModel

/// What search engines read: the person and the publications in the words of schema.org.
struct PlainStructuredData {
    let style: PlainStyle

    private var profile: Profile { style.profile }
    private var person: Person { profile.person }

    /// The page about the person, as text for a script element.
    var personText: String {
        let employer = person.affiliations.map { place in
            PlainValue.mapping([
                "@type": "Organization", "name": .string(place.organization),
                "url": style.url(place.url),
                "department": PlainValue.text(place.unit).map {
                    PlainValue.mapping(["@type": "Organization", "name": $0])
                },
            ])
        }
        let others = [person.name.native ?? ""] + person.name.variants
        let emails = person.emails.filter { $0.display == .plain }
            .compactMap { style.url("mailto:" + $0.address) }
        let subject = PlainValue.mapping([
            "@type": "Person", "name": .string(person.name.display),
            "givenName": PlainValue.text(person.name.given),
            "additionalName": PlainValue.text(person.name.middle),
            "familyName": PlainValue.text(
                [person.name.particle, person.name.family].compactMap { $0 }
                    .joined(separator: " ")),
            "honorificSuffix": PlainValue.text(person.name.suffix),
            "alternateName": PlainValue.texts(others), "jobTitle": PlainValue.text(person.role),
            "affiliation": PlainValue.list(employer), "memberOf": memberOf,
            "url": PlainValue.text(address),
            "email": PlainValue.list(emails),
            "knowsAbout": PlainValue.texts(person.keywords),
            "sameAs": PlainValue.list(
                person.links.compactMap { PlainSites(style: style).value($0)["url"] }),
        ])
        return Self.text([
            "@context": "https://schema.org", "@type": "ProfilePage",
            "inLanguage": .string(style.language), "mainEntity": subject,
        ])
    }

    /// The lab, on its own site.
    private var memberOf: Value? {
        style.input.lab?.name.map { ["@type": "ResearchOrganization", "name": .string($0)] }
    }

    /// The publications, as text for a script element; nil where there are none.
    var articlesText: String? {
        guard !profile.publications.isEmpty else { return nil }
        return Self.text([
            "@context": "https://schema.org",
            "@graph": .list(profile.publications.map(article)),
        ])
    }

    private var address: String? {
        let choices = profile.layoutChoices
        guard let url = choices.url.flatMap(URLText.safe) else { return nil }
        return url + (choices.baseurl ?? "") + "/"
    }

    func article(_ paper: Publication) -> Value {
        let authors = paper.authors.map { author in
            PlainValue.mapping([
                "@type": "Person", "name": .string(author.name),
                "url": style.homepage(profile: author.profile, url: author.url),
            ])
        }
        let doi: Value? = paper.doi.flatMap { style.url("https://doi.org/" + $0) }
        return PlainValue.mapping([
            "@type": .string(Self.type(of: paper)), "name": .string(paper.title),
            "author": PlainValue.list(authors),
            "datePublished": PlainValue.text(paper.date?.description),
            "isPartOf": PlainValue.text(paper.venue?.name).map {
                PlainValue.mapping([
                    "@type": paper.venue?.kind == .journal ? "Periodical" : "CreativeWork",
                    "name": $0,
                ])
            },
            "url": style.url(paper.url), "sameAs": doi, "isbn": PlainValue.text(paper.isbn),
            "pagination": PlainValue.text(paper.venue?.pages),
            "keywords": PlainValue.texts(paper.tags),
        ])
    }

    private static func type(of paper: Publication) -> String {
        switch paper.venue?.kind {
        case .book: "Book"
        case .chapter: "Chapter"
        case .thesis: "Thesis"
        case .report: "Report"
        case .dataset: "Dataset"
        case .software: "SoftwareSourceCode"
        case .poster: "Poster"
        default: "ScholarlyArticle"
        }
    }

    /// JSON that no HTML parser takes for anything but text.
    static func text(_ value: Value) -> String { inert(JSONWriter(style: .compact).text(value)) }

    /// A text of JSON in the same way.
    static func inert(_ json: String) -> String {
        json.replacing("&", by: "\\u0026").replacing("<", by: "\\u003c")
            .replacing(">", by: "\\u003e")
    }
}
