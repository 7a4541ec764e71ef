import Formats
import RecordModel

extension AcademicPages {
    /// Reads the collections of a site: one file for each publication, talk, course and project.
    struct Collections {
        let site: SiteSource
        let config: Mapping

        func read(into reading: inout SiteReading) {
            each("_publications", into: &reading, as: "publications", publication)
            each("_talks", into: &reading, as: "talks", talk)
            each("_teaching", into: &reading, as: "teaching", course)
            each("_portfolio", into: &reading, as: "projects", project)
            for path in site.texts(in: "_posts") + site.texts(in: "_drafts") {
                reading.dropped.append(
                    DroppedText(.blog, site.texts[path] ?? "", file: path, line: 1))
            }
        }

        private func each(
            _ folder: String, into reading: inout SiteReading, as section: String,
            _ fields: (SitePage) -> Mapping
        ) {
            for path in site.texts(in: folder) where SitePages.isProse(path) {
                let page = SitePage(path: path, text: site.texts[path] ?? "")
                let title = page.text("title") ?? ""
                if TemplateText.isSample(title + "\n" + page.body) {
                    reading.dropped.append(
                        DroppedText(
                            .templateSample, title + "\n" + page.body, file: path, line: 1))
                    continue
                }
                guard !title.isEmpty else {
                    reading.diagnostics.append(
                        Diagnostic(
                            .siteNoTitle, "\(path) has no title, so it is kept as text",
                            severity: .warning, location: SourceLocation(file: path)))
                    reading.pages.append(page)
                    continue
                }
                reading.add(
                    SiteReading.Entry(
                        fields(page), file: path, line: page.bodyLine, source: page.body),
                    to: section)
            }
        }

        private func publication(_ page: SitePage) -> Mapping {
            var fields = common(page, title: "title")
            fields["authors"] = CollectionText.authors(of: page)
            var venue = Mapping()
            if let name = page.text("venue").map(AuthorBlock.plain) {
                venue["name"] = .string(name)
            }
            if !venue.isEmpty { fields["venue"] = .mapping(venue) }
            fields["date"] = CollectionText.date(page)
            var links: [Value] = []
            for (key, kind) in [
                ("paperurl", "paper"), ("slidesurl", "slides"), ("bibtexurl", "other"),
            ] {
                guard let url = page.text(key).flatMap(URLText.safe), url.hasPrefix("http") else {
                    continue
                }
                links.append(["url": .string(url), "kind": .string(kind)])
            }
            if !links.isEmpty { fields["links"] = .list(links) }
            if let link = page.text("link").flatMap(URLText.safe), link.hasPrefix("http") {
                fields["url"] = .string(link)
            }
            if let citation = page.text("citation") {
                fields["cite_as"] = .string(
                    HTMLText.plainText(citation).words.joined(separator: " "))
            }
            if let excerpt = page.text("excerpt") { fields["summary"] = .string(excerpt) }
            return fields
        }

        private func talk(_ page: SitePage) -> Mapping {
            var fields = common(page, title: "title")
            if let venue = page.text("venue").map(AuthorBlock.plain) {
                fields["event"] = .string(venue)
            }
            if let place = page.text("location").map(AuthorBlock.plain) {
                fields["place"] = .string(place)
            }
            if let type = page.text("talk_type") ?? page.text("type") {
                fields["kind"] = CollectionText.talkKind(type).map(Value.string)
            }
            fields["date"] = CollectionText.date(page)
            if let link = page.text("link").flatMap(URLText.safe), link.hasPrefix("http") {
                fields["url"] = .string(link)
            }
            return fields
        }

        private func course(_ page: SitePage) -> Mapping {
            var fields = common(page, title: "course")
            if let type = page.text("type").map(AuthorBlock.plain) {
                fields["role"] = .string(type)
            }
            if let venue = page.text("venue").map(AuthorBlock.plain) {
                fields["organization"] = .string(venue)
            }
            if let place = page.text("location").map(AuthorBlock.plain) {
                fields["place"] = .string(place)
            }
            fields["date"] = CollectionText.date(page)
            return fields
        }

        private func project(_ page: SitePage) -> Mapping {
            var fields = common(page, title: "name")
            if let excerpt = page.text("excerpt") {
                let words = HTMLText.plainText(excerpt).words.joined(separator: " ")
                if !words.isEmpty { fields["description"] = .string(words) }
            }
            if let date = CollectionText.date(page) { fields["start"] = date }
            return fields
        }

        private func common(_ page: SitePage, title: String) -> Mapping {
            var fields = Mapping()
            fields[title] = .string(AuthorBlock.plain(page.text("title") ?? ""))
            if let permalink = page.text("permalink"), permalink.hasPrefix("/") {
                fields["permalink"] = .string(permalink)
            }
            return fields
        }
    }
}

extension Diagnostic.Code {
    static let siteNoTitle: Self = "import.no-title"
}
