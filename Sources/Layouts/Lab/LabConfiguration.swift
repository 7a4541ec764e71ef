internal import Formats
internal import Profiles
internal import RecordModel

/// What Jekyll and all pages are told about the site.
struct LabConfiguration {
    let site: LabSite

    /// The configuration, the data that all pages share, and the page for what is not there.
    var files: [OutputFile] {
        let missing = """
            ---
            layout: missing
            title: \(JSONWriter.quoted(site.style.word(.missing)))
            permalink: /404.html
            ---

            """
        let files: [(String, [UInt8])] = [
            ("_config.yml", configuration), ("404.html", Array(missing.utf8)),
            (PlainOutput.dataPath, JSONWriter().file(shared)),
        ]
        return files.compactMap { path, bytes in
            TargetPath(path).map { OutputFile($0, .bytes(bytes)) }
        }
    }

    private var configuration: [UInt8] {
        let settings = site.settings
        var lines = [
            "# This site builds with plain Jekyll and with GitHub Pages, without any plugin.",
            "title: " + JSONWriter.quoted(settings.name),
        ]
        if let description { lines.append("description: " + JSONWriter.quoted(description)) }
        if let url = settings.url { lines.append("url: " + JSONWriter.quoted(url)) }
        if !settings.baseurl.isEmpty {
            lines.append("baseurl: " + JSONWriter.quoted(settings.baseurl))
        }
        lines += ["lang: " + JSONWriter.quoted(settings.language), "theme: null", "plugins: []"]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// What the lab is, in one line of plain text.
    private var description: String? {
        let text = site.settings.description.map { Markdown($0).plainText() } ?? ""
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    private var shared: Value {
        let name = site.settings.name
        return PlainValue.mapping([
            "lab": true, "lang": .string(site.settings.language), "site_title": .string(name),
            "page_title": .string(name), "description": PlainValue.text(description),
            "words": words, "nav": .list(menu), "person": ["name": .string(name)],
            "filters": site.works.cards.isEmpty ? nil : LabWorkPages(site: site).filters,
            "data": .list(
                LabData.listed(hasWorks: !site.works.cards.isEmpty).map { label, path in
                    ["label": .string(label), "target": .string(path)]
                }),
        ])
    }

    private var menu: [Value] {
        var items = [(site.word(.people), "people/")]
        if !site.works.cards.isEmpty {
            items.append((site.style.word(.publications), LabWorkPages.folder))
        }
        if !site.news.isEmpty { items.append((site.style.word(.news), "news/")) }
        return items.map { ["label": .string($0), "target": .string($1)] }
    }

    private var words: Value {
        var words = Mapping()
        for word in PlainWord.allCases { words[word.rawValue] = .string(site.style.word(word)) }
        for word in LabWord.allCases { words[word.rawValue] = .string(site.word(word)) }
        return .mapping(words)
    }
}
