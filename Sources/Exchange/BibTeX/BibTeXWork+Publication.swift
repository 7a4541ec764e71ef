internal import Formats
internal import RecordModel

extension BibTeXWork {
    /// Fields that have a place in a record, with the key there.
    private static let names: KeyValuePairs = [
        "title": "title", "doi": "doi", "isbn": "isbn", "pmid": "pmid", "url": "url",
        "abstract": "abstract", "note": "note",
    ]

    private static let venueNames: KeyValuePairs = [
        "short": "abbr", "series": "series", "volume": "volume", "number": "number",
        "pages": "pages", "publisher": "publisher", "location": "address",
    ]

    /// Fields with an address that themes show as a link, with the kind of link.
    private static let links: [(field: String, kind: String)] = [
        ("pdf", "pdf"), ("code", "code"), ("slides", "slides"), ("poster", "poster"),
        ("video", "video"), ("website", "website"), ("html", "html"), ("blog", "blog"),
        ("supp", "supplement"),
    ]

    /// The types of venues, with the types of entries.
    private static let types: [(venue: String, entry: String)] = [
        ("conference", "inproceedings"), ("journal", "article"), ("chapter", "incollection"),
        ("book", "book"), ("thesis", "phdthesis"), ("report", "techreport"),
        ("workshop", "inproceedings"),
        ("poster", "inproceedings"), ("conference", "conference"), ("thesis", "mastersthesis"),
        ("chapter", "inbook"), ("patent", "patent"), ("dataset", "dataset"),
        ("software", "software"),
    ]

    /// The field that names the venue of an entry of a type.
    private static func venueField(_ type: String) -> String {
        switch type {
        case "article": "journal"
        case "inproceedings", "conference", "incollection", "inbook": "booktitle"
        case "phdthesis", "mastersthesis", "thesis": "school"
        case "techreport", "report": "institution"
        default: "howpublished"
        }
    }

    private static func entryType(_ venue: String?) -> String {
        types.first { $0.venue == venue }?.entry ?? "misc"
    }

    // MARK: Out

    static func put(_ entry: Value) -> Value {
        let venue = entry["venue"] ?? .null
        let type =
            entry["bibtex"]?["type"]?.string?.lowercased() ?? entryType(venue["type"]?.string)
        var fields = Fields()
        var authors = (entry["authors"]?.list ?? []).compactMap { $0["name"] }
        if entry["others"] == true { authors.append("others") }
        fields.set("author", .list(authors))
        fields.copy(names, from: entry)
        fields.set(venueField(type), venue["name"])
        fields.copy(venueNames, from: venue)
        let date = (entry["date"]?.string ?? "").split(separator: "-")
        fields.set("year", text: date.first.map { String($0) })
        if date.count == 2, let month = Int(date[1]), (1...12).contains(month) {
            fields.set("month", text: months[month - 1])
        } else if date.count == 3 {
            fields.set("date", entry["date"])
        }
        if let arXiv = entry["arxiv"]?.string {
            fields.set("eprint", text: arXiv)
            fields.set("archiveprefix", text: "arXiv")
        }
        let tags = (entry["tags"]?.list ?? []).compactMap(\.string)
        fields.set("keywords", text: tags.joined(separator: ", "))
        for link in links {
            let found = (entry["links"]?.list ?? []).first {
                $0["kind"]?.string == link.kind && $0["url"] != nil
            }
            fields.set(link.field, found?["url"])
        }
        fields.set("selected", text: entry["selected"] == true ? "true" : nil)
        for extra in entry["bibtex"]?["fields"]?.mapping?.entries ?? []
        where fields.mapping[extra.key.lowercased()] == nil {
            fields.set(extra.key.lowercased(), extra.value)
        }
        return [
            "type": .string(type), "key": entry["bibtex"]?["key"] ?? entry["id"] ?? "x",
            "fields": .mapping(fields.mapping),
        ]
    }

    // MARK: In

