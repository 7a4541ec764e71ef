import Formats
import Profiles
import Prose
import RecordModel

/// Keys for the links of a person, read back into links of a record.
struct LinkKeys {
    /// The links found, in the order of the file.
    private(set) var links: [Value] = []
    private var ids: Set<String> = []

    /// Adds the link of a theme's key; nothing for a value that a theme ships with.
    mutating func add(_ key: String, _ value: String, from fields: [ConfigLink]) {
        guard let field = fields.first(where: { $0.key == key }) else { return }
        add(kind: field.kind.rawValue, value: value)
    }

    /// Adds a link of a kind, by an address or a name on the site.
    mutating func add(kind: String, value: String, label: String? = nil) {
        var link = Mapping()
        let id = Slugs.unique(kind, notIn: ids)
        link["id"] = .string(id)
        link["kind"] = .string(kind)
        if value.hasPrefix("http://") || value.hasPrefix("https://") {
            guard let url = URLText.safe(value) else { return }
            if let known = HandleLink.reading(url), known.kind == kind,
                HandleLink.url(kind: kind, handle: known.handle) == url
            {
                link["handle"] = .string(known.handle)
            } else {
                link["url"] = .string(url)
            }
        } else {
            link["handle"] = .string(value)
        }
        link["label"] = label.map(Value.string)
        let isKnown = links.contains { other in
            other["kind"] == link["kind"] && other["handle"] == link["handle"]
                && other["url"] == link["url"]
        }
        guard !isKnown else { return }
        ids.insert(id)
        links.append(.mapping(link))
    }
}

/// The block `author` of `_config.yml`, as academicpages and acad-homepage have it.
struct AuthorBlock {
    let config: Mapping
    let fields: [ConfigLink]

    private var author: Mapping { config["author"]?.mapping ?? Mapping() }

    /// Puts what the block says into a person and the layout's choices.
    func read(into reading: inout SiteReading) {
        var person = reading.person
        let name = author["name"]?.plainText ?? config["name"]?.plainText
        if let name, !TemplateText.isSampleValue(name) { person["name"] = Self.name(name) }
        person["role"] = own(author["bio"])
        person["location"] = own(author["location"])
        if let employer = author["employer"]?.plainText.map(Self.plain),
            !employer.isEmpty, !TemplateText.isSampleValue(employer)
        {
            person["affiliations"] = [
                ["id": .string(Slugs.slug(employer)), "organization": .string(employer)]
            ]
        }
        if let pronouns = author["pronouns"]?.plainText, !TemplateText.isSampleValue(pronouns),
            case .mapping(var names)? = person["name"]
        {
            names["pronouns"] = .string(pronouns)
            person["name"] = .mapping(names)
        }
        if let email = author["email"]?.plainText, !TemplateText.isSampleValue(email),
            email.contains("@")
        {
            person["emails"] = [["address": .string(email), "show": "plain"]]
        }
        var links = LinkKeys()
        for entry in author.entries {
            guard let value = entry.value.plainText, !TemplateText.isSampleValue(value) else {
                continue
            }
            links.add(entry.key, value, from: fields)
        }
        if !links.links.isEmpty { person["links"] = .list(links.links) }
        reading.person = person
        for key in ["url", "baseurl", "repository", "title", "description"] {
            guard let value = config[key]?.plainText, !TemplateText.isSampleValue(value) else {
                continue
            }
            reading.layout[key] = .string(key == "baseurl" ? SiteRoot.slashed(value) : value)
        }
    }

    private func own(_ value: Value?) -> Value? {
        guard let text = value?.plainText, !TemplateText.isSampleValue(text) else { return nil }
        let plain = Self.plain(text)
        return plain.isEmpty ? nil : .string(plain)
    }

    /// The words of a value that the theme prints as HTML.
    static func plain(_ text: String) -> String {
        HTMLText.plainText(text).split(separator: "\n").joined(separator: ", ")
    }

    /// A name in its parts.
    static func name(_ text: String) -> Value {
        let shown = plain(text)
        let parts = NameText(displayed: shown)
        var name = Mapping()
        name["display"] = .string(shown)
        if !parts.given.isEmpty, !parts.family.isEmpty {
            name["given"] = .string(parts.given)
            name["family"] = .string(
                [parts.particle, parts.family].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return .mapping(name)
    }
}
