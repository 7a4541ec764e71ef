import ProfileStore
import RecordModel
import TestSupport
import Testing

/// What is told of assets without knowing their formats.
struct AssetHeadTests {
    @Test func `size and first bytes of the assets are read`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("name: {display: Ada}\n", to: "profiles/ada/profile.yml")
        _ = try folder.write("0123456789", to: "profiles/ada/assets/a.txt")
        _ = try folder.write("", to: "profiles/ada/assets/b/empty.txt")
        let reader = try Snapshot(folder: folder.path).reader()
        let id = try #require(ProfileID("ada"))
        let profile = try #require(try reader.profile(id))
        let heads = try reader.assetHeads(of: profile, count: 4)
        #expect(heads.map(\.path) == ["assets/a.txt", "assets/b/empty.txt"])
        #expect(heads.map(\.size) == [10, 0])
        #expect(heads.map(\.head) == [Array("0123".utf8), []])
    }
}
