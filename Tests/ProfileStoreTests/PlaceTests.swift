import Formats
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Where findings about fields stand in files, and snapshots with other bytes.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PlaceTests {
    let oracle: GitOracle

    init() throws { oracle = try .store() }

    private func path(_ text: String) throws -> FieldPath {
        try #require(FieldPath(parsing: text))
    }

    @Test func `a finding and what it names get their lines, in other profiles too`() throws {
        let snapshot = try oracle.open().snapshot(at: .workTree)
        let id = try #require(ProfileID("ada-lovelace"))
        var finding = Diagnostic("lint.x", "x", path: try path("/news/engine/text"))
        finding.related = [
            RelatedPlace("here", path: try path("/profile/role")),
            RelatedPlace("there", profile: "alan-turing", path: try path("/profile/name/display")),
            RelatedPlace("nowhere", profile: "nobody", path: try path("/profile")),
        ]
        let located = try #require(try snapshot.reader().located([finding], in: id).first)
        #expect(located.location?.description == "profiles/ada-lovelace/news.yml:3:9")
        #expect(located.line == "  text: The engine *runs*.")
        #expect(
            located.related.map { $0.location?.description } == [
                "profiles/ada-lovelace/profile.yml:3:7",
                "profiles/alan-turing/profile.yml:2:12", nil,
            ])
        #expect(located.related.map(\.line) == ["role: Analyst", "  display: Alan Turing", nil])
        #expect(located.related.map(\.profile) == ["ada-lovelace", "alan-turing", "nobody"])
    }

    @Test func `what stands in lines of its own is found at its key`() throws {
        try oracle.write(
            StoreText.person("A", more: "keywords:\n  - a\n  - a\n"),
            to: "profiles/ada-lovelace/profile.yml")
        let snapshot = try oracle.open().snapshot(at: .workTree)
        let id = try #require(ProfileID("ada-lovelace"))
        let findings = try ["/profile/keywords", "/profile/keywords/1", "/profile/name"].map {
            Diagnostic("lint.x", "x", path: try path($0))
        }
        let lines = try snapshot.reader().located(findings, in: id).map { $0.location?.line }
        #expect(lines == [1, 3, 5])
    }

    @Test func `a snapshot can be read with other bytes in its files`() throws {
        let snapshot = try oracle.open().snapshot(at: .workTree)
        let file = "profiles/ada-lovelace/news.yml"
        let other = snapshot.replacing([file: Array("- id: [\n".utf8)])
        #expect(try snapshot.profile("ada-lovelace").diagnostics.isEmpty)
        #expect(try other.profile("ada-lovelace").diagnostics.map(\.code) == ["yaml.syntax"])
        #expect(try other.reader().bytes(of: file) == Array("- id: [\n".utf8))
        #expect(try snapshot.reader().bytes(of: file) != Array("- id: [\n".utf8))
    }
}
