import Formats
import Profiles
import RecordModel

/// One entry of the theme's bibliography: fields of BibTeX, and fields that are buttons, badges
/// and boxes to the theme.
struct AlFolioEntry {
    private let paper: Publication
    private let layout: AlFolio
    private let authors: AuthorLines
    private let bibTeX: PublicationBibTeX
    private let words: EntryLines
    private let type: String
    /// The links that are buttons, each field once, and the others.
    private let buttons: (taken: [(field: String, value: String)], others: [Link])

    init(_ paper: Publication, in layout: AlFolio, authors: AuthorLines, words: EntryLines) {
        self.paper = paper
        self.layout = layout
        self.authors = authors
        self.words = words
        bibTeX = PublicationBibTeX(reader: .page) { layout.bibliographyName($0, in: authors) }
        type = Self.type(of: paper)
        buttons = Self.buttons(of: paper, bibTeX, layout.assets)
    }

    /// Fields with an address; each one is a button.
    private static let buttonFields: [(Link.Kind, String)] = [
        (.html, "html"), (.paper, "html"), (.pdf, "pdf"), (.supplement, "supp"),
        (.poster, "poster"), (.slides, "slides"), (.code, "code"), (.website, "website"),
        (.blog, "blog"), (.video, "video"),
    ]
    /// The buttons that find files of the site.
    private static let fileButtons: Set<String> = ["pdf", "supp", "poster", "slides"]

    /// The entry under a key.
    func entry(key: String) -> BibTeXEntry {
        var fields = bibTeX.fields(paper, type: type)
        if let position = fields.firstIndex(where: { $0.name == "doi" }) {
            fields[position].value = Self.identifier(paper.doi)
        }
        fields += [
            bibTeX.field("abbr", paper.venue?.short),
            bibTeX.field("location", paper.venue?.location),
            markup("additional_info", additionalInfo),
            BibTeXEntry.Field(name: "arxiv", value: Self.identifier(paper.arxiv)),
            BibTeXEntry.Field(name: "hal", value: Self.identifier(paper.hal)),
        ]
        fields += buttons.taken.map { BibTeXEntry.Field(name: $0.field, value: $0.value) }
        fields += [
            bibTeX.field(
                "abstract",
                paper.abstract.map { Markdown($0).plainText().replacing("\n", by: " ") }),
            markup("note", Line.joined([.markdown(paper.summary), .markdown(paper.note)], " ")),
            markup("award", .markdown(paper.award)), bibTeX.field("award_name", paper.awardName),
            markup("annotation", annotation),
            BibTeXEntry.Field(
                name: "preview", value: layout.assets.name(paper.image?.file, .paperPicture) ?? ""),
            BibTeXEntry.Field(
                name: "google_scholar_id", value: Self.identifier(paper.citations?.scholarId)),
            bibTeX.field("keywords", paper.tags.joined(separator: ", ")),
            BibTeXEntry.Field(
                name: "bibtex_show", value: paper.bibtex?.isShown == true ? "true" : ""),
            // Only this very word selects a paper.
            BibTeXEntry.Field(name: "selected", value: paper.isSelected ? "true" : ""),
        ]
        fields += extraFields
        return BibTeXEntry(type: type, key: key, fields: fields.filter { !$0.value.isEmpty })
    }

    /// Reports what the version of the theme cannot show.
    func report(to draft: inout Draft) {
        guard layout.era.isBefore(.additionalInfo) else { return }
        let isUsed = [
            ("badges", !paper.badges.isEmpty), ("award", paper.award != nil),
            ("links", !buttons.others.isEmpty), ("openreview", paper.openreview != nil),
        ]
        for (field, isUsed) in isUsed where isUsed {
            draft.report(
                .unmappedField,
                "This version of al-folio does not show all of \(paper.path)/\(field)",
                at: paper.path.appending(field), severity: .note)
        }
    }

    /// The type.
    ///
    /// The theme prints the venues of a few types only, so whatever else a paper is, it is an
    /// article where the record does not insist.
    private static func type(of paper: Publication) -> String {
        let type = PublicationBibTeX.type(paper)
        return paper.bibtex?.type == nil && ["misc", "techreport"].contains(type) ? "article" : type
    }

