import Formats
import Foundation
import Git
import ProfileStore
import RecordModel
import TestSupport
import Testing

/// A footprint holds as long as nothing that was read has changed, and no longer.
@Suite(.enabled(if: GitOracle.isInstalled)) struct SourceFootprintTests {
    let oracle: GitOracle
    let store: Store

    init() throws {
        oracle = try GitOracle()
        try oracle.commit("begin", StoreText.two)
        store = try Store(at: oracle.path)
    }

    /// Reads Ada's profile and Alan's name.
    private func footprint(at revision: Revision) throws -> SourceFootprint? {
        try store.snapshot(at: revision).reader().withFootprint {
            (reader: ProfileReader) throws(StoreError) in
            _ = try reader.profile(.known("ada-lovelace"))
            _ = try reader.section("profile", of: .known("alan-turing"))
        }.footprint
    }

    private func holds(_ footprint: SourceFootprint, at revision: Revision) throws -> Bool {
        try store.snapshot(at: revision).reader().stillHolds(footprint)
    }

    /// What is done to the store, and whether it concerns the work.
    static let changes: [(script: String, concerns: Bool)] = [
        ("echo '# x' >> profiles/ada-lovelace/news.yml", true),
        ("rm profiles/ada-lovelace/news.yml", true),
        ("echo '[]' > profiles/ada-lovelace/talks.yml", true),
        ("mkdir profiles/ada-lovelace/assets && echo x > profiles/ada-lovelace/assets/x", true),
        ("echo '# x' >> profiles/alan-turing/profile.yml", true),
        ("rm -r profiles/alan-turing", true),
        ("echo '[]' > profiles/alan-turing/news.yml", false),
        ("echo '# x' >> labfolio.yml", false),
        ("mkdir -p profiles/grace-hopper && echo x > profiles/grace-hopper/profile.yml", false),
    ]

    @Test(arguments: changes, [Revision.workTree, .commit("HEAD")])
    func `it holds until something that was read changes`(
        _ change: (script: String, concerns: Bool), revision: Revision
    ) throws {
        usleep(20_000)
        let footprint = try #require(try footprint(at: revision))
        #expect(try holds(footprint, at: revision))
        try SystemCommand.run("sh", ["-c", change.script], in: oracle.path)
        try oracle.git("add", "--all")
        try oracle.git("commit", "-qm", "change")
        #expect(try holds(footprint, at: revision) == !change.concerns)
    }

    @Test func `a commit's is a tree for all of a profile, and a blob for a look at another one`()
        throws
    {
        let footprint = try #require(try footprint(at: .commit("HEAD")))
        #expect(
            footprint.paths.paths == [
                "profiles/ada-lovelace", "profiles/alan-turing/profile.yml",
            ])
    }

    @Test func `there is none where files have just been written, or only their content is known`()
        throws
    {
        usleep(20_000)
        let snapshot = try store.snapshot(at: .workTree)
        let result = try snapshot.reader().withFootprint {
            (reader: ProfileReader) throws(StoreError) in
            _ = try reader.profile(.known("ada-lovelace"))
            // Somebody saves the file while it is read.
            _ = try? oracle.write("# x\n", to: "profiles/ada-lovelace/news.yml")
        }
        #expect(result.footprint == nil)
        #expect(try self.footprint(at: .index) == nil)
        let replaced = snapshot.replacing(["profiles/ada-lovelace/news.yml": Array("[]".utf8)])
        let replacement = try replaced.reader().withFootprint {
            (reader: ProfileReader) throws(StoreError) in
            _ = try reader.profile(.known("ada-lovelace"))
        }
        #expect(replacement.footprint == nil)
    }
}
