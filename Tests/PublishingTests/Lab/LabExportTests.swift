import Formats
import Foundation
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// The lab's own site, from a store into a folder.
@Suite struct LabExportTests {
    private let folder: TemporaryFolder
    private var target: String { folder.path + "/site" }

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: "store/" + name) }
        try folder.write(
            """
            - {id: engine, title: Notes on the Engine, date: '1843', authors: [{name: Ada Lovelace, self: true}],
               image: {file: assets/engine.png}, abstract: "See [the plan](assets/plan.pdf)."}
            """, to: "store/profiles/ada-lovelace/publications.yml")
        try folder.write(
            """
            - {id: notes, title: Notes on the engine, date: '1843', authors: [{name: A. Lovelace}],
               image: {file: assets/picture.png}}
            """, to: "store/profiles/alan-turing/publications.yml")
        let png: [UInt8] = [0x89] + Array("PNG the same".utf8)
        for name in ["ada-lovelace/assets/engine.png", "alan-turing/assets/picture.png"] {
            try folder.write(png, to: "store/profiles/" + name)
        }
        try folder.write("%PDF-1", to: "store/profiles/ada-lovelace/assets/plan.pdf")
        try folder.write(
            [0xFF, 0xD8, 0xFF, 1], to: "store/profiles/ada-lovelace/assets/photo.jpg")
    }

    private func export(
        to target: String? = nil, asOf day: String? = nil, options: Exporter.Options = .init()
    ) throws -> ExportOutcome {
        var snapshot = try Snapshot(folder: folder.path + "/store")
        snapshot.asOf = day.flatMap(CalendarDay.init)
        return try LabExport(of: snapshot, exporter: Exporter(options: options))
            .export(to: target ?? self.target)
    }

    private func check() throws -> ExportOutcome {
        try LabExport(of: Snapshot(folder: folder.path + "/store"), exporter: Exporter())
            .check(at: target)
    }

    private func names(_ folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    }

    @Test func `a second export writes nothing, and a check finds what somebody changed`() throws {
        let first = try export()
        #expect(!first.isRefused && first.report?.written == first.report?.files)
        let second = try export()
        #expect(second.report?.written == 0 && second.report?.unchanged == first.report?.files)
        #expect(try check().isRefused == false)
        try folder.write("mine", to: "site/people/index.html")
        #expect(try check().diagnostics.contains { $0.code == "export.changed-file" })
        #expect(try export().isRefused)
        #expect(try folder.read("site/people/index.html") == "mine")
    }

    @Test func `the site is exchanged in one step, with what others put there`() throws {
        var options = Exporter.Options()
        options.isAtomic = true
        _ = try export(options: options)
        try folder.write("mine", to: "site/.git/HEAD")
        func folderNumber() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: target)[.systemFileNumber] as? Int
        }
        let before = try folderNumber()
        _ = try export(options: options)
        #expect(try folderNumber() == before)
        try FileManager.default.removeItem(atPath: folder.path + "/store/profiles/alan-turing")
        // What a run left that was killed goes as well.
        try folder.write("half", to: "site" + FileSystem.unfinishedSuffix + "-1/index.html")
        let report = try export(options: options).report
        #expect(report?.deleted ?? 0 > 0)
        #expect(try folderNumber() != before)
        #expect(try folder.read("site/.git/HEAD") == "mine")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["site", "store"])
        #expect(try !check().isRefused)
    }

    @Test func `two runs at the same time make one site`() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { try !export().isRefused } }
            for try await isFine in group { #expect(isFine) }
        }
        #expect(try !check().isRefused)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["site", "store"])
    }

    @Test func `the pages of a profile that is gone go with it`() throws {
        _ = try export()
        #expect(names(target).contains("people/alan-turing/index.html"))
        try FileManager.default.removeItem(atPath: folder.path + "/store/profiles/alan-turing")
        let report = try export().report
        #expect(report?.deleted ?? 0 > 0)
        #expect(!names(target).contains { $0.contains("alan-turing") })
        #expect(try export(to: folder.path + "/new").report?.files == report?.files)
        let same = try SystemCommand.run("diff", ["-r", "site", "new"], in: folder.path)
        #expect(same.output == "")
    }

    @Test func `a picture that two members have is copied once, under a name that says what it is`()
        throws
    {
        _ = try export()
        let assets = names(target).filter { $0.hasPrefix("assets/") }
        #expect(assets.count { $0.hasSuffix(".png") } == 1)
        #expect(
            assets.allSatisfy { $0.contains(/^assets\/(engine|plan|photo)-[0-9a-f]{12}\.[a-z]+$/) })
        let works = try folder.read("site/_data/publications.json")
        // Links within prose are those of the site as well.
        #expect(works.contains(/href=\\"assets\/plan-[0-9a-f]{12}.pdf/))
    }

    @Test func `with one broken record there is no site, and what is there stays`() throws {
        _ = try export()
        let before = names(target)
        try folder.write("name: {}\n", to: "store/profiles/alan-turing/profile.yml")
        let outcome = try export()
        #expect(outcome.isRefused && outcome.report == nil)
        #expect(outcome.diagnostics.allSatisfy { $0.profile == "alan-turing" })
        #expect(names(target) == before)
    }

    @Test func `what waits for a day shows from that day on`() throws {
        try folder.write(
            """
            - {id: early, date: '2025-05-01', text: Early words, show: {until: 2025-05}}
            - {id: late, date: '2025-06-01', text: Late words, show: {from: 2025-06}}
            """, to: "store/profiles/ada-lovelace/news.yml")
        func feed(_ day: String?) throws -> String {
            _ = try export(asOf: day)
            return try folder.read("site/feed.xml")
        }
        let may = try feed("2025-05-31")
        #expect(may.contains("Early words") && !may.contains("Late words"))
        let june = try feed("2025-06-01")
        #expect(!june.contains("Early words") && june.contains("Late words"))
        // A folder without history has no day: nothing that waits shows.
        let never = try feed(nil)
        #expect(never.contains("Early words") && !never.contains("Late words"))
        #expect(!june.contains("2025-06-01T00:00:00Z") == false)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1",
            "LABFOLIO_SOAK is not set"))
    func `a thousand profiles make a site, twice the same`() throws {
        let large = try TemporaryFolder()
        var generator = StoreGenerator()
        generator.profiles = 1_000
        try generator.write(to: large.path + "/store")
        for name in ["one", "two"] {
            let outcome = try LabExport(
                of: Snapshot(folder: large.path + "/store"), exporter: Exporter()
            ).export(to: large.path + "/" + name)
            #expect(!outcome.isRefused, "\(outcome.diagnostics.prefix(5))")
        }
        let same = try SystemCommand.run("diff", ["-rq", "one", "two"], in: large.path)
        #expect(same.output == "")
    }
}
