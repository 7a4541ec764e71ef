import Foundation
import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What history keeps between runs: never anything but what would be read.
@Suite(.enabled(if: GitOracle.isInstalled)) struct HistoryCacheTests {
    private let cache: TemporaryFolder

    init() throws { cache = try TemporaryFolder() }

    private var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: cache.path).sorted() }
    }

    private func blame(_ store: Store) throws -> [String] {
        try store.blame(of: GeneratedHistory.id).map { "\($0.path) \($0.value) \($0.commit.id)" }
    }

    private func store(
        of history: GeneratedHistory, build: String = "one"
    ) throws -> Store {
        var store = try history.store
        store.historyCache = HistoryCache(in: cache.path, build: build)
        return store
    }

    /// How many files are read that are not kept.
    private func readCount(_ store: Store) throws -> Int {
        let snapshot = try store.snapshot(at: .commit("HEAD"))
        let history = store.history(
            of: GeneratedHistory.id, in: try store.repository(), as: snapshot)
        let headID = try #require(snapshot.commitID)
        let head = try #require(try history.commit(headID))
        _ = try history.blame(of: GeneratedHistory.id, field: .root, in: head)
        return history.readCount
    }

    @Test(arguments: UInt64(0)..<12)
    func `with and without what was kept the answers are the same`(seed: UInt64) throws {
        let history = try GeneratedHistory(seed: seed, commits: 10 + Int(seed))
        let kept = try store(of: history)
        let plain = try blame(try history.store)
        #expect(try readCount(kept) > 0)
        #expect(try blame(kept) == plain)
        #expect(try readCount(kept) == 0)
        #expect(try blame(kept) == plain)
        for field in try kept.blame(of: GeneratedHistory.id).prefix(12) {
            let commits = try history.store.log(of: GeneratedHistory.id, field: field.path)
            #expect(
                try kept.log(of: GeneratedHistory.id, field: field.path).map(\.id)
                    == commits.map(\.id))
        }
        #expect(try readCount(kept) == 0)
    }

    @Test func `a new commit adds what it brings, and nothing is read twice`() throws {
        let history = try GeneratedHistory(seed: 3, commits: 20)
        let store = try store(of: history)
        _ = try blame(store)
        for number in 1...3 {
            try store.commit(message: "role", author: ada) { snapshot throws(StoreError) in
                try snapshot?.edited(
                    [FieldEdit(FieldPath(steps: ["profile", "role"]), .string("Role \(number)"))],
                    in: GeneratedHistory.id
                ).files ?? [:]
            }
            #expect(try readCount(store) == 1)
            _ = try blame(store)
            #expect(try readCount(store) == 0)
        }
        var plain = store
        plain.historyCache = nil
        #expect(try blame(store) == blame(plain))
    }

    @Test func `a damaged file is as good as none`() throws {
        let history = try GeneratedHistory(seed: 5, commits: 8)
        let store = try store(of: history)
        let plain = try blame(store)
        let name = try #require(try files.first)
        let whole = try bytes(of: name)
        for seed in UInt64(0)..<24 {
            var damaged = whole
            var random = SeededGenerator(seed: seed)
            switch seed % 4 {
            case 0: damaged.removeLast(Int.random(in: 1...damaged.count, using: &random))
            case 1: damaged += [0]
            default:
                let place = Int.random(in: damaged.indices, using: &random)
                damaged[place] ^= UInt8.random(in: 1...255, using: &random)
            }
            try cache.write(damaged, to: name)
            #expect(try readCount(store) > 0, "the damage is seen, seed \(seed)")
            #expect(try blame(store) == plain)
            #expect(try bytes(of: name) == whole, "and mended")
        }
    }

    private func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: cache.path + "/" + name)))
    }

    /// As above, but the hash says that all is well: the form alone has to hold.
    @Test func `a content of any bytes is read without harm`() throws {
        let history = try GeneratedHistory(seed: 6, commits: 5)
        let store = try store(of: history)
        _ = try blame(store)
        let snapshot = try store.snapshot(at: .commit("HEAD"))
        let file = try #require(
            store.historyCache?.file(
                for: GeneratedHistory.id, of: store.path, schemaHash: snapshot.schemaHash))
        let whole = Array(try #require(HistoryCache.read(file.path, key: file.key)))
        let blob = try #require(BlobID(bytes: Array(repeating: 7, count: 20)))
        for seed in UInt64(0)..<1_000 {
            var content = whole
            var random = SeededGenerator(seed: seed)
            for _ in 0..<4 {
                let place = Int.random(in: content.indices, using: &random)
                content[place] = UInt8.random(in: 0...255, using: &random)
            }
            HistoryCache.write(content, to: file.path, key: file.key)
            var kept = KeptVersions(in: file)
            for section in snapshot.schemas.sectionNames {
                #expect(kept.version(blob, of: section) == nil)
            }
            kept.add([("news", blob, nil)])
        }
    }

    @Test func `another build, another store and other schemas know nothing of it`() throws {
        let history = try GeneratedHistory(seed: 7, commits: 8)
        _ = try blame(try store(of: history))
        #expect(try readCount(try store(of: history, build: "two")) > 0)
        #expect(HistoryCache(in: cache.path, build: "") == nil)
        let cached = try #require(HistoryCache(in: cache.path, build: "one"))
        let id = GeneratedHistory.id
        #expect(
            cached.file(for: id, of: "/one", schemaHash: "a").key
                != cached.file(for: id, of: "/two", schemaHash: "a").key)
        #expect(
            cached.file(for: id, of: "/one", schemaHash: "a").key
                != cached.file(for: id, of: "/one", schemaHash: "b").key)
    }

    @Test func `a folder that cannot be written to is no error`() throws {
        let history = try GeneratedHistory(seed: 8, commits: 6)
        var store = try history.store
        let plain = try blame(store)
        // A file where the folder would be, which not even root writes into.
        try cache.write("", to: "taken")
        store.historyCache = HistoryCache(in: cache.path + "/taken", build: "one")
        #expect(try blame(store) == plain)
        store.historyCache = HistoryCache(in: cache.path + "/new/folder", build: "one")
        #expect(try blame(store) == plain)
        #expect(try readCount(store) == 0)
    }

    @Test func `there are never more files than places`() throws {
        let cached = try #require(HistoryCache(in: "/cache", build: "one"))
        var paths: Set<String> = []
        for number in 0..<5_000 {
            let id = ProfileID.known("person-\(number)")
            paths.insert(cached.file(for: id, of: "/store", schemaHash: "").path)
        }
        #expect(paths.count == Int(HistoryCache.slots))
    }

    @Test func `what does not fit is left out, the oldest first`() throws {
        let file = (path: cache.path + "/history-0", key: "key")
        var kept = KeptVersions(in: file)
        let large = String(repeating: "x", count: HistoryCache.sizeLimit / 10)
        var versions: [(section: String, blobID: BlobID, version: SectionVersion?)] = []
        for number in UInt8(0)..<20 {
            let blob = try #require(BlobID(bytes: Array(repeating: number, count: 20)))
            let part = SectionVersion.Part(name: "a", value: .string("\(number)" + large))
            versions.append(("news", blob, SectionVersion(isList: true, parts: [part])))
        }
        kept.add(versions)
        let size = try #require(
            try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
        #expect(size <= HistoryCache.sizeLimit)
        var again = KeptVersions(in: file)
        let found = versions.map { again.version($0.blobID, of: "news") != nil }
        #expect(found == (0..<20).map { $0 < 9 })
    }

    @Test func `writers at the same time leave one of their files whole`() async throws {
        let history = try GeneratedHistory(seed: 9, commits: 30)
        let stores = try (0..<8).map { _ in try store(of: history) }
        let plain = try blame(try history.store)
        let path = cache.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in stores {
                group.addTask { () async throws -> Void in
                    for _ in 0..<5 {
                        // The others find it gone, half-way through their search or before.
                        for name in try files where name.hasPrefix("history") {
                            try? FileManager.default.removeItem(atPath: path + "/" + name)
                        }
                        let found = try blame(store)
                        #expect(found == plain)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try blame(stores[0]) == plain)
        #expect(try readCount(stores[0]) == 0)
        #expect(try files.count == 1, "nothing unfinished is left")
    }
}
