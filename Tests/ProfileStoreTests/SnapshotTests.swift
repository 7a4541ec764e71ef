import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

@Suite(.enabled(if: GitOracle.isInstalled)) struct SnapshotTests {
    let oracle: GitOracle
    let store: Store

    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
    }

    @Test func `commit, index, work tree and folder agree on the same content`() throws {
        try oracle.commit(
            "assets",
            [
                "profiles/ada-lovelace/assets/a/photo.jpg": "x",
                "profiles/ada-lovelace/assets/cv.pdf": "y",
                "profiles/Not A Slug/profile.yml": "", "profiles/note.txt": "",
                "profiles/alan-turing/nws.yml": "[]", "profiles/alan-turing/talks.yml": "- id: 7",
            ])
        let commit = try store.snapshot(at: .commit("main"))
        let others = [
            try store.snapshot(at: .index), try store.snapshot(at: .workTree),
            try Snapshot(folder: oracle.path),
        ]
        #expect(commit.diagnostics.count == 2)
        for other in others {
            #expect(other.profileIDs == commit.profileIDs)
            #expect(other.configuration == commit.configuration)
            #expect(other.diagnostics == commit.diagnostics)
            for id in ["ada-lovelace", "alan-turing"] {
                let (one, two) = (try commit.profile(id), try other.profile(id))
                #expect(one.record == two.record)
                #expect(one.assets == two.assets)
                #expect(one.diagnostics == two.diagnostics)
            }
            #expect(
                try other.reader().asset("assets/cv.pdf", of: .known("ada-lovelace"))
                    == Array("y".utf8))
        }
        #expect(try commit.profile("alan-turing").hasErrors)
        #expect(
            try commit.profile("ada-lovelace").assets == ["assets/a/photo.jpg", "assets/cv.pdf"])
    }

    @Test func `each state holds its own`() throws {
        let file = "profiles/alan-turing/profile.yml"
        try oracle.write(StoreText.person("Staged"), to: file)
        try oracle.git("add", file)
        try oracle.write(StoreText.person("Written"), to: file)
        let path = try #require(FieldPath(parsing: "/profile/name/display"))
        for (revision, name) in [
            (Revision(":worktree"), "Written"), (Revision(":index"), "Staged"),
            (Revision("HEAD"), "Alan Turing"),
        ] {
            let record = try store.snapshot(at: revision).profile("alan-turing").record
            #expect(record.value.value(at: path) == .string(name))
        }
    }

    @Test(arguments: ["v9", "main~9", "0123456789", "a b", "", "HEAD:profiles", ":nothing", "^{}"])
    func `an unknown revision is named`(name: String) throws {
        let error = failure { () throws(StoreError) in try store.snapshot(at: Revision(name)) }
        #expect(error?.message == "There is no branch, tag or commit `\(name)`")
    }

    @Test func `an unknown profile suggests the one that was meant`() throws {
        let snapshot = try store.snapshot(at: .workTree)
        let near = failure { () throws(StoreError) in try snapshot.profileID("ada-lovelce") }
        #expect(near?.hint == "Did you mean `ada-lovelace`?")
        let far = failure { () throws(StoreError) in try snapshot.profileID("../../etc") }
        #expect(far?.hint == "labfolio list names the profiles")
    }

    @Test func `private fields are removed, everything else stays`() throws {
        let notes = "private_notes: secret\n"
        try oracle.write(
            StoreText.person("Ada Lovelace", more: notes), to: "profiles/ada-lovelace/profile.yml")
        try oracle.write(
            "- id: engine\n  date: 2024-05\n  text: Runs.\n  " + notes,
            to: "profiles/ada-lovelace/news.yml")
        let snapshot = try store.snapshot(at: .workTree)
        let value = try snapshot.profile("ada-lovelace").record.value
        let shown = snapshot.schemas.withoutPrivateFields(value)
        let paths = Set(value.leafPaths.map(\.description))
        #expect(
            paths.subtracting(shown.leafPaths.map(\.description))
                == ["/profile/private_notes", "/news/0/private_notes"])
        #expect(Set(shown.leafPaths.map(\.description)).isSubset(of: paths))
    }

    @Test func `a store's own schema adds a section and replaces one of the tool's`() throws {
        try oracle.commit(
            "schemas",
            [
                "schema/patents.schema.json":
                    #"{"type": "array", "x-labfolio-key": "id", "items": {"required": ["id"]}}"#,
                "schema/talks.schema.json": #"{"type": "array", "maxItems": 0}"#,
                "profiles/ada-lovelace/patents.yml": "- number: 1\n",
                "profiles/ada-lovelace/talks.yml": "- id: talk\n",
            ])
        let diagnostics = try store.snapshot(at: .commit("HEAD")).profile("ada-lovelace")
            .diagnostics
        #expect(
            diagnostics.map { "\($0.location?.file ?? "") \($0.code.rawValue)" } == [
                "profiles/ada-lovelace/patents.yml schema.required",
                "profiles/ada-lovelace/talks.yml schema.max-items",
            ])
    }

    @Test func `a schema that cannot be used is refused with its place`() throws {
        try oracle.write("{\"type\": \"array\",\n", to: "schema/talks.schema.json")
        guard
            case .rejected(let diagnostics)? = failure(of: { () throws(StoreError) in
                try store.snapshot(at: .workTree)
            })
        else {
            Issue.record("A broken schema was taken")
            return
        }
        #expect(diagnostics.first?.location?.file == "schema/talks.schema.json")
        #expect(diagnostics.first?.code == "json.syntax")
    }

    @Test func `the configuration is checked with its place`() throws {
        let text = MarkedText("lab:\n  name: Lab\n①default_layuot: plain\n")
        try oracle.write(text.text, to: "labfolio.yml")
        let finding = try #require(try store.snapshot(at: .workTree).diagnostics.first)
        let place = try #require(text.places["①"])
        #expect(finding.code == "schema.unknown-field")
        #expect(finding.location?.description == "labfolio.yml:\(place.line):\(place.column)")
        #expect(finding.line == "default_layuot: plain")
    }

    @Test func `only what is under assets is an asset`() throws {
        try oracle.write("photo", to: "profiles/ada-lovelace/assets/photo.jpg")
        let reader = try store.snapshot(at: .workTree).reader()
        let id = ProfileID.known("ada-lovelace")
        #expect(try reader.asset("assets/photo.jpg", of: id) != nil)
        for path in [
            "profile.yml", "assets", "assets/", "assets/../profile.yml", "/etc/passwd",
            "assets//photo.jpg", "assets/./photo.jpg", "",
        ] {
            #expect(try reader.asset(path, of: id) == nil, "\(path)")
        }
    }
}
