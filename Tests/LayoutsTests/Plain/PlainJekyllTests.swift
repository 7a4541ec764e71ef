import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Layouts

/// What Jekyll makes of a plain site.
@Suite(.enabled(if: JekyllSite.isAvailable, "Jekyll is not installed"))
struct PlainJekyllTests {
    /// Texts that no page shows, and why.
    private static let notShown: Set<String> = [
        // A name of a file, of a version, or a number within an address.
        "/profile/photo/file", "/profile/cv/file", "/profile/layout/version",
        "/publications/[]/image/file", "/projects/[]/image/file",
        "/publications/[]/citations/scholar_id", "/profile/links/[]/handle",
        // What is written again only for the theme that it came from.
        "/news/[]/written", "/publications/[]/written", "/positions/[]/written",
        "/education/[]/written", "/awards/[]/written", "/service/[]/written",
        "/profile/layout/sections/[]/written", "/teaching/[]/written", "/talks/[]/written",
        "/projects/[]/written",
        // For the lab's own site.
        "/profile/membership/group", "/profile/membership/next",
        // How entries are written in the themes that are made of lines.
        "/profile/layout/sections/[]/patterns/[]",
        // Shown, disguised or hidden, as the record says; tested by itself.
        "/profile/emails/[]/address", "/profile/emails/[]/label",
    ]

    /// A site of the rich record as it is, and of one whose every text attacks the page.
    enum Content: String, CaseIterable, Sendable { case rich, hostile }

    private static func record(_ content: Content) throws -> Value {
        guard content == .hostile else { return RichRecord.value }
        return try SchemaTexts().changing(RichRecord.value) { text in
            if notShown.contains(text.place) || text.place.hasSuffix("/file") { return text.text }
            return switch text.kind {
            case "plain": text.text + attack
            case "markdown": text.text + markdownAttack
            case "url": "javascript:alert(1)//" + text.text
            default: text.text
            }
        }
    }

    private static let attack =
        "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>\u{85}"
        + "{{ site.title }}{% include nothing.html %}{% raw %}\\"
    private static let markdownAttack = """


        <script>alert(1)</script>

        <img src=x alt=x onerror=alert(1)> <a href="javascript:alert(1)" onclick="alert(1)">x</a>

        [press](javascript:alert(1)) ![look](data:text/html,x) {{ site.title }} {% raw %}
        {: onclick="alert(1)"}

        ```{% include nothing.html %}
        {{ page.title }}
        ```
        """

    // Jekyll needs a second for a site, so each is built once for all tests.
    private static let rich = Result { try site(.rich) }
    private static let hostile = Result { try site(.hostile) }

    private static func site(_ content: Content) throws -> (site: JekyllSite, pages: [BuiltPage]) {
        let site = try JekyllSite(Layout.plain.output(RichRecord.input(record(content))))
        return (site, site.pages)
    }

    private func built(_ content: Content) throws -> (site: JekyllSite, pages: [BuiltPage]) {
        try (content == .rich ? Self.rich : Self.hostile).get()
    }

    @Test func `the rich record fills every field that the schemas know`() throws {
        let missing = try SchemaTexts().missingPlaces(in: RichRecord.complete)
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test(arguments: Content.allCases)
    func `Jekyll builds the site without a complaint`(content: Content) throws {
        let (site, pages) = try built(content)
        #expect(site.status == 0, "\(site.log)")
        for word in ["YAML Exception", "rror", "Liquid Warning", "Conflict"] {
            #expect(!site.log.contains(word), "\(site.log)")
        }
        let paths = pages.map(\.path)
        for path in ["index.html", "publications/index.html", "news/index.html", "404.html"] {
            #expect(paths.contains(path), "\(paths)")
        }
    }

    @Test(arguments: Content.allCases)
    func `every text of the record is on a page`(content: Content) throws {
        let (_, pages) = try built(content)
        let source = pages.flatMap { [$0.decodedSource, $0.decodedData] }
            .joined(separator: " ")
        let words = BuiltPage.folded(
            pages.map { HTMLText.plainText($0.html) }.joined(separator: " "))
        for text in try SchemaTexts().texts(of: Self.record(content)) {
            guard !Self.notShown.contains(text.place), !text.place.hasSuffix("/file") else {
                continue
            }
            if text.kind == "plain" {
                #expect(source.contains(BuiltPage.folded(text.text)), "\(text)")
            } else if text.kind == "markdown" {
                for line in Markdown(text.text).plainText().split(separator: "\n") {
                    #expect(
                        words.contains(BuiltPage.folded(String(line))), "\(text.place): \(line)")
                }
            }
        }
    }

