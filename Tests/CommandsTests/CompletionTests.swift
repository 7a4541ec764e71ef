import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// The completions, in real shells.
@Suite struct CompletionTests {
    private func script(_ shell: String) async -> String {
        await RecordingTerminal(folder: "/").run(["completions", shell]).output
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `the shell accepts its script`(
        shell: String
    ) async throws {
        let script = await script(shell)
        #expect(script.contains("labfolio"))
        guard SystemCommand.find(shell) != nil else {
            print("➜ \(shell) is not installed: its script was not read by it")
            return
        }
        let folder = try TemporaryFolder()
        let file = try folder.write(script, to: "script")
        let outcome = try SystemCommand.run(shell, ["-n", file])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let typed: [String]
        let offers: [String]
        var testDescription: String { typed.joined(separator: " ") }
    }

    static let cases = [
        Case(typed: ["va"], offers: ["validate"]),
        Case(typed: ["sc"], offers: ["schema"]),
        Case(typed: ["schema", ""], offers: ["check"]),
        Case(typed: ["list", "--f"], offers: ["--format"]),
        Case(typed: ["schema", "check", "--l"], offers: ["--lines"]),
        Case(typed: ["list", "--format", ""], offers: ["text", "json", "names"]),
        Case(typed: ["validate", "--format", "g"], offers: ["github", "gitlab"]),
        Case(
            typed: ["explain", "schema.max"],
            offers: [
                "schema.max-contains", "schema.max-items", "schema.max-length",
                "schema.max-properties", "schema.maximum",
            ]),
        Case(typed: ["show", "al"], offers: ["alan-turing"]),
        Case(typed: ["validate", "ada-lovelace", "al"], offers: ["alan-turing"]),
        Case(typed: ["diff", "--profile", "a"], offers: ["ada-lovelace", "alan-turing"]),
        Case(typed: ["diff", "ma"], offers: ["main"]),
        Case(typed: ["diff", "main", "v"], offers: ["v1"]),
        Case(typed: ["list", "--at", "v"], offers: ["v1"]),
        Case(typed: ["list", "--store", "prof"], offers: ["profiles"]),
        Case(typed: ["completions", "f"], offers: ["fish"]),
        Case(typed: ["frobnicate", ""], offers: []),
    ]

    @Test(
        .enabled(if: SystemCommand.find("bash") != nil && GitOracle.isInstalled), arguments: cases)
    func `bash completes commands, options, choices and names`(given: Case) async throws {
        let lab = try LabFixture()
        // The profiles are asked of the tool itself, which a function stands for here.
        let names = await RecordingTerminal(folder: lab.path).run(["list", "--format", "names"])
        let words = (["labfolio"] + given.typed).map { "'\($0)'" }.joined(separator: " ")
        let program = """
            labfolio() { printf '%s' '\(names.output)'; }
            \(await script("bash"))
            COMP_WORDS=(\(words))
            COMP_CWORD=\(given.typed.count)
            _labfolio
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try SystemCommand.run("bash", ["-c", program], in: lab.path)
        let offered = outcome.output.split(separator: "\n").map(String.init)
        #expect(offered == given.offers, "\(outcome.errors)")
    }
}
