internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// One work as an item of CSL-JSON, which reference managers read.
struct CSLItem {
    private let work: Work

    init(_ work: Work) { self.work = work }

    /// The item.
    var value: Value {
        let paper = work.paper
        return PlainValue.mapping([
            "id": .string(work.key), "type": .string(type), "title": .string(paper.title),
            "author": PlainValue.list(paper.authors.map { Self.name($0.name) }),
            "issued": issued, "container-title": PlainValue.text(container),
            "container-title-short": PlainValue.text(paper.venue?.short),
            "collection-title": PlainValue.text(paper.venue?.series),
            "volume": PlainValue.text(paper.venue?.volume),
            "issue": PlainValue.text(paper.venue?.number),
            "page": PlainValue.text(paper.venue?.pages),
            "publisher": PlainValue.text(publisher),
            "event-place": PlainValue.text(paper.venue?.location),
            "DOI": PlainValue.text(paper.doi ?? paper.arxiv.map { "10.48550/arXiv." + $0 }),
            "ISBN": PlainValue.text(paper.isbn), "PMID": PlainValue.text(paper.pmid),
            "URL": PlainValue.text(paper.url.flatMap(URLText.safe)),
            "abstract": PlainValue.text(paper.abstract.map { Markdown($0).plainText() }),
            "status": PlainValue.text(paper.status?.rawValue),
        ])
    }

    private var kind: Venue.Kind? { work.paper.venue?.kind }

    private var type: String {
        switch kind {
        case .conference, .workshop: "paper-conference"
        case .journal: "article-journal"
        case .book: "book"
        case .chapter: "chapter"
        case .thesis: "thesis"
        case .report: "report"
        case .patent: "patent"
        case .dataset: "dataset"
        case .software: "software"
        case .poster: "paper-conference"
        case .other: "document"
        case .preprint, nil: "article"
        }
    }

    /// A thesis and a report are published by what holds other works together.
    private var isByInstitution: Bool { kind == .thesis || kind == .report }

    private var container: String? {
        isByInstitution ? nil : work.paper.venue?.name ?? work.paper.venue?.short
    }

    private var publisher: String? {
        work.paper.venue?.publisher ?? (isByInstitution ? work.paper.venue?.name : nil)
    }

    private var issued: Value? {
        guard let date = work.paper.date.flatMap({ PartialDate($0.description) }) else {
            return nil
        }
        let parts = [date.year, date.month, date.day].compactMap { $0 }
        return ["date-parts": [.list(parts.map { .number(Number($0)) })]]
    }

    private static func name(_ text: String) -> Value {
        let name = NameText(displayed: text)
        guard !name.given.isEmpty else { return ["literal": .string(text)] }
        return PlainValue.mapping([
            "family": .string(name.family), "given": .string(name.given),
            "non-dropping-particle": PlainValue.text(name.particle),
            "suffix": PlainValue.text(name.suffix),
        ])
    }
}
