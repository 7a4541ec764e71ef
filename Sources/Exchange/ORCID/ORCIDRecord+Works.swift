internal import RecordModel

extension ORCIDRecord {
    /// The types of works, with the types of venues.
    private static let types: [String: String] = [
        "journal-article": "journal", "conference-paper": "conference", "preprint": "preprint",
        "conference-poster": "poster", "book": "book", "book-chapter": "chapter",
        "dissertation": "thesis", "dissertation-thesis": "thesis", "report": "report",
        "working-paper": "preprint", "patent": "patent", "data-set": "dataset",
        "software": "software", "conference-abstract": "conference",
    ]

    /// The works; of each group, which is one work from several sources, the first.
    var publications: [Value] {
        var ids = EntryIDs()
        let groups = document["activities-summary"]?["works"]?["group"]?.list ?? []
        return groups.compactMap { group in
            (group["work-summary"]?.list?.first).flatMap { publication($0, &ids) }
        }
    }

    private func publication(_ work: Value, _ ids: inout EntryIDs) -> Value? {
        guard let title = work["title"]?["title"]?["value"]?.text else { return nil }
        var entry = Fields()
        let parts = ["year", "month", "day"].map {
            work["publication-date"]?[$0]?["value"]?.text.flatMap { Int($0) }
        }
        let date = Identifiers.date(Array(parts.prefix { $0 != nil }).compactMap { $0 })
        entry.set("id", ids.id(title, date.map { String($0.prefix(4)) }))
        let subtitle = work["title"]?["subtitle"]?["value"]?.text
        entry.set("title", text: [title, subtitle].compactMap { $0 }.joined(separator: ": "))
        // A summary does not name the others.
        entry.set("authors", [["name": .string(ownName), "self": true]])
        entry.set("others", true)
        var venue = Fields()
        venue.set("name", text: work["journal-title"]?["value"]?.text)
        venue.set("type", text: work["type"]?.text.map { Self.types[$0] ?? "other" })
        entry.set("venue", venue.value)
        entry.set("date", text: date)
        for item in work["external-ids"]?["external-id"]?.list ?? [] {
            guard let value = item["external-id-value"]?.text else { continue }
            switch item["external-id-type"]?.text {
            case "doi": entry.set("doi", text: Identifiers.doi(value))
            case "arxiv":
                entry.set("arxiv", text: Identifiers.arXiv(in: value) ?? value)
            case "isbn": entry.set("isbn", text: value)
            case "pmid": entry.set("pmid", text: value)
            default: break
            }
        }
        entry.set("url", text: work["url"]?["value"]?.text)
        return .mapping(entry.mapping)
    }

    private var ownName: String {
        let name = document["person"]?["name"] ?? .null
        if let credit = name["credit-name"]?["value"]?.text { return credit }
        let parts = ["given-names", "family-name"].compactMap { name[$0]?["value"]?.text }
        return parts.isEmpty ? Filler.text : parts.joined(separator: " ")
    }
}
