import Formats
import RecordModel

/// Reads the collections and the bibliography of an al-folio site.
struct AlFolioCollections {
    let site: SiteSource
    let config: Mapping

    func read(into reading: inout SiteReading) {
        news(into: &reading)
        projects(into: &reading)
        courses(into: &reading)
        bibliography(into: &reading)
        for path in site.texts(in: "_posts") + site.texts(in: "_drafts") + site.texts(in: "_books")
        {
            reading.dropped.append(DroppedText(.blog, site.texts[path] ?? "", file: path, line: 1))
        }
    }

    private func pages(_ folder: String) -> [SitePage] {
        site.pages(in: folder).filter(SitePages.isProse).map {
            SitePage(path: $0, text: site.texts[$0] ?? "")
        }
    }

    private func isSample(_ page: SitePage, into reading: inout SiteReading) -> Bool {
        let text = (page.text("title") ?? "") + "\n" + page.body
        guard TemplateText.isSample(text) else { return false }
        reading.dropped.append(DroppedText(.templateSample, text, file: page.path, line: 1))
        return true
    }

    private func news(into reading: inout SiteReading) {
        for page in pages("_news") where !isSample(page, into: &reading) {
            var fields = Mapping()
            fields["date"] = CollectionText.date(page)
            if page.text("inline") != "true", let title = page.text("title") {
                fields["title"] = .string(AuthorBlock.plain(title))
            }
            if let permalink = page.text("permalink") { fields["permalink"] = .string(permalink) }
            reading.add(
                SiteReading.Entry(
                    fields, file: page.path, line: page.bodyLine, source: page.body), to: "news")
        }
    }

    private func projects(into reading: inout SiteReading) {
        for page in pages("_projects") where !isSample(page, into: &reading) {
            guard let title = page.text("title") else {
                reading.pages.append(page)
                continue
            }
            var fields = Mapping()
            fields["name"] = .string(AuthorBlock.plain(title))
            if let text = page.text("description") {
                fields["description"] = .string(text.words.joined(separator: " "))
            }
            if let category = page.text("category") { fields["category"] = .string(category) }
            for key in ["redirect", "github"] {
                if let url = page.text(key).flatMap(URLText.safe), url.hasPrefix("http") {
                    fields["url"] = .string(url)
                    break
                }
            }
            if let picture = page.text("img") {
                if let asset = site.asset(at: picture, in: ["", "assets/img"]) {
                    fields["image"] = ["file": .string(asset)]
                }
            }
            reading.add(
                SiteReading.Entry(
                    fields, file: page.path, line: page.bodyLine, source: page.body),
                to: "projects")
        }
    }

    private func courses(into reading: inout SiteReading) {
        for page in pages("_teachings") where !isSample(page, into: &reading) {
            let course = AlFolioCourse(page, of: site)
            guard !course.fields.isEmpty else {
                reading.pages.append(page)
                continue
            }
            reading.dropped += course.left
            reading.add(
                SiteReading.Entry(
                    course.fields, file: page.path, line: page.bodyLine, source: course.source),
                to: "teaching")
        }
    }

    /// A publication with the files that its fields name: its picture, and what buttons lead to.
    private func withFiles(_ fields: Mapping) -> Mapping {
        guard case .mapping(var bibTeX)? = fields["bibtex"],
            case .mapping(var extra)? = bibTeX["fields"]
        else { return fields }
        var fields = fields
        if let picture = extra["preview"]?.plainText,
            let file = site.asset(at: picture, in: ["assets/img/publication_preview", ""])
        {
            fields["image"] = ["file": .string(file)]
            extra["preview"] = nil
        }
        var links = fields["links"]?.list ?? []
        for (field, kind) in [
            ("pdf", "pdf"), ("supp", "supplement"), ("poster", "poster"), ("slides", "slides"),
        ] {
            guard let name = extra[field]?.plainText,
                let file = site.asset(at: name, in: ["assets/pdf", ""])
            else { continue }
            links.append(["file": .string(file), "kind": .string(kind)])
            extra[field] = nil
        }
        if !links.isEmpty { fields["links"] = .list(links) }
        bibTeX["fields"] = extra.isEmpty ? nil : .mapping(extra)
        fields["bibtex"] = .mapping(bibTeX)
        return fields
    }

    private func bibliography(into reading: inout SiteReading) {
        var coauthors = AlFolioCoauthors(site)
        var venues = AlFolioVenues(site)
        for path in site.texts(in: "_bibliography") where path.hasSuffix(".bib") {
            let own = ["first_name", "last_name"].compactMap { config[$0]?.plainText }
            for entry in BibliographyReading(site.texts[path] ?? "", file: path, own: own).entries {
                if let sample = entry.sample {
                    reading.dropped.append(
                        DroppedText(.templateSample, sample, file: path, line: entry.line))
                } else {
                    let fields = withFiles(
                        venues.completed(coauthors.completed(entry.fields)))
                    reading.add(
                        SiteReading.Entry(fields, file: path, line: entry.line),
                        to: "publications")
                }
            }
        }
        reading.dropped += coauthors.left + venues.left
    }
}
