internal import Prose
internal import RecordModel

/// A section of a record and the section of a curriculum that holds its entries.
struct CurriculumSection: Sendable {
    /// The name of the section of a record.
    let section: String
    /// The heading in the curriculum.
    let title: String
    /// The keys of an entry, and of the entry of a curriculum.
    let names: [(entry: String, item: String)]
    /// The key without which there is no entry.
    let required: String

    static let all = [
        CurriculumSection(
            section: "positions", title: "Experience",
            names: [
                ("role", "position"), ("organization", "company"), ("place", "location"),
                ("start", "start_date"), ("end", "end_date"),
            ], required: "role"),
        CurriculumSection(
            section: "education", title: "Education",
            names: [
                ("degree", "degree"), ("field", "area"), ("organization", "institution"),
                ("place", "location"), ("start", "start_date"), ("end", "end_date"),
            ], required: "degree"),
        CurriculumSection(
            section: "publications", title: "Publications",
            names: [
                ("title", "title"), ("doi", "doi"), ("url", "url"), ("date", "date"),
                ("summary", "summary"),
            ], required: "title"),
        CurriculumSection(
            section: "projects", title: "Projects",
            names: [("name", "name"), ("start", "start_date"), ("end", "end_date")],
            required: "name"),
        CurriculumSection(
            section: "awards", title: "Awards",
            names: [("title", "name"), ("organization", "location"), ("date", "date")],
            required: "title"),
        CurriculumSection(
            section: "talks", title: "Talks",
            names: [("title", "name"), ("place", "location"), ("date", "date")],
            required: "title"),
        CurriculumSection(
            section: "teaching", title: "Teaching",
            names: [("course", "name"), ("place", "location"), ("date", "date")],
            required: "course"),
        CurriculumSection(
            section: "service", title: "Service",
            names: [
                ("role", "name"), ("venue", "location"), ("start", "start_date"),
                ("end", "end_date"),
            ], required: "role"),
    ]

    func put(_ entry: Value) -> Value {
        var item = Fields()
        for name in names { item.set(name.item, entry[name.entry]) }
        if section == "education", entry["field"] == nil {
            // An area is what an entry of education must have.
            item.set("area", entry["degree"])
            item.set("degree", .null)
            return finished(entry, Self.without("degree", item.mapping))
        }
        if section == "publications" {
            let authors = (entry["authors"]?.list ?? []).compactMap { author -> Value? in
                guard let name = author["name"]?.string else { return nil }
                return .string(author["self"] == true ? "*\(name)*" : name)
            }
            item.set("authors", .list(authors))
            item.set("journal", entry["venue"]?["name"])
            return .mapping(item.mapping)
        }
        return finished(entry, item.mapping)
    }

    private func finished(_ entry: Value, _ mapping: Mapping) -> Value {
        var item = Fields()
        for field in mapping.entries { item.set(field.key, field.value) }
        let (summary, points) = Points.split(entry["text"]?.string)
        item.set("summary", text: summary)
        item.set("highlights", .list(points.map { .string($0) }))
        return .mapping(item.mapping)
    }

    private static func without(_ key: String, _ mapping: Mapping) -> Mapping {
        var result = mapping
        result[key] = nil
        return result
    }

    func get(_ items: [Value], own: String?) -> [Value] {
        var ids = EntryIDs()
        return items.compactMap { item in
            var entry = Fields()
            for name in names { entry.set(name.entry, text: item[name.item]?.text) }
            if section == "education", entry.mapping["degree"] == nil {
                // The area stands for the degree.
                return education(item, &ids)
            }
            guard let title = entry.mapping[required]?.text else { return nil }
            complete(&entry, item, own)
            let year = (entry.mapping["start"] ?? entry.mapping["date"])?.text?.prefix(4)
            entry.set("id", ids.id(title, year.map { String($0) }))
            return .mapping(entry.mapping)
        }
    }

    private func education(_ item: Value, _ ids: inout EntryIDs) -> Value? {
        guard let area = item["area"]?.text else { return nil }
        var entry = Fields()
        entry.set("id", ids.id(area, item["start_date"]?.text.map { String($0.prefix(4)) }))
        for name in names where name.entry != "field" {
            entry.set(name.entry, text: item[name.item]?.text)
        }
        entry.set("degree", text: area)
        complete(&entry, item, nil)
        return .mapping(entry.mapping)
    }

    /// Adds what is not a key for a key.
    private func complete(_ entry: inout Fields, _ item: Value, _ own: String?) {
        if section == "positions" || section == "education", entry.mapping["organization"] == nil {
            entry.set("organization", text: "Unknown")
        }
        guard section == "publications" else {
            let points = item["highlights"]?.list?.compactMap(\.text) ?? []
            entry.set("text", text: Points.join(item["summary"]?.text, points))
            return
        }
        let authors = (item["authors"]?.list ?? []).compactMap(\.text).map { text -> Value in
            let isMarked = text.hasPrefix("*") && text.hasSuffix("*") && text.count > 2
            let name = text.filter { $0 != "*" }
            return isMarked || name == own
                ? ["name": .string(name), "self": true] : ["name": .string(name)]
        }
        entry.set("authors", .list(authors.isEmpty ? [["name": "Unknown"]] : authors))
        if let venue = item["journal"]?.text { entry.set("venue", ["name": .string(venue)]) }
        entry.set("doi", text: item["doi"]?.text.map(Identifiers.doi))
    }

    /// The section that a heading or its entries mean; nil for plain text.
    static func meant(by heading: String, _ items: [Value]) -> CurriculumSection? {
        guard let first = items.first(where: { $0.mapping != nil }) else { return nil }
        let name: String
        if first["company"] != nil || first["position"] != nil {
            name = "positions"
        } else if first["institution"] != nil {
            name = "education"
        } else if first["authors"] != nil {
            name = "publications"
        } else if first["name"] != nil {
            name = heading.lowercased()
        } else {
            return nil
        }
        if let exact = all.first(where: { $0.section == name || $0.title.lowercased() == name }) {
            return exact
        }
        switch SectionHeading.kind(of: heading) {
        case .awards?: return all.first { $0.section == "awards" }
        case .talks?: return all.first { $0.section == "talks" }
        case .teaching?: return all.first { $0.section == "teaching" }
        case .service?: return all.first { $0.section == "service" }
        default: return all.first { $0.section == "projects" }
        }
    }
}
