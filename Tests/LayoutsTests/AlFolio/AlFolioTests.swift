import Layouts
import RecordModel
import TestSupport
import Testing

/// The traps of al-folio, one case each.
@Suite struct AlFolioTests {
    private static let about = "_pages/about.md"
    private static let bib = "_bibliography/papers.bib"

    private static func trap(
        _ name: String, _ record: Record, _ holds: @escaping @Sendable (Exported) -> Bool
    ) -> Trap { Trap(name, .alFolio, record, holds) }

    private static func paper(_ fields: [(String, Value)]) -> Record {
        var paper = Mapping()
        paper["id"] = "p1"
        paper["title"] = "A title"
        paper["authors"] = [["name": "San Zhang", "self": true], ["name": "Si Li"]]
        for (key, value) in fields { paper[key] = value }
        return .person(["publications": [.mapping(paper)]])
    }

    private static func version(_ version: String) -> Record {
        Record.shown.with("/profile/layout/version", .string(version))
    }

    private static func links(_ links: Value) -> Record { .person(["profile": ["links": links]]) }

    static let names: [Trap] = [
        trap("the name is in parts, and the title is blank", .person()) {
            $0.config("/title") == "blank" && $0.config("/first_name") == "San"
                && $0.config("/middle_name") == "" && $0.config("/last_name") == "Zhang"
        },
        trap("a title of the site hides the name, and that is said", .shown) {
            $0.config("/title") == "San&#39;s site"
                && $0.findings.contains("layout.unmapped-field /profile/name/display")
        },
        trap(
            "a remark in place of a name stays whole",
            .person(["profile": ["name": ["display": "(no name given)"]]])
        ) {
            $0.config("/first_name") == "(no name given)" && $0.config("/last_name") == ""
        },
        trap("the parts make up the name as it is shown", .shown) {
            $0.config("/first_name") == "San M." && $0.config("/last_name") == "van der Zhang Jr."
        },
        trap("every spelling of the person is known", .shown) {
            let last = $0.config("/scholar/last_name")?.list ?? []
            let first = $0.config("/scholar/first_name")?.list ?? []
            return last.contains("Zhang") && first.contains("San") && first.contains("S.")
        },
        trap("the person does not vanish behind more authors", .person()) {
            $0.config("/max_author_limit") == .null
        },
        trap("marks stand behind the surname", .shown) {
            $0.text(bib).contains("author = {Zhang*†, San and Li*, Si and Wu‡, Wu and others}")
                && $0.text(bib).contains("annotation = {They <em>share</em> the work. &#42; equal}")
        },
        trap(
            "a mark that the theme does not take off is a usual one",
            Record.shown.with("/profile/layout/author_marks", ["equal": "📧"])
        ) { $0.text(bib).contains("Li*, Si") && !$0.text(bib).contains("📧") },
        trap(
            "a particle is a part of the surname",
            paper([("authors", [["name": "Jan van der Berg"], ["name": "OpenAI"]])])
        ) { $0.text(bib).contains("author = {{van der Berg}, Jan and OpenAI}") },
        trap(
            "coauthors are looked up by plain small letters",
            paper([
                (
                    "authors",
                    [
                        ["name": "Émile Zölä", "url": "https://z.example"],
                        ["name": "E. Zölä", "url": "https://z.example"],
                    ]
                )
            ])
        ) {
            $0.data("_data/coauthors.yml")
                == ["zola": [["firstname": ["Émile", "E."], "url": "https://z.example"]]]
        },
        trap(
            "a surname that YAML takes for a truth value is a text",
            paper([("authors", [["name": "Bo No", "url": "https://no.example"]])])
        ) { $0.text("_data/coauthors.yml").hasPrefix("'no':") },
    ]

