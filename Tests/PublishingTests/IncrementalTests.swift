import Formats
import Foundation
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Law 6 with a memory: whatever changes, the store, the theme, the options, labfolio itself or the
/// target, and whatever is cut off, the bytes are those of a clean export.
@Suite(.enabled(if: GitOracle.isInstalled)) struct IncrementalTests {
    static var seeds: Range<UInt64> {
        0..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 200 : 4)
    }

    @Test(arguments: seeds) func `remembered output is clean output`(seed: UInt64) throws {
        let lab = try ChangingLab(seed: seed)
        for round in 0..<6 {
            let what = try lab.change()
            let comment = "seed \(seed), round \(round): \(what)"
            let outcomes = try lab.export()
            try #require(outcomes.allSatisfy { !$0.isRefused }, "\(comment)")
            try lab.exportClean()
            #expect(try lab.difference("sites", "clean") == [], "\(comment)")
            // What is remembered is what a run says that reads everything.
            let again = try lab.export()
            let full = try lab.export(remembering: false)
            #expect(again.map(Said.init) == full.map(Said.init), "\(comment)")
            #expect(full.allSatisfy { $0.report?.written == 0 })
        }
    }

    @Test func `what is as it was is not read again, and what is not is found`() throws {
        let lab = try ChangingLab(seed: 0)
        lab.pause()
        #expect(try lab.export().map(\.isKept) == [false, false, false])
        #expect(try lab.export().map(\.isKept) == [true, true, true])
        try lab.folder.write(
            StoreText.person("Ada King", more: "role: Countess\n"),
            to: "store/profiles/ada-lovelace/profile.yml")
        // Grace's page names Ada.
        #expect(try lab.export().map(\.isKept) == [false, true, false])
        lab.pause()
        try lab.export()
        #expect(try lab.export().map(\.isKept) == [true, true, true])
        lab.foreignFiles = .refuse
        try lab.export()
        #expect(try lab.export().map(\.isKept) == [true, true, true])
        try lab.folder.write("by hand", to: "sites/alan-turing/_data/homepage.json")
        for _ in 0..<2 {
            let found = try lab.export()
            #expect(found.map(\.isKept) == [true, false, true])
            #expect(found.map(\.isRefused) == [false, true, false])
        }
    }

    @Test func `what was remembered of a target goes with the target`() throws {
        let lab = try ChangingLab(seed: 0)
        func memories() throws -> Int {
            try FileManager.default.contentsOfDirectory(
                atPath: lab.folder.path + "/memory"
            ).count
        }
        try lab.export(to: "gone")
        try lab.export()
        #expect(try memories() == 2)
        // What is no memory stays, whatever it is called.
        try lab.folder.write("mine", to: "memory/export-of-mine")
        try FileManager.default.removeItem(atPath: lab.folder.path + "/gone")
        lab.pause()
        try lab.folder.write(
            StoreText.person("Ada King"), to: "store/profiles/ada-lovelace/profile.yml")
        try lab.export()
        #expect(try memories() == 2)
        #expect(lab.folder.contains("memory/export-of-mine"))
        lab.pause()
        try lab.export()
        #expect(try lab.export().map(\.isKept) == [true, true, true])
    }

    @Test func `a memory that was damaged is none`() throws {
        let lab = try ChangingLab(seed: 0)
        lab.pause()
        try lab.export()
        #expect(try lab.export().map(\.isKept) == [true, true, true])
        let file = try lab.memoryFile()
        let bytes = try #require(FileManager.default.contents(atPath: file))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<12 {
            var damaged = bytes
            switch Int.random(in: 0..<3, using: &random) {
            case 0: damaged = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
            case 1: damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= 0x10
            default: damaged += Data([1])
            }
            try damaged.write(to: URL(fileURLWithPath: file))
            #expect(try lab.export().map(\.isKept) == [false, false, false])
        }
    }
}

/// What is said of one profile.
private struct Said: Equatable {
    let counts: [Int]
    let layout: String
    let findings: [Diagnostic]

    init(_ outcome: ExportOutcome) {
        let report = outcome.report
        layout = report?.layout ?? ""
        counts = [
            report?.files ?? -1, report?.written ?? -1, report?.unchanged ?? -1,
            report?.kept ?? -1, report?.deleted ?? -1, report?.unshown ?? -1,
        ]
        findings = outcome.diagnostics
    }
}

