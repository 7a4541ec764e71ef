import Foundation
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What is said of a section file that is not as it should be: code, place and message.
@Suite(.enabled(if: GitOracle.isInstalled)) struct SectionFileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// The file within the profile's folder.
        var file = "news.yml"
        /// The text with a mark where each finding is due; none is about the whole file.
        let text: String
        /// The findings as `code: message`, by mark; ⓪ is the file as a whole.
        let findings: [(Character, String)]
        var testDescription: String { name }
    }

    private static let item = "- id: engine\n  date: 2024-05\n  text: Runs.\n"

    static let cases = [
        Case(name: "fine", text: item, findings: []),
        Case(name: "only comments", text: "# Nothing yet\n", findings: []),
        Case(
            name: "a syntax error",
            text: "- id: engine\n  text: Now①: it runs\n  date: 2024-05\n",
            findings: [
                (
                    "①",
                    "yaml.syntax: The YAML cannot be read: mapping values are not allowed in this context"
                )
            ]),
        Case(
            name: "a key twice",
            text: item + "  ①date: 2024-06\n",
            findings: [("①", "yaml.duplicate-key: The key `date` is there twice")]),
        Case(
            name: "an unknown field",
            text: item + "  ①txet: Again\n",
            findings: [("①", "schema.unknown-field: There is no field `txet` here")]),
        Case(
            name: "a missing field",
            text: "- ①id: engine\n  date: 2024-05\n",
            findings: [("①", "schema.required: The field `text` is missing")]),
        Case(
            name: "an empty value",
            text: "- id: engine\n  date:①\n  text: Runs.\n",
            findings: [("①", "schema.type: The field has no value; a text is due")]),
        Case(
            name: "a mapping where a list is due", text: "①id: engine\n",
            findings: [("①", "schema.type")]),
        Case(
            name: "an id twice",
            text: item
                + "- id: other\n  date: 2024\n  text: X\n- ①id: engine\n  date: 2023\n  text: Y\n",
            findings: [
                (
                    "①",
                    "schema.duplicate-id: The id `engine` is there twice: items 1 and 3 of the list have it"
                )
            ]),
        Case(
            name: "a missing asset", file: "profile.yml",
            text:
                "name:\n  display: Ada\nphoto:\n  file: ①assets/foto.jpg\nlayout:\n  theme: plain\n",
            findings: [
                ("①", "store.missing-asset: There is no file `assets/foto.jpg` in the profile")
            ]),
        Case(
            name: "an asset outside", file: "profile.yml",
            text:
                "name:\n  display: Ada\nphoto:\n  file: ①assets/../profile.yml\nlayout:\n  theme: plain\n",
            findings: [
                ("①", "schema.pattern"),
                (
                    "①",
                    "store.missing-asset: There is no file `assets/../profile.yml` in the profile"
                ),
            ]),
        Case(
            name: "a tag", text: "- id: engine\n  date: 2024-05\n  text: ①!!python/object x\n",
            findings: [
                ("①", "yaml.tag: The tag `tag:yaml.org,2002:python/object` has no meaning here")
            ]),
        Case(
            name: "two documents", text: item + "①---\n" + item,
            findings: [("①", "yaml.many-documents: A second document begins here")]),
        Case(
            name: "the other ending", file: "news.yaml", text: item,
            findings: [
                ("⓪", "store.unknown-file: Section files end in `.yml`, so this one is not read")
            ]),
        Case(
            name: "an unknown section", file: "nwes.yml", text: item,
            findings: [("⓪", "store.unknown-section: There is no section `nwes`")]),
        Case(
            name: "another file", file: "notes.txt", text: "x",
            findings: [("⓪", "store.unknown-file: This is no part of a record")]),
        Case(
            name: "an empty person", file: "profile.yml", text: "",
            findings: [("⓪", "schema.type")]),
    ]

    @Test(arguments: cases) func `findings stand where they should`(given: Case) throws {
        let oracle = try GitOracle.store()
        let marked = MarkedText(given.text)
        let file = "profiles/alan-turing/" + given.file
        try oracle.write("JPEG", to: "profiles/alan-turing/assets/photo.jpg")
        try oracle.write(marked.text, to: file)
        let profile = try oracle.open().snapshot(at: .workTree).profile("alan-turing")
        let found = profile.diagnostics.map { finding in
            let place = finding.location.map { "\($0)" } ?? "nowhere"
            return "\(place) \(finding.code.rawValue): \(finding.message)"
        }
        #expect(found.count == given.findings.count, "\(found)")
        for (mark, text) in given.findings {
            let place = marked.places[mark] ?? .start
            let expected = "\(file):\(place.line):\(place.column) \(text)"
            #expect(found.contains { $0.hasPrefix(expected) }, "\(expected) is not in \(found)")
        }
        for finding in profile.diagnostics {
            #expect(finding.profile == "alan-turing")
            #expect(finding.hint != nil, "\(finding.code.rawValue) does not say what to do")
        }
    }

    @Test func `suggestions name what was meant`() throws {
        let oracle = try GitOracle.store()
        try oracle.write("", to: "profiles/alan-turing/nwes.yml")
        try oracle.write("", to: "profiles/alan-turing/talks.yaml")
        try oracle.write("x", to: "profiles/alan-turing/assets/photo.jpg")
        try oracle.write(
            StoreText.person("Alan", more: "photo:\n  file: assets/foto.jpg\n"),
            to: "profiles/alan-turing/profile.yml")
        let profile = try oracle.open().snapshot(at: .workTree).profile("alan-turing")
        #expect(
            profile.diagnostics.compactMap(\.hint) == [
                "Did you mean news.yml?", "Did you mean `assets/photo.jpg`?",
                "Rename it to talks.yml",
            ])
    }

    @Test func `a file that is not UTF-8 is named with its line`() throws {
        let oracle = try GitOracle.store()
        let bytes = Array("- id: engine\n  date: 2024\n  text: caf".utf8) + [0xE9, 0x0A]
        try oracle.folder.write(bytes, to: "repository/profiles/alan-turing/news.yml")
        let finding = try oracle.one("alan-turing")
        #expect(finding.code == "yaml.encoding")
        #expect(finding.location?.description == "profiles/alan-turing/news.yml:3:12")
        #expect(finding.message.contains("UTF-8"))
    }

    @Test func `a bomb of aliases is refused before it bursts`() throws {
        let oracle = try GitOracle.store()
        var text = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<10 {
            let alias = "*a\(level - 1)"
            text +=
                "- &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ", ") + "]\n"
        }
        try oracle.write(text, to: "profiles/alan-turing/news.yml")
        let finding = try oracle.one("alan-turing")
        #expect(finding.code == "yaml.too-large")
        #expect(finding.location?.file == "profiles/alan-turing/news.yml")
    }

    @Test(arguments: ["[", "- ", "{a: "]) func `ten thousand levels are refused`(open: String)
        throws
    {
        let oracle = try GitOracle.store()
        try oracle.write(
            String(repeating: open, count: 10_000), to: "profiles/alan-turing/news.yml")
        let finding = try oracle.one("alan-turing")
        #expect(finding.code == "yaml.too-deep")
        #expect(finding.location?.line == 1)
    }

    @Test(arguments: ["work tree", "commit", "index"])
    func `fifty megabytes are not read`(from: String) throws {
        let oracle = try GitOracle.store()
        let file = "profiles/alan-turing/profile.yml"
        try oracle.folder.write(
            [UInt8](repeating: UInt8(ascii: "#"), count: 50 << 20), to: "repository/" + file)
        let revision: Revision
        switch from {
        case "commit":
            try oracle.commit("big")
            revision = .commit("HEAD")
        case "index":
            try oracle.git("add", "--all")
            revision = .index
        default: revision = .workTree
        }
        let finding = try oracle.one("alan-turing", at: revision)
        #expect(finding.code == "store.unreadable")
        #expect(finding.message == "The file has more than 8 MB, so it is not read")
        #expect(finding.location?.file == file)
        // Who lists everybody is not stopped by one.
        let reader = try oracle.open().snapshot(at: revision).reader()
        #expect(try reader.section("profile", of: .known("alan-turing")) == nil)
    }

    @Test func `a folder in the place of a section is an error`() throws {
        let oracle = try GitOracle.store()
        try oracle.write("x", to: "profiles/alan-turing/news.yml/a.yml")
        let finding = try oracle.one("alan-turing")
        #expect(finding.severity == .error)
        #expect(finding.message == "A section is a file, and this is a folder")
    }

    @Test func `a profile without a person is an error`() throws {
        let oracle = try GitOracle.store()
        try oracle.write(StoreText.news(("a", "B")), to: "profiles/nobody/news.yml")
        let finding = try oracle.one("nobody")
        #expect(finding.code == "store.no-person")
        #expect(finding.location?.file == "profiles/nobody")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func `a file that may not be read is named`() throws {
        let oracle = try GitOracle.store()
        let file = oracle.path + "/profiles/alan-turing/profile.yml"
        chmod(file, 0)
        let finding = try oracle.one("alan-turing")
        #expect(finding.code == "store.unreadable")
        #expect(finding.message.contains("permission"))
        #expect(finding.hint?.contains("ls -l") == true)
    }
}

extension GitOracle {
    /// The one finding about a profile.
    fileprivate func one(_ id: String, at revision: Revision = .workTree) throws -> Diagnostic {
        let diagnostics = try open().snapshot(at: revision).profile(id).diagnostics
        try #require(diagnostics.count == 1, "\(diagnostics)")
        return diagnostics[0]
    }
}
