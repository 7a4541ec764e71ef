import Formats
import Linting
import Profiles
import RecordModel
import TestSupport
import Testing

/// Each rule on its own examples: they are its tests, and what `explain` shows.
struct RuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let example: Example

        var testDescription: String { "\(code): \(example.yaml.prefix(160))" }
    }

    static let cases = Rule.all.flatMap { rule in
        rule.examples.map { Case(code: rule.code.rawValue, example: $0) }
    }

    static let lint = Lint(
        LintSettings(allowedWidgets: ["flagcounter"], today: DateText("2026-11-21")))

    @Test(arguments: cases)
    func `a rule finds what its examples say`(_ example: Case) throws {
        let record = try Record(example: example.example.yaml)
        let findings = Self.lint.findings(in: Subject(record, assets: example.example.assets))
            .filter { $0.code.rawValue == example.code }
        #expect(
            findings.map { ($0.path ?? .root).description }.sorted()
                == example.example.paths.sorted())
        #expect(findings.allSatisfy { $0.hint != nil && $0.profile == "someone" })
    }

    @Test(arguments: cases)
    func `a sound example is sound for all rules`(_ example: Case) throws {
        guard example.example.paths.isEmpty else { return }
        let record = try Record(example: example.example.yaml)
        let others = Self.lint.findings(in: Subject(record)).filter {
            // The examples are parts of records.
            !["lint.own-name", "lint.broken-reference"].contains($0.code.rawValue)
        }
        #expect(others.map { "\($0.code.rawValue) \($0.path ?? .root)" } == [])
    }

    @Test func `every rule has examples of both kinds`() {
        for rule in Rule.all {
            #expect(rule.examples.contains { !$0.paths.isEmpty }, "\(rule.code.rawValue)")
            #expect(rule.examples.contains { $0.paths.isEmpty }, "\(rule.code.rawValue)")
        }
    }

    @Test func `the codes are in order, and each is there once`() {
        let codes = Rule.all.map(\.code.rawValue)
        #expect(codes == codes.sorted())
        #expect(Set(Explanation.linting.map(\.code)).count == Explanation.linting.count)
    }

    @Test func `every explanation is whole`() {
        for explanation in Explanation.linting {
            for text in [explanation.summary, explanation.reason, explanation.remedy] {
                #expect(!text.isEmpty, "\(explanation.code.rawValue)")
            }
            #expect(explanation.bad != nil && explanation.good != nil)
            #expect(!explanation.summary.hasSuffix("."), "\(explanation.code.rawValue)")
            #expect(explanation.reason.hasSuffix("."), "\(explanation.code.rawValue)")
        }
    }

    @Test(arguments: cases)
    func `a fix mends what it is for`(_ example: Case) throws {
        let record = try Record(example: example.example.yaml)
        for finding in Self.lint.findings(in: Subject(record))
        where finding.code.rawValue == example.code {
            guard let fix = finding.fix else { continue }
            var value = record.value
            for edit in fix.edits {
                value = try #require(value.setting(edit.path, to: edit.value))
            }
            let rest = Self.lint.findings(in: Subject(Record(id: record.id, value: value)))
            #expect(
                !rest.contains { $0.code == finding.code && $0.path == finding.path }
                    || !fix.isSafe)
            #expect(value != record.value)
        }
    }
}
