import TestSupport
import Testing

@testable import LabfolioCommands

/// Help and completions, which are made from the descriptions of the commands.
@Suite struct DescriptionTests {
    @Test(arguments: Labfolio.commands.map(\.name)) func `a command explains itself`(
        name: String
    ) async throws {
        let command = try #require(Labfolio.commands.first { $0.name == name })
        #expect(!command.examples.isEmpty)
        #expect(!command.discussion.isEmpty)
        #expect(!command.summary.hasSuffix("."))
        #expect(command.discussion.hasSuffix("."))
        #expect(Set(command.options.map(\.name)).count == command.options.count)
        for option in command.options {
            #expect(option.name.hasPrefix("--"))
            #expect(!option.summary.isEmpty && !option.summary.hasSuffix("."))
        }
        let parser = ArgumentParser(commands: Labfolio.commands)
        for example in command.examples {
            #expect(!example.meaning.isEmpty)
            // An example that could not be typed would be worse than none.
            guard example.line.hasPrefix("labfolio ") else { continue }
            var words = example.line.split(separator: " ").map(String.init)
            if let end = words.firstIndex(where: { [">", "<"].contains($0) }) {
                words = Array(words[..<end])
            }
            #expect(throws: Never.self) {
                _ = try parser.parse(Self.unquoted(words.dropFirst().joined(separator: " ")))
            }
        }
        let terminal = RecordingTerminal(folder: "/")
        let words = name.split(separator: " ").map(String.init)
        let help = await terminal.run(words + ["--help"])
        #expect(help.status == 0)
        #expect(help.output == (await terminal.run(["help"] + words).output))
        #expect(help.output == (await terminal.run(words + ["x", "-h"]).output))
        for line in help.output.split(separator: "\n") where !line.hasPrefix("  labfolio") {
            #expect(line.count <= 80, "\(line)")
        }
        let file = "help/" + words.joined(separator: "-") + ".txt"
        #expect(try Golden.mismatch(help.output, file) == nil)
    }

    /// The words of a line, those in quotes as one; double quotes may stand within single ones.
    private static func unquoted(_ line: String) -> [String] {
        let quote: Character = line.contains("'") ? "'" : "\""
        return line.split(separator: quote, omittingEmptySubsequences: false).enumerated().flatMap {
            index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test(arguments: [[], ["--help"], ["-h"], ["help"]]) func `the tool explains itself`(
        arguments: [String]
    ) async throws {
        let outcome = await RecordingTerminal(folder: "/").run(arguments)
        #expect(outcome.status == 0)
        #expect(try Golden.mismatch(outcome.output, "help/overview.txt") == nil)
        for command in Labfolio.commands { #expect(outcome.output.contains(command.name)) }
    }

    @Test func `every golden file is read by a test`() {
        let help = Labfolio.commands.map { command in
            "help/" + command.name.split(separator: " ").joined(separator: "-") + ".txt"
        }
        let transcripts = [
            "accept", "bad-records", "blame", "convert", "diff", "diff-forms", "explain",
            "export", "fix", "git-hooks", "import", "import-documents", "import-list", "init",
            "list", "log", "merge", "merge-driver", "new", "owners", "pre-receive", "proposals",
            "propose-json-patch", "publish", "pull", "review", "schema-check", "set", "show",
            "stores", "undo", "usage", "validate",
        ].map { $0 + ".txt" }
        let reports = ["gitlab.json", "junit.xml", "sarif.json"].map { "reports/" + $0 }
        #expect(Golden.names() == Set(help + transcripts + reports + ["help/overview.txt"]))
    }
}
