import Formats
import Linting
import Profiles
import RecordModel
import Testing

/// What a store and a record say about the rules.
struct LintTests {
    private let broken = """
        positions: [{id: intern, start: '2024-05', end: '2024-03'}]
        publications: [{id: report, authors: [{name: The Group}]}]
        """

    private func findings(_ yaml: String, _ configuration: Value = [:]) throws -> [Diagnostic] {
        let lint = Lint(LintSettings(configuration: configuration))
        return lint.findings(in: Subject(try Record(example: yaml)))
    }

    @Test func `a store changes the severity of a rule`() throws {
        let found = try findings(broken, ["rules": ["lint.date-order": "error"]])
        #expect(found.first { $0.code == "lint.date-order" }?.severity == .error)
        #expect(found.first { $0.code == "lint.own-name" }?.severity == .warning)
    }

    @Test func `a store turns a rule off`() throws {
        let found = try findings(broken, ["rules": ["lint.date-order": "off"]])
        #expect(found.map(\.code) == ["lint.own-name"])
    }

    @Test func `a waiver with a path takes the findings within it away`() throws {
        let waived = """
            profile: {waivers: [{code: lint.own-name, path: /publications/report, reason: R}]}
            """
        #expect(try findings(waived + "\n" + broken).map(\.code) == ["lint.date-order"])
    }

    @Test func `a waiver for another field takes nothing away`() throws {
        let waived = """
            profile: {waivers: [{code: lint.own-name, path: /publications/repo, reason: R}]}
            """
        #expect(
            try Set(findings(waived + "\n" + broken).map(\.code))
                == ["lint.date-order", "lint.own-name", "lint.unused-waiver"])
    }

    @Test func `a waiver of a rule that is off is not unused`() throws {
        let waived = "profile: {waivers: [{code: lint.own-name, reason: R}]}"
        #expect(try findings(waived, ["rules": ["lint.own-name": "off"]]).isEmpty)
    }

    @Test func `settings that mean the same have the same key`() {
        let one = LintSettings(configuration: ["rules": ["a": "off", "b": "note"]])
        let other = LintSettings(configuration: ["rules": ["b": "note", "a": "off"]])
        #expect(one.cacheKey == other.cacheKey)
        let widgets = LintSettings(configuration: ["widgets": []])
        #expect(widgets.cacheKey != LintSettings().cacheKey)
        #expect(LintSettings(today: DateText("2026-01-01")).cacheKey != LintSettings().cacheKey)
    }

    @Test func `a text that is no record is judged with line and column`() {
        let found = Lint().findings(inText: "One\ntwo [x]() three", file: "about.md")
        #expect(found.map(\.code) == ["lint.broken-link"])
        #expect(found.first?.location == SourceLocation(file: "about.md", line: 2, column: 7))
    }

    @Test func `a text rule says nothing about private notes`() throws {
        #expect(try findings("profile: {private_notes: 'lorem ipsum [x]()'}").isEmpty)
    }
}
