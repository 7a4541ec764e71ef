import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What reaches a terminal, and what does not.
@Suite(.enabled(if: GitOracle.isInstalled)) struct TerminalTests {
    let lab: LabFixture

    init() throws { lab = try LabFixture() }

    static let readers = [
        ["list"], ["list", "--format", "json"], ["show", "alan-turing"],
        ["show", "alan-turing", "/profile/role"], ["show", "alan-turing", "--format", "json"],
        ["show", "alan-turing", "/\u{1B}[31m"], ["validate"], ["validate", "--format", "json"],
        ["validate", "--format", "github"], ["validate", "--format", "sarif"],
        ["validate", "--format", "gitlab"], ["validate", "--format", "junit"],
        ["validate", "--fix", "--unsafe", "--dry-run"], ["diff"], ["diff", "--format", "json"],
        ["log"],
        ["log", "--format", "json"], ["export", "--to", "out"], ["list", "--at", "\u{1B}[31m"],
        ["new", "\u{1B}[31m", "--name", "x"], ["\u{1B}[31m"], ["list", "--\u{1B}[31m"],
    ]

    @Test(arguments: readers) func `control characters of a record never reach a terminal`(
        arguments: [String]
    ) async throws {
        let evil = "\"\\e[31m\\x9b31m\\a\\r\\u202e evil\""
        try lab.oracle.write(
            StoreText.person("Alan", more: "role: \(evil)\n\(evil): x\n"),
            to: "profiles/alan-turing/profile.yml")
        try lab.oracle.write("- id: \(evil)\n", to: "profiles/alan-turing/talks.yml")
        try lab.oracle.write("x", to: "profiles/alan-turing/\u{1B}[31m\u{9B}.txt")
        try lab.oracle.write("x", to: "profiles/\u{1B}[31m/profile.yml")
        try lab.oracle.git("commit", "-q", "--allow-empty", "-m", "evil \u{1B}[31m\u{9B}31m")
        try lab.oracle.git("add", "profiles/ada-lovelace")
        var terminal = RecordingTerminal(folder: lab.path)
        terminal.isTerminal = true
        terminal.environment = ["NO_COLOR": "1"]
        let outcome = await terminal.run(arguments)
        let all = outcome.output + outcome.errors
        #expect(!all.isEmpty)
        for scalar in all.unicodeScalars where scalar != "\n" && scalar != "\t" {
            #expect(
                scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
                    && scalar.value != 0x202E, "\(scalar.value) in \(all)")
        }
    }

    @Test(arguments: [["list"], ["validate"], ["diff", "v1"], ["log"], ["show", "ada-lovelace"]])
    func `colours are for persons who want them`(arguments: [String]) async throws {
        try lab.oracle.write("x: [\n", to: "profiles/alan-turing/news.yml")
        var terminal = RecordingTerminal(folder: lab.path)
        let plain = await terminal.run(arguments)
        #expect(!(plain.output + plain.errors).contains("\u{1B}"))
        terminal.isTerminal = true
        let coloured = await terminal.run(arguments)
        if !["list", "show"].contains(arguments[0]) {
            #expect(coloured.output.contains("\u{1B}["))
        }
        for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
            terminal.environment = [name: value]
            #expect(await terminal.run(arguments).output == plain.output)
        }
        terminal.environment = ["NO_COLOR": ""]
        #expect(await terminal.run(arguments).output == coloured.output)
    }

    @Test func `a bar is for persons, and gone at the end`() async throws {
        var terminal = RecordingTerminal(folder: lab.path)
        #expect(!(await terminal.run(["validate"]).errors.contains("\r")))
        terminal.isErrorTerminal = true
        let errors = await terminal.run(["validate"]).errors
        #expect(errors.contains("Validating ██"))
        #expect(errors.contains("3/3\r\u{1B}[K"))
    }

    @Test(arguments: [
        ["list"], ["list", "--format", "names"], ["show", "ada-lovelace"], ["diff", "v1"], ["log"],
        ["validate", "--format", "github"], ["completions", "bash"], ["help"],
        ["export", "--to", "o"],
        ["schema", "check", "--lines", "--schema", "s.json", "s.json", "s.json"],
    ]) func `a reader that goes away is no failure`(arguments: [String]) async throws {
        try lab.oracle.write("{}", to: "s.json")
        var terminal = RecordingTerminal(folder: lab.path)
        terminal.isRead = false
        let outcome = await terminal.run(arguments)
        #expect(outcome.status == 0)
        #expect(!outcome.errors.contains("labfolio:"))
    }
}
