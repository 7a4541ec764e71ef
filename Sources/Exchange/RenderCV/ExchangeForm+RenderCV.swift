internal import Formats
internal import Prose
internal import RecordModel

extension ExchangeForm {
    /// The YAML of RenderCV, which sets curricula.
    public static let renderCV = ExchangeForm(
        name: "rendercv", title: "RenderCV",
        parse: { text, file throws(Diagnostic) in
            ForeignDocument(try YAMLReader().read(Array(text.utf8), file: file))
        },
        render: { YAMLWriter().text($0) },
        put: { ["cv": CurriculumPerson.put($0)] },
        get: { CurriculumPerson.get($0["cv"] ?? .null) })
}

/// The person and the sections of a curriculum of RenderCV.
enum CurriculumPerson {
    /// The networks that RenderCV knows.
    private static let networks: Set = [
        "LinkedIn", "GitHub", "GitLab", "Instagram", "ORCID", "Mastodon", "StackOverflow",
        "ResearchGate", "YouTube", "Google Scholar", "Telegram", "WhatsApp", "Leetcode", "X",
        "Bluesky",
    ]

    static func put(_ record: Value) -> Value {
        let person = record["profile"] ?? .null
        var curriculum = Fields()
        curriculum.set("name", person["name"]?["display"])
        curriculum.set("headline", person["role"])
        curriculum.set("location", person["location"])
        let email = (person["emails"]?.list ?? []).first { $0["show"] != "hidden" }
        curriculum.set("email", email?["address"])
        curriculum.set("phone", person["phone"])
        curriculum.set("website", person["layout"]?["url"])
        let links = (person["links"]?.list ?? []).compactMap { link -> Value? in
            let name = NetworkNames.name(of: link["kind"]?.string ?? "")
            guard networks.contains(name), let handle = link["handle"] else { return nil }
            return ["network": .string(name), "username": handle]
        }
        curriculum.set("social_networks", .list(links))
        var sections = Fields()
        sections.set("Summary", person["bio"].map { .list([$0]) })
        for section in CurriculumSection.all {
            let items = record.items(section.section)
            sections.set(
                section.title, .list(items.map { CurriculumSection.put($0, in: section) }))
        }
        curriculum.set("sections", sections.value)
        return .mapping(curriculum.mapping)
    }

    static func get(_ curriculum: Value) -> Mapping {
        var person = Fields()
        if let name = curriculum["name"]?.text { person.set("name", ["display": .string(name)]) }
        // Earlier versions call it a label.
        person.set("role", text: (curriculum["headline"] ?? curriculum["label"])?.text)
        person.set("location", text: curriculum["location"]?.text)
        if let email = texts(curriculum["email"]).first {
            person.set("emails", [["address": .string(email)]])
        }
        let phone = texts(curriculum["phone"]).first
        person.set("phone", text: phone.map { $0.hasPrefix("tel:") ? String($0.dropFirst(4)) : $0 })
        var ids = EntryIDs()
        let links = (curriculum["social_networks"]?.list ?? []).compactMap { item -> Value? in
            guard let network = item["network"]?.text, let handle = item["username"]?.text else {
                return nil
            }
            var link = Fields()
            let kind = NetworkNames.kind(of: network)
            link.set("id", ids.id(network))
            link.set("kind", text: kind)
            link.set("handle", text: handle)
            if kind == "other" { link.set("label", text: network) }
            return .mapping(link.mapping)
        }
        person.set("links", .list(links))
        var sections = Mapping()
        var bio: [String] = []
        for entry in curriculum["sections"]?.mapping?.entries ?? [] {
            let items = entry.value.list ?? []
            if let section = CurriculumSection.meant(by: entry.key, items) {
                let own = person.mapping["name"]?["display"]?.text
                var ids = EntryIDs()
                let entries = items.compactMap {
                    CurriculumSection.get($0, of: section, own: own, &ids)
                }
                let known = sections[section.section]?.list ?? []
                if !entries.isEmpty { sections[section.section] = .list(known + entries) }
            } else if SectionHeading.kind(of: entry.key) == .bio
                || entry.key.lowercased() == "summary"
            {
                bio += items.compactMap(\.string)
            }
        }
        person.set("bio", text: bio.joined(separator: "\n\n"))
        if let url = texts(curriculum["website"]).first {
            person.set("layout", ["theme": "plain", "url": .string(url)])
        }
        if let value = person.value {
            var all = Mapping()
            all["profile"] = value
            for entry in sections.entries { all[entry.key] = entry.value }
            return all
        }
        return sections
    }

    /// One text or several, as newer versions allow.
    private static func texts(_ value: Value?) -> [String] {
        value?.list?.compactMap(\.text) ?? value?.text.map { [$0] } ?? []
    }
}
