import Formats
import Prose
public import RecordModel

/// Reads the entries of a bibliography as publications, with the fields that al-folio adds.
public struct BibliographyReading {
    /// One entry of the file.
    public struct Item {
        /// The publication.
        public var fields: Mapping
        /// The line on which the entry begins, from 1.
        public var line: Int
        /// The entry's own text where it is a theme's sample.
        public var sample: String?
    }

    /// The entries in the order of the file.
    public let entries: [Item]
    /// What is wrong with the file though it was read.
    public let diagnostics: [Diagnostic]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - file: Its name in findings.
    ///   - own: The words of the owner's name.
    public init(_ text: String, file: String, own: [String] = []) {
        let document = BibTeXParser(file: file).parse(text)
        entries = document.entries.map { entry in
            Self.item(document.filled(entry), own: own)
        }
        diagnostics = document.diagnostics
    }

    private static let sampleKeys: Set<String> = [
        "physrev.47.777", "przibram1967letters", "brownlee",
    ]

    private static func item(_ entry: BibTeXDocument.Entry, own: [String]) -> Item {
        let key = entry.content.key
        let authors = entry["author"] ?? ""
        let isSample =
            authors.lowercased().contains("einstein")
            && (key.lowercased().hasPrefix("einstein") || sampleKeys.contains(key.lowercased()))
            && !own.contains { $0.lowercased() == "einstein" }
        return Item(
            fields: fields(of: entry, own: own), line: entry.lines.lowerBound,
            sample: isSample ? key + ": " + LaTeXText.decode(entry["title"] ?? "") : nil)
    }

    private static func fields(of entry: BibTeXDocument.Entry, own: [String]) -> Mapping {
        var fields = Mapping()
        var used: Set<String> = [
            "title", "author", "editor", "year", "month", "date", "doi", "arxiv", "eprint",
            "archiveprefix", "abstract", "selected", "bibtex_show", "abbr", "pdf", "html", "code",
            "slides", "poster", "video", "website", "blog", "supp", "url", "isbn", "volume",
            "number", "pages", "publisher", "series", "location", "address", "note", "award",
            "award_name", "annotation", "journal", "booktitle", "school", "institution",
            "howpublished", "crossref",
        ]
        func text(_ name: String) -> String? {
            guard let value = entry[name] else { return nil }
            let plain = LaTeXText.decode(value).words.joined(separator: " ")
            return plain.isEmpty ? nil : plain
        }
        fields["title"] = .string(text("title") ?? entry.content.key)
        let names = BibTeXNameList(parsing: entry["author"] ?? entry["editor"] ?? "")
        fields["authors"] = .list(names.names.map { author($0, own: own) })
        if names.hasOthers { fields["others"] = true }
        let venue = venue(of: entry, text)
        if !venue.isEmpty { fields["venue"] = .mapping(venue) }
        fields["date"] = date(text("year") ?? text("date"), month: text("month")).map(Value.string)
        let preprint = entry.content.type == "unpublished" || entry.content.type == "misc"
        if preprint, text("journal") == nil, text("booktitle") == nil {
            fields["status"] = "preprint"
        }
        fields["doi"] = text("doi").map { .string(bareDOI($0)) }
        if let arXiv = text("arxiv") ?? (text("archiveprefix") == nil ? nil : text("eprint")) {
            fields["arxiv"] = .string(arXiv.replacing("https://arxiv.org/abs/", by: ""))
        }
        fields["isbn"] = text("isbn").map(Value.string)
        if let url = address(entry["url"]) { fields["url"] = .string(url) }
        let links = links(of: entry)
        if !links.isEmpty { fields["links"] = .list(links) }
        for (from, to) in [
            ("abstract", "abstract"), ("award", "award"), ("award_name", "award_name"),
            ("annotation", "annotation"), ("note", "note"),
        ] { fields[to] = text(from).map(Value.string) }
        if text("selected") == "true" { fields["selected"] = true }
        var bibTeX = Mapping()
        bibTeX["key"] = .string(BibTeXKey.valid(entry.content.key))
        bibTeX["type"] = .string(entry.content.type)
        if text("bibtex_show") == "true" { bibTeX["show"] = true }
        var extra = Mapping()
        used.formUnion(["preview"])
        for field in entry.content.fields where !used.contains(field.name) {
            extra[field.name] = .string(LaTeXText.decode(field.value))
        }
        if let preview = text("preview") { extra["preview"] = .string(preview) }
        // The theme finds files of the site by their names alone.
        for name in linkFields.map(\.field) + ["url"] where extra[name] == nil {
            guard let value = text(name), address(entry[name]) == nil else { continue }
            extra[name] = .string(value)
        }
        if !extra.isEmpty { bibTeX["fields"] = .mapping(extra) }
        fields["bibtex"] = .mapping(bibTeX)
        return fields
    }

