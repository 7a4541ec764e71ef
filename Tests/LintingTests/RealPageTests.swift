import Foundation
import Linting
import RecordModel
import Testing

/// The rules about texts on real homepages: their faults, which people found by reading, and
/// nothing else.
@Suite(.enabled(if: SharedTexts.isThere, "the real homepages are not beside this checkout"))
struct RealPageTests {
    /// The lines of one homepage on which a rule has something to say.
    struct Page: Sendable, CustomTestStringConvertible {
        let file: String
        let lines: [String: [Int]]

        var testDescription: String { file }
    }

    /// What is wrong with the first five pages, but for damaged characters.
    static let pages = [
        Page(
            file: "seeds/000_7928f940f65d6155.txt",
            // A style sheet in the page; a visitor counter, its link and its picture.
            lines: ["lint.unsafe-html": [35], "lint.tracker": [143, 144]]),
        Page(
            file: "seeds/001_5f02ca43c8833f26.txt",
            lines: [
                "lint.liquid": Array(11...16),
                // The sample box: its picture, title and links; filler; sample sections.
                "lint.placeholder-text": [
                    99, 102, 106, 107, 111, 114, 115, 118, 119, 122, 123, 126,
                ],
            ]),
        Page(
            file: "seeds/002_f059fa1164575b5c.txt",
            // A visitor counter that is a script. The samples are in comments.
            lines: [
                "lint.liquid": Array(11...16), "lint.unsafe-html": [262], "lint.tracker": [262],
            ]),
        Page(
            file: "seeds/003_1f0e83ff7fff52bd.txt",
            // A misspelt key; a link that ends in a brace.
            lines: ["lint.theme-key": [10], "lint.broken-link": [33]]),
        Page(
            file: "seeds/004_a232ea6984ea0d04.txt",
            // The theme's subtitle and address; a page that says it is not done.
            lines: ["lint.placeholder-text": [5, 12, 13, 14, 21]]),
    ]

    @Test(arguments: pages)
    func `the faults of a page are found, and no others`(_ page: Page) throws {
        var found: [String: [Int]] = [:]
        for finding in try Self.findings(page.file) where finding.code != "lint.damaged-text" {
            found[finding.code.rawValue, default: []].append(finding.location?.line ?? 0)
        }
        #expect(found == page.lines)
    }

    @Test(arguments: pages)
    func `every line with damaged characters is found`(_ page: Page) throws {
        // On these pages no character beyond ASCII came through.
        let lines = try SharedTexts.text(page.file)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let damaged = lines.indices.filter { !lines[$0].utf8.allSatisfy { $0 < 0x80 } }.map {
            $0 + 1
        }
        let found = try Self.findings(page.file).filter { $0.code == "lint.damaged-text" }
        #expect(found.map { $0.location?.line } == damaged)
        #expect(!damaged.isEmpty)
    }

    @Test(arguments: SharedTexts.files("themes/examples", endings: ["md", "yml", "bib"]))
    func `a sound page has no fault`(file: String) throws {
        #expect(try Self.findings(file).map(\.message) == [])
    }

    @Test func `the faults of many pages are those that people saw`() throws {
        var links: [String: [Int]] = [:]
        var others: [String] = []
        for file in SharedTexts.files("corpus/pages", endings: ["md"]) {
            let name = file.split(separator: "/").last.map(String.init) ?? ""
            for finding in try Self.findings(file) {
                switch finding.code {
                case "lint.broken-link":
                    links[name, default: []].append(finding.location?.line ?? 0)
                case "lint.placeholder-text", "lint.liquid", "lint.unsafe-html",
                    "lint.insecure-link", "lint.tracker":
                    break
                default: others.append("\(finding.code.rawValue) \(name)")
                }
            }
        }
        // Links with nothing between their parentheses.
        #expect(
            links == [
                "Cubernet__cubernet.github.io.md": [51, 52],
                "IzaiahSun__izaiahsun.github.io.md": [63, 75],
                "SoominChung__soominchung.github.io.md": [11, 47],
            ])
        #expect(others == ["lint.theme-key MhmdSaiid__MhmdSaiid.github.io.md"])
    }

    private static func findings(_ file: String) throws -> [Diagnostic] {
        var text = try SharedTexts.text(file)
        if file.hasSuffix(".yml") {
            // The remarks of a theme are not what a person wrote.
            text = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("#") ? "" : String($0.prefix { $0 != "#" }) }
                .joined(separator: "\n")
        }
        return Lint().findings(inText: text, file: file)
    }
}