    /// Whether the theme prints the venue of the type.
    private var showsVenue: Bool {
        ["article", "inproceedings", "incollection", "thesis", "mastersthesis", "phdthesis"]
            .contains(type)
    }

    /// What follows the venue on its line.
    ///
    /// The theme reads it as Markdown and puts no comma before it.
    private var additionalInfo: Line {
        let venue = showsVenue ? nil : PublicationBibTeX.venue(paper)
        let links = buttons.others.map(words.link)
        let pages = [
            ("PubMed", paper.pmid.map(PageURL.pubMed)),
            ("OpenReview", paper.openreview.map(PageURL.openReview)),
        ].compactMap { name, url in url.map { Line.text(name).linked(to: $0) } }
        let count = paper.citations?.count.map { "cited by \($0)" }
        let info = Line.joined(
            [
                .text(venue), .text(paper.status?.label),
                Line.joined(paper.badges.map { Line.text($0).strong }),
            ] + links + pages + [.text(count)])
        let hasVenue =
            showsVenue && PublicationBibTeX.venue(paper) != nil
            || paper.venue?.location != nil
        return info.isEmpty || !hasVenue ? info : Line([.fixed(", ")]) + info
    }

    /// The remark on the authors, with what their marks mean.
    private var annotation: Line {
        let legend = layout.era.isBefore(.marksAfterSurnames) ? Line() : authors.legend([paper])
        return Line.joined([.markdown(paper.annotation), legend], " ")
    }

    /// Parts the links into buttons and others.
    private static func buttons(
        of paper: Publication, _ bibTeX: PublicationBibTeX, _ assets: AssetPlaces
    ) -> (taken: [(field: String, value: String)], others: [Link]) {
        var taken: [(field: String, value: String)] = []
        var others: [Link] = []
        if let url = paper.url { taken.append(("html", bibTeX.address("html", url).value)) }
        for link in paper.links {
            let field = buttonFields.first { $0.0 == link.kind }?.1
            guard let field, !taken.contains(where: { $0.field == field }),
                link.label == nil
                    || link.label?.lowercased() == field
            else {
                others.append(link)
                continue
            }
            if let url = link.url {
                taken.append((field, bibTeX.address(field, url).value))
            } else if fileButtons.contains(field),
                let name = assets.name(link.file, .document)
            {
                taken.append((field, name))
            } else {
                others.append(link)
            }
        }
        return (taken.filter { !$0.value.isEmpty }, others)
    }

    /// A field of markup, which is safe behind TeX's escapes and Markdown.
    private func markup(_ name: String, _ line: Line) -> BibTeXEntry.Field {
        BibTeXEntry.Field(name: name, value: line.inert)
    }

    /// An identifier as it goes into an address and an attribute.
    private static func identifier(_ text: String?) -> String {
        guard let text else { return "" }
        let bytes = text.utf8.filter { !"\"'<>{}\\`^| \n\t".utf8.contains($0) }
        return String(decoding: bytes, as: UTF8.self).replacing("~", by: "%7E")
            .replacing("--", by: "-%2D")
    }

    /// The extra fields of the record, each as the theme will read it.
    private var extraFields: [BibTeXEntry.Field] {
        (paper.bibtex?.fields ?? []).map { extra in
            switch extra.key.lowercased() {
            case "html", "pdf", "supp", "poster", "slides", "code", "website", "blog", "video",
                "url", "preview":
                bibTeX.address(extra.key, extra.text)
            case "additional_info", "award", "annotation", "note":
                markup(extra.key, .markdown(extra.text))
            case "altmetric", "dimensions", "inspirehep_id", "google_scholar_id", "doi", "arxiv",
                "hal", "eprint", "pmid", "isbn":
                BibTeXEntry.Field(name: extra.key, value: Self.identifier(extra.text))
            default: bibTeX.field(extra.key, extra.text)
            }
        }
    }
}
