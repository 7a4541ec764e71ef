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
            for path in site.pages(in: folder) where SitePages.isProse(path) {
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
                reading.dropped += left(page)
                reading.add(
                    SiteReading.Entry(
                        fields(page), file: path, line: page.bodyLine, source: page.body),
                    to: section)
            }
        }

        private func publication(_ page: SitePage) -> Mapping {
            var fields = common(page, title: "title", hasPicture: true)
            if let authors = CollectionText.authors(of: page) {
                fields["authors"] = authors.names
                if authors.hasOthers { fields["others"] = true }
            }
            var venue = Mapping()
            if let name = page.text("venue").map(AuthorBlock.plain) {
                venue["name"] = .string(name)
            }
            if !venue.isEmpty { fields["venue"] = .mapping(venue) }
            fields["date"] = CollectionText.date(page)
            let links = Self.linkKeys.compactMap { key, kind in
                target(of: page.text(key)).map { target -> Value in
                    var link = target
                    link["kind"] = .string(kind)
                    return .mapping(link)
                }
            }
            if !links.isEmpty { fields["links"] = .list(links) }
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
            var fields = common(page, title: "name", hasPicture: true)
            if let excerpt = page.text("excerpt") {
                let words = HTMLText.plainText(excerpt).words.joined(separator: " ")
                if !words.isEmpty { fields["description"] = .string(words) }
            }
            if let date = CollectionText.date(page) { fields["start"] = date }
            return fields
        }

        /// The keys with addresses, and the kinds of the links that they are.
        private static let linkKeys = [
            ("paperurl", "paper"), ("slidesurl", "slides"), ("bibtexurl", "bibtex"),
        ]

        /// Where an address leads: to a page, or to a file of the site.
        private func target(of address: String?) -> Mapping? {
            guard let address else { return nil }
            var target = Mapping()
            if let url = URLText.safe(address), url.hasPrefix("http") {
                target["url"] = .string(url)
            } else {
                target["file"] = site.asset(at: address, in: ["", "files"]).map(Value.string)
            }
            return target.isEmpty ? nil : target
        }

        /// The addresses of a file that lead nowhere.
        private func left(_ page: SitePage) -> [DroppedText] {
            (Self.linkKeys.map(\.0) + ["link"]).compactMap { key in
                guard let address = page.text(key), target(of: address) == nil else { return nil }
                return DroppedText(.unplaced, "\(key): \(address)", file: page.path, line: 1)
            }
        }

        private func common(
            _ page: SitePage, title: String, hasPicture: Bool = false
        ) -> Mapping {
            var fields = Mapping()
            if let url = target(of: page.text("link"))?["url"] { fields["url"] = url }
            if hasPicture, let picture = page.header["header"]?["teaser"]?.plainText,
                let file = site.asset(at: picture, in: ["", "images"])
            {
                fields["image"] = ["file": .string(file)]
            }
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
