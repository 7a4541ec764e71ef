import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// The person who writes in these tests.
let ada = Signature(name: "Ada Lovelace", email: "ada@example.org", seconds: 1_700_000_100)

extension GitOracle {
    /// A repository with a store of two people, committed.
    static func store(_ files: [String: String] = StoreText.two) throws -> GitOracle {
        let oracle = try GitOracle()
        try oracle.commit("store: begin", files)
        return oracle
    }

    /// Opens the repository as a store.
    func open() throws -> Store { try Store(at: path) }

    /// A bare repository that holds what this one does.
    func bare() throws -> GitOracle {
        let bare = try GitOracle(bare: true)
        try git("push", "-q", bare.path, "main")
        return bare
    }
}

extension Snapshot {
    /// Reads one profile.
    func profile(_ id: String) throws -> StoredProfile {
        let id = try #require(ProfileID(id))
        return try #require(try reader().profile(id))
    }
}

/// Returns the failure of a call; nil when it did not fail.
func failure<Result>(of call: () throws(StoreError) -> Result) -> StoreError? {
    do throws(StoreError) {
        _ = try call()
        return nil
    } catch { return error }
}