    static let papers: [Trap] = [
        trap("the bibliography begins with an empty header", .shown) {
            $0.text(bib).hasPrefix("---\n---\n\n@")
        },
        trap("the newest paper is first", .shown) {
            $0.text(bib).split(separator: "\n").filter { $0.hasPrefix("@") } == [
                "@inproceedings{zhang2025fast,", "@article{preprint,", "@phdthesis{thesis,",
            ]
        },
        trap("a preprint is an article, or has no venue", .shown) {
            $0.text(bib).contains("@article{preprint,")
                && $0.text(bib).contains("journal = {arXiv}")
        },
        trap(
            "a venue that the type does not show follows as text",
            paper([("venue", ["name": "Big Book House", "type": "book"])])
        ) {
            $0.text(bib).contains("@book{")
                && $0.text(bib).contains("additional_info = {Big Book House}")
        },
        trap("only the word true selects", .shown) {
            $0.text(bib).contains("selected = {true}")
                && $0.front(about)["selected_papers"] == true
        },
        trap("identifiers are bare", .shown) {
            $0.text(bib).contains("doi = {10.1000/xyz123}")
                && $0.text(bib).contains("arxiv = {2501.00001}")
                && $0.text(bib).contains("hal = {hal-01234567}")
        },
        trap("an address has no tilde", .shown) {
            $0.text(bib).contains("html = {https://paper.example/%7Esan/a}")
        },
        trap(
            "an address has no two hyphens and no quote",
            paper([("url", "https://x.example/a--b'c")])
        ) { $0.text(bib).contains("html = {https://x.example/a-%2Db%27c}") },
        trap("dollars are no formula", .shown) { !$0.text(bib).contains("$x_1$") },
        trap("a title is no HTML", paper([("title", "A <b>bold</b> claim")])) {
            !$0.text(bib).contains("<b>") && $0.text(bib).contains("lt;b")
        },
        trap("a brace without a partner does not fail the build", paper([("title", "A } claim {")]))
        {
            let title = $0.text(bib).split(separator: "\n").first { $0.contains("title =") } ?? ""
            return title.filter { $0 == "{" }.count == title.filter { $0 == "}" }.count
        },
        trap(
            "two keys are never one",
            .person([
                "publications": [
                    [
                        "id": "a1", "title": "A", "authors": [["name": "B"]],
                        "bibtex": ["key": "same"],
                    ],
                    [
                        "id": "a2", "title": "C", "authors": [["name": "D"]],
                        "bibtex": ["key": "same"],
                    ],
                ]
            ])
        ) { $0.text(bib).components("{same,") == 2 && $0.text(bib).contains("{samea,") },
        trap("a button of a kind is there once, the other links follow the venue", .shown) {
            let text = $0.text(bib)
            return text.components("\n  html = ") == 2
                && text.contains("<a href=\"https://board.example\">leaderboard</a>")
        },
        trap("what follows the venue begins with a comma", .shown) {
            $0.text(bib).contains("additional_info = {, <strong>Oral</strong>")
        },
        trap(
            "Markdown of a field is inert to TeX",
            paper([("award", "Best_paper $5 and `x` with [a](https://a.example/~b)")])
        ) {
            let text = $0.text(bib)
            return !text.contains("Best_paper") && text.contains("Best&#95;paper")
                && text.contains("href=\"https://a.example/%7Eb\"")
        },
        trap("a picture is below the folder of previews", .shown) {
            $0.text(bib).contains("preview = {fast.png}")
                && $0.asset("assets/img/publication_preview/fast.png") == "assets/fast.png"
                && $0.config("/enable_publication_thumbnails") == true
        },
        trap("badges have addresses by their words", .shown) {
            $0.data("_data/venues.yml") == ["ICML": ["url": "https://icml.example"]]
        },
        trap(
            "extra fields cannot be scripts or attributes",
            paper([
                (
                    "bibtex",
                    [
                        "fields": [
                            "website": "javascript:alert(1)", "altmetric": "1\" onclick=\"x",
                            "award": "[x](javascript:alert(1))", "title": "Another",
                        ]
                    ]
                )
            ])
        ) {
            let text = $0.text(bib)
            return !text.contains("website") && !text.contains("\" onclick")
                && !text.contains("href=\"javascript") && !text.contains("](java")
                && !text.contains("Another")
        },
        trap("the button for BibTeX is there if the record wants it", paper([])) {
            !$0.text(bib).contains("bibtex_show")
        },
    ]

