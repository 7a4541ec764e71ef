internal import RecordModel

/// A section of a record and the list of JSON Resume that holds its entries.
struct ResumeSection: Sendable {
    /// The name of the section.
    let section: String
    /// The name of the list.
    let key: String
    /// The keys of an entry, and of the item.
    let names: [(entry: String, item: String)]
    /// The key without which an item is none.
    let required: String
    /// The list of points, for an item that has one.
    var points: String?
    /// The key of the text; nil where an item has points only.
    var summary: String? = "summary"

    static let all = [
        ResumeSection(
            section: "positions", key: "work",
            names: [
                ("role", "position"), ("organization", "name"), ("place", "location"),
                ("url", "url"), ("start", "startDate"), ("end", "endDate"),
            ], required: "role", points: "highlights"),
        ResumeSection(
            section: "service", key: "volunteer",
            names: [
                ("role", "position"), ("organization", "organization"), ("url", "url"),
                ("start", "startDate"), ("end", "endDate"),
            ], required: "role", points: "highlights"),
        ResumeSection(
            section: "education", key: "education",
            names: [
                ("degree", "studyType"), ("field", "area"), ("organization", "institution"),
                ("url", "url"), ("start", "startDate"), ("end", "endDate"), ("grade", "score"),
            ], required: "degree", points: "courses", summary: nil),
        ResumeSection(
            section: "awards", key: "awards",
            names: [("title", "title"), ("organization", "awarder"), ("date", "date")],
            required: "title"),
        ResumeSection(
            section: "publications", key: "publications",
            names: [
                ("title", "name"), ("date", "releaseDate"), ("url", "url"), ("summary", "summary"),
            ],
            required: "title", summary: nil),
        ResumeSection(
            section: "projects", key: "projects",
            names: [
                ("name", "name"), ("description", "description"), ("url", "url"),
                ("start", "startDate"), ("end", "endDate"), ("tags", "keywords"),
            ], required: "name", points: "highlights", summary: nil),
    ]

    /// The item of an entry.
    func put(_ entry: Value, _ record: Value) -> Value {
        var item = Fields()
        for name in names {
            let value = entry[name.entry]
            // No end is the present in this form.
            if name.entry == "end", value == "present" { continue }
            item.set(name.item, value)
        }
        if section == "service", entry["organization"] == nil {
            item.set("organization", entry["venue"])
        }
        if section == "publications" { item.set("publisher", entry["venue"]?["name"]) }
        if section == "projects" { item.set("roles", entry["role"].map { .list([$0]) }) }
        let (text, list) = Points.split(entry["text"]?.string)
        if let points, summary != nil || text == nil {
            item.set(points, .list(list.map { .string($0) }))
        }
        if let summary { item.set(summary, text: points == nil ? entry["text"]?.string : text) }
        return .mapping(item.mapping)
    }

    /// The entry of an item; nil for one without what makes it.
    func get(_ item: Value, _ resume: Value, _ ids: inout EntryIDs) -> Value? {
        var entry = Fields()
        for name in names {
            let value = item[name.item]
            entry.set(name.entry, value?.list.map { .list($0) } ?? value?.text.map { .string($0) })
        }
        guard let title = entry.mapping[required]?.text ?? fallback(item) else { return nil }
        entry.set(required, text: title)
        let organization = entry.mapping["organization"]?.text
        let start = (entry.mapping["start"] ?? entry.mapping["date"])?.text
        entry.set("id", ids.id(title, organization, start.map { String($0.prefix(4)) }))
        if section == "positions" || section == "education", organization == nil {
            // A record has none without.
            entry.set("organization", text: "Unknown")
        }
        if section == "publications" {
            let name = resume["basics"]?["name"]?.text ?? "Unknown"
            entry.set("authors", [["name": .string(name), "self": true]])
            if let publisher = item["publisher"]?.text {
                entry.set("venue", ["name": .string(publisher)])
            }
        }
        if section == "projects" {
            let roles = (item["roles"]?.list ?? []).compactMap(\.text)
            entry.set("role", text: roles.joined(separator: ", "))
        }
        let list = points.flatMap { item[$0]?.list }?.compactMap(\.text) ?? []
        let text = summary.flatMap { item[$0]?.text }
        if points != nil || summary != nil { entry.set("text", text: Points.join(text, list)) }
        return .mapping(entry.mapping)
    }

    /// What stands for the title where an item has none.
    private func fallback(_ item: Value) -> String? {
        switch section {
        case "positions": item["name"]?.text
        case "education": item["area"]?.text ?? item["institution"]?.text
        case "service": item["organization"]?.text
        default: nil
        }
    }
}
