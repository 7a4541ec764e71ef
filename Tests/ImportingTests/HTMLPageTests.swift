import RecordModel
import Testing

@testable import Importing

/// Pages and sections that are written in HTML throughout; all of them are made up.
@Suite struct HTMLPageTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private func papers(_ imported: Imported) -> [String] {
        (imported.record.value["publications"]?.list ?? []).compactMap { $0["title"]?.string }
    }

    private static let items = """
        <li>Jo Lind, <b>Ada Lovelace</b>. "<i>Quiet rivers</i>". River Annals, 2021.</li>

        <li>Max Hoek, <b>Ada Lovelace</b>. "<i>Deep rivers</i>". River Annals, 2020.</li>
        """

    @Test func `a whole page of HTML is cut at its headings`() {
        let page = """
            <!DOCTYPE html>
            <html lang="en">
              <head><title>Ada Lovelace</title></head>
              <body>

                <div id="main"><table><tr><td>

                    <h2>About</h2>
                    <p>I write programs.</p>

                    <a name="news"><h2>News</h2></a>
                    <ul>
                    <li><b>[2024.09]</b> A paper on engines was accepted.</li>
                    <li><b>[2024.07]</b> A paper on rivers was accepted.</li>
                    </ul>

                    <a name="papers"><h2>Publications</h2></a>
                    <p><b>Journals</b>: </p>
                    <font size="3">
                    <ul>
            \(Self.items)
                    </ul>
                    </font>

                </td></tr></table></div>
              </body>
            </html>
            """
        let result = sites.imported(["index.html": page])
        #expect(papers(result) == ["Quiet rivers", "Deep rivers"])
        let news = result.record.value["news"]?.list ?? []
        #expect(news.compactMap { $0["date"]?.string } == ["2024-09", "2024-07"])
        #expect(result.record.value["profile"]?["bio"] == "<p>I write programs.</p>")
    }

    @Test func `preformatted text keeps its white space`() {
        let result = sites.imported([
            "index.html":
                "<!DOCTYPE html>\n<h2>About</h2>\n  <pre>\n  a\n    b\n</pre>\n  <p>I write.</p>\n"
        ])
        let bio = result.record.value["profile"]?["bio"]?.string ?? ""
        #expect(bio.hasPrefix("<pre>\n  a\n    b\n</pre>\n\n<p>I write."))
    }

    @Test func `a list within a section is a list`() {
        let result = sites.imported([
            "_pages/publications.md":
                "---\ntitle: Publications\n---\n<section class=\"all\">\n<ol>\n\(Self.items)\n</ol>\n</section>\n",
            "_pages/about.md": "---\nauthor_profile: true\n---\nI write.\n",
        ])
        #expect(papers(result) == ["Quiet rivers", "Deep rivers"])
    }

    @Test(arguments: ["publication", "paper-card"])
    func `boxes below a heading in layout are papers`(name: String) {
        func box(_ title: String) -> String {
            """
            <div class="\(name)-item">
              <div class="\(name)-title">\(title)</div>
              <div class="coauthors">with Jo Lind</div>
              <div class="coauthors"><em>River Annals</em> (2021)</div>
            </div>
            """
        }
        let result = sites.imported([
            "_pages/about.md":
                "---\nauthor_profile: true\n---\n<div class=\"page\">\n<h2>Publications</h2>\n\n"
                + "\(box("Quiet rivers from above"))\n\n\(box("Deep rivers from above"))\n</div>\n"
        ])
        #expect(papers(result) == ["Quiet rivers from above", "Deep rivers from above"])
    }

    @Test func `a bibliography that al-folio has built is read`() {
        func entry(_ title: String, _ year: String) -> String {
            """
            <h2 class="year">\(year)</h2>
            <ol class="bibliography"><li><div class="row"><div class="col-sm-8">
              <div class="title">\(title)</div>
              <div class="author">Jo Lind, and Ada Lovelace</div>
              <div class="periodical"><em>River Annals</em> \(year)</div>
            </div></div></li></ol>
            """
        }
        let result = sites.imported([
            "_pages/about.md":
                "---\nauthor_profile: true\n---\n<div class=\"post\">\n<h1>Publications</h1>\n<div class=\"publications\">\n"
                + "\(entry("Quiet rivers from above", "2021"))\n\(entry("Deep rivers from above", "2020"))\n</div></div>\n"
        ])
        #expect(papers(result) == ["Quiet rivers from above", "Deep rivers from above"])
        let first = result.record.value["publications"]?.list?.first
        #expect(
            first?["authors"]?.list?.compactMap { $0["name"]?.string } == [
                "Jo Lind", "Ada Lovelace",
            ])
    }

    @Test func `a box around whole sections is none of a paper`() {
        let result = sites.imported([
            "_pages/about.md": """
            ---
            author_profile: true
            ---
            # Publications

            <div class='paper-box-text' markdown="1">

            ## Preprint

            - Quiet rivers from above.<br>
              Jo Lind, **Ada Lovelace**, River Annals 2021.

            ## Conference

            - Deep rivers from above.<br>
              Jo Lind, **Ada Lovelace**, River Annals 2020.

            </div>
            """
        ])
        #expect(papers(result) == ["Quiet rivers from above", "Deep rivers from above"])
    }

    @Test func `boxes of running text with years are papers`() {
        func box(_ title: String, _ year: String) -> String {
            "<div class=\"entry\">J. Lind, <strong>A. Lovelace</strong>, <em>\(title)</em>, River Annals, \(year).</div>"
        }
        let result = sites.imported([
            "_pages/about.md":
                "---\nauthor_profile: true\n---\n# Publications\n\n<div class=\"all\">\n"
                + [("Quiet rivers", "2021"), ("Deep rivers", "2020"), ("Wide rivers", "2019")]
                .map { box($0.0 + " from above", $0.1) }.joined(separator: "\n") + "\n</div>\n"
        ])
        #expect(
            papers(result) == [
                "Quiet rivers from above", "Deep rivers from above", "Wide rivers from above",
            ])
    }

    @Test func `a part of a paper with a year is no paper`() {
        func item(_ title: String, _ year: String) -> String {
            """
            <li class="pub-entry">
              <div class="pub-title"><strong>\(title) from above</strong></div>
              <div class="pub-author">Ada Lovelace</div>
              <div class="pub-journal">in the <em>Journal of Rivers</em>, edited in London, 135 (\(year)), No. 1.</div>
            </li>
            """
        }
        let items = [("Quiet rivers", "2021"), ("Deep rivers", "2020"), ("Wide rivers", "2019")]
        let result = sites.imported([
            "_pages/about.md":
                "---\nauthor_profile: true\n---\n# Publications\n\n<ul>\n"
                + items.map(item).joined(separator: "\n") + "\n</ul>\n"
        ])
        #expect(papers(result) == items.map { $0.0 + " from above" })
    }
}
