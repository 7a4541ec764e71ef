import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Who may change what, by the rules of `labfolio.yml`.
@Suite struct OwnersTests {
    static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGFcf0kJwBlZ+KZMiOxeyxHNzw1sWLNmRzo8Ff07wr9D ada"
    static let fingerprint = "SHA256:sPwNTRr54rfu8+eCG1X8u1898zzlusvi5vBqvy2Wfbk"

    static func owners(_ rules: Value...) -> Owners {
        Owners(configuration: ["owners": .list(rules)])
    }

    static func rule(_ match: String, _ emails: String...) -> Value {
        ["match": .string(match), "emails": .list(emails.map(Value.string))]
    }

    static let lab = owners(
        rule("/", "manager@lab.org"), rule("ada", "ada@lab.org"),
        rule("*/publications/*/citations", "counter@lab.org"),
        rule("ada/publications/best/citations", "Ada@Lab.org"),
        rule("*/profile/layout", "*@web.lab.org"), rule("/schema", "smith@lab.org"),
        rule("/labfolio.yml/owners", "chair@lab.org"), rule("a*/news.yml", "press@lab.org"))

    struct Case: Sendable, CustomTestStringConvertible {
        let place: String
        /// Those of the people below who may change it.
        let who: Set<String>
        var testDescription: String { place }
    }

    static let people = [
        "manager@lab.org", "ada@lab.org", "counter@lab.org", "eve@web.lab.org", "smith@lab.org",
        "chair@lab.org", "press@lab.org",
    ]

    @Test(arguments: [
        Case(place: "/profiles/ada/profile/role", who: ["ada@lab.org"]),
        Case(place: "/profiles/ada/assets/photo.jpg", who: ["ada@lab.org"]),
        Case(place: "/profiles/ada", who: ["ada@lab.org"]),
        Case(place: "/profiles/bob/profile/role", who: ["manager@lab.org"]),
        Case(place: "/profiles/ada/news/x/text", who: ["press@lab.org"]),
        Case(place: "/profiles/ada/publications/x/citations", who: ["counter@lab.org"]),
        Case(place: "/profiles/ada/publications/x/citations/count", who: ["counter@lab.org"]),
        Case(place: "/profiles/ada/publications/best/citations/count", who: ["ada@lab.org"]),
        Case(place: "/profiles/ada/publications/x/title", who: ["ada@lab.org"]),
        Case(place: "/profiles/ada/profile/layout/theme", who: ["eve@web.lab.org"]),
        Case(place: "/schema/news.schema.json", who: ["smith@lab.org"]),
        Case(place: "/labfolio.yml/lab/name", who: ["manager@lab.org"]),
        Case(place: "/labfolio.yml/owners/0/emails", who: ["chair@lab.org"]),
        Case(place: "/README.md", who: ["manager@lab.org"]),
        Case(place: "", who: ["manager@lab.org"]),
    ])
    func `the narrowest rule decides`(example: Case) throws {
        let place = try #require(FieldPath(parsing: example.place))
        let who = Self.people.filter { Self.lab.admit(Actor(email: $0), at: place) }
        #expect(Set(who) == example.who)
    }

    @Test(arguments: [
        ("ada", ["profiles", "ada"]), ("/profiles/ada/", ["profiles", "ada"]),
        ("ada/news.yml", ["profiles", "ada", "news"]), ("/", []), ("/a~1b", ["a/b"]),
        ("/profiles/ada/news.yml/x.yml", ["profiles", "ada", "news", "x.yml"]),
        ("/x.yml", ["x.yml"]),
    ])
    func `a pattern is a path from the root or from profiles`(text: String, steps: [String]) {
        #expect(OwnerPattern(text)?.steps == steps)
    }

    @Test(arguments: ["", "//", "a//b", "a~2"])
    func `what is no pattern gives no right`(text: String) {
        #expect(OwnerPattern(text) == nil)
        #expect(Self.owners(Self.rule(text, "ada@lab.org")).rules.isEmpty)
    }

