import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio export`, by the layout that is a site of its own.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ExportCommandTests {
    let lab: LabFixture
    var transcript: Transcript

    init() throws {
        lab = try LabFixture()
        transcript = lab.transcript()
    }

    /// The number of files that the layout writes is the layout's, so it is not in golden files.
    private func counts(_ output: String) throws -> [[String: Int]] {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        let profiles = value?["profiles"] as? [[String: Any]] ?? []
        return profiles.map { profile in
            profile.compactMapValues { ($0 as? NSNumber)?.intValue }
        }
    }

    @Test func `the report has the shape that programs read, and counts add up`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        let arguments = ["export", "--to", "out", "--format", "json"]
        let dry = await terminal.run(arguments + ["--dry-run"])
        #expect(!lab.oracle.folder.contains("repository/out"))
        let first = await terminal.run(arguments)
        let second = await terminal.run(arguments)
        #expect(dry.output == first.output)
        for outcome in [first, second] {
            #expect(outcome.status == 0)
            let value = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
                    as? [String: Any])
            #expect(Set(value.keys) == ["profiles", "diagnostics"])
            let profiles = try #require(value["profiles"] as? [[String: Any]])
            #expect(
                profiles.compactMap { $0["profile"] as? String }
                    == ["ada-lovelace", "alan-turing", "grace-hopper"])
            for profile in profiles {
                #expect(
                    Set(profile.keys)
                        == [
                            "profile", "layout", "files", "written", "unchanged", "deleted",
                            "returned", "kept",
                        ])
                #expect(profile["layout"] as? String == "plain")
            }
        }
        for (one, two) in zip(try counts(first.output), try counts(second.output)) {
            #expect(one["files"] == one["written"] && one["unchanged"] == 0)
            #expect(two["written"] == 0 && two["unchanged"] == two["files"])
        }
        #expect(lab.oracle.folder.contains("repository/out/ada-lovelace/_data/homepage.json"))
    }

    @Test func `text says one line a profile`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        _ = await terminal.run(["export", "--to", "out"])
        let outcome = await terminal.run(["export", "--to", "out"])
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            #expect(line.contains(": 0 written, "))
            #expect(line.contains("  plain  "))
        }
        #expect(Set(lines.map { $0.firstIndex(of: ":")?.utf16Offset(in: $0) }).count <= 2)
    }

    @Test func `flat writes one profile into the folder itself`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        let outcome = await terminal.run(["export", "ada-lovelace", "--to", "site", "--flat"])
        #expect(outcome.status == 0)
        #expect(
            lab.oracle.folder.contains("repository/site/index.md")
                || lab.oracle.folder.contains("repository/site/index.html"))
        #expect(lab.oracle.folder.contains("repository/site/.labfolio/manifest.json"))
    }

    @Test mutating func `what stands in the way of an export`() async throws {
        await transcript.run("export", "--to", "out", "--flat")
        await transcript.run("export", "nobody", "--to", "out")
        await transcript.run("export", "--to", "out", "--layout", "al-foli")
        await transcript.run("export", "--to", "out", "--at", "v9")
        await transcript.run("export", "alan-turing", "--to", "out", "--theme", "nowhere")
        await transcript.run("export", "alan-turing", "--to", "labfolio.yml")
        await transcript.run("export", "alan-turing", "--to", "/proc/none")
        transcript.note("a file of somebody else is in the way")
        try lab.oracle.write("mine\n", to: "out/alan-turing/_data/homepage.json")
        await transcript.run("export", "alan-turing", "--to", "out")
        #expect(try lab.oracle.read("out/alan-turing/_data/homepage.json") == "mine\n")
        transcript.note("a homepage that was changed by hand")
        let terminal = transcript.terminal
        _ = await terminal.run(["export", "ada-lovelace", "--to", "out"])
        try lab.oracle.write("by hand\n", to: "out/ada-lovelace/_data/homepage.json")
        await transcript.run("export", "ada-lovelace", "--to", "out")
        let forced = await terminal.run(["export", "ada-lovelace", "--to", "out", "--force"])
        #expect(forced.output.contains(" 1 written"))
        await transcript.run("export", "--to", "out", "--force", "--adopt")
        transcript.note("the folder of another profile")
        await transcript.run(
            "export", "alan-turing", "--to", "out/ada-lovelace", "--flat", "--dry-run")
        transcript.note("a record with errors, and a missing asset")
        try lab.oracle.write("name: [\n", to: "profiles/alan-turing/profile.yml")
        try lab.oracle.git("rm", "-q", "profiles/ada-lovelace/assets/photo.jpg")
        await transcript.run("export", "alan-turing", "ada-lovelace", "--to", "new")
        #expect(!lab.oracle.folder.contains("repository/new"))
        transcript.note("a check writes nothing")
        await transcript.run("export", "--check", "out", "--to", "out")
        #expect(try transcript.mismatch("export") == nil)
    }

    @Test func `a check fails on every difference, and on homepages that are gone`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        _ = await terminal.run(["export", "--to", "out"])
        let same = await terminal.run(["export", "--check", "out"])
        #expect((same.status, same.errors) == (0, ""))
        #expect(same.output.split(separator: "\n").allSatisfy { $0.hasSuffix("as the store says") })
        try lab.oracle.write("by hand\n", to: "out/ada-lovelace/_data/homepage.json")
        try lab.oracle.write("{}", to: "out/long-gone/.labfolio/manifest.json")
        let changed = await terminal.run(["export", "--check", "out"])
        #expect(changed.status == 1)
        #expect(changed.errors.contains("error[export.changed-file]"))
        #expect(changed.errors.contains("error[export.departed-profile]"))
        #expect(changed.output.contains(": 1 difference\n"))
        // A check of some profiles says nothing of the others.
        let one = await terminal.run(["export", "--check", "out", "alan-turing"])
        #expect((one.status, one.errors) == (0, ""))
        let json = await terminal.run(["export", "--check", "out", "--format", "json"])
        #expect(json.status == 1)
        #expect(json.output.contains("\"export.departed-profile\""))
    }

    @Test func `homepages of people who left are said, and taken away when that is asked for`()
        async throws
    {
        let terminal = RecordingTerminal(folder: lab.path)
        _ = await terminal.run(["export", "--to", "out"])
        try lab.oracle.git("rm", "-rq", "profiles/grace-hopper")
        try lab.oracle.write("mine", to: "out/grace-hopper/mine.txt")
        let warned = await terminal.run(["export", "--to", "out"])
        #expect(warned.status == 0)
        #expect(warned.errors.contains("warning[export.departed-profile]"))
        #expect(warned.errors.contains("--prune"))
        #expect(lab.oracle.folder.contains("repository/out/grace-hopper/index.html"))
        let trial = await terminal.run(["export", "--to", "out", "--prune", "--dry-run"])
        #expect(trial.output.contains("grace-hopper  plain          taken away: "))
        #expect(lab.oracle.folder.contains("repository/out/grace-hopper/index.html"))
        #expect(await terminal.run(["export", "--check", "out"]).status == 1)
        let pruned = await terminal.run(["export", "--to", "out", "--prune"])
        #expect(pruned.output == trial.output)
        #expect((pruned.status, pruned.errors) == (0, ""))
        let left = try SystemCommand.run("find", ["out/grace-hopper", "-type", "f"], in: lab.path)
        #expect(left.output == "out/grace-hopper/mine.txt\n")
        #expect(await terminal.run(["export", "--check", "out"]).status == 0)
        // The lab's own site has no room for who left; what a job says of all exports is fine here.
        let site = await terminal.run(["export", "--lab", "--to", "lab", "--atomic", "--prune"])
        #expect(site.status == 0 && site.output.hasPrefix("lab  lab "), "\(site.errors)")
        let again = await terminal.run(["export", "--lab", "--to", "lab", "--atomic", "--prune"])
        #expect(again.output.contains(": 0 written"))
        let mixed = await terminal.run(["export", "--to", "lab"])
        #expect(mixed.status == 3 && mixed.errors.contains("--lab"))
        for arguments in [["--flat", "ada-lovelace"], ["ada-lovelace"]] {
            let refused = await terminal.run(["export", "--to", "out", "--prune"] + arguments)
            #expect(refused.status == 2)
        }
    }

    @Test func `a second export remembers, and says the same`() async throws {
        var terminal = RecordingTerminal(folder: lab.path)
        terminal.environment["LABFOLIO_CACHE"] = lab.path + "/cache"
        terminal.build = "1"
        usleep(20_000)
        for layout in ["plain", "academicpages"] {
            let arguments = ["export", "--to", "out", "--layout", layout]
            _ = await terminal.run(arguments)
            let kept = lab.oracle.folder.contains("repository/cache")
            #expect(kept)
            for form in ["text", "json"] {
                let again = await terminal.run(arguments + ["--format", form])
                terminal.environment["LABFOLIO_CACHE"] = "off"
                let full = await terminal.run(arguments + ["--format", form])
                terminal.environment["LABFOLIO_CACHE"] = lab.path + "/cache"
                #expect((again.output, again.errors) == (full.output, full.errors))
            }
        }
    }

    @Test func `an export of a revision is of that revision`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        _ = await terminal.run(["export", "ada-lovelace", "--to", "old", "--flat", "--at", "v1"])
        #expect(!(try lab.oracle.read("old/_data/homepage.json")).contains("Countess"))
        _ = await terminal.run(["export", "ada-lovelace", "--to", "old", "--flat"])
        #expect(try lab.oracle.read("old/_data/homepage.json").contains("Countess"))
        try lab.oracle.commit("exported")
        _ = await terminal.run(["export", "ada-lovelace", "--to", "old", "--flat", "--at", "v1"])
        let clean = await terminal.run(
            ["export", "ada-lovelace", "--to", "clean", "--flat", "--at", "v1"])
        #expect(clean.status == 0)
        let same = try SystemCommand.run("diff", ["-r", "old", "clean"], in: lab.path)
        #expect(same.output == "")
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk"))
    func `a disk that is full or may not be written is the world's failure`() async throws {
        let terminal = RecordingTerminal(folder: lab.path)
        try lab.oracle.folder.write(
            [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 120, count: 200_000),
            to: "repository/profiles/ada-lovelace/assets/photo.jpg")
        let arguments = ["export", "ada-lovelace", "--flat", "--to", "out"]
        try lab.oracle.write("", to: "out/.keep")
        do {
            let disk = try SmallDisk(at: lab.path + "/out", options: "size=256k")
            let full = await terminal.run(arguments)
            #expect(full.status == 3)
            #expect(full.output == "")
            #expect(full.errors.hasPrefix("labfolio: Cannot write "))
            #expect(
                full.errors.contains(": the disk is full\n    hint: Free some room, then run it"))
            let found = try SystemCommand.run("find", [disk.path, "-name", "*unfinished*"])
            #expect(found.output == "")
        }
        do {
            let disk = try SmallDisk(at: lab.path + "/out", options: "ro")
            let refused = await terminal.run(arguments)
            #expect(refused.status == 3)
            #expect(refused.errors.contains(": permission is missing\n    hint: Choose another"))
            withExtendedLifetime(disk) {}
        }
    }

    @Test func `what is private never leaves the store`() async throws {
        try lab.oracle.write(
            StoreText.person("Alan", more: "private_notes: Sesame opens\n"),
            to: "profiles/alan-turing/profile.yml")
        let terminal = RecordingTerminal(folder: lab.path)
        #expect(await terminal.run(["export", "alan-turing", "--to", "out"]).status == 0)
        let found = try SystemCommand.run("grep", ["-rl", "Sesame", "out"], in: lab.path)
        #expect(found.output == "")
    }
}