/// A lab of three, one of whom writes papers with another one, and what may happen to it.
private final class ChangingLab {
    let folder: TemporaryFolder
    private var random: SeededGenerator
    /// Files that were lost and copied come back unasked.
    var foreignFiles = Exporter.Options.ForeignFiles.overwrite
    private var build = "1"
    private var layout: String?
    private var theme: String?
    private var revision = Revision.workTree
    private let isCommitted: Bool

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        random = SeededGenerator(seed: seed)
        isCommitted = seed % 3 == 2
        for (name, text) in StoreText.two { try folder.write(text, to: "store/" + name) }
        try folder.write(
            StoreText.person("Grace Hopper"), to: "store/profiles/grace-hopper/profile.yml")
        try folder.write(
            """
            - id: notes
              title: Notes
              authors:
                - name: Grace Hopper
                  self: true
                - name: Ada
                  profile: ada-lovelace
              date: 1950

            """, to: "store/profiles/grace-hopper/publications.yml")
        for name in ["_config.yml", "_layouts/page.html", "assets/x.css"] {
            try folder.write("title: \(name)\n", to: "theme/" + name)
        }
        if isCommitted {
            try git("init", "-q")
            try commit()
        }
    }

    /// Waits until what was written is old enough to be relied on.
    func pause() { usleep(15_000) }

    private func git(_ arguments: String...) throws {
        try SystemCommand.run(
            "git", ["-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments,
            in: folder.path + "/store")
    }

    private func commit() throws {
        try git("add", "--all")
        try git("commit", "-q", "--allow-empty", "-m", "c")
    }

    /// Does something at random, and returns what.
    func change() throws -> String {
        if Bool.random(using: &random) { pause() }
        let word = ["one", "two", "three", "four"].randomElement(using: &random) ?? ""
        let id =
            ["ada-lovelace", "alan-turing", "grace-hopper"].randomElement(using: &random) ?? ""
        let profile = "store/profiles/\(id)/"
        defer { if isCommitted { try? commit() } }
        let kind = Int.random(in: 0..<13, using: &random)
        switch kind {
        case 0:
            try folder.write(
                StoreText.person("\(id) \(word)", more: "bio: \(word)\n"),
                to: profile + "profile.yml")
        case 1: try folder.write(StoreText.news((word, "It is \(word)")), to: profile + "news.yml")
        case 2: try? FileManager.default.removeItem(atPath: "\(folder.path)/\(profile)news.yml")
        case 3:
            try folder.write(
                StoreText.configuration
                    + "language: \(["en", "de"].randomElement(using: &random) ?? "")\n",
                to: "store/labfolio.yml")
        case 4:
            layout =
                [nil, "plain", "al-folio", "acad-homepage"].randomElement(using: &random) ?? nil
        case 5:
            // A theme stays under a homepage that is exported without it, until its folder goes.
            if theme != nil { try? FileManager.default.removeItem(atPath: folder.path + "/sites") }
            theme = theme == nil ? folder.path + "/theme" : nil
        case 6: try folder.write("/* \(word) */", to: "theme/assets/x.css")
        case 7: try folder.write("title: \(word)\nmore: 1\n", to: "theme/_config.yml")
        case 8: build = word
        case 9: try? FileManager.default.removeItem(atPath: "\(folder.path)/sites/\(id)")
        case 10:
            // Something was lost from the target, and a run was cut off. Without its manifest nothing
            // tells a configuration of ours from the person's own, which is edited and kept.
            let names = try content("sites").keys.filter {
                $0.hasPrefix(id + "/") && !$0.contains("/.labfolio")
            }.sorted()
            if let name = names.randomElement(using: &random) {
                try? FileManager.default.removeItem(atPath: "\(folder.path)/sites/\(name)")
            }
            let manifest = "\(folder.path)/sites/\(id)/\(Manifest.path)"
            if let text = try? String(contentsOfFile: manifest, encoding: .utf8) {
                try text.replacingOccurrences(of: "\"complete\": true", with: "\"complete\": false")
                    .write(toFile: manifest, atomically: true, encoding: .utf8)
            }
        case 11: try? FileManager.default.removeItem(atPath: folder.path + "/memory")
        default: break
        }
        return "change \(kind)"
    }

    @discardableResult
    func export(
        to name: String = "sites", remembering: Bool = true
    ) throws -> [ExportOutcome] {
        let snapshot =
            isCommitted
            ? try Store(at: folder.path + "/store").snapshot(at: .commit("HEAD"))
            : try Snapshot(folder: folder.path + "/store")
        var options = Exporter.Options()
        options.version = build
        options.theme = theme
        options.foreignFiles = foreignFiles
        let place = StoreExport.Place(folder: folder.path + "/" + name)
        let memory =
            remembering ? ExportMemory(in: folder.path + "/memory", of: place.folder) : nil
        let export = try StoreExport(
            of: snapshot, into: place, layout: layout, exporter: Exporter(options: options),
            memory: memory, build: build)
        let reader = try snapshot.reader()
        let target = StampedTarget(at: place.folder)
        var outcomes: [ExportOutcome] = []
        for id in snapshot.profileIDs {
            outcomes.append(
                try export.remembered(id, reader: reader, in: target)
                    ?? export.export(id, reader: reader))
        }
        export.remember(outcomes)
        return outcomes
    }

    func exportClean() throws {
        try? FileManager.default.removeItem(atPath: folder.path + "/clean")
        try export(to: "clean", remembering: false)
    }

    func content(_ name: String) throws -> [String: String] {
        var found: [String: String] = [:]
        let names = FileManager.default.enumerator(atPath: folder.path + "/" + name)
        while let file = names?.nextObject() as? String {
            let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(name)/\(file)")
            found[file] = bytes.map { String(decoding: $0, as: UTF8.self) } ?? "a folder"
        }
        return found
    }

    /// The files that are not the same in two folders, or in one of them alone.
    func difference(_ one: String, _ other: String) throws -> [String] {
        let (first, second) = (try content(one), try content(other))
        return Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
    }

    func memoryFile() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/memory")
        return folder.path + "/memory/" + (try #require(names.first))
    }
}
