import Layouts
import RecordModel
import TestSupport
import Testing

/// Sections that stand on pages of their own, not on the homepage.
@Suite struct OwnPageTests {
    private static let record = Record.person([
        "awards": [["id": "prize", "title": "Prize of the Society"]],
        "talks": [["id": "speed", "title": "On Speed", "event": "A Meeting"]],
        "news": [["id": "moved", "date": "2024-05-01", "text": "We moved."]],
        "sections": [
            ["id": "flying", "title": "Flying", "text": "I fly.", "permalink": "/leisure/"],
            ["id": "looms", "title": "Looms", "text": "I weave.", "permalink": "/leisure/"],
        ],
        "profile": [
            "layout": [
                "sections": [
                    ["section": "bio"], ["section": "awards", "apart": true],
                    ["section": "talks", "heading": "Lectures", "apart": true],
                    ["section": "news", "apart": true], ["section": "flying", "apart": true],
                    ["section": "looms", "apart": true],
                ]
            ]
        ],
    ])

    private static let themes: [Layout] = [.alFolio, .academicPages, .acadHomepage]
    private static let words = ["Prize of the Society", "On Speed", "We moved.", "I fly."]

    @Test(arguments: themes.map(\.name))
    func `the homepage shows none of them, and another page each`(theme: String) throws {
        let exported = Exported(try #require(Layout.named(theme)), Self.record)
        for word in Self.words {
            #expect(!exported.text("_pages/about.md").contains(word), "\(word)")
            #expect(exported.everything.contains(word), "\(word)")
        }
    }

    @Test(arguments: [("al-folio", "_pages/leisure.md"), ("academicpages", "_pages/leisure.md")])
    func `prose with one address stands on one page, which has it`(
        theme: String, path: String
    ) throws {
        let exported = Exported(try #require(Layout.named(theme)), Self.record)
        #expect(exported.front(path)["title"] == "Flying")
        #expect(exported.front(path)["permalink"] == "/leisure/")
        #expect(exported.body(path).contains("I fly."))
        #expect(exported.body(path).contains("Looms {#looms}"))
        #expect(exported.body(path).contains("I weave."))
    }

    @Test func `pages of acad-homepage stand beside the homepage, and the bar leads to them`() {
        let exported = Exported(.acadHomepage, Self.record)
        let page = exported.front("_pages/leisure.md")
        #expect(page["permalink"] == "/leisure.html")
        #expect(page["redirect_from"] == ["/leisure/"])
        let bar = exported.text("_data/navigation.yml")
        for address in ["/leisure.html", "/talks.html", "/awards.html", "/news.html"] {
            #expect(bar.contains(address), "\(address)")
        }
        #expect(bar.contains("Lectures"))
    }

    @Test func `what the theme has a page for gets no second one`() {
        let exported = Exported(.alFolio, Self.record)
        #expect(exported.paths.contains("_pages/news.md"))
        #expect(exported.front("_pages/about.md")["announcements"]?["enabled"] == false)
        #expect(exported.text("_data/cv.yml").contains("Prize of the Society"))
        #expect(!exported.paths.contains("_pages/awards.md"))
        #expect(exported.front("_pages/talks.md")["title"] == "Lectures")
    }

    @Test func `what an import noted of other pages holds for its own theme`() {
        let record = Self.record.with("/profile/layout/written", "al-folio")
        let home = Exported(.acadHomepage, record).text("_pages/about.md")
        for word in Self.words { #expect(home.contains(word), "\(word)") }
        // academicpages has a CV, which is where its visitors look for awards.
        let other = Exported(.academicPages, record)
        #expect(!other.text("_pages/about.md").contains("Prize of the Society"))
        #expect(other.text("_pages/cv.md").contains("Prize of the Society"))
        #expect(other.text("_pages/about.md").contains("I fly."))
    }

    @Test func `a page gives way to those of the theme, and the person stays at home`() {
        let record = Self.record
            .with("/profile/layout/sections/0", ["section": "bio", "apart": true])
            .with("/profile/bio", "I am San.")
            .with("/sections/0/permalink", "/cv/").with("/sections/1/permalink", "/about/")
        let exported = Exported(.academicPages, record)
        #expect(exported.front("_pages/cv.md")["title"] == "CV")
        #expect(exported.front("_pages/flying.md")["permalink"] == "/flying/")
        #expect(exported.front("_pages/looms.md")["permalink"] == "/looms/")
        #expect(exported.text("_pages/about.md").contains("I am San."))
    }

    @Test(arguments: themes.map(\.name))
    func `a page in another language says so`(theme: String) throws {
        let record = Self.record.with("/sections/0/language", "de")
            .with("/sections/1/language", "de")
        let exported = Exported(try #require(Layout.named(theme)), record)
        #expect(exported.front("_pages/leisure.md")["lang"] == "de")
        let mixed = Exported(
            try #require(Layout.named(theme)), Self.record.with("/sections/0/language", "de"))
        #expect(mixed.front("_pages/leisure.md")["lang"] == nil)
    }

    @Test func `the counts of an imported page come without words that it had not`() {
        let record = Record.shown.with("/profile/layout/written", "acad-homepage")
        let home = Exported(.acadHomepage, record.with("/profile/citations", nil))
            .text("_pages/about.md")
        #expect(home.contains("id=\"total_cit\"") && !home.contains("Citations:"))
        #expect(Exported(.acadHomepage, record).text("_pages/about.md").contains("Citations:"))
    }

    @Test func `plain has pages for them too`() {
        let exported = Exported(.plain, Self.record)
        for path in ["awards/index.html", "talks/index.html", "flying/index.html"] {
            #expect(exported.paths.contains(path), "\(path)")
        }
    }
}
