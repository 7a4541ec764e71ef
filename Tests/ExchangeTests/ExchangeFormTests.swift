import Exchange
import Formats
import Foundation
import JSONSchema
import RecordModel
import TestSupport
import Testing

/// What goes out in a form and comes in again.
struct ExchangeFormTests {
    /// A form, with fields that it holds and fields that it has no place for.
    struct Case: Sendable, CustomTestStringConvertible {
        let form: String
        let held: [String]
        let lost: [String]

        var testDescription: String { form }
    }

    private static let work = "/publications/fast-sgd"

    static let cases = [
        Case(
            form: "csl",
            held: [
                "\(work)/title", "\(work)/authors/0/name", "\(work)/others", "\(work)/venue/name",
                "\(work)/venue/short", "\(work)/venue/type", "\(work)/venue/pages", "\(work)/date",
                "\(work)/doi", "\(work)/arxiv", "\(work)/url", "\(work)/abstract", "\(work)/status",
                "\(work)/tags", "\(work)/bibtex/key",
            ], lost: ["/profile", "/news", "\(work)/award", "\(work)/links", "\(work)/venue/url"]),
        Case(
            form: "json-resume",
            held: [
                "/profile/name/display", "/profile/role", "/profile/bio", "/profile/location",
                "/profile/links/github/handle", "/profile/emails/0/address", "/profile/keywords",
                "\(work)/title",
                "\(work)/date", "/projects/toolkit/name", "/projects/toolkit/tags",
            ], lost: ["/news", "/talks", "\(work)/doi", "/profile/name/native"]),
        Case(
            form: "rendercv",
            held: [
                "/profile/name/display", "/profile/role", "/profile/bio", "\(work)/authors/1/name",
                "\(work)/doi", "/talks/keynote/title", "/projects/toolkit/name",
            ], lost: ["/news", "/profile/photo", "\(work)/bibtex"]),
        Case(
            form: "bibtex",
            held: [
                "\(work)/title", "\(work)/authors/2/name", "\(work)/others", "\(work)/venue/name",
                "\(work)/venue/publisher", "\(work)/date", "\(work)/doi", "\(work)/arxiv",
                "\(work)/tags", "\(work)/selected", "\(work)/bibtex/fields/annote",
                "/publications/preprint/title",
            ], lost: ["/profile", "/news", "\(work)/award", "\(work)/image"]),
    ]

    @Test(arguments: cases)
    func `a form holds what it is known to hold, and tells the rest`(_ example: Case) throws {
        let form = try #require(ExchangeForm.named(example.form))
        let written = try #require(form.text(of: .rich))
        for path in example.held {
            let place = try #require(FieldPath(parsing: path))
            #expect(!written.losses.contains { place.isInside($0.path) }, "\(path)")
        }
        for path in example.lost {
            let place = try #require(FieldPath(parsing: path))
            #expect(
                written.losses.contains { place.isInside($0.path) || $0.path.isInside(place) },
                "\(path)")
        }
    }

    @Test(arguments: ExchangeForm.writable.map(\.name), 0..<20)
    func `what came in goes out and in the same`(name: String, number: Int) throws {
        let form = try #require(ExchangeForm.named(name))
        var generator = StoreGenerator()
        generator.publications = 8
        generator.seed = UInt64(number)
        var sections = Mapping()
        for part in generator.record(number) { sections[part.section] = part.value }
        let record = Record(id: .known("someone"), value: .mapping(sections))
        let written = try #require(form.text(of: number == 0 ? .rich : record))
        let read = try form.sections(in: written.text, file: "file")
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
        #expect(read.losses.isEmpty, "\(read.losses)")
        let again = try #require(
            form.text(of: Record(id: .known("someone"), value: .mapping(read.sections))))
        #expect(again.losses.isEmpty, "\(again.losses.map(\.path.description))")
        #expect(try form.sections(in: again.text, file: "file").sections == read.sections)
    }

    @Test(arguments: ExchangeForm.writable.map(\.name))
    func `what is read is as the schemas have it`(name: String) throws {
        let form = try #require(ExchangeForm.named(name))
        let written = try #require(form.text(of: .rich))
        try Schemas.check(try form.sections(in: written.text, file: "file").sections)
    }

    @Test(arguments: ExchangeForm.all.map(\.name))
    func `an empty document is an empty record`(name: String) throws {
        let form = try #require(ExchangeForm.named(name))
        #expect(try form.sections(in: "{}", file: "file").sections.isEmpty)
    }
}

/// The schemas of the checkout.
enum Schemas {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../schema").standardized

    private static let documents: [String: Value] = {
        var result: [String: Value] = [:]
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for file in files.sorted() where file.hasSuffix(".schema.json") {
            guard let data = try? Data(contentsOf: folder.appending(path: file)),
                let value = try? JSONReader().read(Array(data), file: file).value,
                let id = value["$id"]?.string
            else { continue }
            result[id] = value
        }
        return result
    }()

    /// Expects that sections are valid.
    static func check(_ sections: Mapping) throws {
        for entry in sections.entries {
            let id = "https://labfolio.dev/schema/\(entry.key).schema.json"
            let document = try #require(documents[id])
            let schema = try Schema(compiling: document, uri: id, resources: documents)
            let faults = schema.errors(in: entry.value)
            #expect(faults.isEmpty, "\(entry.key): \(faults)")
        }
    }
}
