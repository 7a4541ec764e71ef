import Formats
import Prose
import RecordModel

/// The list of tables that a curriculum of al-folio was until 2026, in the words of RenderCV.
enum AlFolioTables {
    static func renderCV(_ tables: [Value]) -> Value {
        var curriculum = Mapping()
        var sections = Mapping()
        for table in tables {
            let title = table["title"]?.plainText ?? "CV"
            let rows = table["contents"]?.list ?? []
            let items: [Value]
            switch table["type"]?.plainText {
            case "map":
                items = rows.compactMap { row in
                    guard let name = row["name"]?.plainText, let text = row["value"]?.plainText
                    else { return nil }
                    guard name.lowercased() != "full name", name.lowercased() != "name" else {
                        curriculum["name"] = .string(text)
                        return nil
                    }
                    return ["label": .string(name), "details": .string(text)]
                }
            case "time_table": items = rows.flatMap { Self.entries($0, below: title) }
            case "nested_list":
                items = rows.map { row in
                    let texts = (row["items"] ?? row["contents"])?.list?.compactMap(\.plainText)
                    return [
                        "label": .string(row["title"]?.plainText ?? ""),
                        "details": .string((texts ?? []).joined(separator: ", ")),
                    ]
                }
            default: items = rows
            }
            guard !items.isEmpty else { continue }
            sections[title] = .list((sections[title]?.list ?? []) + items)
        }
        curriculum["sections"] = .mapping(sections)
        return ["cv": .mapping(curriculum)]
    }

    /// The entries of a row: one, or one for each item of a year.
    private static func entries(_ row: Value, below heading: String) -> [Value] {
        let kind = SectionHeading.kind(of: heading)
        guard let title = row["title"]?.plainText else {
            let items = (row["items"] ?? row["contents"] ?? row["description"])?.list ?? []
            return items.compactMap { item in
                var entry = Mapping()
                entry["name"] = item.plainText.map(Value.string)
                guard !entry.isEmpty else { return nil }
                dates(row["year"], into: &entry, of: kind)
                return .mapping(entry)
            }
        }
        var entry = Mapping()
        let place: String
        switch kind {
        case .education?:
            entry["degree"] = .string(HTMLText.plainText(title))
            place = "institution"
        case .positions?:
            entry["position"] = .string(HTMLText.plainText(title))
            place = "company"
        default:
            entry["name"] = .string(HTMLText.plainText(title))
            place = "location"
        }
        entry["url"] = address(in: title).map(Value.string)
        entry[place] = row["institution"]?.plainText.map { .string(HTMLText.plainText($0)) }
        for key in ["department", "location"] where entry[key] == nil { entry[key] = row[key] }
        dates(row["year"], into: &entry, of: kind)
        let points = [row["description"], row["items"], row["contents"]].flatMap(points)
        if !points.isEmpty { entry["highlights"] = .list(points.map(Value.string)) }
        return [.mapping(entry)]
    }

    private static func dates(_ year: Value?, into entry: inout Mapping, of kind: SectionKind?) {
        guard let text = year?.plainText else { return }
        let range = DateRange(written: HTMLText.plainText(text))
        guard kind == .education || kind == .positions || kind == .projects || kind == .service,
            let range
        else {
            entry["date"] = .string(range?.start?.description ?? text)
            return
        }
        entry["start_date"] = range.start.map { .string($0.description) }
        switch range.end {
        case .present: entry["end_date"] = "present"
        case .date(let end): entry["end_date"] = .string(end.description)
        case .none: entry["end_date"] = entry["start_date"]
        }
    }

    /// The points of a description, which may have titles with points of their own.
    private static func points(_ value: Value?) -> [String] {
        guard let items = value?.list else { return [value?.plainText].compactMap(\.self) }
        return items.flatMap { item -> [String] in
            guard let title = item["title"]?.plainText else {
                return [item.plainText].compactMap(\.self)
            }
            let inner = points(item["contents"] ?? item["items"]).map { "  - " + $0 }
            return [([title] + inner).joined(separator: "\n")]
        }
    }

    /// Where a link in a text leads.
    private static func address(in html: String) -> String? {
        for quote in ["\"", "'"] {
            guard let start = html[...].position(of: "href=" + quote) else { continue }
            let rest = html[html.index(start, offsetBy: 6)...]
            return URLText.safe(String(rest.prefix { String($0) != quote }))
        }
        return nil
    }
}
