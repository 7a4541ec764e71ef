import Foundation
import Importing
import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

/// What imports make of real homepages: the law that nothing is lost, on each of them.
@Suite struct RealSourceTests {
    private static let schemas = try? SchemaSet()
    private static let id = ProfileID("ada-lovelace")

    private static func imported(_ path: String) throws -> Imported {
        let source = try ImportSource(at: SharedPages.path(path), name: path)
        return Importer(schemas: try #require(schemas))
            .read(source.site, as: try #require(id))
    }

    private static func check(_ imported: Imported, _ path: String) throws {
        let words = imported.report.words
        #expect(
            words.typed + words.verbatim + words.dropped == words.source,
            "\(path): \(imported.report.diagnostics.map(\.message))")
        for (name, schema) in try #require(schemas).sections {
            guard let section = imported.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(path) \(name): \(errors.map(\.message))")
        }
    }

    @Test(
        .enabled(if: !SharedPages.pages.isEmpty, "there is no ../shared here"),
        arguments: SharedPages.pages)
    func `a page comes in whole, and its record is valid`(path: String) throws {
        try Self.check(try Self.imported(path), path)
    }

    @Test(
        .enabled(if: !SharedPages.sites.isEmpty, "there is no ../shared here"),
        arguments: SharedPages.sites)
    func `a site comes in whole, and its record is valid`(path: String) throws {
        let imported = try Self.imported(path)
        try Self.check(imported, path)
        #expect(path.contains("/\(imported.report.family)/"))
    }

    @Test(
        .enabled(if: !SharedPages.pages.isEmpty, "there is no ../shared here"),
        arguments: ["al-folio", "academicpages", "acad-homepage"])
    func `a family's pages are understood to a share that is printed`(family: String) throws {
        var shares: [Double] = []
        let clock = ContinuousClock()
        var slowest = Duration.zero
        for path in SharedPages.pages where path.contains("/\(family)/") {
            let start = clock.now
            let words = try Self.imported(path).report.words
            slowest = max(slowest, clock.now - start)
            guard words.source > words.dropped else { continue }
            shares.append(Double(words.typed) / Double(words.source - words.dropped))
        }
        let mean = shares.reduce(0, +) / Double(max(1, shares.count))
        print(
            "\(family): \(shares.count) pages, mean typed share",
            String(format: "%.3f", mean), "slowest", slowest)
        // What stands before the first heading is typed whatever else is not.
        #expect(mean > 0.25)
    }

    @Test(.enabled(if: !SharedPages.pages.isEmpty, "there is no ../shared here"))
    func `importing twice gives the same record`() throws {
        for path in SharedPages.pages.enumerated().filter({ $0.offset % 8 == 0 }).map(\.element) {
            let first = try Self.imported(path)
            let second = try Self.imported(path)
            #expect(first.record.value == second.record.value)
        }
    }
}
