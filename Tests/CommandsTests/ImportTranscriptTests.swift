import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What the commands that import print, and what they leave behind.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ImportTranscriptTests {
    private let lab: LabFixture
    private var transcript: Transcript

    init() throws {
        lab = try LabFixture()
        transcript = lab.transcript()
        transcript.terminal.environment["GIT_AUTHOR_DATE"] = "1700006400 +0000"
    }

    /// Writes a file beside the store.
    private func write(_ text: String, to name: String) throws {
        try lab.oracle.folder.write(text, to: name)
    }

    private static func page(_ name: String, bio: String, news: String...) -> String {
        let items = news.map { "- *2024.01* \($0)\n" }.joined()
        return """
            ---
            permalink: /
            author_profile: true
            ---
            <!-- a draft -->
            I am \(name). \(bio)

            # 🔥 News
            \(items)
            # 🎖 Honors and Awards
            - *2021.10* Lorem ipsum dolor sit amet, consectetur adipiscing elit.
            """
    }

    private func site(_ name: String, of person: String, bio: String = "I weave.") throws {
        try write(Self.page(person, bio: bio, news: "A loom."), to: "\(name)/_pages/about.md")
    }

    /// What differs from a golden file; the ids of commits depend on every word of a record.
    private mutating func mismatch(_ name: String) throws -> String? {
        for id in try lab.oracle.git("rev-list", "--all").split(separator: "\n") {
            transcript.hide(String(id), as: "<commit>")
            transcript.hide(String(id.prefix(9)), as: "<commit>")
        }
        return try transcript.mismatch(name)
    }

    /// The paths that git says are changed or in conflict.
    private var changed: String {
        get throws { try lab.oracle.git("status", "--porcelain") }
    }

    @Test mutating func importing() async throws {
        try site("site", of: "Mary Somerville")
        await transcript.run("import", "../site", "--as", "mary", "--dry-run")
        #expect(try lab.oracle.git("rev-parse", "HEAD") == lab.oracle.git("rev-parse", "main"))
        #expect(!FileManager.default.fileExists(atPath: lab.path + "/profiles/mary"))
        await transcript.run("import", "../site", "--as", "mary")
        await transcript.run("show", "mary", "/news")
        await transcript.run("import", "../site", "--as", "mary")
        await transcript.run("import", "../site", "--as", "mary", "--report", "json")
        transcript.note("the site changes, and the record elsewhere")
        try write(
            Self.page("Mary Somerville", bio: "I weave.", news: "A card.", "A loom."),
            to: "site/_pages/about.md")
        await transcript.run("set", "mary", "/profile/role", "Astronomer")
        await transcript.run("import", "../site", "--as", "mary", "-m", "mary: a card")
        await transcript.run("show", "mary", "/profile/role")
        await transcript.run("show", "mary", "/news")
        transcript.note("both change the same")
        await transcript.run("set", "mary", "/profile/bio", "I look at stars.")
        try site("site", of: "Mary Somerville", bio: "I spin.")
        await transcript.run("import", "../site", "--as", "mary", "--report", "json")
        #expect(try changed.contains("UU profiles/mary/profile.yml"))
        await transcript.run("import", "../site", "--as", "mary")
        await transcript.run("merge", "--abort")
        #expect(try changed.isEmpty)
        transcript.note("what cannot be")
        await transcript.run("import", "../site", "--as", "ada-lovelace")
        await transcript.run("import", "../sites", "--as", "x1")
        await transcript.run("import", "../site@main", "--as", "x1")
        await transcript.run("import", ".", "--at", "v9", "--as", "x1")
        await transcript.run("import", "../site", "--as", "Mary S")
        await transcript.run("import", "../site")
        await transcript.run("import")
        await transcript.run("import", "../site", "--as", "x1", "--family", "alfolio")
        await transcript.run("import", "../site", "--list", "x.yml")
        let difference = try mismatch("import")
        #expect(difference == nil)
        #expect(try lab.oracle.faults() == "")
    }

    @Test mutating func `a list of sites`() async throws {
        for (name, person) in [("a", "Ann Able"), ("b", "Bea Best"), ("c", "Cay Cole")] {
            try site("sites/" + name, of: person)
        }
        try write(
            """
            - {profile: ann, source: sites/a}
            - {profile: bea, source: sites/b, name: Beatrice Best}
            - {profile: cay, source: sites/c, family: other}
            - {profile: dee, source: sites/d}
            """, to: "list.yml")
        await transcript.run("import", "--list", "../list.yml", "--dry-run")
        await transcript.run("import", "--list", "../list.yml", "--dry-run", "--report", "json")
        await transcript.run("import", "--list", "../list.yml")
        transcript.note("one site and its record change, another site changes")
        await transcript.run("set", "ann", "/profile/bio", "Mine.")
        try site("sites/a", of: "Ann Able", bio: "I spin.")
        try site("sites/b", of: "Bea Best", bio: "I spin.")
        await transcript.run("import", "--list", "../list.yml")
        // The conflict of one does not keep the others out, and nothing is left half done.
        #expect(try changed.isEmpty)
        #expect(try lab.oracle.read("profiles/bea/profile.yml").contains("I spin."))
        await transcript.run("import", "../sites/a", "--as", "ann")
        #expect(try changed.contains("UU"))
        await transcript.run("merge", "--abort")
        transcript.note("a commit for each")
        try write(
            "- {profile: eve, source: sites/a}\n- {profile: fay, source: sites/b}\n", to: "two.yml")
        await transcript.run("import", "--list", "../two.yml", "--each")
        await transcript.run("log", "eve")
        await transcript.run("log", "fay")
        transcript.note("lists that are none")
        for (text, name) in [
            ("- {profile: ann}\n", "1.yml"), ("- {profile: ann, source: a, nmae: x}\n", "2.yml"),
            ("profile: ann\n", "3.yml"), ("- [\n", "4.yml"),
            ("- {profile: ann, source: a}\n- {profile: ann, source: b}\n", "5.yml"),
            ("- {profile: ann, source: cv.json}\n- {profile: bea, source: b}\n", "6.yml"),
        ] {
            try write(text, to: name)
            await transcript.run("import", "--list", "../" + name)
        }
        await transcript.run("import", "--list", "../none.yml")
        let difference = try mismatch("import-list")
        #expect(difference == nil)
    }

    @Test mutating func `many sites show how far they are`() async throws {
        for name in ["a", "b", "c"] { try site("sites/" + name, of: "Ann Able") }
        try write(
            ["a", "b", "c"].map { "- {profile: \($0)1, source: sites/\($0)}\n" }.joined(),
            to: "list.yml")
        transcript.terminal.isErrorTerminal = true
        let shown = await transcript.terminal.run(["import", "--list", "../list.yml"])
        #expect(shown.errors.contains("Importing ") && shown.errors.contains("3/3"))
        #expect(shown.status == 0)
        // The list is there once, as a table.
        #expect(shown.output.split(separator: "\n").count == 4)
    }

    @Test mutating func documents() async throws {
        try write(
            """
            {"basics": {"name": "Mary Somerville", "label": "Astronomer", "image": "me.jpg",
              "profiles": [{"network": "GitHub", "username": "mary"}]},
             "work": [{"position": "Writer", "startDate": "1831", "endDate": "1869"}],
             "publications": [{"name": "Mechanism of the Heavens", "releaseDate": "1831"}],
             "skills": [{"name": "Calculus", "keywords": ["Series"]}]}
            """, to: "resume.json")
        try write(
            """
            [{"id": "m", "type": "book", "title": "Mechanism of the Heavens", "language": "en",
              "author": [{"given": "Mary", "family": "Somerville"}], "publisher": "John Murray",
              "issued": {"date-parts": [[1831]]}},
             {"id": "p", "type": "book", "title": "Physical Geography",
              "author": [{"given": "M.", "family": "Somerville"}]}]
            """, to: "zotero.json")
        try write(
            """
            {"orcid-identifier": {"path": "0000-0002-1825-0097"},
             "person": {"name": {"given-names": {"value": "Mary"},
               "family-name": {"value": "Somerville"}},
               "keywords": {"keyword": [{"content": "heavens"}]}}}
            """, to: "orcid.json")
        try write(
            "cv:\n  name: Mary Somerville\n  sections:\n    Awards:\n"
                + "      - name: Gold Medal\n        date: 1869\n", to: "cv.yaml")
        try write(
            "@book{a, title={On Light}, author={Somerville, Mary}, year=1840}\n", to: "p.bib")
        await transcript.run("import", "../zotero.json", "--as", "mary")
        await transcript.run("import", "../resume.json", "--as", "mary", "--dry-run")
        await transcript.run("import", "../resume.json", "--as", "mary")
        await transcript.run("show", "mary")
        await transcript.run("import", "../zotero.json", "--as", "mary")
        await transcript.run("import", "../zotero.json", "--as", "mary")
        await transcript.run("import", "../orcid.json", "--as", "mary", "--report", "json")
        await transcript.run("import", "../cv.yaml", "--as", "mary")
        await transcript.run("import", "../p.bib", "--as", "mary")
        await transcript.run("show", "mary")
        await transcript.run("validate", "mary")
        transcript.note("what is no document")
        await transcript.run("import", "../cv.yaml", "--as", "mary", "--form", "csl")
        await transcript.run("import", "../p.bib", "--as", "mary", "--form", "json-resume")
        try write("{\"a\": 1}", to: "other.json")
        await transcript.run("import", "../other.json", "--as", "mary")
        await transcript.run("import", "../none.json", "--as", "mary")
        await transcript.run("import", "../zotero.json", "--as", "jane", "--name", "Jane Marcet")
        let difference = try mismatch("import-documents")
        #expect(difference == nil)
    }

    @Test mutating func pull() async throws {
        await transcript.run("pull")
        for (name, person) in [("mary", "Mary Somerville"), ("jane", "Jane Marcet")] {
            try site("sites/" + name, of: person)
            try lab.oracle.git("init", "-q", "-b", "main", "../sites/" + name)
            try lab.oracle.git("-C", "../sites/" + name, "add", "--all")
            try lab.oracle.git("-C", "../sites/" + name, "commit", "-q", "-m", "A site")
        }
        let lines = ["mary", "jane", "nobody"].map {
            "  \($0): {repository: ../sites/\($0), branch: main}\n"
        }
        let before = try lab.oracle.read("labfolio.yml")
        try lab.oracle.commit(
            "lab: targets", ["labfolio.yml": before + "targets:\n" + lines.joined()])
        await transcript.run("pull", "mary", "--dry-run")
        await transcript.run("pull", "mary")
        await transcript.run("pull", "mary")
        await transcript.run("pull")
        transcript.note("the sites change; so did a record")
        for (name, person) in [("mary", "Mary Somerville"), ("jane", "Jane Marcet")] {
            try site("sites/" + name, of: person, bio: "I spin.")
            try lab.oracle.git("-C", "../sites/" + name, "commit", "-q", "-a", "-m", "A change")
        }
        await transcript.run("set", "mary", "/profile/bio", "I look at stars.")
        await transcript.run("pull")
        #expect(try changed.isEmpty)
        #expect(try lab.oracle.read("profiles/jane/profile.yml").contains("I spin."))
        await transcript.run("pull", "mary", "jane", "--report", "json")
        await transcript.run("pull", "mary")
        #expect(try changed.contains("UU"))
        await transcript.run("merge", "--abort")
        await transcript.run("pull", "nobody")
        await transcript.run("pull", "ada-lovelace")
        let difference = try mismatch("pull")
        #expect(difference == nil)
    }
}