    static let pages: [Trap] = [
        trap("news are in the front matter of the home page", .shown) {
            $0.front(about)["announcements"]
                == ["enabled": true, "scrollable": true, "limit": 5]
                && $0.front(about)["news"] == nil
        },
        trap(
            "a role that the person's role says is not said again",
            .person([
                "profile": [
                    "role": "Last-year PhD student",
                    "affiliations": [
                        ["id": "a", "organization": "O", "role": "PhD student"],
                        ["id": "b", "organization": "P", "role": "Member"],
                    ],
                ]
            ])
        ) { $0.front(about)["subtitle"] == "Last-year PhD student, O; Member, P" },
        trap(
            "a CV of hidden sections is none",
            .person([
                "awards": [["id": "a", "title": "Prize"]],
                "profile": ["layout": ["sections": [["section": "awards", "hidden": true]]]],
            ])
        ) { $0.text("_pages/cv.md").isEmpty && $0.text("_data/cv.yml").isEmpty },
        trap("posts are off", .person()) { $0.front(about)["latest_posts"]?["enabled"] == false },
        trap("a piece of news is one paragraph", .shown) {
            let file = "_news/2025-01-02-icml.md"
            // It has an address of its own, so it is a page.
            return $0.front(file)["title"] != nil
                && $0.front("_news/2024-06-01-joined.md")["inline"] == true
                && $0.body("_news/2024-06-01-joined.md") == "\nJoined Example University.\n"
        },
        trap(
            "news of several paragraphs are a page",
            .person(["news": [["id": "n", "date": "2024-05-01", "text": "One.\n\nTwo."]]])
        ) {
            $0.front("_news/2024-05-01-n.md")["inline"] == false
                && $0.front("_news/2024-05-01-n.md")["title"] == "One."
                && $0.body("_news/2024-05-01-n.md").contains("Two.")
        },
        trap(
            "the lines of a source are no paragraphs",
            .person(["news": [["id": "n", "date": "2024-05-01", "text": "One\ntwo."]]])
        ) {
            $0.front("_news/2024-05-01-n.md")["inline"] == true
                && $0.body("_news/2024-05-01-n.md") == "\nOne two.\n"
        },
        trap(
            "news without a date would be out of order",
            .person(["news": [["id": "n", "text": "T"]]])
        ) {
            $0.paths(in: "_news").isEmpty && $0.findings == ["layout.undated-entry /news/n"]
        },
        trap(
            "news of one month keep their order",
            .person([
                "news": [
                    ["id": "a", "date": "2024-05", "text": "A"],
                    ["id": "b", "date": "2024-05", "text": "B"],
                ]
            ])
        ) {
            let first = $0.front("_news/2024-05-01-a.md")["date"]?.string ?? ""
            let second = $0.front("_news/2024-05-01-b.md")["date"]?.string ?? ""
            return second < first && second.hasPrefix("2024-05-01 12:00:")
        },
        trap("the subtitle is HTML", .shown) {
            $0.front(about)["subtitle"]?.string?
                .contains(
                    "<a href=\"https://uni.example\">Department of Computing, Example University</a>"
                ) == true
        },
        trap("the photo is a name in assets/img", .shown) {
            $0.front(about)["profile"]?["image"] == "photo.jpg"
                && $0.front(about)["profile"]?["image_circular"] == true
                && $0.front(about)["profile"]?["align"] == "left"
                && $0.asset("assets/img/photo.jpg") == "assets/photo.jpg"
        },
        trap("without a photo there is no image, which would stop the build", .person()) {
            $0.front(about)["profile"]?["image"] == nil
        },
        trap("the text below the photo is HTML", .shown) {
            $0.front(about)["profile"]?["more_info"]?.string?.contains("<p>Room 12</p>") == true
        },
        trap("what has no place in the theme is on the home page", .shown) {
            ["## Awards", "## Service", "## Talks"].allSatisfy($0.body(about).contains)
        },
        trap("a project's category is listed", .shown) {
            $0.front("_pages/projects.md")["display_categories"] == ["software"]
                && $0.front("_projects/toolkit.md")["category"] == "software"
        },
        trap("projects are in order, and their pictures in the site", .shown) {
            $0.front("_projects/toolkit.md")["importance"] == 1
                && $0.front("_projects/toolkit.md")["img"] == "assets/img/toolkit.png"
        },
        trap(
            "a card with nothing behind it leads to the project",
            .person(["projects": [["id": "p", "name": "P", "url": "https://p.example"]]])
        ) { $0.front("_projects/p.md")["redirect"] == "https://p.example" },
        trap("the year of a course is a number", .shown) {
            $0.front("_teachings/machine-learning.md")["year"] == 2024
                && $0.front("_teachings/machine-learning.md")["layout"] == "course"
        },
        trap("the page of courses is the theme's list alone", .shown) {
            $0.body("_pages/teaching.md") == "\n{% include courses.liquid %}\n"
        },
        trap("the CV is RenderCV's, and says so", .shown) {
            $0.data("_data/cv.yml")["cv"]?["sections"]?["Education"] != nil
                && $0.front("_pages/cv.md")["cv_format"] == "rendercv"
                && $0.front("_pages/cv.md")["cv_pdf"] == "/assets/pdf/cv.pdf"
        },
        trap("a position that goes on says Present", .shown) {
            $0.data("_data/cv.yml")["cv"]?["sections"]?["Experience"]?.list?[0]["end_date"]
                == "Present"
        },
        trap("service is bullets, as plain strings vanish", .shown) {
            $0.data("_data/cv.yml")["cv"]?["sections"]?["Service"]?.list?[0]["bullet"] != nil
        },
        trap("a site of a user has no base", .person()) {
            $0.config("/baseurl") == "" && $0.config("/url") == ""
        },
        trap("pages of nothing are not there", .person()) {
            $0.paths == ["_config.yml", "_pages/about.md"]
        },
        trap("samples are known", .person()) { _ in
            let samples = [
                "_news/announcement_1.md", "_projects/1_project.md", "_posts/x.md", "_books/x.md",
                "_teachings/x.md", "_pages/blog.md", "assets/json/resume.json",
                "_data/citations.yml", "_bibliography/papers.bib",
            ]
            return samples.allSatisfy { TargetPath($0).map(Layout.alFolio.isSample) == true }
                && TargetPath("_pages/404.md").map(Layout.alFolio.isSample) == false
        },
    ]

