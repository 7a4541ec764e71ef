internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// The site and its works in the Citation File Format, version 1.2.0.
struct LabCitation {
    let site: LabSite

    /// The file.
    var bytes: [UInt8] {
        let name = YAMLScalar.quoted(site.settings.name)
        var lines = [
            "cff-version: 1.2.0", "message: \"To cite a work, use its reference below.\"",
            "type: dataset", "title: \(name)", "authors:", "  - name: \(name)",
        ]
        if let url = site.settings.root ?? site.settings.homepage {
            lines.append("url: \(YAMLScalar.quoted(url))")
        }
        if !site.works.cards.isEmpty { lines.append("references:") }
        // None where there are no works; else very many.
        return Array((lines.joined(separator: "\n") + "\n").utf8) + site.works.references
    }
}

/// One work as a reference of a citation file.
struct CitationReference {
    private let paper: Publication

    init(_ work: Work) { paper = work.paper }

    /// The item of the list, with a line break at its end.
    var text: String {
        var lines = ["  - type: \(type)", "    title: \(YAMLScalar.quoted(paper.title))"]
        lines.append("    authors:" + (paper.authors.isEmpty ? " []" : ""))
        for author in paper.authors { lines += Self.lines(of: author.name) }
        let date = paper.date.flatMap { PartialDate($0.description) }
        add("year", date.map { String($0.year) }, to: &lines, isText: false)
        add("month", date?.month.map(String.init), to: &lines, isText: false)
        add(isInBook ? "collection-title" : "journal", container, to: &lines)
        add("volume", paper.venue?.volume, to: &lines)
        add("issue", paper.venue?.number, to: &lines)
        add("pages", paper.venue?.pages, to: &lines)
        add("doi", paper.doi, to: &lines)
        add("isbn", paper.isbn, to: &lines)
        add("url", paper.url.flatMap(URLText.safe), to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func add(
        _ key: String, _ text: String?, to lines: inout [String], isText: Bool = true
    ) {
        guard let text, !text.isEmpty else { return }
        lines.append("    \(key): \(isText ? YAMLScalar.quoted(text) : text)")
    }

    private var container: String? { paper.venue?.name ?? paper.venue?.short }

    private var isInBook: Bool {
        [.conference, .workshop, .chapter, .poster].contains(paper.venue?.kind)
    }

    private var type: String {
        switch paper.venue?.kind {
        case .conference, .workshop, .poster: "conference-paper"
        case .journal: "article"
        case .book, .chapter: "book"
        case .thesis: "thesis"
        case .report: "report"
        case .patent: "patent"
        case .dataset: "dataset"
        case .software: "software"
        case .preprint: "unpublished"
        case .other, nil: "generic"
        }
    }

    private static func lines(of text: String) -> [String] {
        let name = NameText(displayed: text)
        guard !name.given.isEmpty else { return ["      - name: \(YAMLScalar.quoted(text))"] }
        let parts = [
            ("family-names", name.family), ("given-names", name.given),
            ("name-particle", name.particle), ("name-suffix", name.suffix),
        ].filter { !$0.1.isEmpty }
        return parts.enumerated().map { index, part in
            "      \(index == 0 ? "-" : " ") \(part.0): \(YAMLScalar.quoted(part.1))"
        }
    }
}
