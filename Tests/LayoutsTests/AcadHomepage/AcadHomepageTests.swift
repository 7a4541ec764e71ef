import Layouts
import RecordModel
import TestSupport
import Testing

/// The traps of acad-homepage, one case each.
@Suite struct AcadHomepageTests {
    private static let page = "_pages/about.md"

    private static func paper(_ fields: [(String, Value)]) -> Record {
        var paper: Mapping = Mapping()
        paper["id"] = "p1"
        paper["title"] = "A title"
        paper["authors"] = [["name": "San Zhang", "self": true], ["name": "Si Li"]]
        for (key, value) in fields { paper[key] = value }
        return .person(["publications": [.mapping(paper)]])
    }

    private static func trap(
        _ name: String, _ record: Record, _ holds: @escaping @Sendable (Exported) -> Bool
    ) -> Trap { Trap(name, .acadHomepage, record, holds) }

    static let traps: [Trap] = [
        trap("the avatar is written with its folder", .shown) {
            $0.config("/author/avatar") == "images/photo.jpg"
        },
        trap(
            "without a photo there is a figure, neither the sample nor a broken picture", .person()
        ) {
            $0.config("/author/avatar") == "images/no-photo.svg"
                && $0.text("images/no-photo.svg").hasPrefix("<svg ")
        },
        trap("with a photo there is no figure", .shown) {
            $0.text("images/no-photo.svg").isEmpty
        },
        trap(
            "a long line of the sidebar breaks, a short one is as it is",
            .person([
                "profile": [
                    "location": "Linz & Wels",
                    "affiliations": [
                        ["id": "a", "organization": "The Institute for Long Names & Others"]
                    ],
                ]
            ])
        ) {
            $0.config("/author/location") == "Linz &amp; Wels"
                && $0.config("/author/employer")
                    == .string(
                        "<span style=\"white-space: normal\">"
                            + "The Institute for Long Names &amp; Others</span>")
        },
        trap(
            "a date with nothing around it does not run into the award",
            .person([
                "awards": [["id": "a", "title": "Prize", "date": "2021"]],
                "profile": ["layout": ["date_frame": "plain"]],
            ])
        ) { $0.body(page).contains("- 2021, Prize") },
        trap(
            "the stars of a project are a picture",
            .person([
                "projects": [
                    [
                        "id": "p", "name": "P", "repository": "san/a&b",
                        "stars": ["badge": true],
                    ],
                    ["id": "q", "name": "Q", "repository": "san/q", "stars": ["badge": false]],
                ]
            ])
        ) {
            $0.body(page).contains(
                "- [P](https://github.com/san/a%26b) "
                    + "<img src=\"https://img.shields.io/github/stars/san/a%26b?label=Stars\"")
                && !$0.body(page).contains("stars/san/q")
        },
        trap(
            "an address of a unit or an organization is a link of both",
            .person([
                "positions": [
                    [
                        "id": "a", "role": "R", "organization": "O", "unit": "U", "place": "P",
                        "url": "https://u.example",
                    ]
                ]
            ])
        ) { $0.body(page).contains("R, [U, O](https://u.example), P") },
        trap(
            "a venue that has its year does not get it twice",
            paper([("venue", ["short": "IJCAI-19"]), ("date", "2019")])
        ) {
            $0.body(page).contains("**IJCAI-19**") && !$0.body(page).contains("IJCAI-19 2019")
        },
        trap(
            "a page that has a link does not get another",
            paper([
                ("arxiv", "2401.00001"), ("doi", "10.1/x"),
                ("links", [["kind": "paper", "url": "https://arxiv.org/abs/2401.00001"]]),
            ])
        ) {
            $0.body(page).contains("\\[[Paper](https://arxiv.org/abs/2401.00001)\\] \\[[DOI](")
        },
        trap(
            "a venue without its year gets it",
            paper([("venue", ["short": "Top 19"]), ("date", "2019")])
        ) { $0.body(page).contains("**Top 19 2019**") },
        trap(
            "a counter has the look that the record gives it, as far as it is one",
            .person([
                "profile": [
                    "widgets": [
                        [
                            "kind": "flagcounter", "token": "o3ta",
                            "options": [
                                "server": "s11", "view": "map", "size": "m", "border": "BA0202",
                                "txt": "../x",
                            ],
                        ]
                    ]
                ]
            ])
        ) {
            $0.body(page).contains(
                "\"https://s11.flagcounter.com/map/o3ta/size_m/border_BA0202/\"")
        },
        trap("sample values are blanked", .person()) { exported in
            let fields = [
                "/description", "/repository", "/author/googlescholar", "/author/email",
                "/author/bio", "/author/location",
            ]
            return fields.allSatisfy { exported.config($0) == .null }
        },
        trap("some keys want an address, others a name", .shown) {
            $0.config("/author/googlescholar") == "https://scholar.google.com/citations?user=abcDEF"
                && $0.config("/author/github") == "sanzhang"
                && $0.config("/author/orcid") == "https://orcid.org/0000-0002-1825-0097"
        },
        trap(
            "a name is read from an address",
            .person(["profile": ["links": [["id": "x", "kind": "x", "url": "https://x.com/sanz"]]]])
        ) { $0.config("/author/twitter") == "sanz" },
        trap(
            "youtube.com/user/ is not what a handle is",
            .person(["profile": ["links": [["id": "y", "kind": "youtube", "handle": "sanz"]]]])
        ) {
            $0.config("/author/youtube") == .null
                && $0.body(page).contains("https://www.youtube.com/@sanz")
        },
        trap(
            "links that the sidebar does not know are on the page",
            .person(["profile": ["links": [["id": "k", "kind": "kaggle", "handle": "sanz"]]]])
        ) { $0.body(page).contains("[Kaggle](https://www.kaggle.com/sanz)") },
        trap(
            "of two links of one kind one is on the page",
            .person([
                "profile": [
                    "links": [
                        ["id": "a", "kind": "github", "handle": "one"],
                        ["id": "b", "kind": "github", "handle": "two"],
                    ]
                ]
            ])
        ) {
            $0.config("/author/github") == "one"
                && $0.body(page).contains("https://github.com/two")
        },
        trap(
            "an obfuscated address is nowhere in plain",
            .person(["profile": ["emails": [["address": "san@uni.example"]]]])
        ) {
            $0.config("/author/email") == .null && !$0.everything.contains("san@uni.example")
                && $0.body(page).contains("\\[at\\]")
        },
        trap(
            "a plain address is in the sidebar, a hidden one nowhere",
            .person([
                "profile": [
                    "emails": [
                        ["address": "a@secret.example", "show": "hidden"],
                        ["address": "san@uni.example", "show": "plain"],
                    ]
                ]
            ])
        ) {
            $0.config("/author/email") == "san@uni.example"
                && !$0.everything.contains("secret.example")
        },
        trap("the layout comes from defaults, not from the page", .shown) {
            $0.front(page)["layout"] == nil && $0.front(page)["author_profile"] == true
                && $0.front(page)["permalink"] == "/" && $0.front(page)["excerpt"] == ""
        },
        trap("old addresses lead to the page", .person()) {
            $0.front(page)["redirect_from"] == ["/about/", "/about.html"]
        },
        trap(
            "a page below the root would have no style",
            Record.shown.with("/profile/layout/permalink", "/en/")
        ) {
            $0.front(page)["permalink"] == "/"
                && $0.findings.contains("layout.unmapped-field /profile/layout/permalink")
        },
        trap("the first menu entry finds its anchor", .person()) {
            $0.body(page).contains("<span class=\"anchor\" id=\"about-me\"></span>")
        },
        trap("sections are headings of level one with an emoji", .shown) {
            $0.body(page).contains("\n# 🔥 News {#news}\n")
                && $0.body(page).contains("\n# 📝 Publications {#publications}\n")
        },
        trap("the menu leads to the anchors", .shown.with("/profile/layout/baseurl", nil)) {
            let entries = $0.data("_data/navigation.yml")["main"]?.list ?? []
            let body = $0.body(page)
            return entries.count > 8
                && entries.allSatisfy { entry in
                    let url = entry["url"]?.string ?? ""
                    return url.hasPrefix("/#") && body.contains("{#\(url.dropFirst(2))}")
                }
        },
        trap("a site in a folder has anchors without a slash", .shown) {
            let entries = $0.data("_data/navigation.yml")["main"]?.list ?? []
            return !entries.isEmpty
                && entries.allSatisfy { $0["url"]?.string?.hasPrefix("#") ?? false }
        },
        trap(
            "an emoji with an invisible character does not move the anchor",
            .person([
                "projects": [["id": "p", "name": "P"]],
                "profile": [
                    "layout": [
                        "sections": [["section": "projects", "heading": "Projects", "emoji": "🛠️"]]
                    ]
                ],
            ])
        ) {
            $0.body(page).contains("# 🛠️ Projects {#projects}")
                && $0.data("_data/navigation.yml")["main"] == [
                    ["title": "Projects", "url": "/#projects"]
                ]
        },
        trap(
            "an id that begins with a digit is an anchor all the same",
            .person(["sections": [["id": "2024-review", "title": "Review", "text": "T"]]])
        ) {
            $0.body(page).contains("{#s-2024-review}")
                && $0.text("_data/navigation.yml").contains("/#s-2024-review")
        },
        trap("a part without a heading is not in the menu", .shown) {
            !$0.text("_data/navigation.yml").contains("widgets")
        },
        trap("news are `- *date*: emoji text`", .shown) {
            $0.body(page).contains("- *Jan 2, 2025*: 🎉 **NEW** **Two at ICML** Two papers")
        },
        trap(
            "without a choice dates are dotted",
            .person(["awards": [["id": "a", "title": "Prize", "date": "2021-10"]]])
        ) { $0.body(page).contains("- *2021.10* Prize") },
        trap(
            "a range without an end goes on",
            .person([
                "positions": [
                    ["id": "a", "role": "R", "organization": "O", "start": "2024-01"],
                    [
                        "id": "b", "role": "S", "organization": "P", "start": "2019", "ended": true,
                    ],
                ]
            ])
        ) {
            $0.body(page).contains("- *2024.01 - present*, R, O")
                && $0.body(page).contains("- *2019*, S, P")
        },
        trap("a paper with a picture is in a box", .shown) {
            $0.body(page).contains("<div class=\"paper-box-text\" markdown=\"1\">")
                && $0.body(page).contains(
                    "<img src=\"images/fast.png\" alt=\"A curve that falls\" width=\"100%\">")
                && $0.body(page).contains("<div class=\"badge\">ICML Jul 2025</div>")
                && $0.asset("images/fast.png") == "assets/fast.png"
        },
        trap("a paper without a picture is a list item", paper([("selected", true)])) {
            !$0.body(page).contains("paper-box")
                && $0.body(page).contains("- A title, **San Zhang**, Si Li")
        },
        trap(
            "marks behind a strong name do not run across names",
            paper([
                (
                    "authors",
                    [
                        ["name": "San Zhang", "self": true, "equal": true],
                        ["name": "Si Li", "equal": true],
                    ]
                )
            ])
        ) {
            $0.body(page).contains("**San Zhang**\\*, Si Li\\*")
                && $0.body(page).contains("\\* equal contribution")
        },
        trap("a bar makes no table", paper([("title", "A | B")])) {
            $0.body(page).contains("A \\| B") && !$0.body(page).contains("A | B")
        },
        trap(
            "link labels in brackets are escaped",
            paper([("links", [["url": "https://a.example", "label": "video"]])])
        ) {
            $0.body(page).contains("\\[[video](https://a.example)\\]")
        },
        trap(
            "a year in front is no numbered list",
            .person(["awards": [["id": "a", "title": "2020. Best paper"]]])
        ) { $0.body(page).contains("- 2020\\. Best paper") },
        trap("braces are no Liquid", paper([("title", "On {{ site }} and {% raw %}")])) {
            !$0.body(page).contains("{{") && !$0.body(page).contains("{%")
        },
        trap("counts of papers come with a place for the total", .shown) {
            $0.body(page).contains("data=\"abcDEF:u5HHmVD_uO8C\"")
                && $0.body(page).contains("id=\"total_cit\"")
        },
        trap("without counts there is neither place", paper([])) {
            !$0.body(page).contains("total_cit") && !$0.body(page).contains("show_paper")
        },
        trap("the prelude of the badge is not there", .shown) {
            !$0.body(page).contains("gsDataBaseUrl") && !$0.body(page).contains("{%")
        },
        trap(
            "selected papers are not there twice",
            Record.shown.with(
                "/profile/layout/sections", [["section": "selected"], ["section": "publications"]])
        ) { $0.body(page).components("Fast SGD at scale") == 2 },
        trap("groups of papers have headings of their own", .shown) {
            $0.body(page).contains("\n## Optimisation {#publications-optimisation}\n")
        },
        trap("there is one page, and nothing is copied of the theme", .shown) {
            $0.paths(in: "_pages") == [page] && $0.paths(in: "_layouts").isEmpty
        },
        trap("addresses of files are relative", .shown) {
            $0.body(page).contains("(files/handout.pdf)")
                && $0.asset("files/cv.pdf") == "assets/cv.pdf"
        },
        trap(
            "config texts are HTML by then",
            Record.person(["profile": ["name": ["display": "A \"<b>\" & C"]]])
        ) { $0.config("/author/name") == "A &quot;&lt;b&gt;&quot; &amp; C" },
        trap("samples are known", .person()) { _ in
            let sample = TargetPath("_pages/about.md"), own = TargetPath("assets/css/main.scss")
            return sample.map(Layout.acadHomepage.isSample) == true
                && own.map(Layout.acadHomepage.isSample) == false
        },
    ]

    @Test(arguments: traps) func `a trap is avoided`(trap: Trap) {
        let exported = Exported(trap.layout, trap.record)
        let holds = trap.holds(exported)
        #expect(holds, "\(trap.name)\n\(exported.everything)")
    }
}

extension String {
    /// How many pieces there are between the places where a text stands.
    func components(_ text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count
    }
}