    private static func author(_ name: BibTeXName, own: [String]) -> Value {
        var author = Mapping()
        let given = [name.given, name.particle].filter { !$0.isEmpty }.joined(separator: " ")
        let words = [given, name.family, name.suffix].filter { !$0.isEmpty }
        author["name"] = .string(words.joined(separator: " "))
        if let family = own.last, name.family.lowercased() == family.lowercased(),
            let first = own.first?.first, name.given.first == first
        {
            author["self"] = true
        }
        if name.marks.contains("*") { author["equal"] = true }
        return .mapping(author)
    }

    private static func venue(
        of entry: BibTeXDocument.Entry, _ text: (String) -> String?
    ) -> Mapping {
        var venue = Mapping()
        let name =
            text("journal") ?? text("booktitle") ?? text("school") ?? text("institution")
            ?? text("howpublished")
        venue["name"] = name.map(Value.string)
        venue["short"] = text("abbr").map(Value.string)
        let type =
            switch entry.content.type {
            case "article": "journal"
            case "inproceedings", "conference": "conference"
            case "incollection", "inbook": "chapter"
            case "book": "book"
            case "phdthesis", "mastersthesis", "thesis": "thesis"
            case "techreport": "report"
            default: ""
            }
        if !type.isEmpty, name != nil { venue["type"] = .string(type) }
        for key in ["series", "volume", "number", "pages", "publisher"] {
            venue[key] = text(key).map(Value.string)
        }
        venue["location"] = (text("location") ?? text("address")).map(Value.string)
        return venue
    }

    /// The fields with addresses, and the kinds of the links that they are.
    private static let linkFields: [(field: String, kind: String)] = [
        ("pdf", "pdf"), ("html", "html"), ("code", "code"), ("slides", "slides"),
        ("poster", "poster"), ("video", "video"), ("website", "website"), ("blog", "blog"),
        ("supp", "supplement"),
    ]

    private static func links(of entry: BibTeXDocument.Entry) -> [Value] {
        linkFields.compactMap { field, kind in
            address(entry[field]).map { ["url": .string($0), "kind": .string(kind)] }
        }
    }

    private static func address(_ value: String?) -> String? {
        guard let value else { return nil }
        let url = LaTeXText.decodeAddress(value)
        guard url.hasPrefix("http") else { return nil }
        return URLText.safe(url)
    }

    private static func bareDOI(_ text: String) -> String {
        for prefix in ["https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:"]
        where text.lowercased().hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
        return text
    }

    private static func date(_ year: String?, month: String?) -> String? {
        guard let digits = year.map({ $0.prefix { $0.isNumber } }), let number = Int(digits)
        else { return year.flatMap(CollectionText.day) }
        let name = month?.lowercased().prefix(3) ?? ""
        let position =
            Int(month ?? "")
            ?? DateStyle.monthNames.firstIndex { $0.lowercased().prefix(3) == name }.map { $0 + 1 }
        guard let position, let date = PartialDate(year: number, month: position) else {
            return PartialDate(year: number)?.description
        }
        return date.description
    }
}