    static let socials: [Trap] = [
        trap("values are names unless the key is an address", .shown) {
            let data = $0.data("_data/socials.yml")
            return data["github_username"] == "sanzhang" && data["scholar_userid"] == "abcDEF"
                && data["orcid_id"] == "0000-0002-1825-0097"
                && data["dblp_url"] == "https://dblp.org/pid/12/3456.html"
        },
        trap("no key is blank", .shown) {
            $0.data("_data/socials.yml").mapping?.entries.allSatisfy {
                $0.value != .null && $0.value != ""
            }
                == true
        },
        trap(
            "an unknown link is a mapping with an icon",
            links([["id": "hf", "kind": "huggingface", "handle": "sanz"]])
        ) {
            $0.data("_data/socials.yml") == [
                "link-hf": [
                    "logo": "fa-solid fa-link", "title": "Hugging Face",
                    "url": "https://huggingface.co/sanz",
                ]
            ]
        },
        trap(
            "an address becomes a name, and a leading @ goes",
            links([
                ["id": "a", "kind": "github", "url": "https://github.com/one"],
                ["id": "b", "kind": "x", "handle": "@two"],
            ])
        ) {
            $0.data("_data/socials.yml") == ["github_username": "one", "x_username": "two"]
        },
        trap(
            "mastodon is host and user",
            links([["id": "m", "kind": "mastodon", "handle": "@san@mas.example"]])
        ) {
            $0.data("_data/socials.yml")["mastodon_username"] == "mas.example/@san"
        },
        trap(
            "a quote in a name does not leave the attribute",
            links([["id": "g", "kind": "github", "handle": "a' onclick='x"]])
        ) {
            !$0.text("_data/socials.yml").contains("'")
        },
        trap("without links there is no file, and no icons", .person()) {
            $0.text("_data/socials.yml").isEmpty && $0.front(about)["social"] == false
        },
        trap(
            "a note on contact needs the icons",
            .person(["profile": ["contact_note": "Write *me*."]])
        ) {
            $0.front(about)["social"] == true && $0.config("/contact_note") == "Write <em>me</em>."
        },
        trap(
            "an obfuscated address is not in the icons",
            .person(["profile": ["emails": [["address": "san@uni.example"]]]])
        ) { !$0.everything.contains("san@uni.example") },
    ]

