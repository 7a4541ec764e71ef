import Formats
import Profiles
import Prose

/// Makes the BibTeX entries of publications.
struct PublicationBibTeX: Sendable {
    /// Who reads the entries.
    let reader: BibTeXText.Reader
    /// The name of an author in its parts.
    let name: @Sendable (Author) -> BibTeXName

    /// The field in which an entry of a type has its venue, nil where it has none.
    static func venueField(_ type: String) -> String? {
        switch type {
        case "article": "journal"
        case "inproceedings", "incollection": "booktitle"
        case "phdthesis", "mastersthesis", "thesis": "school"
        case "techreport": "institution"
        case "misc": "howpublished"
        default: nil
        }
    }

    /// The type of a publication: what the record says, or what its venue is.
    static func type(_ publication: Publication) -> String {
        if let type = publication.bibtex?.type { return type.lowercased() }
        switch publication.venue?.kind {
        case .journal?: return "article"
        case .conference?, .workshop?, .poster?: return "inproceedings"
        case .chapter?: return "incollection"
        case .book?: return "book"
        case .thesis?: return "phdthesis"
        case .report?: return "techreport"
        default: return "misc"
        }
    }

    /// The venue with its track.
    static func venue(_ publication: Publication) -> String? {
        let venue = publication.venue
        return Sentence.joined([venue?.name ?? venue?.short, venue?.track]).nilIfEmpty
    }

    /// The fields that every reader understands.
    func fields(_ publication: Publication, type: String) -> [BibTeXEntry.Field] {
        let venue = publication.venue
        let list = BibTeXName.list(
            publication.authors.map(name), andOthers: publication.hasOthers ? .follow : .none,
            for: reader)
        let date = publication.date.flatMap { PartialDate($0.description) }
        var fields = [
            field("title", publication.title),
            BibTeXEntry.Field(name: "author", value: list),
        ]
        if let name = Self.venueField(type) {
            fields.append(field(name, Self.venue(publication)))
        }
        fields += [
            field("year", date.map { "\($0.year)" }),
            field("month", date?.month.map { DateStyle.monthNames[$0 - 1] }),
            field("series", venue?.series), field("volume", venue?.volume),
            field("number", venue?.number), field("pages", venue?.pages),
            field("publisher", venue?.publisher),
            field("doi", publication.doi), field("isbn", publication.isbn),
            field("pmid", publication.pmid),
        ]
        return fields.filter { !$0.value.isEmpty }
    }

    /// A field with a text, empty for nothing.
    func field(_ name: String, _ text: String?) -> BibTeXEntry.Field {
        BibTeXEntry.Field(
            name: name, value: text.map { BibTeXText.escape($0, for: reader) } ?? "")
    }

    /// A field with an address; empty for one that a page may not link to.
    func address(_ name: String, _ url: String?) -> BibTeXEntry.Field {
        let safe = url.flatMap(URLText.safe) ?? ""
        return BibTeXEntry.Field(name: name, value: URLText.latexSafe(safe))
    }

    /// The extra fields that a record gives an entry, besides those that it has by itself.
    func extraFields(_ publication: Publication) -> [BibTeXEntry.Field] {
        (publication.bibtex?.fields ?? []).map { extra in
            let text = extra.text
            return text.contains("://") && !text.contains(" ")
                ? address(extra.key, text) : field(extra.key, text)
        }.filter { !$0.value.isEmpty }
    }

    /// The entry for LaTeX.
    func entry(_ publication: Publication, key: String) -> BibTeXEntry {
        let type = Self.type(publication)
        var fields = fields(publication, type: type)
        fields += [
            field("address", publication.venue?.location), address("url", publication.url),
        ]
        if let arXiv = publication.arxiv {
            fields += [field("eprint", arXiv), field("archiveprefix", "arXiv")]
        }
        if Self.venueField(type) == nil, let venue = Self.venue(publication) {
            fields.append(field("note", venue))
        }
        fields += extraFields(publication)
        return BibTeXEntry(type: type, key: key, fields: fields.filter { !$0.value.isEmpty })
    }
}

extension String {
    /// The text, nil where it is empty.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
