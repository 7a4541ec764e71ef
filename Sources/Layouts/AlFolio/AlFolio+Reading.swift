import Formats
import RecordModel

extension AlFolio {
    /// Reads sites of the theme.
    static let reader = SiteReader(evidence: evidence, reading: read)

    private static func evidence(_ site: SiteSource) -> Int {
        var points = 0
        for file in [
            "_bibliography/papers.bib", "_data/socials.yml", "_data/coauthors.yml",
            "_layouts/about.liquid", "_layouts/about.html", "_data/venues.yml",
        ] where site.contains(file) { points += 3 }
        let config = site.texts["_config.yml"] ?? ""
        if config.contains("al-folio") || config.contains("al_folio") { points += 4 }
        if config.contains("\nscholar:") { points += 3 }
        guard let home = SitePages(site: site).home() else { return points }
        if home.text("layout") == "about" { points += 6 }
        if home.header["profile"]?.mapping != nil { points += 5 }
        for key in ["selected_papers", "social", "announcements", "latest_posts"]
        where home.header[key] != nil { points += 2 }
        return points
    }

    private static func read(_ site: SiteSource) -> SiteReading {
        var reading = SiteReading(pagesOf: site)
        let config = site.mapping("_config.yml")
        let socials = site.mapping("_data/socials.yml")
        identity(config, into: &reading)
        reading.layout["version"] = AlFolioEra.version(of: site).map(Value.string)
        links(of: config, socials, into: &reading)
        if let home = reading.home {
            aboutPage(home, of: site, into: &reading)
            let blocks = blocks(of: home.header)
            if !blocks.isEmpty { reading.layout["options"] = .mapping(blocks) }
        }
        AlFolioCollections(site: site, config: config).read(into: &reading)
        AlFolioCurricula(site: site).read(into: &reading)
        return reading
    }

    /// The name and the address of the site.
    private static func identity(_ config: Mapping, into reading: inout SiteReading) {
        let parts = ["first_name", "middle_name", "last_name"].compactMap {
            config[$0]?.plainText
        }.filter { !TemplateText.isSampleValue($0) }
        if !parts.isEmpty {
            var name = Mapping()
            name["display"] = .string(parts.joined(separator: " "))
            if let given = config["first_name"]?.plainText,
                let family = config["last_name"]?.plainText
            {
                name["given"] = .string(given)
                if let middle = config["middle_name"]?.plainText {
                    name["middle"] = .string(middle)
                }
                name["family"] = .string(family)
            }
            reading.person["name"] = .mapping(name)
        }
        for key in ["url", "description"] {
            guard let value = config[key]?.plainText, !TemplateText.isSampleValue(value) else {
                continue
            }
            reading.layout[key] = .string(value.words.joined(separator: " "))
        }
        if let base = config["baseurl"]?.plainText, !SiteRoot.bare(base).isEmpty {
            reading.layout["baseurl"] = .string(SiteRoot.slashed(base))
        }
        if let note = config["contact_note"]?.plainText, !TemplateText.isSample(note),
            !note.lowercased().contains("you can even add a little note")
        {
            reading.person["contact_note"] = .string(note)
        }
    }

    /// The links of the person, from the file that newer versions have or from the configuration.
    private static func links(
        of config: Mapping, _ socials: Mapping, into reading: inout SiteReading
    ) {
        var links = LinkKeys()
        let fields =
            Self.links(of: AlFolioEra(version: nil))
            + Self.links(of: AlFolioEra(version: "v0.8"))
        for source in [socials, config] {
            for entry in source.entries {
                if entry.key == "email", let email = entry.value.plainText,
                    email.contains("@"), !TemplateText.isSampleValue(email)
                {
                    if reading.person["emails"] == nil {
                        reading.person["emails"] = [["address": .string(email), "show": "plain"]]
                    }
                    continue
                }
                if let own = entry.value.mapping, source == socials,
                    let url = own["url"]?.plainText
                {
                    links.add(kind: "other", value: url, label: own["title"]?.plainText)
                    continue
                }
                guard let value = entry.value.plainText, !TemplateText.isSampleValue(value) else {
                    continue
                }
                links.add(entry.key, value, from: fields)
            }
        }
        if !links.links.isEmpty { reading.person["links"] = .list(links.links) }
    }

    /// The front matter of the home page.
    private static func aboutPage(
        _ home: SitePage, of site: SiteSource, into reading: inout SiteReading
    ) {
        if let subtitle = home.text("subtitle"), !TemplateText.isSample(subtitle) {
            reading.person["tagline"] = .string(subtitle.words.joined(separator: " "))
        }
        guard let profile = home.header["profile"]?.mapping else { return }
        let isRound = ["image_circular", "image_cicular"].contains {
            profile[$0]?.plainText == "true"
        }
        if let image = profile["image"]?.plainText {
            reading.photo(at: image, in: site, shape: isRound ? "circle" : nil)
            if let align = profile["align"]?.plainText, ["left", "right"].contains(align),
                case .mapping(var photo)? = reading.person["photo"]
            {
                photo["align"] = .string(align)
                reading.person["photo"] = .mapping(photo)
            }
        }
        for key in ["more_info", "address"] {
            guard let text = profile[key]?.plainText, text != "false" else { continue }
            if TemplateText.isSample(text) {
                reading.dropped.append(
                    DroppedText(.templateSample, text, file: home.path, line: 1))
                continue
            }
            let lines = HTMLText.plainText(text).split(separator: "\n").map(String.init)
            if !lines.isEmpty { reading.person["address"] = .list(lines.map(Value.string)) }
        }
    }
}
