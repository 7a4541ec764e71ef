internal import Formats
internal import RecordModel

extension ExchangeForm {
    /// BibTeX, for LaTeX: the publications.
    ///
    /// What an entry has beyond the fields of a record is kept under `bibtex.fields`, so a
    /// bibliography comes out again with every field that it had.
    public static let bibTeX = ExchangeForm(
        name: "bibtex", title: "BibTeX",
        parse: { text, file in
            let document = BibTeXParser(file: file).parse(text)
            let entries = document.entries.map { BibTeXWork.value(of: document.filled($0).content) }
            return ForeignDocument(.list(entries), diagnostics: document.diagnostics)
        },
        render: { document in
            (document.list ?? []).map { BibTeXWork.entry(of: $0).render() }.joined(separator: "\n")
        },
        put: { .list($0.items("publications").map(BibTeXWork.put)) },
        get: { document in
            var ids = EntryIDs()
            let entries = (document.list ?? []).compactMap { BibTeXWork.get($0, ids: &ids) }
            var sections = Mapping()
            if !entries.isEmpty { sections["publications"] = .list(entries) }
            return sections
        })
}

/// One entry of a bibliography: a mapping of its type, its key and its fields, as a reader sees them.
enum BibTeXWork {
    /// The entry as a value: TeX as the characters that it shows, names as a list.
    static func value(of entry: BibTeXEntry) -> Value {
        var fields = Fields()
        for field in entry.fields {
            switch field.name {
            case "author", "editor":
                let list = BibTeXNameList(parsing: field.value)
                let names = list.names.map(Self.text) + (list.hasOthers ? ["others"] : [])
                fields.set(field.name, .list(names.map { .string($0) }))
            case _ where addresses.contains(field.name):
                fields.set(field.name, text: LaTeXText.decodeAddress(field.value))
            default: fields.set(field.name, text: LaTeXText.decode(field.value))
            }
        }
        return [
            "type": .string(entry.type.lowercased()), "key": .string(entry.key),
            "fields": .mapping(fields.mapping),
        ]
    }

    /// The entry of a value.
    static func entry(of value: Value) -> BibTeXEntry {
        let fields = (value["fields"]?.mapping?.entries ?? []).map { field in
            if let names = field.value.list?.compactMap(\.string) {
                let people = names.filter { $0 != "others" }.map(name)
                return BibTeXEntry.Field(
                    name: field.key,
                    value: BibTeXName.list(
                        people, andOthers: names.last == "others" ? .follow : .none, for: .document)
                )
            }
            let text = field.value.text ?? ""
            return BibTeXEntry.Field(
                name: field.key,
                value: addresses.contains(field.key)
                    ? URLText.latexSafe(text) : BibTeXText.escape(text, for: .document))
        }
        return BibTeXEntry(
            type: value["type"]?.text ?? "misc", key: value["key"]?.text ?? "", fields: fields)
    }

    /// A name as it is printed, with the marks behind it.
    private static func text(_ name: BibTeXName) -> String {
        name.isOrganization
            ? name.family + name.marks
            : NameParts(
                given: name.given, particle: name.particle, family: name.family,
                suffix: name.suffix
            ).name + name.marks
    }

    private static func name(_ text: String) -> BibTeXName {
        guard let parts = NameParts(text) else {
            return text.contains(" ") || text.contains(",")
                ? BibTeXName(organization: text) : BibTeXName(family: text)
        }
        return BibTeXName(
            given: parts.given, particle: parts.particle, family: parts.family,
            suffix: parts.suffix)
    }

    private static let addresses: Set = [
        "url", "doi", "pdf", "code", "slides", "poster", "video", "website", "html", "eprint",
        "supp",
        "blog", "arxiv",
    ]
}
