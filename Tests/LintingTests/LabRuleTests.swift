import Formats
import Linting
import RecordModel
import Testing

/// Each rule about several profiles on its own examples.
struct LabRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let example: LabExample

        var testDescription: String {
            "\(code): \(example.profiles.map(\.yaml).joined(separator: " | ").prefix(160))"
        }
    }

    static let cases = LabRule.all.flatMap { rule in
        rule.examples.map { Case(code: rule.code.rawValue, example: $0) }
    }

    private let lint = Lint()

    private func facts(_ example: LabExample) throws -> [ProfileFacts] {
        try example.profiles.map {
            lint.facts(of: Subject(try Record(example: $0.yaml, id: $0.id)))
        }
    }

    @Test(arguments: cases)
    func `a rule finds what its examples say`(_ example: Case) throws {
        let findings = lint.findings(across: try facts(example.example))
            .filter { $0.code.rawValue == example.code }
        #expect(
            findings.map { "\($0.profile ?? ""):\($0.path ?? .root)" }.sorted()
                == example.example.paths.sorted())
        #expect(findings.allSatisfy { $0.hint != nil })
    }

    @Test(arguments: cases)
    func `facts that were kept are the same facts`(_ example: Case) throws {
        for facts in try facts(example.example) {
            let kept = try JSONReader().read(
                Array(JSONWriter().text(facts.value).utf8), file: "facts.json"
            ).value
            #expect(ProfileFacts(kept) == facts)
        }
    }

    @Test func `a value that holds no facts is none`() {
        #expect(ProfileFacts(["id": "ada"]) == nil)
    }

    @Test func `a waiver of a rule about several profiles holds, and is seen when unused`() throws {
        let yaml = """
            profile:
              waivers: [{code: lint.unknown-member, reason: She left}]
            publications: [{id: p, title: P, authors: [{name: C, profile: charles}]}]
            """
        let waived = lint.facts(of: Subject(try Record(example: yaml, id: "ada")))
        #expect(lint.findings(across: [waived]).isEmpty)
        let idle = lint.facts(
            of: Subject(
                try Record(example: "profile: {waivers: [{code: lint.unknown-member, reason: R}]}"))
        )
        #expect(lint.findings(across: [idle]).map(\.code) == ["lint.unused-waiver"])
    }
}
