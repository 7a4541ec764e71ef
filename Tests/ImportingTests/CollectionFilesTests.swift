import Layouts
import RecordModel
import Testing

@testable import Importing

/// Which files of a collection are entries, and what becomes of those that lack something.
@Suite struct CollectionFilesTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private func news(_ files: [String: String]) -> [Value] {
        var site = files
        site["_config.yml"] = "al_folio:\n  version: 1\nfirst_name: Ada\nlast_name: Lovelace\n"
        site["_pages/about.md"] = "---\nlayout: about\nnews: true\n---\nI am Ada.\n"
        return sites.imported(site).record.value["news"]?.list ?? []
    }

    @Test func `a piece of news without a date keeps its text as it was written`() {
        let news = news(["_news/a.md": "---\ndate: soon\ninline: true\n---\nA bridge opens.\n"])
        #expect(news.count == 1)
        #expect(news.first?["date"] == nil)
        #expect(news.first?["written"] == "A bridge opens.")
    }

    @Test func `a file that is nothing but a comment is no entry`() {
        #expect(news(["_news/a.md": "<!-- ---\ndate: 2015-10-22\n---\n\nA sample. -->\n"]).isEmpty)
    }

    @Test(arguments: ["_news/_defaults/a.md", "_news/_a.md", "_news/.a.md", "_news/#a.md"])
    func `files that Jekyll leaves out for their names are no entries`(path: String) {
        let text = "---\ndate: 2020-01-02\ninline: true\n---\nA bridge opens.\n"
        #expect(news([path: text]).isEmpty)
        #expect(news(["_news/a.md": text]).count == 1)
    }
}
