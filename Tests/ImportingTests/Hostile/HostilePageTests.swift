import Foundation
import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// Pages that nobody meant: each one comes in, whatever is left of it, and the record is valid.
@Suite struct HostilePageTests {
    private static let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1"
    private static let schemas = try? SchemaSet()
    private static let id = ProfileID("ada-lovelace")

    /// Imports the bytes of a page as a file of a site would be.
    private static func imported(_ bytes: [UInt8]) throws -> Imported {
        var texts = SourceTexts()
        texts.add(bytes, as: "_pages/about.md")
        let site = SiteSource(paths: ["_pages/about.md"], texts: texts.texts)
        return Importer(schemas: try #require(schemas)).read(site, as: try #require(id))
    }

    /// Checks what holds for every page, and returns how many of its words are nowhere.
    private static func lost(_ imported: Imported, _ name: String) throws -> Int {
        #expect(imported.record.value["profile"]?["name"] != nil, "\(name)")
        for (section, schema) in try #require(schemas).sections {
            guard let value = imported.record.value[section] else { continue }
            let errors = schema.validate(value).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name) \(section): \(errors.prefix(3).map(\.message))")
        }
        let words = imported.report.words
        let lost = words.source - words.typed - words.verbatim - words.dropped
        let isSaid = imported.report.diagnostics.contains {
            $0.code.rawValue == "import.lost-words"
        }
        #expect(isSaid == (lost > 0), "\(name) loses \(lost) words")
        return lost
    }

    /// Pages to mutate: generated ones, and the real ones where they are.
    private static let pages: [[UInt8]] =
        GeneratedPage.all.map { Array($0.utf8) }
        + SharedPages.pages.compactMap { path in
            FileManager.default.contents(atPath: SharedPages.path(path)).map(Array.init)
        }

    @Test(arguments: 0..<10)
    func `mutated pages come in`(part: Int) throws {
        let count = Self.isSoak ? 1000 : 10
        var losing: [UInt64] = []
        for number in 0..<count {
            let seed = UInt64(part * count + number)
            var random = SeededGenerator(seed: seed &+ 77)
            let page = try #require(Self.pages.randomElement(using: &random))
            let other = try #require(Self.pages.randomElement(using: &random))
            var mutation = PageMutation(seed: seed)
            let bytes = mutation.mutated(page, other: other)
            if try Self.lost(try Self.imported(bytes), "seed \(seed)") > 0 { losing.append(seed) }
        }
        // A list cut open by a stray tag may lose a word, and says so; it must stay the exception.
        #expect(losing.count * 10 <= count, "words are lost by the seeds \(losing)")
    }

    @Test(arguments: [
        "a long list of papers", "headings", "publication headings", "setext underlines",
        "strong lines", "news",
    ])
    func `a page that is eight times as long costs about eight times as much`(name: String) throws {
        let page = try #require(HostilePage.all.first { $0.name == name })
        func cost(_ size: Int) throws -> Double {
            let bytes = page.bytes(size)
            return try ThreadTime.cost(ofRuns: 2) { _ = try Self.imported(bytes) }
        }
        // With the square of the length it would be sixty-four times.
        #expect(try cost(16_000) < 24 * cost(2_000))
    }

    /// One after another, so that what a soak prints says which page it is at, and how long the
    /// last one took.
    @Test(.serialized, arguments: HostilePage.all)
    func `a page that is costly to read is read`(page: HostilePage) throws {
        // The largest page that is read is eight times as large; its cost grows with its length.
        let size = Self.isSoak ? ImportSource.textLimit / 8 : 2_000
        let lost = try Self.lost(try Self.imported(page.bytes(size)), page.name)
        #expect(lost == 0 || page.isTagSoup)
    }
}