    @Test(arguments: Content.allCases)
    func `no text becomes markup or code`(content: Content) throws {
        for page in try built(content).pages {
            let scripts = page.tags.filter { $0.name == "script" }
            for script in scripts {
                let source = script.attributes["src"]
                let isOurs = source?.hasSuffix("theme/plain.js") == true
                let isData = script.attributes["type"] == "application/ld+json"
                #expect(isOurs || isData, "\(page.path): \(script)")
            }
            #expect(scripts.count <= 2, "\(page.path)")
            for tag in page.tags {
                for (name, value) in tag.attributes {
                    #expect(!name.hasPrefix("on"), "\(page.path): \(tag)")
                    let isAddress = ["href", "src", "action", "formaction"].contains(name)
                    let address = value.lowercased()
                    #expect(
                        !isAddress
                            || !address.hasPrefix("javascript:") && !address.hasPrefix("data:"),
                        "\(page.path): \(tag)")
                }
            }
        }
    }

    @Test func `structured data is JSON that says who this is`() throws {
        for content in Content.allCases {
            let (_, pages) = try built(content)
            let blocks = pages.flatMap {
                $0.html.matches(of: /<script type="application\/ld\+json">([^<]*)<\/script>/)
                    .map { String($0.1) }
            }
            #expect(blocks.count == 2)
            for block in blocks {
                let value = try JSONReader().read(Array(block.utf8), file: "page").value
                #expect(value["@context"] == "https://schema.org")
            }
            guard content == .rich else { continue }
            let person = try JSONReader().read(Array(blocks[0].utf8), file: "page").value
            #expect(person["mainEntity"]?["name"] == "Mei Lin Zhang")
            let same = person["mainEntity"]?["sameAs"]?.list ?? []
            #expect(same.contains("https://orcid.org/0000-0002-1825-0097"))
        }
    }

    @Test func `a page asks no other host for anything but the counters of the record`() throws {
        for page in try built(.rich).pages {
            for tag in page.tags {
                let loads =
                    tag.name == "link"
                    ? ["stylesheet", "icon", "preload"].contains(tag.attributes["rel"] ?? "")
                    : tag.name != "a"
                guard loads else { continue }
                let address = tag.attributes["src"] ?? tag.attributes["href"] ?? ""
                let isCounter = address.hasPrefix("https://s01.flagcounter.com/count2/o3ta/")
                #expect(isCounter || !address.contains("//"), "\(page.path): \(tag)")
            }
        }
        for file in PlainTheme.files where !file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
                .replacing("http://www.w3.org/2000/svg", with: "")
            #expect(
                !text.contains("http://") && !text.contains("https://") && !text.contains("@import")
            )
        }
    }

    @Test func `every link within the site leads to something`() throws {
        #expect(SiteLinks.broken(in: try built(.rich).site) == [])
    }

    @Test(arguments: Content.allCases)
    func `an accessibility checker would find nothing`(content: Content) throws {
        for page in try built(content).pages where page.html.contains("<main") {
            #expect(Accessibility.findings(page) == [], "\(page.path)")
        }
    }

    @Test func `headings, ids and landmarks are in order on every page`() throws {
        for page in try built(.rich).pages where page.html.contains("<main") {
            let levels = page.headingLevels
            #expect(levels.filter { $0 == 1 }.count == 1 && levels.first == 1, "\(page.path)")
            for (level, next) in zip(levels, levels.dropFirst()) {
                #expect(next <= level + 1, "\(page.path): \(levels)")
            }
            #expect(Set(page.ids).count == page.ids.count, "\(page.path): \(page.ids)")
            let html = try #require(page.tags.first { $0.name == "html" })
            #expect(html.attributes["lang"] == "en")
            for name in ["header", "nav", "main", "footer", "title"] {
                #expect(page.tags.contains { $0.name == name }, "\(page.path): \(name)")
            }
            #expect(page.tags.first { $0.name == "a" }?.attributes["href"] == "#page--main")
            for image in page.tags where image.name == "img" {
                #expect(image.attributes["alt"] != nil, "\(page.path): \(image)")
            }
        }
    }

    @Test func `addresses of the record's own site are in what previews read`() throws {
        let page = try #require(try built(.rich).pages.first { $0.path == "news/index.html" })
        let meta = page.tags.filter { $0.name == "meta" || $0.name == "link" }
        let values = meta.compactMap { $0.attributes["content"] ?? $0.attributes["href"] }
        #expect(values.contains("https://meilin.example/home/news/"))
        #expect(values.contains("https://meilin.example/home/assets/photo.png"))
        #expect(values.contains("What is new · Mei Lin’s homepage"))
    }

    @Test(.enabled(if: HTMLChecker.tidy.isInstalled, "tidy is not installed"))
    func `tidy finds no error in any page`() throws {
        for content in Content.allCases {
            let findings = try HTMLChecker.tidy.findings(in: built(content).pages)
            #expect(findings.isEmpty, "\(findings.prefix(40))")
        }
    }

    @Test(
        .enabled(if: HTMLChecker.nu.isInstalled, "the Nu Html Checker is not installed"),
        arguments: Content.allCases)
    func `the checker of the standard finds no error in any page`(content: Content) throws {
        let findings = try HTMLChecker.nu.findings(in: built(content).pages)
        #expect(findings.isEmpty, "\(findings.prefix(40))")
    }

    @Test func `a person with a name and nothing else has a page`() throws {
        let site = try JekyllSite(
            Layout.plain.output(
                RichRecord.input(["profile": ["name": ["display": "Ada Lovelace"]]])))
        #expect(site.status == 0 && !site.log.contains("rror"), "\(site.log)")
        let page = try #require(site.files["index.html"])
        #expect(page.contains("<h1>Ada Lovelace</h1>"))
        #expect(!page.contains("href=\"\"") && !page.contains("undefined"))
    }
}
