internal import RecordModel

/// A section of a record and the list of a curriculum that holds its entries, in the words of one
/// form of curricula.
struct ListedSection: Sendable {
    /// The name of the section.
    let section: String
    /// What the form calls the list.
    let title: String
    /// The keys of an entry, each with that of the item.
    let names: KeyValuePairs<String, String>
    /// The key without which there is no entry.
    let required: String
    /// The key of the text; nil for an item without, or with points only.
    var summary: String?
    /// The key of the points that a text ends with; nil for an item without.
    var points: String?

    /// What an item says of an entry under other names.
    func item(of entry: Value) -> Fields {
        var item = Fields()
        item.copy(names, from: entry)
        let whole = entry["text"]?.string
        guard let points else {
            if let summary { item.set(summary, text: whole) }
            return item
        }
        let (text, list) = Points.split(whole)
        if let summary { item.set(summary, text: text) }
        if summary != nil || text == nil { item.set(points, .list(list.map { .string($0) })) }
        return item
    }

    /// What an entry says of an item under its own names.
    func entry(of item: Value) -> Fields {
        var entry = Fields()
        entry.copyBack(names, from: item)
        let list = points.flatMap { item[$0]?.list } ?? []
        let text = summary.flatMap { item[$0]?.text }
        entry.set("text", text: Points.join(text, list.compactMap(\.text)))
        return entry
    }

    /// Returns an entry with its id and what none is without; nil for one without what makes it one.
    func completed(_ entry: Fields, _ ids: inout EntryIDs) -> Value? {
        guard let title = entry.mapping[required]?.text else { return nil }
        var entry = entry
        let organization = entry.mapping["organization"]?.text
        let start = (entry.mapping["start"] ?? entry.mapping["date"])?.text
        entry.set("id", ids.id(title, organization, start.map { String($0.prefix(4)) }))
        if section == "positions" || section == "education", organization == nil {
            entry.set("organization", text: Filler.text)
        }
        return .mapping(entry.mapping)
    }
}
