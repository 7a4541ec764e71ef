import Formats
import Linting
import RecordModel
import TestSupport
import Testing

/// Each rule on a record that breaks it and on one that does not.
struct RuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let yaml: String
        /// The findings as `code path`.
        let findings: [String]

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "an end before the start",
            yaml: "positions: [{id: intern, start: '2024-05', end: '2024-03'}]",
            findings: ["lint.date-order /positions/intern/end"]),
        Case(
            name: "an end in the year of the start",
            yaml: "positions: [{id: intern, start: '2024-05', end: '2024'}]", findings: []),
        Case(
            name: "a position that goes on",
            yaml: "positions: [{id: intern, start: '2024-05', end: present}]", findings: []),
        Case(
            name: "a degree that ends too early",
            yaml: "education: [{id: phd, start: '2024', end: '2019-06'}]",
            findings: ["lint.date-order /education/phd/end"]),
        Case(
            name: "nobody is the person",
            yaml: "publications: [{id: paper, authors: [{name: A}, {name: B}]}]",
            findings: ["lint.own-name /publications/paper/authors"]),
        Case(
            name: "somebody is the person",
            yaml: "publications: [{id: paper, authors: [{name: A}, {name: B, self: true}]}]",
            findings: []),
        Case(
            name: "the person by id",
            yaml: "publications: [{id: paper, authors: [{name: A, profile: someone}]}]",
            findings: []),
        Case(
            name: "a template's text",
            yaml: "news: [{id: first, text: Lorem Ipsum dolor sit amet}]",
            findings: ["lint.placeholder-text /news/first/text"]),
        Case(
            name: "a person's text", yaml: "news: [{id: first, text: I joined the lab}]",
            findings: []),
    ]

    @Test(arguments: cases)
    func `a rule finds what it is for and nothing else`(_ example: Case) throws {
        let value = try YAMLReader().read(Array(example.yaml.utf8), file: "record.yml").value
        let id = try #require(ProfileID("someone"))
        let findings = Rule.findings(in: Record(id: id, value: value))
        #expect(findings.map { "\($0.code.rawValue) \($0.path ?? .root)" } == example.findings)
        #expect(findings.allSatisfy { $0.hint != nil && $0.profile == "someone" })
    }

    @Test func `every rule has an example that breaks it`() {
        let broken = Set(Self.cases.flatMap(\.findings).map { $0.prefix { $0 != " " } })
        #expect(Set(Rule.all.map { Substring($0.code.rawValue) }) == broken)
    }
}
