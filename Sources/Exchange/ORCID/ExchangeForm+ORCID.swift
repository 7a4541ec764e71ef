internal import Formats
internal import RecordModel

extension ExchangeForm {
    /// The public record of ORCID in JSON, version 3.0, as its public interface gives it; only read.
    public static let orcid = ExchangeForm(
        name: "orcid", title: "ORCID", namesAuthors: false,
        parse: ForeignDocument.json,
        get: { ORCIDRecord(document: $0).sections })
}

/// A public record of ORCID.
struct ORCIDRecord {
    let document: Value

    /// Keys that say how and when something was entered, not what.
    static func isAdministrative(_ key: String) -> Bool {
        administrative.contains(key) || key.hasSuffix("-date") && !dates.contains(key)
    }

    private static let administrative: Set = [
        "put-code", "visibility", "path", "source", "history", "preferences", "display-index",
        "uri", "host", "external-id-relationship", "external-id-normalized", "external-id-url",
        "external-id-normalized-error", "disambiguated-organization", "publication-date",
        "start-date", "end-date", "type", "month", "day", "year", "external-id-type",
    ]
    private static let dates: Set = ["start-date", "end-date", "publication-date"]

    var sections: Mapping {
        var sections = Fields()
        sections.set("profile", person)
        sections.set("positions", .list(positions))
        sections.set("education", .list(education))
        sections.set("awards", .list(awards))
        sections.set("service", .list(service))
        sections.set("publications", .list(publications))
        return sections.mapping
    }

    private var activities: Value { document["activities-summary"] ?? .null }
    private var details: Value { document["person"] ?? .null }

    /// The name that the person is known by.
    private var displayName: String {
        let name = details["name"] ?? .null
        if let credit = name["credit-name"]?["value"]?.text { return credit }
        return ["given-names", "family-name"].compactMap { name[$0]?["value"]?.text }
            .joined(separator: " ")
    }

    private var person: Value? {
        var person = Fields()
        var name = Fields()
        name.set("display", text: displayName)
        name.set("given", text: details["name"]?["given-names"]?["value"]?.text)
        name.set("family", text: details["name"]?["family-name"]?["value"]?.text)
        name.set("variants", list("other-names", "other-name", "content"))
        person.set("name", name.value)
        let emails = (details["emails"]?["email"]?.list ?? []).compactMap { $0["email"]?.text }
        person.set("emails", .list(emails.map { ["address": .string($0)] }))
        person.set("links", .list(links))
        person.set("bio", text: details["biography"]?["content"]?.text)
        person.set("keywords", list("keywords", "keyword", "content"))
        return person.value
    }

    private func list(_ key: String, _ item: String, _ field: String) -> Value {
        let items = details[key]?[item]?.list ?? []
        return .list(items.compactMap { $0[field]?.text }.map { .string($0) })
    }

    private var links: [Value] {
        var ids = EntryIDs()
        var result: [Value] = []
        if let id = document["orcid-identifier"]?["path"]?.text {
            result.append(["id": ids.id("orcid"), "kind": "orcid", "handle": .string(id)])
        }
        for item in details["external-identifiers"]?["external-identifier"]?.list ?? [] {
            guard let type = item["external-id-type"]?.text else { continue }
            let kind = type.lowercased().hasPrefix("scopus") ? "scopus" : "other"
            var link = Fields()
            link.set("id", ids.id(type))
            link.set("kind", text: kind)
            link.set("handle", text: item["external-id-value"]?.text)
            link.set("url", text: item["external-id-url"]?["value"]?.text)
            if kind == "other" { link.set("label", text: type) }
            result.append(.mapping(link.mapping))
        }
        for item in details["researcher-urls"]?["researcher-url"]?.list ?? [] {
            guard let url = item["url"]?["value"]?.text else { continue }
            var link = Fields()
            link.set("id", ids.id(item["url-name"]?.text ?? "website"))
            link.set("kind", text: "website")
            link.set("url", text: url)
            link.set("label", text: item["url-name"]?.text)
            result.append(.mapping(link.mapping))
        }
        return result
    }

    // MARK: Affiliations

    /// The affiliations of some kinds, each with what all of them have.
    private func affiliations(
        _ kinds: [(list: String, summary: String)], role: String
    ) -> [(kind: String, fields: Fields, title: String?, organization: String)] {
        kinds.flatMap { kind in
            (activities[kind.list]?["affiliation-group"]?.list ?? []).flatMap {
                $0["summaries"]?.list ?? []
            }.compactMap { $0[kind.summary] }.map { item in
                var fields = Fields()
                let organization = item["organization"] ?? .null
                let name = organization["name"]?.text ?? Filler.text
                let title = item["role-title"]?.text
                fields.set(role, text: title)
                fields.set("organization", text: name)
                fields.set("unit", text: item["department-name"]?.text)
                let place = ["city", "region", "country"].compactMap {
                    organization["address"]?[$0]?.text
                }
                fields.set("place", text: place.joined(separator: ", "))
                fields.set("url", text: item["url"]?["value"]?.text)
                fields.set("start", text: date(item["start-date"]))
                fields.set("end", text: date(item["end-date"]))
                return (kind.list, fields, title, name)
            }
        }
    }

    private func date(_ value: Value?) -> String? {
        guard let value else { return nil }
        let parts = ["year", "month", "day"].map { value[$0]?["value"]?.text.flatMap { Int($0) } }
        return Identifiers.date(Array(parts.prefix { $0 != nil }).compactMap { $0 })
    }

    private var positions: [Value] {
        var ids = EntryIDs()
        let kinds = [
            ("employments", "employment-summary"),
            ("invited-positions", "invited-position-summary"),
        ]
        return affiliations(kinds, role: "role").map { found in
            var fields = found.fields
            if found.title == nil { fields.set("role", text: "Member") }
            if found.kind == "invited-positions" { fields.set("kind", text: "visiting") }
            fields.set("id", ids.id(found.title, found.organization))
            return .mapping(fields.mapping)
        }
    }

    private var education: [Value] {
        var ids = EntryIDs()
        let kinds = [
            ("educations", "education-summary"), ("qualifications", "qualification-summary"),
        ]
        return affiliations(kinds, role: "degree").map { found in
            var fields = found.fields
            if found.title == nil { fields.set("degree", text: "Studies") }
            fields.set("id", ids.id(found.title, found.organization))
            return .mapping(fields.mapping)
        }
    }

    private var awards: [Value] {
        var ids = EntryIDs()
        return affiliations([("distinctions", "distinction-summary")], role: "title").map { found in
            var fields = Fields()
            fields.set("id", ids.id(found.title ?? "distinction", found.organization))
            fields.set("title", text: found.title ?? "Distinction")
            fields.copy(
                ["organization": "organization", "start": "date", "url": "url"],
                from: .mapping(found.fields.mapping))
            return .mapping(fields.mapping)
        }
    }

    private var service: [Value] {
        var ids = EntryIDs()
        let kinds = [
            ("services", "service-summary"), ("memberships", "membership-summary"),
        ]
        return affiliations(kinds, role: "role").map { found in
            var fields = Fields()
            let isMember = found.kind == "memberships"
            fields.set("id", ids.id(found.title, found.organization))
            fields.set("role", text: found.title ?? "Member")
            fields.set("kind", text: isMember ? "membership" : "other")
            fields.copy(
                [
                    "organization": "organization", "start": "start", "end": "end",
                    "url": "url",
                ], from: .mapping(found.fields.mapping))
            return .mapping(fields.mapping)
        }
    }
}
