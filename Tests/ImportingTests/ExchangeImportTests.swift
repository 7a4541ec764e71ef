import Exchange
import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// What documents of other tools add to records.
@Suite struct ExchangeImportTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
    }

    private func added(
        _ text: String, _ form: ExchangeForm, to record: Value = [:]
    ) throws -> ExchangeImport {
        let found = try ExchangeImport(
            text, file: "file", form: form, into: Record(id: id, value: record), schemas: schemas)
        for (name, schema) in schemas.sections {
            guard let section = found.record.value[name] else { continue }
            let errors = schema.validate(section).filter {
                // A person who begins has no layout yet.
                $0.severity == .error && $0.path?.steps.first != "layout" && $0.path != .root
            }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        return found
    }

    @Test(arguments: [
        ("orcid", #"{"orcid-identifier": {"path": "0"}}"#, "a.json"),
        ("rendercv", "cv:\n  name: Ada\n", "a.yaml"),
        ("json-resume", #"{"basics": {"name": "Ada"}}"#, "a.json"),
        ("json-resume", #"{"$schema": "x", "work": []}"#, "a.json"),
        ("csl", #"[{"id": "a", "type": "book", "title": "A"}]"#, "a.json"),
        ("csl", #"{"type": "book", "title": "A"}"#, "a.json"),
        ("bibtex", "", "a.bib"),
    ])
    func `a document shows its form`(name: String, text: String, file: String) {
        #expect(ExchangeForm.detected(in: text, file: file)?.name == name)
    }

    @Test(arguments: ["", "{", "[]", "{\"a\": 1}", "cv: text\n", "- a\n- b\n", "[1, 2]"])
    func `what is no document shows none`(text: String) {
        #expect(ExchangeForm.detected(in: text, file: "a.json") == nil)
    }

    @Test func `an entry that is there is completed and never changed`() throws {
        let record: Value = [
            "profile": ["name": ["display": "Ada Lovelace"], "layout": ["theme": "plain"]],
            "publications": [
                [
                    "id": "notes", "title": "Notes on the Engine",
                    "authors": [["name": "Ada Lovelace", "self": true]], "date": "1843",
                ]
            ],
        ]
        let found = try added(
            #"[{"type": "book", "title": "Notes on the engine", "DOI": "10.1000/x", "#
                + #""author": [{"family": "Lovelace"}], "issued": {"date-parts": [[1844]]}}]"#,
            .csl, to: record)
        #expect(found.known == 1)
        let paths = found.edits.map(\.path.description)
        #expect(paths == ["/publications/notes/doi", "/publications/notes/venue"])
        #expect(found.record.value["publications"]?.list?.first?["date"] == "1843")
        let other = found.report.dropped.filter { $0.reason == .outweighed }.map(\.text)
        #expect(other == ["1844"])
    }

    @Test func `an entry as it was written on a page stays so`() throws {
        let record: Value = [
            "awards": [["id": "m", "title": "Medal", "written": "Medal"]]
        ]
        let found = try added(
            "cv:\n  sections:\n    Awards:\n      - name: Medal\n        date: 1869\n",
            .renderCV, to: record)
        #expect(found.edits.isEmpty)
        #expect(found.report.dropped.contains { $0.text == "1869" })
    }

    @Test func `what a form must guess is said, and is in no entry that is there`() throws {
        let text = #"{"work": [{"position": "Writer"}], "publications": [{"name": "Notes"}]}"#
        let found = try added(text, .jsonResume)
        let guesses = found.report.diagnostics.filter { $0.code == .importGuessedField }
        #expect(
            guesses.map { $0.path?.description } == [
                "/positions/writer-unknown/organization", "/publications/notes/authors",
            ])
        let again = try added(text, .jsonResume, to: found.record.value)
        #expect(!again.report.diagnostics.contains { $0.code == .importGuessedField })
        #expect(again.edits.isEmpty && again.known == 2)
    }

    @Test func `a text that says Unknown itself is no guess`() throws {
        let found = try added(
            #"{"work": [{"position": "Writer", "name": "Unknown"}]}"#, .jsonResume)
        #expect(!found.report.diagnostics.contains { $0.code == .importGuessedField })
    }

    @Test func `what has no place is listed with its line`() throws {
        let found = try added(
            "{\"basics\": {\"name\": \"Ada Lovelace\"},\n \"skills\": [\n  {\"name\": \"Looms\"}]}",
            .jsonResume)
        let left = try #require(found.report.dropped.first)
        #expect(left.reason == .unplaced && left.line == 3)
        #expect(left.text == "/skills: Looms")
        #expect(
            found.report.words.typed + found.report.words.dropped == found.report.words.source)
    }

    @Test func `the person is found among authors`() throws {
        let record: Value = ["profile": ["name": ["display": "Ada Lovelace"]]]
        let found = try added(
            #"[{"type": "book", "title": "Notes", "author": [{"given": "Ann", "family": "Able"},"#
                + #" {"given": "A.", "family": "Lovelace"}]}]"#, .csl, to: record)
        let authors = found.record.value["publications"]?.list?.first?["authors"]?.list ?? []
        #expect(authors.map { $0["self"] == true } == [false, true])
    }
}
