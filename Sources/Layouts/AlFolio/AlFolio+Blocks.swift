import Profiles
import RecordModel

/// The blocks that the theme itself puts on the home page: news, papers, icons, posts.
///
/// Whether they are there is for the record to say, by `layout.options` under the keys of the
/// theme; where it says nothing, what has content is shown.
extension AlFolio {
    /// The keys of the home page that `layout.options` may set.
    static let blockKeys: Set<String> = [
        "announcements", "latest_posts", "selected_papers", "social",
    ]

    /// The block of news on the home page.
    var announcements: Mapping {
        let chosen = profile.layoutChoices.options["announcements"]?.mapping
        var block = Mapping()
        let isApart = outline.apart.contains { $0.part == .news }
        let isUsual = !profile.news.isEmpty && shows(.news) && !showsNewsInBody && !isApart
        block["enabled"] = .bool(isShown("announcements") ?? isUsual)
        block["scrollable"] = .bool(chosen?["scrollable"].flatMap(Self.flag) ?? true)
        let limit = outline[.news]?.limit ?? chosen?["limit"]?.number?.integer ?? 5
        block["limit"] = .number(Number(limit))
        return block
    }

    /// Whether the record wants a block; nil where it does not say.
    func isShown(_ key: String) -> Bool? {
        guard let value = profile.layoutChoices.options[key] else { return nil }
        return Self.flag(value["enabled"] ?? value)
    }

    private static func flag(_ value: Value) -> Bool? {
        if case .bool(let flag) = value { return flag }
        return nil
    }

    /// What the home page of a site says about its blocks, as options of a record.
    static func blocks(of header: Mapping) -> Mapping {
        var options = Mapping()
        for key in ["selected_papers", "social"] {
            options[key] = header[key].flatMap(said).map(Value.bool)
        }
        // Older versions have a key `news`, and their settings elsewhere.
        let news = header["announcements"] ?? header["news"]
        if let isShown = news.flatMap({ said($0["enabled"] ?? $0) }) {
            var block = Mapping()
            block["enabled"] = .bool(isShown)
            block["scrollable"] = news?["scrollable"].flatMap(said).map(Value.bool)
            block["limit"] = news?["limit"]?.plainText.flatMap { Int($0) }.map {
                Value.number(Number($0))
            }
            options["announcements"] = .mapping(block)
        }
        if let posts = header["latest_posts"], said(posts["enabled"] ?? posts) == true {
            options["latest_posts"] = ["enabled": true]
        }
        return options
    }

    /// A word of YAML that is a truth value.
    private static func said(_ value: Value) -> Bool? {
        switch value.plainText {
        case "true"?: true
        case "false"?: false
        default: nil
        }
    }
}
