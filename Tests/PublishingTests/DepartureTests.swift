import Formats
import Foundation
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// What goes with people who left, and with layouts that nobody has any more, and what does not.
@Suite struct DepartureTests {
    private let folder: TemporaryFolder
    private var sites: String { folder.path + "/sites" }

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: "store/" + name) }
        try folder.write("lab: {name: Ours}\n", to: "store/labfolio.yml")
    }

    /// Exports all profiles, and takes away what is to go.
    private func export(
        isByLayout: Bool = false, layout: String? = nil, isPruned: Bool = false,
        into target: String? = nil
    ) throws -> (outcomes: [ExportOutcome], leftovers: [Diagnostic]) {
        let snapshot = try Snapshot(folder: folder.path + "/store")
        let export = try StoreExport(
            of: snapshot, into: .init(folder: target ?? sites, isByLayout: isByLayout),
            layout: layout, exporter: Exporter())
        try export.checkPlace()
        let reader = try snapshot.reader()
        var outcomes: [ExportOutcome] = []
        for id in snapshot.profileIDs { outcomes.append(try export.export(id, reader: reader)) }
        let leftovers = try export.leftovers(after: outcomes)
        if isPruned { outcomes += try export.prune(after: outcomes) }
        return (outcomes, leftovers)
    }

    private func choose(_ theme: String) throws {
        try folder.write(
            "name: {display: Ada Lovelace}\nlayout: {theme: \(theme)}\n",
            to: "store/profiles/ada-lovelace/profile.yml")
    }

    private func leave() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/store/profiles/alan-turing")
    }

    private func contains(_ name: String) -> Bool { folder.contains("sites/" + name) }

    @Test func `a layout that a profile no longer has is found, and taken away when asked`() throws
    {
        try choose("plain")
        #expect(try export(isByLayout: true).leftovers.isEmpty)
        try folder.write("by hand", to: "sites/ada-lovelace/plain/theme/plain.css")
        try folder.write("mine", to: "sites/ada-lovelace/plain/mine.txt")
        try choose("al-folio")
        let found = try export(isByLayout: true).leftovers
        #expect(found.map(\.code.rawValue) == ["export.former-layout"])
        #expect(found.first?.location?.file.hasSuffix("/ada-lovelace/plain") == true)
        #expect(contains("ada-lovelace/plain/index.html"))
        let pruned = try export(isByLayout: true, isPruned: true).outcomes.last
        #expect(pruned?.report?.isTakenAway == true && pruned?.report?.layout == "plain")
        // What somebody changed stays, and is said; what is not ours is nobody's business.
        #expect(pruned?.diagnostics.map(\.code.rawValue) == ["export.kept-file"])
        #expect(!contains("ada-lovelace/plain/index.html"))
        #expect(contains("ada-lovelace/plain/theme/plain.css"))
        #expect(contains("ada-lovelace/plain/mine.txt"))
        #expect(contains("ada-lovelace/al-folio/_config.yml"))
        #expect(contains("alan-turing/plain/index.html"))
    }

    @Test func `layouts side by side that somebody asked for stay`() throws {
        try choose("plain")
        for layout in ["plain", "al-folio"] {
            #expect(try export(isByLayout: true, layout: layout).leftovers.isEmpty)
        }
        _ = try export(isByLayout: true, layout: "plain", isPruned: true)
        #expect(contains("ada-lovelace/al-folio/_config.yml"))
    }

    @Test func `both layouts of a person who left go`() throws {
        for layout in ["plain", "al-folio"] { _ = try export(isByLayout: true, layout: layout) }
        try leave()
        let pruned = try export(isByLayout: true, isPruned: true).outcomes.compactMap(\.report)
            .filter(\.isTakenAway)
        #expect(
            pruned.map { "\($0.profile) \($0.layout)" } == [
                "ada-lovelace al-folio", "alan-turing al-folio", "alan-turing plain",
            ])
        #expect(!contains("alan-turing"))
    }

    @Test func `the lab's own site among the homepages is nobody who left`() throws {
        _ = try export()
        let lab = LabExport(of: try Snapshot(folder: folder.path + "/store"), exporter: Exporter())
        for name in ["lab", "our-site"] {
            _ = try lab.export(to: sites + "/" + name)
            let (outcomes, leftovers) = try export(isPruned: true)
            #expect(outcomes.count == 2 && leftovers.isEmpty)
            #expect(contains(name + "/people/index.html"))
        }
    }

    @Test func `a person whose id is that of the lab does not get the lab's site`() throws {
        let lab = LabExport(of: try Snapshot(folder: folder.path + "/store"), exporter: Exporter())
        _ = try lab.export(to: sites + "/lab")
        try folder.write(StoreText.person("Lab Rador"), to: "store/profiles/lab/profile.yml")
        let refused = try export().outcomes.first { $0.id.text == "lab" }
        #expect(refused?.diagnostics.first?.message == "The folder holds the lab's own site")
        #expect(contains("lab/people/index.html"))
        // Nor the other way round.
        try FileManager.default.removeItem(atPath: sites + "/lab")
        _ = try export()
        #expect(try lab.export(to: sites + "/lab").isRefused)
    }

    @Test func `homepages are not put among the pages of a site`() throws {
        let lab = LabExport(of: try Snapshot(folder: folder.path + "/store"), exporter: Exporter())
        _ = try lab.export(to: sites)
        let error = #expect(throws: ExportError.self) { try export() }
        #expect(error?.hint?.contains("--lab") == true)
        #expect(!contains("ada-lovelace"))
    }

    @Test(arguments: [nil, "Theirs"])
    func `homepages of another store stay, and are said once`(name: String?) throws {
        _ = try export()
        let other = try TemporaryFolder()
        for (name, text) in StoreText.two { try other.write(text, to: name) }
        try other.write(name.map { "lab: {name: \($0)}\n" } ?? "{}\n", to: "labfolio.yml")
        for id in ["eve", "mallory"] {
            try other.write(StoreText.person(id), to: "profiles/\(id)/profile.yml")
        }
        let theirs = try Snapshot(folder: other.path)
        let export = try StoreExport(
            of: theirs, into: .init(folder: sites), exporter: Exporter())
        for id in ["eve", "mallory"] {
            _ = try export.export(.known(id), reader: theirs.reader())
        }
        try leave()
        let (outcomes, leftovers) = try self.export(isPruned: true)
        #expect(outcomes.count == 2 && outcomes.last?.id.text == "alan-turing")
        #expect(
            leftovers.map(\.code.rawValue).sorted()
                == ["export.departed-profile", "export.other-store"])
        let said = try #require(leftovers.first { $0.code == "export.other-store" })
        #expect(said.severity == .warning && said.hint?.contains("eve, mallory") == true)
        #expect(said.message.contains(name ?? "without a name"))
        #expect(contains("eve/index.html") && contains("mallory/index.html"))
        #expect(!contains("alan-turing"))
    }

    @Test func `a lab that gets another name keeps its homepages`() throws {
        _ = try export()
        try folder.write("lab: {name: Renamed}\n", to: "store/labfolio.yml")
        let again = try export()
        #expect(again.outcomes.allSatisfy { !$0.isRefused } && again.leftovers.isEmpty)
        try leave()
        _ = try export(isPruned: true)
        #expect(!contains("alan-turing"))
    }

    @Test func `a link among the homepages is not followed`() throws {
        _ = try export()
        let outside = try TemporaryFolder()
        try leave()
        try FileManager.default.moveItem(
            atPath: sites + "/alan-turing", toPath: outside.path + "/site")
        try FileManager.default.createSymbolicLink(
            atPath: sites + "/alan-turing", withDestinationPath: outside.path + "/site")
        _ = try FileManager.default.createDirectory(
            atPath: sites + "/grace", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: sites + "/grace/plain", withDestinationPath: outside.path + "/site")
        let (outcomes, leftovers) = try export(isPruned: true)
        #expect(outcomes.count == 1 && leftovers.isEmpty)
        #expect(outside.contains("site/index.html"))
    }
}
