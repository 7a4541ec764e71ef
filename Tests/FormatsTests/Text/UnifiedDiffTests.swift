import Formats
import TestSupport
import Testing

/// Differences that `patch` and `git apply` take.
@Suite struct UnifiedDiffTests {
    @Test func `what is the same has no difference`() {
        #expect(UnifiedDiff.text(from: [], to: [], path: "a") == "")
        #expect(UnifiedDiff.text(from: Array("a\nb".utf8), to: Array("a\nb".utf8), path: "a") == "")
    }

    @Test func `a change has three lines around it`() {
        let old = (1...9).map { "\($0)\n" }.joined()
        let new = old.replacing("5\n", with: "five\nsix\n")
        #expect(
            UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), path: "x/y.yml") == """
                --- a/x/y.yml
                +++ b/x/y.yml
                @@ -2,7 +2,8 @@
                 2
                 3
                 4
                -5
                +five
                +six
                 6
                 7
                 8

                """)
    }

    @Test(
        .enabled(if: SystemCommand.find("patch") != nil && GitOracle.isInstalled),
        arguments: UInt64(0)..<40)
    func `patch and git make the new text of the old one`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["a", "b", "", "- c", "+ d", "@@", "\\ e", "é", "f\r"]
        func text() -> String {
            let lines = (0..<Int.random(in: 0...(3 + Int(seed)), using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }
            let isEnded = Bool.random(using: &random) && !lines.isEmpty
            return lines.joined(separator: "\n") + (isEnded ? "\n" : "")
        }
        var old = text()
        if old.isEmpty { old = "x\n" }
        // Half of the time a small edit, so that there are hunks far apart.
        var lines = old.split(separator: "\n", omittingEmptySubsequences: false)
        if Bool.random(using: &random) {
            lines[Int.random(in: 0..<lines.count, using: &random)] = "edited"
        }
        var new = seed % 2 == 0 ? text() : lines.joined(separator: "\n")
        if new.isEmpty { new = "y" }
        let patch = UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), path: "f")
        guard old != new else {
            #expect(patch == "")
            return
        }
        for program in [["git", "apply", "-"], ["patch", "-p1", "-s", "--binary"]] {
            let folder = try TemporaryFolder()
            try folder.write(old, to: "f")
            let outcome = try SystemCommand.run(
                program[0], Array(program.dropFirst()), in: folder.path, input: patch)
            #expect(outcome.status == 0, "\(outcome.errors)\n\(patch)")
            #expect(try folder.read("f") == new, "\(program) seed \(seed)\n\(patch)")
        }
    }

    @Test(arguments: UInt64(0)..<40) func `replacements make the new text of the old one`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        func text() -> String {
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                "\(Int.random(in: 0..<4, using: &random))\n"
            }.joined()
        }
        let (old, new) = (text(), text())
        var lines = old.split(separator: "\n").map { $0 + "\n" }
        let replacements = UnifiedDiff.replacements(from: Array(old.utf8), to: Array(new.utf8))
        #expect(replacements.isEmpty == (old == new))
        for replacement in replacements.reversed() {
            lines.replaceSubrange(replacement.lines, with: [replacement.text[...]])
        }
        #expect(lines.joined() == new)
    }
}
