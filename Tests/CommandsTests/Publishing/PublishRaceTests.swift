import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio publish` while somebody else pushes to the same branches: nobody's commit is lost.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PublishRaceTests {
    @Test func `who is overtaken publishes on top of the winner`() async throws {
        let fixture = try PublishFixture()
        let site = "ada-lovelace.git"
        try fixture.write("mine\n", to: "mine.txt", in: site)
        // Twice, while the push is checked, somebody else's commit gets in.
        let hook = fixture.sites.path + "/\(site)/hooks/pre-receive"
        try """
        #!/bin/sh
        unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
        export GIT_AUTHOR_NAME=W GIT_AUTHOR_EMAIL=w@x GIT_COMMITTER_NAME=W GIT_COMMITTER_EMAIL=w@x
        count=$(git rev-list --count main)
        if [ "$count" -lt 3 ]; then
            commit=$(echo "winner $count" | git commit-tree main^{tree} -p main)
            git update-ref refs/heads/main $commit
        fi
        """.write(toFile: hook, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
        let outcome = await fixture.publish("ada-lovelace", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
        #expect(outcome.output.contains("\"lostRaces\": 2"))
        #expect(
            try fixture.git(site, "log", "--format=%s", "main")
                == "Ada Lovelace: homepage published\nwinner 2\nwinner 1\nby hand")
        #expect(try fixture.git(site, "show", "main:mine.txt") == "mine")
        #expect(try fixture.faults(site) == "")
    }

    @Test func `what the winner did is looked at before it is published over`() async throws {
        let fixture = try PublishFixture()
        let site = "ada-lovelace.git"
        _ = await fixture.publish("ada-lovelace")
        try fixture.set(role: "Engineer")
        let blob = try fixture.sites.write("by hand\n", to: "blob")
        // The winner changes a page of ours.
        let hook = fixture.sites.path + "/\(site)/hooks/pre-receive"
        try """
        #!/bin/sh
        unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
        export GIT_AUTHOR_NAME=W GIT_AUTHOR_EMAIL=w@x GIT_COMMITTER_NAME=W GIT_COMMITTER_EMAIL=w@x
        export GIT_INDEX_FILE=\(fixture.sites.path)/index
        git read-tree main
        git update-index --cacheinfo 100644,$(git hash-object -w \(blob)),_data/homepage.json
        git update-ref refs/heads/main $(echo winner | git commit-tree $(git write-tree) -p main)
        """.write(toFile: hook, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
        let outcome = await fixture.publish("ada-lovelace")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error[publish.drift]"))
        #expect(try fixture.git(site, "log", "-1", "--format=%s", "main") == "winner")
    }

    private static let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1"

    /// Fifty sites of which five are pushed to; fewer where the whole suite has to be quick.
    @Test(arguments: [false, true])
    func `many sites are published while some of them are pushed to`(isFirst: Bool) async throws {
        let (count, busy, pushes) = Self.isSoak ? (50, 5, 12) : (20, 3, 4)
        let fixture = try PublishFixture([])
        let ids = (0..<count).map { "person-\($0)" }
        var files: [String: String] = [:]
        for id in ids { files["profiles/\(id)/profile.yml"] = StoreText.person(id) }
        try fixture.lab.oracle.commit("people", files)
        for id in ids { try fixture.make(id + ".git") }
        try fixture.configure(ids.map { "\($0): {repository: \(fixture.sites.path)/\($0).git}" })
        if !isFirst { #expect(await fixture.publish(ids).status == 0) }
        for id in ids {
            files["profiles/\(id)/profile.yml"] = StoreText.person(id, more: "role: New\n")
        }
        try fixture.lab.oracle.commit("roles", files)
        for id in ids.prefix(busy) {
            try fixture.write("start\n", to: "others/start", in: id + ".git")
        }
        async let outcome = fixture.publish(ids)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids.prefix(busy) {
                group.addTask { try Self.push(pushes, to: id, of: fixture) }
            }
            try await group.waitForAll()
        }
        let (status, errors) = (await outcome.status, await outcome.errors)
        #expect(status == 0, "\(errors)")
        for (number, id) in ids.enumerated() {
            let site = id + ".git"
            let subjects = try fixture.git(site, "log", "--format=%s", "main")
                .split(separator: "\n")
            let published = subjects.count { $0.contains(id) }
            #expect(published == (isFirst ? 1 : 2), "\(id): \(subjects)")
            guard number < busy else { continue }
            // Everybody's commits are there, and so are their files.
            for push in 0..<pushes {
                #expect(subjects.contains("theirs \(push)"), "\(id): \(subjects)")
                #expect(try fixture.git(site, "show", "main:others/\(push)") == "\(push)")
            }
            #expect(try fixture.git(site, "show", "main:_data/homepage.json").contains("New"))
            #expect(try fixture.faults(site) == "")
        }
        #expect(await fixture.publish(ids).output.contains("published as") == false)
    }

    /// Does what somebody else does who works on a site: pushes commits of their own, and takes in
    /// what came meanwhile if that fails.
    private static func push(_ count: Int, to id: String, of fixture: PublishFixture) throws {
        let git = fixture.lab.oracle
        let clone = fixture.sites.path + "/others-\(id)"
        try git.git("clone", "-q", fixture.sites.path + "/\(id).git", clone)
        for number in 0..<count {
            try FileManager.default.createDirectory(
                atPath: clone + "/others", withIntermediateDirectories: true)
            try "\(number)\n".write(
                toFile: clone + "/others/\(number)", atomically: true, encoding: .utf8)
            try git.git("-C", clone, "add", "--all")
            try git.git("-C", clone, "commit", "-q", "-m", "theirs \(number)")
            while try git.run(["-C", clone, "push", "-q", "origin", "HEAD:main"]).status != 0 {
                try git.git("-C", clone, "pull", "-q", "--rebase", "origin", "main")
            }
        }
    }
}
