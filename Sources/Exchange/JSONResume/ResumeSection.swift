internal import RecordModel

/// The sections of a record in JSON Resume.
enum ResumeSection {
    static let all = [
        ListedSection(
            section: "positions", title: "work",
            names: [
                "role": "position", "organization": "name", "place": "location", "url": "url",
                "start": "startDate", "end": "endDate",
            ], required: "role", summary: "summary", points: "highlights"),
        ListedSection(
            section: "service", title: "volunteer",
            names: [
                "role": "position", "organization": "organization", "url": "url",
                "start": "startDate", "end": "endDate",
            ], required: "role", summary: "summary", points: "highlights"),
        ListedSection(
            section: "education", title: "education",
            names: [
                "degree": "studyType", "field": "area", "organization": "institution",
                "url": "url", "start": "startDate", "end": "endDate", "grade": "score",
            ], required: "degree", points: "courses"),
        ListedSection(
            section: "awards", title: "awards",
            names: ["title": "title", "organization": "awarder", "date": "date"],
            required: "title", summary: "summary"),
        ListedSection(
            section: "publications", title: "publications",
            names: ["title": "name", "date": "releaseDate", "url": "url", "summary": "summary"],
            required: "title"),
        ListedSection(
            section: "projects", title: "projects",
            names: [
                "name": "name", "description": "description", "url": "url", "start": "startDate",
                "end": "endDate",
            ], required: "name", points: "highlights"),
    ]

    /// The item of an entry.
    static func put(_ entry: Value, in section: ListedSection) -> Value {
        var item = section.item(of: entry)
        // No end is the present in this form.
        item.remove("endDate", where: "present")
        switch section.section {
        case "service" where entry["organization"] == nil:
            item.set("organization", entry["venue"])
        case "publications": item.set("publisher", entry["venue"]?["name"])
        case "projects":
            item.set("keywords", entry["tags"])
            item.set("roles", entry["role"].map { .list([$0]) })
        default: break
        }
        return .mapping(item.mapping)
    }

    /// The entry of an item; nil for one without what makes it.
    static func get(
        _ item: Value, of section: ListedSection, in resume: Value, _ ids: inout EntryIDs
    ) -> Value? {
        var entry = section.entry(of: item)
        if entry.mapping[section.required] == nil {
            entry.set(section.required, text: fallback(item, of: section))
        }
        switch section.section {
        case "publications":
            let name = resume["basics"]?["name"]?.text ?? Filler.text
            entry.set("authors", [["name": .string(name), "self": true]])
            if let publisher = item["publisher"]?.text {
                entry.set("venue", ["name": .string(publisher)])
            }
        case "projects":
            entry.set("tags", .list(texts(item["keywords"]).map { .string($0) }))
            entry.set("role", text: texts(item["roles"]).joined(separator: ", "))
        default: break
        }
        return section.completed(entry, &ids)
    }

    private static func texts(_ value: Value?) -> [String] {
        (value?.list ?? []).compactMap(\.text)
    }

    /// What stands for the title where an item has none.
    private static func fallback(_ item: Value, of section: ListedSection) -> String? {
        switch section.section {
        case "positions": item["name"]?.text
        case "education": item["area"]?.text ?? item["institution"]?.text
        case "service": item["organization"]?.text
        default: nil
        }
    }
}