    static let eras: [Trap] = [
        trap("2022-07: the misspelt key, the address, the news", version("2022-07")) {
            let front = $0.front(about)
            return front["profile"]?["image_cicular"] == true
                && front["profile"]?["address"] == front["profile"]?["more_info"]
                && front["news"] == true && $0.config("/news_limit") == 5
        },
        trap("2022-07: one surname, no marks", version("2022-07")) {
            $0.config("/scholar/last_name") == "Zhang"
                && $0.text(bib).contains("{Zhang, San and Li, Si")
        },
        trap("2022-07: the CV is a list", version("2022-07")) {
            $0.data("_data/cv.yml").list?.first?["type"] == "time_table"
                && $0.front("_pages/cv.md")["cv_pdf"] == "cv.pdf"
        },
        trap("2023-05: years are said one by one", version("2023-05")) {
            $0.front("_pages/publications.md")["years"] == [2025, 2024, 2023]
                && $0.body("_pages/publications.md").contains("@*[year={{ year }}]*")
        },
        trap("2024-01: announcements are in the config too", version("v0.11")) {
            $0.config("/announcements") == ["enabled": true, "scrollable": true, "limit": 5]
        },
        trap("2024-01: posts are off, where a mapping would be a yes", version("v0.11")) {
            $0.front(about)["latest_posts"] == false && $0.config("/latest_posts/enabled") == nil
        },
        trap("2024-06: posts are off in the config", version("v0.12")) {
            $0.config("/latest_posts/enabled") == false
        },
        trap("before 2024 the menu has a blog only if the record says so", version("2022-07")) {
            let own = Record.person([
                "profile": [
                    "layout": ["version": "2022-07", "options": ["blog_nav_title": "diary"]]
                ]
            ])
            return $0.config("/blog_nav_title") == .null
                && Exported(.alFolio, own).config("/blog_nav_title") == "diary"
        },
        trap("before 2024 the blog and the news were pages elsewhere", version("2022-07")) { _ in
            ["blog/index.html", "news.html"].allSatisfy { path in
                TargetPath(path).map(Layout.alFolio.isSample) == true
            }
        },
        trap(
            "2023-11: Twitter is Twitter",
            Record.person([
                "profile": [
                    "links": [["id": "x", "kind": "x", "handle": "two"]],
                    "layout": ["version": "2023-10"],
                ]
            ])
        ) { $0.config("/twitter_username") == "two" && $0.text("_data/socials.yml").isEmpty },
        trap("before 2024-12 links are in the config, and samples go", version("v0.12")) {
            $0.config("/github_username") == "sanzhang" && $0.config("/wechat_username") == .null
        },
        trap("before 2024 templates end in html", version("v0.10")) {
            $0.body("_pages/news.md") == "\n{% include news.html %}\n"
        },
        trap("before 2026 courses are one page", version("v0.14")) {
            $0.paths(in: "_teachings").isEmpty
                && $0.body("_pages/teaching.md").contains("Machine Learning")
        },
        trap(
            "before 2026 links without a key are on the page",
            Record.person([
                "profile": [
                    "links": [["id": "h", "kind": "huggingface", "handle": "sanz"]],
                    "layout": ["version": "v0.13"],
                ]
            ])
        ) { $0.body(about).contains("[Hugging Face](https://huggingface.co/sanz)") },
        trap("v1 has the contents of v0.16", version("v1.0")) {
            $0.everything == Exported(.alFolio, version("v0.16.3")).everything
        },
        trap("no version is the newest one", Record.shown.with("/profile/layout/version", nil)) {
            $0.everything == Exported(.alFolio, version("v0.16.3")).everything
        },
    ]

    @Test(arguments: names + papers) func `a trap of the bibliography is avoided`(trap: Trap) {
        expect(trap)
    }

    @Test(arguments: pages + socials) func `a trap of the pages is avoided`(trap: Trap) {
        expect(trap)
    }

    @Test(arguments: eras) func `an old version gets its own keys`(trap: Trap) { expect(trap) }

    private func expect(_ trap: Trap) {
        let exported = Exported(trap.layout, trap.record)
        let holds = trap.holds(exported)
        #expect(holds, "\(trap.name)\n\(exported.everything)")
    }
}
