import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

/// What the editor refuses, what it makes of a shape, and real files.
@Suite struct YAMLEditorRefusalTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let path: String
        let value: Value?
        let code: Diagnostic.Code
        let place: String

        var testDescription: String { "\(path) in \(text)" }
    }

    @Test(arguments: [
        Refusal(
            text: "a: &n\n  x: 1\nb: *n\n", path: "/b/x", value: 2, code: "yaml.edit-alias",
            place: "a.yml:3:4"),
        Refusal(
            text: "a: &n\n  x: 1\nb: *n\n", path: "/a/x", value: 2, code: "yaml.edit-alias",
            place: "a.yml:2:6"),
        Refusal(
            text: "a: &n 1\nb: *n\n", path: "/a", value: nil, code: "yaml.edit-alias",
            place: "a.yml:1:4"),
        Refusal(
            text: "a: x\n", path: "/a/b", value: 1, code: "yaml.no-place", place: "a.yml:1:4"),
        Refusal(
            text: "a: [x]\n", path: "/a/7", value: 1, code: "yaml.no-place", place: "a.yml:1:4"),
        Refusal(text: "a: 'x\n", path: "/a", value: 1, code: "yaml.syntax", place: "a.yml:2:1"),
        Refusal(
            text: "a: 1\n---\nb: 2\n", path: "/a", value: 2, code: "yaml.many-documents",
            place: "a.yml:2:1"),
    ])
    func `an edit that has no place is refused`(_ refusal: Refusal) {
        let edit = FieldEdit(FieldPath(parsing: refusal.path) ?? .root, refusal.value)
        let error = #expect(throws: Diagnostic.self) {
            try YAMLEditor().edited(Array(refusal.text.utf8), by: [edit], file: "a.yml")
        }
        #expect(error?.code == refusal.code)
        #expect(error?.location?.description == refusal.place)
        #expect(error?.hint != nil || error?.code == "yaml.syntax")
    }

    @Test func `a missing list is made where the shape expects one`() throws {
        let item: Shape = .mapping(["handle": .text], others: .any)
        let shape: Shape = .mapping(
            ["links": .list(item, ListRule(identity: .key("kind")))], others: .any)
        let edit = FieldEdit(
            FieldPath(steps: ["links", "orcid"]), ["kind": "orcid", "handle": "1.10"])
        let result = try YAMLEditor().edited(
            Array("# me\n".utf8), by: [edit], shape: shape, file: "a.yml")
        #expect(
            String(decoding: result, as: UTF8.self)
                == "# me\nlinks:\n  - kind: orcid\n    handle: '1.10'\n")
    }

    @Test func `text stays text where the shape expects it`() throws {
        let shape: Shape = .mapping(["date": .text], others: .any)
        let edit = FieldEdit(FieldPath(steps: ["date"]), "2025-01")
        let result = try YAMLEditor().edited(
            Array("date: 2024 # about\n".utf8), by: [edit], shape: shape, file: "a.yml")
        #expect(String(decoding: result, as: UTF8.self) == "date: 2025-01 # about\n")
    }

    @Test func `an editor for Jekyll quotes what it adds`() throws {
        let edit = FieldEdit(FieldPath(steps: ["b"]), ["c": "x"])
        let result = try YAMLEditor(style: .quoted).edited(
            Array("a: x\n".utf8), by: [edit], file: "a.yml")
        #expect(String(decoding: result, as: UTF8.self) == "a: x\nb:\n  c: \"x\"\n")
    }

    static let configurations = ["al-folio", "academicpages", "acad-homepage"].map {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
            + "/../../../../shared/themes/examples/\($0)/_config.yml"
    }

    @Test(
        .enabled("the themes' examples are not here") {
            configurations.allSatisfy { FileManager.default.fileExists(atPath: $0) }
        }, arguments: configurations)
    func `a field of a theme's configuration can be edited alone`(path: String) throws {
        let bytes = try FileSystem.read(path)
        let value = try YAMLReader().read(bytes, file: path).value
        let text = String(decoding: bytes, as: UTF8.self)
        let before = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The whole file is edited and read again for every field: all of them in the soak, else a
        // part.
        let step = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 1 : 4
        let paths = HostileGenerator.paths(in: value)
        for path in stride(from: 0, to: paths.count, by: step).map({ paths[$0] }) {
            guard let old = value.value(at: path), old.list == nil, old.mapping == nil else {
                continue
            }
            let edit = FieldEdit(path, "other words")
            let result = try YAMLEditor().edited(bytes, by: [edit], file: "_config.yml")
            let after = String(decoding: result, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let changes = after.difference(from: before)
            // A block scalar has a line of its own for what kind it is.
            let isBlock = before.contains { $0.hasSuffix("|") || $0.hasSuffix(">") }
            #expect(changes.insertions.count <= (isBlock ? 2 : 1), "\(path)")
            #expect(changes.removals.count <= (isBlock ? 6 : 1), "\(path)")
            let removed = try YAMLEditor().edited(
                bytes, by: [FieldEdit(path, nil)], file: "_config.yml")
            #expect(
                try YAMLReader().read(removed, file: "").value == value.setting(path, to: nil))
        }
    }
}
