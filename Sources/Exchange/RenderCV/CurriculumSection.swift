internal import Prose
internal import RecordModel

/// The sections of a record in a curriculum of RenderCV.
enum CurriculumSection {
    static let all = [
        ListedSection(
            section: "positions", title: "Experience",
            names: [
                "role": "position", "organization": "company", "place": "location",
                "start": "start_date", "end": "end_date",
            ], required: "role", summary: "summary", points: "highlights"),
        ListedSection(
            section: "education", title: "Education",
            names: [
                "degree": "degree", "field": "area", "organization": "institution",
                "place": "location", "start": "start_date", "end": "end_date",
            ], required: "degree", summary: "summary", points: "highlights"),
        ListedSection(
            section: "publications", title: "Publications",
            names: [
                "title": "title", "doi": "doi", "url": "url", "date": "date", "summary": "summary",
            ], required: "title"),
        plain(
            "projects", "Projects", ["name": "name", "start": "start_date", "end": "end_date"],
            required: "name"),
        plain(
            "awards", "Awards", ["title": "name", "organization": "location", "date": "date"],
            required: "title"),
        plain(
            "talks", "Talks", ["title": "name", "place": "location", "date": "date"],
            required: "title"),
        plain(
            "teaching", "Teaching", ["course": "name", "place": "location", "date": "date"],
            required: "course"),
        plain(
            "service", "Service",
            ["role": "name", "venue": "location", "start": "start_date", "end": "end_date"],
            required: "role"),
    ]

    /// A section of what RenderCV calls normal entries.
    private static func plain(
        _ section: String, _ title: String, _ names: KeyValuePairs<String, String>,
        required: String
    ) -> ListedSection {
        ListedSection(
            section: section, title: title, names: names, required: required,
            summary: "summary", points: "highlights")
    }

    /// The item of an entry.
    static func put(_ entry: Value, in section: ListedSection) -> Value {
        var item = section.item(of: entry)
        switch section.section {
        // An area is what an entry of education must have.
        case "education" where entry["field"] == nil: item.move("degree", to: "area")
        case "publications":
            let authors = (entry["authors"]?.list ?? []).compactMap { author -> Value? in
                guard let name = author["name"]?.string else { return nil }
                return .string(author["self"] == true ? "*\(name)*" : name)
            }
            item.set("authors", .list(authors))
            item.set("journal", entry["venue"]?["name"])
        default: break
        }
        return .mapping(item.mapping)
    }

    /// The entry of an item; nil for one without what makes it.
    static func get(
        _ item: Value, of section: ListedSection, own: String?, _ ids: inout EntryIDs
    ) -> Value? {
        var entry = section.entry(of: item)
        switch section.section {
        // The area stands for the degree.
        case "education" where entry.mapping["degree"] == nil: entry.move("field", to: "degree")
        case "publications":
            let authors = (item["authors"]?.list ?? []).compactMap(\.text).map { text -> Value in
                let isMarked = text.hasPrefix("*") && text.hasSuffix("*") && text.count > 2
                let name = text.filter { $0 != "*" }
                return isMarked || name == own
                    ? ["name": .string(name), "self": true] : ["name": .string(name)]
            }
            entry.set(
                "authors", .list(authors.isEmpty ? [["name": .string(Filler.text)]] : authors))
            if let venue = item["journal"]?.text { entry.set("venue", ["name": .string(venue)]) }
            entry.set("doi", text: item["doi"]?.text.map(Identifiers.doi))
        default: break
        }
        return section.completed(entry, &ids)
    }

    /// The section that a heading or its entries mean; nil for plain text.
    static func meant(by heading: String, _ items: [Value]) -> ListedSection? {
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
