import Foundation
import TestSupport
import Testing

/// A store whose profiles have targets, and the bare repositories of their sites.
struct PublishFixture {
    let lab: LabFixture
    let sites: TemporaryFolder
    var terminal: RecordingTerminal

    static let ids = ["ada-lovelace", "alan-turing", "grace-hopper"]

    /// Makes a site of its own for each profile that is named.
    init(_ ids: [String] = ["ada-lovelace"], layout: String = "plain") throws {
        lab = try LabFixture()
        sites = try TemporaryFolder()
        terminal = RecordingTerminal(folder: lab.path)
        for id in ids { try make(id + ".git") }
        try configure(ids.map { "\($0): {repository: \(sites.path)/\($0).git}" }, layout: layout)
    }

    /// Writes the targets and commits them.
    func configure(_ targets: [String], layout: String = "plain") throws {
        let text = StoreText.configuration.replacing("plain", with: layout)
        let list = targets.isEmpty ? " {}\n" : "\n" + targets.map { "  \($0)\n" }.joined()
        try lab.oracle.commit("store: targets", ["labfolio.yml": text + "targets:" + list])
    }

    /// Makes an empty bare repository.
    func make(_ site: String) throws {
        try lab.oracle.git("init", "-q", "--bare", "-b", "main", sites.path + "/" + site)
    }

    func publish(_ arguments: String...) async -> RecordingTerminal.Outcome {
        await publish(arguments)
    }

    func publish(_ arguments: [String]) async -> RecordingTerminal.Outcome {
        await terminal.run(["publish"] + arguments)
    }

    /// Runs git in the repository of a site.
    @discardableResult
    func git(_ site: String, _ arguments: String...) throws -> String {
        let outcome = try lab.oracle.run(["--git-dir=\(sites.path)/\(site)"] + arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
    }

    func head(_ site: String) throws -> String {
        let outcome = try lab.oracle.run(
            ["--git-dir=\(sites.path)/\(site)", "rev-parse", "--verify", "-q", "main"])
        return outcome.output.filter { !$0.isNewline }
    }

    /// Does what the owner of a site does: changes files in a clone and pushes them.
    func edit(_ site: String, _ change: (_ clone: String) throws -> Void) throws {
        let clone = sites.path + "/clone-\(UUID().uuidString)"
        try lab.oracle.git("clone", "-q", sites.path + "/" + site, clone)
        try change(clone)
        try lab.oracle.git("-C", clone, "add", "--all")
        try lab.oracle.git("-C", clone, "commit", "-q", "-m", "by hand")
        try lab.oracle.git("-C", clone, "push", "-q", "origin", "HEAD:main")
    }

    func write(_ text: String, to file: String, in site: String) throws {
        try edit(site) { clone in
            try FileManager.default.createDirectory(
                atPath: (clone + "/" + file as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try text.write(toFile: clone + "/" + file, atomically: true, encoding: .utf8)
        }
    }

    /// Changes the role of a person and commits it.
    func set(role: String, of id: String = "ada-lovelace") throws {
        try lab.oracle.commit(
            "\(id): role",
            [
                "profiles/\(id)/profile.yml": StoreText.person(
                    "Ada Lovelace", more: "role: \(role)\nprivate_notes: Sesame \(role)\n")
            ])
    }

    func faults(_ site: String) throws -> String {
        let outcome = try lab.oracle.run(
            ["--git-dir=\(sites.path)/\(site)", "fsck", "--strict", "--full", "--no-dangling"])
        return outcome.status == 0 ? "" : outcome.output + outcome.errors
    }
}
