import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What owners say of a change of a record.
@Suite struct OwnerDiffTests {
    static let ada = ProfileID("ada")
    static let shape = Shape.mapping(
        [
            "publications": .list(
                .mapping([:], others: .any), ListRule(identity: .key("id"), hasOwnOrder: false))
        ], others: .any)

    static let before: Value = [
        "profile": ["role": "Analyst", "name": ["display": "Ada"]],
        "publications": [
            ["id": "one", "title": "One", "citations": ["count": 1]],
            ["id": "two", "title": "Two"],
        ],
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        /// Nil removes the field.
        let value: Value?
        /// The places where the person may not make the change, each with who decides there.
        let refused: [String]
    }

    static let owners = Owners(
        configuration: [
            "owners": [
                OwnersTests.rule("ada", "ada@lab.org"),
                OwnersTests.rule("*/publications/*/citations", "counter@lab.org"),
                OwnersTests.rule("ada/publications/best", "chair@lab.org"),
            ]
        ])

    @Test(arguments: [
        Case(
            testDescription: "a field of one's own", path: "/profile/role", value: "Countess",
            refused: []),
        Case(
            testDescription: "somebody else's field", path: "/publications/one/citations/count",
            value: 900, refused: ["/publications/one/citations/count"]),
        Case(
            testDescription: "a new entry", path: "/publications/three",
            value: ["id": "three", "title": "Three"], refused: []),
        Case(
            testDescription: "a new entry around somebody else's field",
            path: "/publications/three",
            value: ["id": "three", "title": "Three", "citations": ["count": 900]],
            refused: ["/publications/three/citations"]),
        Case(
            testDescription: "an entry with all that is in it, away", path: "/publications/one",
            value: nil, refused: []),
        Case(
            testDescription: "a new entry of a name that is another's", path: "/publications/best",
            value: ["id": "best", "title": "Best"], refused: ["/publications/best"]),
        Case(
            testDescription: "a section, away", path: "/publications", value: nil, refused: []),
        Case(
            testDescription: "a section of entries around somebody else's field",
            path: "/talks", value: [["citations": 1]], refused: []),
    ])
    func `a change is judged where it is`(example: Case) throws {
        let path = try #require(FieldPath(parsing: example.path))
        let after = try #require(
            Self.before.setting(path, to: example.value, shape: Self.shape))
        let diff = Diff(from: Self.before, to: after, shape: Self.shape)
        #expect(!diff.isEmpty)
        let id = try #require(Self.ada)
        let refusals = Self.owners.refusals(of: diff, in: id, by: Actor(email: "ada@lab.org"))
        #expect(refusals.map(\.path.description) == example.refused)
        #expect(refusals.allSatisfy { $0.profile == id })
        // Whoever all the rules name may do it; whoever none names may do nothing of it.
        let needs = Self.owners.ownersNeeded(for: diff, in: id)
        #expect(needs.contains { $0.owners == ["ada@lab.org"] } || !example.refused.isEmpty)
        #expect(
            needs.contains { !$0.owners.contains("ada@lab.org") } == !example.refused.isEmpty)
        let eve = Self.owners.refusals(of: diff, in: id, by: Actor(email: "eve@lab.org"))
        #expect(eve.count == diff.changes.count)
    }

    @Test func `an entry cannot take the name of one that is another's`() throws {
        let shape = Self.shape
        let before: Value = ["publications": [["id": "two", "title": "Two"]]]
        let after: Value = ["publications": [["id": "best", "title": "Two"]]]
        let diff = Diff(from: before, to: after, shape: shape)
        let id = try #require(Self.ada)
        let refusals = Self.owners.refusals(of: diff, in: id, by: Actor(email: "ada@lab.org"))
        #expect(refusals.map(\.path.description) == ["/publications/best"])
    }

    @Test func `a refusal says who, what, by which rule, and who may`() throws {
        let place = try #require(FieldPath(parsing: "/profiles/ada/profile/role"))
        let refusal = try #require(
            Self.owners.refusal(at: place, by: Actor(email: "eve@lab.org")))
        let finding = refusal.diagnostic
        #expect(finding.message == "eve@lab.org may not change /profiles/ada/profile/role")
        #expect(finding.code == "owners.not-owner")
        #expect(finding.hint == "Ask who may: ada@lab.org")
        #expect(finding.profile == "ada")
        #expect(finding.path?.description == "/profile/role")
        #expect(finding.related.map(\.message) == ["the rule `match: ada`"])
        let nobody = try #require(
            Self.owners.refusal(
                at: FieldPath(steps: ["schema", "x"]), by: Actor(email: "eve@lab.org"))
        ).diagnostic
        #expect(nobody.code == "owners.no-rule")
        #expect(nobody.profile == nil)
        #expect(nobody.hint?.hasPrefix("No rule of owners in labfolio.yml") == true)
    }

    @Test func `a signature that is missing is told apart from a right that is`() throws {
        let owners = Owners(
            configuration: [
                "owners": [
                    ["match": "ada", "emails": ["ada@lab.org"], "require": "signed"],
                    ["match": "bob", "keys": [.string(OwnersTests.key)]],
                ]
            ])
        func finding(_ id: String, _ email: String, _ signature: Actor.Signature = .none) throws
            -> Diagnostic
        {
            let place = FieldPath(steps: ["profiles", id])
            let actor = Actor(email: email, signature: signature)
            return try #require(owners.refusal(at: place, by: actor)).diagnostic
        }
        let unsigned = try finding("ada", "ada@lab.org")
        #expect(unsigned.code == "owners.unsigned")
        #expect(unsigned.message.hasSuffix("without a good signature"))
        #expect(unsigned.hint?.hasPrefix("Sign the commit") == true)
        let broken = try finding("ada", "ada@lab.org", .bad("it is broken"))
        #expect(broken.hint == "The commit has a signature, but it is broken")
        #expect(try finding("ada", "eve@lab.org").code == "owners.not-owner")
        #expect(
            try finding("bob", "bob@lab.org").hint
                == "Ask who may: key \(OwnersTests.fingerprint) (ada); or sign with such a key")
        let other = try #require(SigningKey("SHA256:" + String(repeating: "A", count: 43)))
        let signed = try finding("ada", "ada@lab.org", .verified([other], principal: nil))
        #expect(signed.message.contains("(key \(other))"))
    }
}
