import Layouts
import RecordModel
import TestSupport
import Testing

/// The traps of academicpages, one case each.
@Suite struct AcademicPagesTests {
    private static let about = "_pages/about.md"
    private static let fast = "_publications/2025-07-01-fast-sgd.md"

    private static func trap(
        _ name: String, _ record: Record, _ holds: @escaping @Sendable (Exported) -> Bool
    ) -> Trap { Trap(name, .academicPages, record, holds) }

    private static func papers(_ papers: [(String, String?, Value)]) -> Record {
        .person([
            "publications": .list(
                papers.map { id, date, venue in
                    var paper = Mapping()
                    paper["id"] = .string(id)
                    paper["title"] = .string("Title \(id)")
                    paper["authors"] = [["name": "San Zhang"]]
                    paper["date"] = date.map(Value.string)
                    if venue != .null { paper["venue"] = venue }
                    return .mapping(paper)
                })
        ])
    }

    static let traps: [Trap] = [
        trap("a paper has a category that the config names", .shown) { exported in
            let categories = exported.config("/publication_category")?.mapping?.keys ?? []
            let files = exported.paths(in: "_publications")
            return files.count == 3
                && files.allSatisfy { file in
                    categories.contains(exported.front(file)["category"]?.string ?? "")
                }
        },
        trap(
            "a category without papers is not listed", papers([("a", "2024", ["type": "journal"])])
        ) {
            $0.config("/publication_category") == ["manuscripts": ["title": "Journal Articles"]]
        },
        trap("a group is a category", .shown) {
            $0.config("/publication_category/x") == nil
                && $0.config("/publication_category")?["group-optimisation"]?["title"]
                    == "Optimisation"
        },
        trap("dates are whole days", papers([("a", "2024", .null), ("b", "2023-05", .null)])) {
            $0.front("_publications/2024-01-01-a.md")["date"] == "2024-01-01"
                && $0.front("_publications/2023-05-01-b.md")["date"] == "2023-05-01"
        },
        trap(
            "papers of one year keep their order",
            papers([("b", "2024", .null), ("a", "2024", .null)])
        ) {
            let first = $0.front("_publications/2024-01-01-b.md")["date"]?.string ?? ""
            let second = $0.front("_publications/2024-01-01-a.md")["date"]?.string ?? ""
            return second < first && first.hasPrefix("2024-01-01 12:")
        },
        trap("a paper without a date would get that of the build", papers([("a", nil, .null)])) {
            $0.paths(in: "_publications").isEmpty && $0.body("_pages/cv.md").contains("Title a")
                && $0.findings.contains("layout.undated-entry /publications/a")
        },
        trap("without a venue the theme would print a day", papers([("a", "2024", .null)])) {
            $0.front("_publications/2024-01-01-a.md")["venue"]?.string?.isEmpty == false
        },
        trap("there is always a citation", .shown) { exported in
            exported.paths(in: "_publications").allSatisfy { file in
                exported.front(file)["citation"]?.string?.isEmpty == false
            }
        },
        trap(
            "the citation is HTML, with the own name strong",
            .shown.with("/publications/fast-sgd/cite_as", nil)
        ) {
            let citation = $0.front(fast)["citation"]?.string ?? ""
            return citation.hasPrefix("<strong>San Zhang</strong>*†, Si Li*, ")
                && citation.contains("&quot;Fast SGD at scale&quot;")
                && citation.contains("<em>International Conference on Machine Learning</em>")
        },
        trap("an excerpt that is not there is an empty one", papers([("a", "2024", .null)])) {
            $0.front("_publications/2024-01-01-a.md")["excerpt"] == ""
        },
        trap("the excerpt is Markdown", .shown) {
            $0.front(fast)["excerpt"]?.string?.contains("**Oral**, **Spotlight**") == true
        },
        trap("the paper, the slides and the BibTeX are keys, the rest is on the page", .shown) {
            $0.front(fast)["paperurl"] == "https://paper.example/~san/a.pdf"
                && $0.front(fast)["bibtexurl"] == "/home/files/bib/fast-sgd.bib"
                && $0.body(fast).contains("[Code](https://github.com/sanzhang/fast)")
                && $0.body(fast).contains("[DOI](https://doi.org/10.1000/xyz123)")
        },
        trap("a title with a colon is quoted", papers([("a", "2024", .null)])) {
            $0.text("_publications/2024-01-01-a.md").contains("title: \"Title a\"")
        },
        trap("permalinks are the record's, else those of the theme", .shown) {
            $0.front(fast)["permalink"] == "/publication/fast"
                && $0.front("_publications/2024-01-01-preprint.md")["permalink"]
                    == "/publication/2024-01-01-preprint"
        },
        trap(
            "two entries do not overwrite each other",
            Record.shown.with("/publications/preprint/permalink", "/publication/fast")
        ) {
            $0.front("_publications/2024-01-01-preprint.md")["permalink"]
                == "/publication/2024-01-01-preprint"
        },
        trap("a talk says its kind twice", .shown) {
            let talk = $0.front("_talks/2024-05-01-keynote.md")
            return talk["type"] == "Keynote" && talk["talk_type"] == "Keynote"
                && talk["venue"] == "Example Workshop, Example Society"
                && talk["location"] == "Vienna"
        },
        trap(
            "a course has no empty slots",
            .person(["teaching": [["id": "a1", "course": "C", "date": "2024"]]])
        ) {
            $0.front("_teaching/2024-01-01-a1.md")["type"] == "Course"
        },
        trap(
            "projects are not reversed",
            .person([
                "projects": [
                    ["id": "b", "name": "B", "start": "2024"],
                    ["id": "a", "name": "A", "start": "2024"],
                ]
            ])
        ) {
            let first = $0.front("_portfolio/2024-01-01-b.md")["date"]?.string ?? ""
            let second = $0.front("_portfolio/2024-01-01-a.md")["date"]?.string ?? ""
            return first < second
        },
        trap(
            "a project without a date is in the CV alone",
            .person(["projects": [["id": "b", "name": "Tool B"]]])
        ) {
            $0.paths(in: "_portfolio").isEmpty && $0.body("_pages/cv.md").contains("Tool B")
                && $0.findings == ["layout.undated-entry /projects/b"]
        },
        trap(
            "a day that is not known is reported",
            .person([
                "talks": [["id": "t", "title": "T", "date": "2024-05"]]
            ])
        ) { $0.findings == ["layout.widened-date /talks/t"] },
        trap("the theme's address is blanked", .person()) {
            $0.config("/url") == "" && $0.config("/baseurl") == ""
        },
        trap(
            "a base has no slash at its end", Record.shown.with("/profile/layout/baseurl", "/home/")
        ) {
            $0.config("/baseurl") == "/home"
        },
        trap("without a photo there is a figure", .person()) {
            $0.config("/author/avatar") == "no-photo.svg"
                && $0.text("images/no-photo.svg").hasPrefix("<svg ")
        },
        trap("the avatar stands without its folder", .shown) {
            $0.config("/author/avatar") == "photo.jpg" && $0.asset("images/photo.jpg") != nil
        },
        trap("stock links are blanked", .person()) { exported in
            ["googlescholar", "orcid", "pubmed", "github", "bluesky", "email"].allSatisfy {
                exported.config("/author/\($0)") == .null
            }
        },
        trap("DBLP has no key and is on the page", .shown) {
            $0.config("/author/dblp") == nil
                && $0.body(about).contains("[DBLP page](https://dblp.org/pid/12/3456.html)")
        },
        trap(
            "YouTube is a handle by now",
            .person([
                "profile": ["links": [["id": "y", "kind": "youtube", "handle": "sanz"]]]
            ])
        ) { $0.config("/author/youtube") == "sanz" },
        trap("the page has a title", .person()) {
            $0.front(about)["title"] == "About me" && $0.front(about)["permalink"] == "/"
        },
        trap(
            "the top bar has the pages with something on them",
            .person([
                "talks": [["id": "t", "title": "T", "date": "2024-05-01"]]
            ])
        ) {
            $0.data("_data/navigation.yml")["main"] == [
                ["title": "Talks", "url": "/talks/"], ["title": "CV", "url": "/cv/"],
            ]
        },
        trap("the home page has news and selected papers", .shown) {
            $0.body(about).contains("# News {#news}")
                && $0.body(about).contains("# Selected Publications {#selected}")
                && !$0.body(about).contains("On going fast, San Zhang")
        },
        trap(
            "a hidden section is nowhere",
            Record.shown.with(
                "/profile/layout/sections",
                [
                    ["section": "talks", "hidden": true], ["section": "awards", "hidden": true],
                ])
        ) {
            $0.paths(in: "_talks").isEmpty && !$0.everything.contains("Keynote on speed")
                && !$0.everything.contains("Best Paper Prize")
        },
        trap("files of entries are named after day and id", .shown) {
            $0.paths(in: "_publications") == [
                "_publications/2023-01-01-thesis.md", "_publications/2024-01-01-preprint.md", fast,
            ]
        },
        trap("samples are known", .person()) { _ in
            let samples = ["_posts/2012-08-14-blog-post-1.md", "_talks/x.md", "_pages/markdown.md"]
            return samples.allSatisfy { TargetPath($0).map(Layout.academicPages.isSample) == true }
                && TargetPath("_pages/publications.html").map(Layout.academicPages.isSample)
                    == false
        },
    ]

    @Test(arguments: traps) func `a trap is avoided`(trap: Trap) {
        let exported = Exported(trap.layout, trap.record)
        let holds = trap.holds(exported)
        #expect(holds, "\(trap.name)\n\(exported.everything)")
    }
}
