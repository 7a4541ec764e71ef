internal import Formats
internal import Profiles
internal import Prose

/// The BibTeX entries that a page offers, for readers to put into their own bibliographies.
struct PlainBibTeX {
    private var keys = BibTeXKey()

    /// Returns the text of an entry; its key is one that no earlier entry has.
    mutating func text(of paper: Publication) -> String {
        let key = keys.unique(paper.bibtex?.key ?? paper.id)
        let entry = BibTeXEntry(
            type: paper.bibtex?.type ?? Self.type(of: paper), key: key,
            fields: Self.fields(of: paper))
        return entry.render()
    }

    private static func type(of paper: Publication) -> String {
        switch paper.venue?.kind {
        case .journal: "article"
        case .conference, .workshop, .poster: "inproceedings"
        case .book: "book"
        case .chapter: "incollection"
        case .thesis: "phdthesis"
        case .report: "techreport"
        default: "misc"
        }
    }

    private static func fields(of paper: Publication) -> [BibTeXEntry.Field] {
        let names = paper.authors.map { author in
            let name = NameText(displayed: author.name)
            return BibTeXName(
                given: name.given, particle: name.particle, family: name.family,
                suffix: name.suffix)
        }
        let authors = BibTeXName.list(
            names, andOthers: paper.hasOthers ? .follow : .none, for: .document)
        let date = paper.date.flatMap { PartialDate($0.description) }
        let month = date?.month.map { DateStyle.monthNames[$0 - 1].lowercased() }
        let extra = paper.bibtex?.fields.map { ($0.key.lowercased(), text($0.text)) } ?? []
        let all = [
            ("title", text(paper.title)), ("author", authors), venue(of: paper),
            ("year", date.map { String($0.year) }), ("month", month),
            ("series", text(paper.venue?.series)), ("volume", text(paper.venue?.volume)),
            ("number", text(paper.venue?.number)),
            ("pages", text(paper.venue?.pages)?.replacing("–", by: "--")),
            ("publisher", text(paper.venue?.publisher)), ("doi", paper.doi), ("isbn", paper.isbn),
            ("eprint", paper.arxiv), ("archiveprefix", paper.arxiv == nil ? nil : "arXiv"),
            ("url", paper.url.flatMap(URLText.safe)),
        ]
        // What the record says of a field by hand counts more than what is made of the others.
        let given = Set(extra.map(\.0))
        return (all.filter { !given.contains($0.0) } + extra).compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return BibTeXEntry.Field(name: name, value: value)
        }
    }

    private static func venue(of paper: Publication) -> (String, String?) {
        let name = text(paper.venue?.name ?? paper.venue?.short)
        return switch paper.venue?.kind {
        case .journal: ("journal", name)
        case .conference, .workshop, .poster, .chapter: ("booktitle", name)
        case .thesis: ("school", name)
        case .report: ("institution", name)
        default: ("howpublished", name)
        }
    }

    private static func text(_ text: String?) -> String? {
        text.map { BibTeXText.escape($0, for: .document) }
    }
}
