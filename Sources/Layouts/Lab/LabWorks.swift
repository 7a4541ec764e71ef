internal import Formats
internal import Profiles
internal import RecordModel

/// The works of a lab, newest first, in all the forms that the site has of them.
struct LabWorks: Sendable {
    /// What lists of works need to know of one.
    struct Card: Sendable {
        let key: String
        let date: DateText?
        let kind: Venue.Kind?
        let members: [String]
        let isSelected: Bool

        var year: Int? { date?.year }
    }

    /// The works, newest first.
    let cards: [Card]
    /// The places of each member's works in `cards`.
    let places: [String: [Int]]
    /// The key of the work to which each listing belongs, by the profile and the entry's id.
    private(set) var keys: [String: [String: String]] = [:]
    /// The pictures that the lists show.
    private(set) var assets: Set<PlainAsset> = []
    /// The data from which templates show works.
    let data: [UInt8]
    /// The bibliography as BibTeX.
    let bibtex: [UInt8]
    /// The bibliography as CSL-JSON.
    let csl: [UInt8]
    /// The works as references of a citation file.
    let references: [UInt8]
    /// What search engines read of the works of a year, in their order, as the items of a JSON list.
    let articles: [Int?: [String]]

    init(_ listings: [WorkListing], members: [String: LabMember], style: PlainStyle) {
        var sorted: [(card: Card, listings: [Int])] = []
        for group in WorkGrouping(listings).groups {
            let work = Work(group.map { listings[$0] }, members: members)
            for index in group {
                keys[listings[index].profile, default: [:]][listings[index].entry] = work.key
            }
            sorted.append((Self.card(of: work), group))
        }
        sorted.sort {
            let (one, other) = ($0.card.date, $1.card.date)
            if let one, let other, one < other || other < one { return other < one }
            if (one == nil) != (other == nil) { return one != nil }
            return $0.card.key < $1.card.key
        }
        let cards = sorted.map(\.card)
        self.cards = cards
        var places: [String: [Int]] = [:]
        for (place, card) in cards.enumerated() {
            for id in Set(card.members) { places[id, default: []].append(place) }
        }
        self.places = places
        var writer = Writer(style: style, members: members)
        // A work is put together a second time: so that only one is in memory at once.
        for (_, group) in sorted { writer.add(Work(group.map { listings[$0] }, members: members)) }
        assets = writer.assets
        data = writer.data.close(by: "}")
        csl = writer.csl.close(by: "]")
        bibtex = writer.bibtex
        references = writer.references
        articles = writer.articles
    }

    private static func card(of work: Work) -> Card {
        let isPreprint = work.paper.status == .preprint || work.paper.arxiv != nil
        return Card(
            key: work.key, date: work.paper.date,
            kind: work.paper.venue?.kind ?? (isPreprint ? .preprint : nil),
            members: work.members, isSelected: work.isSelected)
    }

    /// Writes works one by one.
    private struct Writer {
        let style: PlainStyle
        let members: [String: LabMember]
        var data = JSONLines(opening: "{")
        var csl = JSONLines(opening: "[")
        var bibtex: [UInt8] = []
        var references: [UInt8] = []
        var articles: [Int?: [String]] = [:]
        var assets: Set<PlainAsset> = []
        private var entries = PlainBibTeX()

        init(style: PlainStyle, members: [String: LabMember]) {
            self.style = style
            self.members = members
        }

        mutating func add(_ work: Work) {
            let entry = entries.text(of: work.paper)
            let value = PlainPublications(style: style).value(work.paper, bibtex: entry)
            var fields = value.mapping ?? Mapping()
            let card = LabWorks.card(of: work)
            fields["kind"] = card.kind.map { .string(style.label(of: $0)) }
            fields["people"] = PlainValue.texts(
                work.members.compactMap { members[$0]?.name.display.replacing("|", by: " ") })
            assets.formUnion(PlainAsset.all(in: .mapping(fields)))
            data.append(.mapping(fields), key: work.key)
            csl.append(CSLItem(work).value)
            bibtex += entry.utf8
            bibtex.append(UInt8(ascii: "\n"))
            references += CitationReference(work).text.utf8
            let article = PlainStructuredData(style: style).article(work.paper)
            articles[card.year, default: []].append(JSONWriter(style: .compact).text(article))
        }
    }
}

/// A JSON collection that is written item by item, a line for each.
struct JSONLines: Sendable {
    private var bytes: [UInt8]
    private var isEmpty = true

    init(opening: String) { bytes = Array(opening.utf8) }

    mutating func append(_ value: Value, key: String? = nil) {
        bytes += (isEmpty ? "\n" : ",\n").utf8
        isEmpty = false
        if let key { bytes += (JSONWriter.quoted(key) + ": ").utf8 }
        bytes += JSONWriter(style: .compact).text(value).utf8
    }

    /// Closes the collection, and returns the bytes of the file without a copy of them.
    mutating func close(by closing: String) -> [UInt8] {
        bytes += "\n\(closing)\n".utf8
        var result: [UInt8] = []
        swap(&result, &bytes)
        return result
    }
}
