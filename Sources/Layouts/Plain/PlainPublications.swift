internal import Formats
internal import Profiles
internal import RecordModel

/// The publications as templates show them, once for all pages.
struct PlainPublications {
    let style: PlainStyle

    /// Every publication, in the order of the profile.
    var values: [Value] {
        var entries = PlainBibTeX()
        return style.profile.publications.map { value($0, bibtex: entries.text(of: $0)) }
    }

    func value(_ paper: Publication, bibtex: String) -> Value {
        PlainValue.mapping([
            "anchor": .string(PlainAnchor.entry(paper.path)),
            "year": PlainValue.text(Self.year(of: paper)),
            "kind": PlainValue.text((paper.venue?.kind).map(style.label)),
            "title": .string(paper.writing.title(or: paper.title)), "url": address(of: paper),
            "authors": PlainValue.list(PlainAuthors(style: style).values(of: paper)),
            "others": PlainValue.flag(paper.hasOthers),
            "annotation_html": style.html(paper.annotation),
            "venue": venue(of: paper),
            "status": PlainValue.text(paper.status.flatMap(style.label)),
            "badges": PlainValue.texts(paper.badges + [paper.awardName ?? ""]),
            "award_html": style.html(paper.award), "cited": cited(paper),
            "image": style.picture(paper.image), "tags": PlainValue.texts(paper.tags),
            "summary_html": style.html(paper.summary),
            "note_html": style.html(paper.note),
            "text_html": style.html(paper.text),
            "links": PlainValue.list(links(of: paper)),
            "abstract_html": style.html(paper.abstract),
            "cite_as_html": style.html(paper.citeAs),
            "bibtex": .string(bibtex),
        ])
    }

    /// The year by which lists and filters sort a publication.
    static func year(of paper: Publication) -> String? { paper.date?.year.map(String.init) }

    /// Where the title leads: to the publication's page, else to where its identifiers lead.
    private func address(of paper: Publication) -> Value? {
        style.url(paper.url) ?? identifiers(of: paper).first?["url"]
            ?? style.links(paper.links.filter { $0.kind == .paper || $0.kind == .pdf })
            .first.flatMap { $0["url"] }
    }

    private func links(of paper: Publication) -> [Value] {
        let given = style.links(paper.links)
        let addresses = Set(given.compactMap { $0["url"]?.string })
        return given
            + identifiers(of: paper).filter { !addresses.contains($0["url"]?.string ?? "") }
    }

    private func identifiers(of paper: Publication) -> [Value] {
        [
            identifier("DOI", "https://doi.org/", paper.doi),
            identifier("arXiv", "https://arxiv.org/abs/", paper.arxiv),
            identifier("OpenReview", "https://openreview.net/forum?id=", paper.openreview),
            identifier("PubMed", "https://pubmed.ncbi.nlm.nih.gov/", paper.pmid),
            identifier("HAL", "https://hal.science/", paper.hal),
        ].compactMap { $0 }
    }

    private func identifier(_ label: String, _ base: String, _ id: String?) -> Value? {
        guard let id, !id.isEmpty else { return nil }
        // DOIs and arXiv ids of old hold slashes that stay slashes.
        return style.link(label, to: base + URLText.percentEncodedPath(id))
    }

    private func cited(_ paper: Publication) -> Value? {
        guard let count = paper.citations?.count else { return nil }
        let date = style.date(paper.citations?.asOf).map { " (\($0))" } ?? ""
        return .string("\(style.word(.citedBy)) \(PlainNumber.text(count))\(date)")
    }

    /// The venue: the short name as a badge, the name, and the rest of the line.
    private func venue(of paper: Publication) -> Value? {
        let venue = paper.venue
        let words: [(PlainWord, String?)] = [
            (.volume, venue?.volume), (.number, venue?.number), (.pages, venue?.pages),
            (.isbn, paper.isbn),
        ]
        let numbered = words.compactMap { word, text in text.map { "\(style.word(word)) \($0)" } }
        let arxiv = venue?.kind == .preprint ? paper.arxiv.map { "arXiv:\($0)" } : nil
        let rest =
            [venue?.track, venue?.series].compactMap { $0 } + numbered
            + [arxiv, venue?.publisher, venue?.location, style.date(paper.date)]
            .compactMap { $0 }
        let value = PlainValue.mapping([
            "short": PlainValue.text(venue?.short), "name": PlainValue.text(venue?.name),
            "url": style.url(venue?.url), "rest": PlainValue.text(rest.joined(separator: ", ")),
        ])
        return value.mapping?.isEmpty == true ? nil : value
    }
}
