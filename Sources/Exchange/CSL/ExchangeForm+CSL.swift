internal import Formats
internal import RecordModel

extension ExchangeForm {
    /// CSL-JSON, which Zotero, pandoc and citation processors read: the publications.
    public static let csl = ExchangeForm(
        name: "csl", title: "CSL-JSON",
        parse: ForeignDocument.json,
        render: { JSONWriter().text($0) + "\n" },
        put: { record in .list(record.items("publications").map(CSLItem.put)) },
        get: { document in
            // A single item may stand without a list.
            let items = document.list ?? (document.mapping == nil ? [] : [document])
            var ids = EntryIDs()
            var sections = Mapping()
            let entries = items.compactMap { CSLItem.get($0, ids: &ids) }
            if !entries.isEmpty { sections["publications"] = .list(entries) }
            return sections
        })
}

/// One work in CSL-JSON, as version 1.0.2 of its schema has it.
enum CSLItem {
    private static let names: KeyValuePairs = [
        "title": "title", "doi": "DOI", "isbn": "ISBN", "pmid": "PMID", "url": "URL",
        "abstract": "abstract", "note": "note", "status": "status",
    ]

    private static let venueNames: KeyValuePairs = [
        "short": "container-title-short", "series": "collection-title", "volume": "volume",
        "pages": "page", "location": "event-place",
    ]

    /// The types of venues, with the type and genre of CSL.
    private static let types: [(venue: String, csl: String, genre: String?)] = [
        ("conference", "paper-conference", nil), ("journal", "article-journal", nil),
        ("workshop", "paper-conference", "workshop"), ("poster", "paper-conference", "poster"),
        ("preprint", "article", nil), ("book", "book", nil), ("chapter", "chapter", nil),
        ("thesis", "thesis", nil), ("report", "report", nil), ("patent", "patent", nil),
        ("dataset", "dataset", nil), ("software", "software", nil),
    ]

    /// A work whose venue is its publisher.
    private static func isPublished(_ type: String) -> Bool { type == "thesis" || type == "report" }

    static func put(_ entry: Value) -> Value {
        var item = Fields()
        let venue = entry["venue"] ?? .null
        let type = types.first { $0.venue == venue["type"]?.string }
        item.set("id", text: entry["id"]?.string)
        item.set("type", text: type?.csl ?? "document")
        item.set("genre", text: type?.genre)
        item.copy(names, from: entry)
        var authors = (entry["authors"]?.list ?? []).map { CSLName.put($0["name"]?.string ?? "") }
        if entry["others"] == true { authors.append(["literal": "others"]) }
        item.set("author", .list(authors))
        item.set(isPublished(type?.csl ?? "") ? "publisher" : "container-title", venue["name"])
        if !isPublished(type?.csl ?? "") { item.set("publisher", venue["publisher"]) }
        item.copy(venueNames, from: venue)
        item.set(type?.csl == "report" ? "number" : "issue", venue["number"])
        item.set("issued", entry["date"]?.string.flatMap(CSLDate.put))
        if let arXiv = entry["arxiv"]?.string {
            item.set("archive", text: "arXiv")
            item.set("archive_location", text: arXiv)
        }
        let tags = (entry["tags"]?.list ?? []).compactMap(\.string)
        item.set("keyword", text: tags.joined(separator: ", "))
        item.set("citation-key", entry["bibtex"]?["key"])
        return .mapping(item.mapping)
    }

    static func get(_ item: Value, ids: inout EntryIDs) -> Value? {
        guard let title = item["title"]?.text, !title.isEmpty else { return nil }
        var entry = Fields()
        let date = item["issued"].flatMap(CSLDate.get)
        var names = (item["author"] ?? item["editor"])?.list?.compactMap(CSLName.get) ?? []
        let hasOthers = names.last == "others" || names.last == "et al."
        if hasOthers { names.removeLast() }
        if names.isEmpty { names = [Filler.text] }
        let first = names.first.map { NameParts($0)?.family ?? $0 }
        entry.set("id", ids.id(first, title, date.map { String($0.prefix(4)) }))
        entry.copyBack(Self.names, from: item)
        entry.set("authors", .list(names.map { ["name": .string($0)] }))
        if hasOthers { entry.set("others", true) }
        let csl = item["type"]?.string ?? ""
        let genre = item["genre"]?.string?.lowercased() ?? ""
        let type =
            types.first { $0.csl == csl && $0.genre == genre } ?? types.first { $0.csl == csl }
        var venue = Fields()
        venue.set("type", text: type?.venue)
        venue.set("name", text: item[isPublished(csl) ? "publisher" : "container-title"]?.text)
        if !isPublished(csl) { venue.set("publisher", text: item["publisher"]?.text) }
        venue.copyBack(venueNames, from: item)
        venue.set("number", text: item[csl == "report" ? "number" : "issue"]?.text)
        entry.set("venue", venue.value)
        entry.set("date", text: date)
        entry.set("doi", text: item["DOI"]?.text.map(Identifiers.doi))
        if let arXiv = Identifiers.arXiv(item) { entry.set("arxiv", text: arXiv) }
        let tags = item["keyword"]?.text?.split(separator: ",").map {
            Value.string(String($0.drop { $0 == " " }))
        }
        entry.set("tags", tags.map { .list($0) })
        if let key = item["citation-key"]?.text { entry.set("bibtex", ["key": .string(key)]) }
        return .mapping(entry.mapping)
    }
}

/// Names in CSL-JSON.
enum CSLName {
    static func put(_ name: String) -> Value {
        guard let parts = NameParts(name) else { return ["literal": .string(name)] }
        var fields = Fields()
        fields.set("family", text: parts.family)
        fields.set("given", text: parts.given)
        fields.set("non-dropping-particle", text: parts.particle)
        fields.set("suffix", text: parts.suffix)
        return .mapping(fields.mapping)
    }

    static func get(_ value: Value) -> String? {
        if let literal = value["literal"]?.text { return literal }
        let particle = [value["dropping-particle"], value["non-dropping-particle"]]
            .compactMap { $0?.text }.joined(separator: " ")
        let name = NameParts(
            given: value["given"]?.text ?? "", particle: particle,
            family: value["family"]?.text ?? "", suffix: value["suffix"]?.text ?? ""
        ).name
        return name.isEmpty ? nil : name
    }
}

/// Dates in CSL-JSON.
enum CSLDate {
    static func put(_ date: String) -> Value? {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard !parts.isEmpty else { return nil }
        return ["date-parts": .list([.list(parts.map { .number(Number($0)) })])]
    }

    static func get(_ value: Value) -> String? {
        if let parts = value["date-parts"]?.list?.first?.list {
            return Identifiers.date(parts.compactMap { $0.text.flatMap { Int($0) } })
        }
        let text = value["raw"]?.text ?? value["literal"]?.text ?? ""
        return Identifiers.date(text.split(separator: "-").prefix(3).compactMap { Int($0) })
    }
}
