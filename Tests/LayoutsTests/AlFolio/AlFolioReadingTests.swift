import RecordModel
import TestSupport
import Testing

@testable import Layouts

/// What an old or new site of al-folio says of itself, and how it goes out again.
@Suite struct AlFolioReadingTests {
    private func site(_ files: [String: String]) -> SiteSource {
        SiteSource(paths: files.keys.sorted(), texts: files)
    }

    private func about(_ header: String) -> String {
        "---\nlayout: about\n\(header)\n---\n\nHello.\n"
    }

    @Test(
        arguments: [
            ("profile:\n  image_cicular: true\nnews: true", [:], "2022-07"),
            ("profile:\n  address: here\nnews: true", [:], "2023-08"),
            ("profile:\n  more_info: here\nnews: true", [:], "2024-12"),
            ("announcements:\n  enabled: true", [:], nil),
            ("profile:\n  image_cicular: true", ["_data/socials.yml": "email: a@b.c\n"], "2024-12"),
            (
                "announcements:\n  enabled: true", ["_config.yml": "twitter_username: x\n"],
                "2023-10"
            ),
            ("news: true", ["_layouts/about.html": ""], "2023-12"),
            (
                "news: true", ["_layouts/about.liquid": "", "_config.yml": "news_limit: 3\n"],
                "2024-01"
            ),
        ] as [(String, [String: String], String?)])
    func `the version of the theme is told by files and keys`(
        header: String, files: [String: String], version: String?
    ) {
        let all = files.merging(["_pages/about.md": about(header)]) { $1 }
        #expect(AlFolioEra.version(of: site(all)) == version)
    }

    @Test(arguments: [
        ("selected_papers: true\nsocial: false", "selected_papers: true"),
        ("selected_papers: false\nsocial: true", "social: true"),
        (
            "announcements:\n  enabled: true\n  scrollable: false\n  limit: 3",
            "announcements:\n  enabled: true\n  scrollable: false\n  limit: 3"
        ),
        ("news: true", "news: true"), ("news: false", "news: false"),
        ("latest_posts:\n  enabled: true", "latest_posts:\n  enabled: true"),
    ])
    func `the blocks of the home page stay as the site had them`(header: String, kept: String)
        throws
    {
        let source = site(["_pages/about.md": about(header)])
        let reading = try #require(Layout.alFolio.reader).reading(source)
        var person: Value = ["name": ["display": "San Zhang"]]
        var layout = reading.layout
        layout["theme"] = "al-folio"
        person = try #require(
            person.setting(FieldPath(steps: ["layout"]), to: .mapping(layout)))
        let record = Record(id: Record.shown.id, value: ["profile": person])
        let output = Exported(.alFolio, record)
        #expect(output.text("_pages/about.md").contains(kept))
        #expect(output.output.diagnostics.isEmpty)
    }
}