    static func get(_ work: Value, ids: inout EntryIDs) -> Value? {
        let fields = work["fields"] ?? .null
        guard let title = fields["title"]?.text else { return nil }
        var (entry, venue, extra) = (Fields(), Fields(), Fields())
        var used: Set = ["title", "author", "year", "month", "date", "selected", "keywords"]
        var names = (fields["author"] ?? fields["editor"])?.list?.compactMap(\.text) ?? []
        if fields["author"] == nil { used.insert("editor") }
        let hasOthers = names.last == "others"
        if hasOthers { names.removeLast() }
        let date = date(of: fields)
        let family = names.first.map { NameParts($0)?.family ?? $0 }
        entry.set("id", ids.id(family, title, date.map { String($0.prefix(4)) }))
        entry.copyBack(Self.names, from: fields)
        entry.set("doi", text: fields["doi"]?.text.map(Identifiers.doi))
        entry.set(
            "authors", .list((names.isEmpty ? [Filler.text] : names).map { ["name": .string($0)] }))
        if hasOthers { entry.set("others", true) }
        entry.set("date", text: date)

        let type = work["type"]?.text ?? "misc"
        let field = venueField(type)
        let arXiv = arXiv(of: fields, used: &used)
        entry.set("arxiv", text: arXiv)
        let name = fields[field]?.text
        let isPreprint =
            arXiv != nil && (name == nil || name?.lowercased().contains("arxiv") == true)
        let kind = isPreprint ? "preprint" : types.first { $0.entry == type }?.venue
        venue.set("name", text: name)
        venue.set("type", text: kind)
        venue.copyBack(venueNames, from: fields)
        venue.set("pages", text: fields["pages"]?.text.map(pages))
        entry.set("venue", venue.value)
        used.formUnion(Self.names.map(\.value) + venueNames.map(\.value) + [field])

        let tags = fields["keywords"]?.text?.split { $0 == "," || $0 == ";" }
        entry.set("tags", tags.map { .list(unique($0.map { String($0).withoutOuterSpaces })) })
        entry.set("links", .list(foundLinks(in: fields, used: &used)))
        if fields["selected"]?.text == "true" { entry.set("selected", true) }

        var bibTeX = Fields()
        bibTeX.set("key", text: work["key"]?.text)
        if entryType(kind) != type { bibTeX.set("type", text: type) }
        for item in fields.mapping?.entries ?? [] where !used.contains(item.key) {
            let names = item.value.list?.compactMap(\.text).joined(separator: " and ")
            extra.set(item.key, text: names ?? item.value.text)
        }
        bibTeX.set("fields", extra.value)
        entry.set("bibtex", bibTeX.value)
        return .mapping(entry.mapping)
    }

    private static func unique(_ texts: [String]) -> [Value] {
        var seen: Set<String> = []
        return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.map { .string($0) }
    }

    private static func foundLinks(in fields: Value, used: inout Set<String>) -> [Value] {
        var result: [Value] = []
        for link in links {
            // What is no address is the name of a file of the site, and stays a field.
            guard let url = fields[link.field]?.text, url.hasPrefix("http") else { continue }
            result.append(["url": .string(url), "kind": .string(link.kind)])
            used.insert(link.field)
        }
        return result
    }

    /// The arXiv id, wherever people write it.
    private static func arXiv(of fields: Value, used: inout Set<String>) -> String? {
        if fields["archiveprefix"]?.text?.lowercased() == "arxiv"
            || fields["eprinttype"]?.text?.lowercased() == "arxiv",
            let id = fields["eprint"]?.text
        {
            used.formUnion(["eprint", "archiveprefix", "eprinttype"])
            return Identifiers.arXiv(in: id) ?? id
        }
        if let id = fields["arxiv"]?.text {
            used.insert("arxiv")
            return Identifiers.arXiv(in: id) ?? id
        }
        for key in ["journal", "url", "howpublished", "note"] {
            guard let text = fields[key]?.text else { continue }
            let words = text.split(separator: " ").map { String($0) }
            if let found = words.lazy.compactMap(Identifiers.arXiv(in:)).first { return found }
        }
        return nil
    }

    private static func pages(_ text: String) -> String {
        text.replacing("--", by: "–")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The date: that of biblatex, or year, month and the day behind the month.
    private static func date(of fields: Value) -> String? {
        if let text = fields["date"]?.text {
            let parts = text.prefix { $0 != "/" }.split(separator: "-").map { Int($0) }
            if parts.allSatisfy({ $0 != nil }), let date = Identifiers.date(parts.compactMap { $0 })
            {
                return date
            }
        }
        guard let year = fields["year"]?.text.flatMap({ Int($0.filter(\.isNumber)) }) else {
            return nil
        }
        let month = fields["month"]?.text ?? ""
        let words = month.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        let number =
            words.lazy.compactMap { word in
                months.firstIndex {
                    $0.lowercased().hasPrefix(word.prefix(3)) && !(Int(word) != nil)
                }
            }.first.map { $0 + 1 } ?? words.first.flatMap { Int($0) }
        let day = number == nil || words.count < 2 ? nil : words.compactMap { Int($0) }.last
        return Identifiers.date([year, number, day].prefix { $0 != nil }.compactMap { $0 })
    }
}