    @Test(arguments: [
        ("*", "", true), ("*", "abc", true), ("a*", "b", false), ("a*c", "abc", true),
        ("a*c", "ac", true), ("a*c", "abd", false), ("*b*", "abc", true), ("*ab", "aab", true),
        ("a", "a", true), ("a", "A", false), ("", "a", false), ("*a*a", "aa", true),
        ("*a*a", "a", false), ("ä*", "äb", true),
    ])
    func `a star is any run of characters`(pattern: String, text: String, isMatch: Bool) {
        #expect(OwnerPattern.matches(pattern, text) == isMatch)
    }

    @Test func `without owners everybody may change everything, with none nobody`() {
        let place = FieldPath(steps: ["profiles", "ada"])
        let eve = Actor(email: "eve@example.org")
        #expect(Owners(configuration: ["lab": ["name": "x"]]).refusal(at: place, by: eve) == nil)
        for nothing: Value in [[], nil, "all", [["match": "ada"]], ["ada"]] {
            let owners = Owners(configuration: ["owners": nothing])
            #expect(owners.refusal(at: place, by: eve) != nil, "\(nothing)")
        }
    }

    @Test func `an address is compared as mail is delivered, and never reaches beyond its at`() {
        let owners = Self.owners(Self.rule("ada", "*@lab.org", "x@b.org"))
        let place = FieldPath(steps: ["profiles", "ada"])
        for (email, isOwner) in [
            ("ADA@LAB.ORG", true), ("ada@evil.org", false), ("a@lab.org@evil.org", false),
            ("ada@lab.org.evil.org", false), ("@lab.org", true), ("lab.org", false), ("", false),
            ("x@b.org", true), ("xx@b.org", false),
        ] {
            #expect(owners.admit(Actor(email: email), at: place) == isOwner, "\(email)")
        }
    }

    @Test(arguments: [
        (key, fingerprint), (key + " and more words", fingerprint),
        (fingerprint, fingerprint),
        (
            "0123 4567 89AB CDEF 0123 4567 89ab cdef 0123 4567",
            "0123456789ABCDEF0123456789ABCDEF01234567"
        ),
        ("0x1234ABCD", nil), ("ssh-rsa AAAAC3NzaC1lZDI1NTE5", nil), ("SHA256:abc", nil),
        ("ssh-rsa " + key.split(separator: " ")[1], nil), ("", nil), ("ada", nil),
    ])
    func `a key is known by its fingerprint`(text: String, fingerprint: String?) {
        #expect(SigningKey(text)?.fingerprint == fingerprint)
    }

    @Test func `a key is enough, an address where nothing more is required`() throws {
        let owners = Self.owners(
            ["match": "ada", "keys": [.string(Self.key)]],
            ["match": "bob", "emails": ["bob@lab.org"], "require": "signed"],
            [
                "match": "eve", "emails": ["eve@lab.org"], "keys": [.string(Self.fingerprint)],
                "require": "signed",
            ], ["match": "odd", "emails": ["odd@lab.org"], "require": "something"])
        let key = try #require(SigningKey(Self.key))
        let other = try #require(SigningKey("SHA256:" + String(repeating: "A", count: 43)))
        func admitted(_ email: String, _ signature: Actor.Signature) -> [String] {
            ["ada", "bob", "eve", "odd"].filter {
                owners.admit(
                    Actor(email: email, signature: signature),
                    at: FieldPath(steps: ["profiles", $0]))
            }
        }
        #expect(admitted("bob@lab.org", .none) == [])
        #expect(admitted("bob@lab.org", .bad("it is broken")) == [])
        #expect(admitted("bob@lab.org", .verified([other], principal: nil)) == [])
        #expect(admitted("x@y.org", .verified([other], principal: "bob@lab.org")) == ["bob"])
        // Somebody else's good signature is no proof of the address.
        #expect(admitted("bob@lab.org", .verified([other], principal: "x@y.org")) == [])
        #expect(admitted("x@y.org", .verified([other, key], principal: nil)) == ["ada", "eve"])
        #expect(admitted("odd@lab.org", .none) == [])
    }
}
