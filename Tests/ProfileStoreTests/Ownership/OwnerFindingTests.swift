import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What a store says of its own rules of owners.
@Suite struct OwnerFindingTests {
    private func findings(_ owners: String) throws -> [Diagnostic] {
        let folder = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: name) }
        try folder.write(StoreText.configuration + owners, to: "labfolio.yml")
        return try Store(at: folder.path).snapshot(at: .workTree).diagnostics
    }

    @Test(arguments: [
        ("ada-lovelace", nil), ("*", nil), ("ada-*/news.yml", nil), ("x-*", nil), ("/schema", nil),
        ("ada-lovelace/assets/photo.jpg", nil), ("/labfolio.yml/lab", nil),
        ("ada-lovelce", "Did you mean `ada-lovelace`?"),
        ("grace-hopper", "labfolio list names the profiles"),
        ("labfolio.yml", "From the top of the store it is /labfolio.yml"),
        ("profiles/ada-lovelace", "From the top of the store it is /profiles/ada-lovelace"),
        ("/profiles/ada-lovelace/publication", "Did you mean `publications`?"),
    ])
    func `a rule that matches nothing is told`(match: String, hint: String?) throws {
        let found = try findings(
            """
            owners:
              - match: /
                emails: [manager@example.org]
              - match: "\(match)"
                emails: [ada@example.org]

            """)
        #expect(found.map(\.hint) == [hint].compactMap(\.self))
        #expect(found.allSatisfy { $0.code == "owners.unknown-place" && $0.location?.line == 7 })
    }

    @Test func `a lock without a key is told, and a key that is none`() throws {
        let found = try findings(
            """
            owners:
              - match: "*"
                emails: [manager@example.org]
                keys: [ssh-rsa AAAA, "0x1234ABCD"]
                require: signed

            """)
        #expect(found.map(\.code) == ["owners.key", "owners.key", "owners.locked"])
        #expect(found.allSatisfy { $0.location?.file == "labfolio.yml" })
    }

    @Test func `a snapshot knows its rules with their places`() throws {
        let folder = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: name) }
        let store = try Store(at: folder.path)
        #expect(try store.snapshot(at: .workTree).owners.isOpen)
        try folder.write(
            StoreText.configuration
                + "owners:\n  - match: /\n    emails: [a@b.org]\n  - match: \"*\"\n    keys: []\n",
            to: "labfolio.yml")
        let owners = try store.snapshot(at: .workTree).owners
        #expect(!owners.isOpen)
        #expect(
            owners.rules.map(\.location.description) == ["labfolio.yml:5:5", "labfolio.yml:7:5"])
    }
}
