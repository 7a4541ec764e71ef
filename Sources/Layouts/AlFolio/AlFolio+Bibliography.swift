import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Writes the bibliography, what the theme looks up for it, and the page that shows it.
    func bibliography(to draft: inout Draft) {
        guard shows(.publications), !profile.publications.isEmpty else { return }
        let authors = self.authors
        let words = self.words(.publications)
        // A key that comes twice would be renamed, and those after it too.
        var keys = BibTeXKey()
        var text = Array("---\n---\n".utf8)
        for paper in profile.publications {
            let entry = AlFolioEntry(paper, in: self, authors: authors, words: words)
            let key = keys.unique(paper.bibtex?.key ?? paper.id)
            text.append(UInt8(ascii: "\n"))
            entry.entry(key: key).append(to: &text)
            entry.report(to: &draft)
        }
        draft.add("_bibliography/papers.bib", bytes: text)
        coauthors(authors, to: &draft)
        venues(to: &draft)
        publicationsPage(to: &draft)
    }

    /// Writes the addresses of coauthors, by surname.
    private func coauthors(_ authors: AuthorLines, to draft: inout Draft) {
        struct Person {
            var names: [String]
            let url: String
        }
        var people: [String: [Person]] = [:]
        for paper in profile.publications {
            for author in paper.authors {
                guard let url = authors.url(author, in: paper).flatMap(PageURL.safe) else {
                    continue
                }
                let name = bibliographyName(author.name)
                let key = coauthorKey(name.family)
                var same = people[key] ?? []
                if let known = same.firstIndex(where: { $0.url == url }) {
                    if !same[known].names.contains(name.given) {
                        same[known].names.append(name.given)
                    }
                } else {
                    same.append(Person(names: [name.given], url: url))
                }
                people[key] = same
            }
        }
        guard !people.isEmpty else { return }
        var data = Mapping()
        for (key, same) in people.sorted(by: { $0.key < $1.key }) {
            data[key] = .list(
                same.map { person in
                    [
                        "firstname": .list(person.names.map(Value.string)),
                        "url": .string(HTMLText.escape(person.url)),
                    ]
                })
        }
        draft.add("_data/coauthors.yml", data: .mapping(data))
    }

    /// Writes the addresses of venues, by their badges.
    private func venues(to draft: inout Draft) {
        var data = Mapping()
        for paper in profile.publications {
            guard let badge = paper.venue?.short,
                let url = paper.venue?.url.flatMap(PageURL.safe)
            else { continue }
            // The theme looks the badge up as it has read it from the bibliography.
            data.insert(["url": .string(HTMLText.escape(url))], forNew: HTMLText.escape(badge))
        }
        guard !data.isEmpty else { return }
        draft.add("_data/venues.yml", data: .mapping(data))
    }

    /// Writes the page of publications; an old theme has to be told every year.
    private func publicationsPage(to draft: inout Draft) {
        var page = Mapping()
        page["layout"] = "page"
        page["title"] = pageTitle(.publications, "publications")
        page["permalink"] = "/publications/"
        page["nav"] = true
        page["nav_order"] = 2
        var list = "{% bibliography %}\n"
        if era.isBefore(.groupsByYear) {
            var years: [Int] = []
            for year in profile.publications.compactMap({ $0.date?.year })
            where !years.contains(year) {
                years.append(year)
            }
            page["years"] = .list(years.map { .number(Number($0)) })
            list = """
                {% for year in page.years %}
                <h2 class="year">{{ year }}</h2>
                {% bibliography -f papers -q @*[year={{ year }}]* %}
                {% endfor %}

                """
        }
        draft.add(
            "_pages/publications.md", frontMatter: page,
            body: "<div class=\"publications\">\n\n\(list)\n</div>\n")
    }
}
