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

    /// The authors of a paper of academicpages with a citation: `*` behind the person's own name,
    /// and `others` for more of them.
    private func authors(of citation: String) -> String {
        authors(keys: "citation: '\(citation)'\n")
    }

    private func authors(keys: String, body: String = "") -> String {
        let sites = sites.imported([
            "_config.yml": "title: Ada Lovelace\nauthor:\n  name: Dr. Ada Lovelace\n",
            "_pages/about.md": "---\npermalink: /\nauthor_profile: true\n---\nI am Ada.\n",
            "_publications/a.md":
                "---\ntitle: \"Notes on <i>Rivers</i>\"\ncollection: publications\ndate: 2020-01-02\n"
                + "\(keys)---\n\(body)",
        ])
        let paper = sites.record.value["publications"]?.list?.first
        let names = (paper?["authors"]?.list ?? []).map { author in
            (author["name"]?.string ?? "") + (author["self"] == true ? "*" : "")
        }
        return (names + (paper?["others"] == true ? ["others"] : [])).joined(separator: "|")
    }

    @Test(arguments: [
        (
            "Berg, J. H.*, Lovelace, A.*, Hoek, M. (2020). <b>Notes on Rivers</b>.",
            "J. H. Berg|A. Lovelace*|M. Hoek"
        ),
        (
            "Jo Berg, Ada Lovelace, and Max Hoek. 2020. Notes on Rivers. River Annals.",
            "Jo Berg|Ada Lovelace*|Max Hoek"
        ),
        (
            "<b>Lovelace, A.</b>, Berg, J.V.D., Hoek, M. <i>et al.</i> Notes on <i>Rivers</i>. River Annals (2020).",
            "A. Lovelace*|J.V.D. Berg|M. Hoek|others"
        ),
        (
            "Berg, Jo and Lovelace, Ada and Hoek, Max (2020). Notes on Rivers.",
            "Jo Berg|Ada Lovelace*|Max Hoek"
        ),
        ("Berg JV et al. (2020). Notes on Rivers.", "Berg JV|others"),
        (
            "Lovelace, Ada. (2020). &quot;Notes on Rivers.&quot; <i>River Annals</i>. 1(1).",
            "Ada Lovelace*"
        ),
        ("The River Consortium (2020). Notes on Rivers.", "The River Consortium"),
        // A name that the grammar does not know is one all the same.
        (
            "J. Lind, Th. Berg, A. Lovelace (2020). Notes on Rivers.",
            "J. Lind|Th. Berg|A. Lovelace*"
        ),
        // The title is another one than that of the file.
        (
            "Jo Lind, Ada Lovelace and Max Hoek. Deep Rivers and Their Banks[C]//River Conference. River Press, 2024: 1-9.",
            "Jo Lind|Ada Lovelace*|Max Hoek"
        ),
        (
            "Notes on Rivers. Jo Lind and Ada Lovelace, Max Hoek. River Conference, 2022",
            "Jo Lind|Ada Lovelace*|Max Hoek"
        ),
        (
            "‘Berg, J., & Lovelace, A. (2024). “Notes on Rivers.” River Annals, 178.’",
            "J. Berg|A. Lovelace*"
        ),
    ]) func `a citation says who wrote a paper`(citation: String, names: String) {
        #expect(authors(of: citation) == names)
    }

    @Test(arguments: [
        ("excerpt: 'Jo Lind, Ada Lovelace and Max Hoek'\n", "", "Jo Lind|Ada Lovelace*|Max Hoek"),
        (
            "excerpt: 'Authors: Jo Lind; Ada Lovelace; Max Hoek'\n", "",
            "Jo Lind|Ada Lovelace*|Max Hoek"
        ),
        (
            "", "**Ada Lovelace**, Jo Lind\\\n[Paper](https://a.example/x)\n",
            "Ada Lovelace*|Jo Lind"
        ),
        (
            "authors: '**Ada Lovelace**, [Jo Lind](https://lind.example/)'\n", "",
            "Ada Lovelace*|Jo Lind"
        ),
        ("", "Bridges and rivers, and what they are about.\n", ""),
        ("excerpt: 'Deep Learning, Computer Vision and Robotics'\n", "", ""),
    ]) func `a line of names says who wrote a paper`(keys: String, body: String, names: String) {
        #expect(authors(keys: keys, body: body) == names)
    }
}
