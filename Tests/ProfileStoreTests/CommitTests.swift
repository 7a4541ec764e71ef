import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Law 7: a write moves one reference with its expected old value.
@Suite(.enabled(if: GitOracle.isInstalled)) struct CommitTests {
    let oracle: GitOracle
    let store: Store

    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
    }

    private func news(_ text: String) -> [UInt8] {
        Array(StoreText.news(("engine", text)).utf8)
    }

    private func expectSound(_ repository: GitOracle) throws {
        #expect(try repository.faults() == "")
    }

    @Test func `a commit moves the branch and brings the work tree along`() throws {
        let file = "profiles/ada-lovelace/news.yml"
        let id = try store.commit(message: "news: it runs", author: ada) { _ in [file: news("Yes")]
        }
        #expect(id?.description == (try oracle.git("rev-parse", "main")))
        #expect(
            try oracle.git("log", "-1", "--format=%an <%ae> %s")
                == "Ada Lovelace <ada@example.org> news: it runs")
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.read(file).contains("Yes"))
        #expect(try oracle.git("reflog", "-1", "--format=%gs") == "labfolio: news: it runs")
        try expectSound(oracle)
    }

    @Test func `files are removed, and with the last one their folder`() throws {
        let folder = "profiles/ada-lovelace"
        try store.commit(message: "gone", author: ada) { _ in
            ["\(folder)/news.yml": nil, "\(folder)/profile.yml": nil]
        }
        #expect(!oracle.folder.contains("repository/\(folder)"))
        #expect(try store.snapshot(at: .commit("HEAD")).profileIDs.map(\.text) == ["alan-turing"])
        #expect(try oracle.git("status", "--porcelain") == "")
        try expectSound(oracle)
    }

    @Test func `nothing to change is no commit`() throws {
        let head = try oracle.git("rev-parse", "HEAD")
        let file = "profiles/ada-lovelace/news.yml"
        let same = Array(try oracle.read(file).utf8)
        #expect(try store.commit(message: "x", author: ada) { _ in [:] } == nil)
        #expect(try store.commit(message: "x", author: ada) { _ in [file: same] } == nil)
        #expect(try store.commit(message: "x", author: ada) { _ in ["none": nil] } == nil)
        #expect(try oracle.git("rev-parse", "HEAD") == head)
    }

    @Test(arguments: [false, true])
    func `two writers of different files both land`(isBare: Bool) throws {
        let place = isBare ? try oracle.bare() : oracle
        let store = try place.open()
        var asked = 0
        try store.commit(message: "second", author: ada) { snapshot throws(StoreError) in
            asked += 1
            if asked == 1 {
                // Another writer is quicker, after this one has read.
                try store.commit(message: "first", author: ada) { _ in
                    ["profiles/ada-lovelace/news.yml": news("First")]
                }
            } else {
                #expect(
                    try snapshot?.reader().section("news", of: .known("ada-lovelace"))?.list?[0][
                        "text"] == "First")
            }
            return ["profiles/alan-turing/news.yml": news("Second")]
        }
        #expect(asked == 2)
        #expect(try place.git("log", "--format=%s", "main") == "second\nfirst\nstore: begin")
        let snapshot = try store.snapshot(at: .commit("HEAD"))
        for id in ["ada-lovelace", "alan-turing"] {
            #expect(try snapshot.profile(id).record.value["news"]?.list?.count == 1)
        }
        if !isBare { #expect(try place.git("status", "--porcelain") == "") }
        try expectSound(place)
    }

    @Test func `a race that is always lost is reported, and loses nothing`() throws {
        var rounds = 0
        let error = failure { () throws(StoreError) in
            try store.commit(message: "loser", author: ada, attempts: 3) { _ throws(StoreError) in
                rounds += 1
                try store.commit(message: "winner \(rounds)", author: ada) { _ in
                    ["profiles/ada-lovelace/news.yml": news("\(rounds)")]
                }
                return ["profiles/alan-turing/news.yml": news("Never")]
            }
        }
        guard case .moved? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.hint == "Run the command again")
        #expect(rounds == 3)
        #expect(try oracle.git("log", "-1", "--format=%s") == "winner 3")
        #expect(!oracle.folder.contains("repository/profiles/alan-turing/news.yml"))
        #expect(try oracle.git("status", "--porcelain") == "")
        try expectSound(oracle)
    }

    @Test(arguments: 0..<4) func `writers at the same time lose nothing`(round: Int) async throws {
        let (store, bytes) = (store, news("Here"))
        let count = 6
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<count {
                group.addTask {
                    try store.commit(message: "writer \(writer)", author: ada, attempts: 500) { _ in
                        ["profiles/p-\(writer)/news.yml": bytes]
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try oracle.git("rev-list", "--count", "HEAD") == "\(count + 1)")
        #expect(try store.snapshot(at: .commit("HEAD")).profileIDs.count == count + 2)
        try expectSound(oracle)
    }

    @Test(arguments: [true, false])
    func `a file with changes of its own is not overwritten`(isStaged: Bool) throws {
        let file = "profiles/ada-lovelace/news.yml"
        let head = try oracle.git("rev-parse", "HEAD")
        try oracle.write("mine\n", to: file)
        if isStaged { try oracle.git("add", file) }
        let error = failure { () throws(StoreError) in
            try store.commit(message: "x", author: ada) { _ in [file: news("Yours")] }
        }
        guard case .changedFiles(let files)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(files == [file])
        #expect(try oracle.read(file) == "mine\n")
        #expect(try oracle.git("rev-parse", "HEAD") == head)
        try expectSound(oracle)
    }

    @Test func `a dirty file that is not written stays as it is`() throws {
        try oracle.write("mine\n", to: "profiles/alan-turing/profile.yml")
        try oracle.write("staged\n", to: "notes.txt")
        try oracle.git("add", "notes.txt")
        try store.commit(message: "x", author: ada) { _ in
            ["profiles/ada-lovelace/news.yml": news("Yours")]
        }
        #expect(
            try oracle.git("status", "--porcelain")
                == "A  notes.txt\n M profiles/alan-turing/profile.yml")
        #expect(
            try oracle.git("show", "--name-only", "--format=") == "profiles/ada-lovelace/news.yml")
        try expectSound(oracle)
    }

    @Test func `where no branch is checked out, HEAD itself moves`() throws {
        try oracle.git("checkout", "-q", "--detach")
        let id = try store.commit(message: "x", author: ada) { _ in
            ["profiles/ada-lovelace/news.yml": news("Yours")]
        }
        #expect(try oracle.git("rev-parse", "HEAD") == id?.description)
        #expect(try oracle.git("rev-parse", "main") == oracle.git("rev-parse", "HEAD~"))
        #expect(try oracle.git("status", "--porcelain") == "")
        try expectSound(oracle)
    }

    @Test func `the first commit of a store is made as any other`() throws {
        let bare = try GitOracle(bare: true)
        try bare.open().commit(message: "begin", author: ada) { snapshot in
            #expect(snapshot == nil)
            return ["labfolio.yml": Array(StoreText.configuration.utf8)]
        }
        #expect(try bare.git("log", "--format=%s") == "begin")
        #expect(try bare.open().snapshot(at: .commit("HEAD")).diagnostics.isEmpty)
        try expectSound(bare)
    }

    @Test(arguments: ["../outside", "/etc/x", "a/../../b", ".git/config", "a//b", ""])
    func `no change can leave the store`(path: String) throws {
        let head = try oracle.git("rev-parse", "HEAD")
        let error = failure { () throws(StoreError) in
            try store.commit(message: "x", author: ada) { _ in [path: news("x")] }
        }
        #expect(error != nil)
        #expect(try oracle.git("rev-parse", "HEAD") == head)
    }

    @Test func `a file is not written through a link in the work tree`() throws {
        let outside = try TemporaryFolder()
        try oracle.git("init", "-q", oracle.path)
        try SystemCommand.run("ln", ["-s", outside.path, oracle.path + "/profiles/eve"])
        let error = failure { () throws(StoreError) in
            try store.writeWorkTree(["profiles/eve/profile.yml": news("x")])
        }
        #expect(error?.message.contains("symbolic link") == true)
        #expect(!outside.contains("profile.yml"))
    }
}
