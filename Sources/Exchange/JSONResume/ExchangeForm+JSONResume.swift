internal import Formats
internal import RecordModel

extension ExchangeForm {
    /// JSON Resume, which many builders of curricula read.
    public static let jsonResume = ExchangeForm(
        name: "json-resume", title: "JSON Resume", namesAuthors: false,
        parse: ForeignDocument.json,
        render: { JSONWriter().text($0) + "\n" },
        put: { record in
            var resume = Fields()
            resume.set(
                "$schema",
                text:
                    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json")
            resume.set("basics", ResumeBasics.put(record["profile"] ?? .null))
            for section in ResumeSection.all {
                resume.set(
                    section.title,
                    .list(
                        record.items(section.section).map { ResumeSection.put($0, in: section) }))
            }
            let keywords = record["profile"]?["keywords"]?.list ?? []
            resume.set("interests", .list(keywords.map { ["name": $0] }))
            return .mapping(resume.mapping)
        },
        get: { resume in
            var sections = Mapping()
            if let person = ResumeBasics.get(resume) { sections["profile"] = person }
            for section in ResumeSection.all {
                var ids = EntryIDs()
                let entries = (resume[section.title]?.list ?? []).compactMap {
                    ResumeSection.get($0, of: section, in: resume, &ids)
                }
                if !entries.isEmpty { sections[section.section] = .list(entries) }
            }
            return sections
        })
}

/// The person in JSON Resume.
enum ResumeBasics {
    static func put(_ person: Value) -> Value? {
        var basics = Fields()
        basics.set("name", person["name"]?["display"])
        basics.set("label", person["role"])
        let email = (person["emails"]?.list ?? []).first { $0["show"] != "hidden" }
        basics.set("email", email?["address"])
        basics.set("phone", person["phone"])
        basics.set("url", person["layout"]?["url"])
        basics.set("summary", person["bio"])
        var location = Fields()
        let lines = (person["address"]?.list ?? []).compactMap(\.string)
        location.set("address", text: lines.joined(separator: "\n"))
        location.set("city", person["location"])
        basics.set("location", location.value)
        let profiles = (person["links"]?.list ?? []).map { link in
            var profile = Fields()
            profile.set("network", text: NetworkNames.name(of: link["kind"]?.string ?? "other"))
            profile.set("username", link["handle"])
            profile.set("url", link["url"])
            return Value.mapping(profile.mapping)
        }
        basics.set("profiles", .list(profiles))
        return basics.value
    }

    static func get(_ resume: Value) -> Value? {
        let basics = resume["basics"] ?? .null
        var person = Fields()
        var name = Fields()
        name.set("display", text: basics["name"]?.text)
        person.set("name", name.value)
        person.set("role", text: basics["label"]?.text)
        if let email = basics["email"]?.text, !email.isEmpty {
            person.set("emails", [["address": .string(email)]])
        }
        person.set("phone", text: basics["phone"]?.text)
        let location = basics["location"] ?? .null
        let lines = location["address"]?.text?.split(separator: "\n").map {
            Value.string(String($0))
        }
        person.set("address", lines.map { .list($0) })
        let place = ["city", "region", "countryCode"].compactMap { location[$0]?.text }
        person.set("location", text: place.joined(separator: ", "))
        var ids = EntryIDs()
        let links = (basics["profiles"]?.list ?? []).compactMap { profile -> Value? in
            guard let network = profile["network"]?.text else { return nil }
            var link = Fields()
            let kind = NetworkNames.kind(of: network)
            link.set("id", ids.id(network))
            link.set("kind", text: kind)
            link.set("handle", text: profile["username"]?.text)
            link.set("url", text: profile["url"]?.text)
            if kind == "other" { link.set("label", text: network) }
            return link.mapping.count > 2 ? .mapping(link.mapping) : nil
        }
        person.set("links", .list(links))
        person.set("bio", text: basics["summary"]?.text)
        let keywords = (resume["interests"]?.list ?? []).compactMap { $0["name"]?.text }
        person.set("keywords", .list(keywords.map { .string($0) }))
        if let url = basics["url"]?.text, !url.isEmpty {
            // A layout without a theme would be none.
            person.set("layout", ["theme": "plain", "url": .string(url)])
        }
        return person.value
    }
}

/// The names of networks, as people write them.
enum NetworkNames {
    private static let names: [(kind: String, name: String)] = [
        ("github", "GitHub"), ("gitlab", "GitLab"), ("linkedin", "LinkedIn"), ("x", "X"),
        ("scholar", "Google Scholar"), ("orcid", "ORCID"), ("mastodon", "Mastodon"),
        ("bluesky", "Bluesky"), ("youtube", "YouTube"), ("researchgate", "ResearchGate"),
        ("stackoverflow", "StackOverflow"), ("instagram", "Instagram"), ("telegram", "Telegram"),
        ("whatsapp", "WhatsApp"), ("leetcode", "Leetcode"), ("facebook", "Facebook"),
        ("dblp", "DBLP"), ("semantic-scholar", "Semantic Scholar"), ("kaggle", "Kaggle"),
        ("huggingface", "Hugging Face"), ("medium", "Medium"), ("scopus", "Scopus"),
        ("xing", "XING"), ("wechat", "WeChat"), ("weibo", "Weibo"), ("zhihu", "Zhihu"),
        ("website", "Website"), ("blog", "Blog"), ("publons", "Publons"), ("osf", "OSF"),
        ("bitbucket", "Bitbucket"), ("keybase", "Keybase"), ("discord", "Discord"),
        ("openreview", "OpenReview"), ("arxiv", "arXiv"), ("wikipedia", "Wikipedia"),
    ]

    /// The name of a kind of link.
    static func name(of kind: String) -> String {
        names.first { $0.kind == kind }?.name ?? kind
    }

    /// The kind of link that a name stands for; `other` for a name that is not known.
    static func kind(of name: String) -> String {
        let folded = name.lowercased().filter { $0.isLetter || $0.isNumber }
        if folded == "twitter" { return "x" }
        let known = names.first {
            $0.name.lowercased().filter { $0.isLetter || $0.isNumber } == folded
                || $0.kind == folded
        }
        if let known { return known.kind }
        return rare.contains(name) ? name : "other"
    }

    /// Kinds that stand under the name that records have for them.
    private static let rare: Set = [
        "acl-anthology", "acm", "ieee", "bilibili", "academia", "pubmed", "inspirehep", "zotero",
        "wikidata", "hal", "impactstory", "lattes", "calendly", "quora", "codepen", "tumblr",
        "flickr", "pinterest", "unsplash", "dribbble", "artstation", "goodreads", "letterboxd",
        "lastfm", "spotify", "soundcloud", "steam", "strava", "vine", "foursquare", "google-plus",
        "blogger", "work", "rss", "cv",
    ]
}
