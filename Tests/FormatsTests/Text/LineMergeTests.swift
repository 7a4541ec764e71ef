import TestSupport
import Testing

@testable import Formats

/// Merging texts by their lines, with the real git to compare with.
@Suite struct LineMergeTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func merge(_ base: String, _ ours: String, _ theirs: String) -> LineMerge {
        LineMerge(base: bytes(base), ours: bytes(ours), theirs: bytes(theirs))
    }

    private func text(_ bytes: [UInt8]?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let base: String
        let ours: String
        let theirs: String
        /// Nil where the sides dispute.
        let merged: String?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "both ends", base: "a\nb\nc\n", ours: "A\nb\nc\n", theirs: "a\nb\nC\n",
            merged: "A\nb\nC\n"),
        Case(name: "the same", base: "a\n", ours: "b\n", theirs: "b\n", merged: "b\n"),
        Case(name: "neighbours", base: "a\nb\n", ours: "A\nb\n", theirs: "a\nB\n", merged: nil),
        Case(name: "both insert", base: "a\n", ours: "a\nb\n", theirs: "a\nc\n", merged: nil),
        Case(
            name: "removed and kept", base: "a\nb\nc\n", ours: "a\nc\n", theirs: "a\nb\nc\nd\n",
            merged: "a\nc\nd\n"),
        Case(
            name: "ours saved with returns", base: "a\nb\nc\n", ours: "A\r\nb\r\nc\r\n",
            theirs: "a\nb\nC\n", merged: "A\r\nb\r\nC\r\n"),
        Case(
            name: "theirs saved with returns", base: "a\nb\nc\n", ours: "A\nb\nc\n",
            theirs: "a\r\nb\r\nC\r\n", merged: "A\r\nb\r\nC\r\n"),
        Case(
            name: "theirs with a mark", base: "a\nb\nc\n", ours: "A\nb\nc\n",
            theirs: "\u{FEFF}a\nb\nC\n", merged: "\u{FEFF}A\nb\nC\n"),
        Case(
            name: "ours without an end", base: "a\nb\nc\n", ours: "a\nb\nc", theirs: "A\nb\nc\n",
            merged: "A\nb\nc"),
        Case(
            name: "mixed ends are lines", base: "a\r\nb\nc\n", ours: "a\r\nb\nC\n",
            theirs: "A\r\nb\nc\n", merged: "A\r\nb\nC\n"),
        Case(name: "from nothing, the same", base: "", ours: "a\n", theirs: "a\n", merged: "a\n"),
    ]) func `what both sides come to`(example: Case) {
        let merge = merge(example.base, example.ours, example.theirs)
        #expect(text(merge.merged) == example.merged)
        #expect(merge.isClean == (example.merged != nil))
    }

    @Test func `markers of each style and size`() {
        let merge = merge("a\nb\nc\n", "a\nx\nO\nc\n", "a\nx\nT\nc\n")
        #expect(
            text(merge.text(ConflictMarkers()))
                == "a\nx\n<<<<<<< ours\nO\n=======\nT\n>>>>>>> theirs\nc\n")
        #expect(
            text(merge.text(ConflictMarkers(size: 3, style: .diff3)))
                == "a\n<<< ours\nx\nO\n||| base\nb\n===\nx\nT\n>>> theirs\nc\n")
        #expect(
            text(merge.text(ConflictMarkers(style: .zdiff3, base: "B", ours: "O", theirs: "T")))
                == "a\nx\n<<<<<<< O\nO\n||||||| B\nb\n=======\nT\n>>>>>>> T\nc\n")
    }

    @Test func `two versions of a text stand side by side where they differ`() {
        let markers = ConflictMarkers(style: .diff3)
        #expect(
            text(
                markers.text(
                    base: bytes("a\nb\nc\n"), ours: bytes("a\nO\nc\n"), theirs: bytes("a\nc\n")))
                == "a\n<<<<<<< ours\nO\n||||||| base\nb\n=======\n>>>>>>> theirs\nc\n")
        #expect(markers.text(base: [], ours: bytes("a"), theirs: bytes("a")) == bytes("a"))
    }

    /// A few lines out of few, so that they repeat.
    private func lines(_ generator: inout SeededGenerator, from base: [String]) -> [String] {
        var lines = base
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let place = Int.random(in: 0...lines.count, using: &generator)
            let word = "line \(Int.random(in: 0..<9, using: &generator))"
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: lines.insert(word, at: place)
            case 1 where place < lines.count: lines[place] = word
            default: if place < lines.count { lines.remove(at: place) }
            }
        }
        return lines
    }

    @Test(arguments: UInt64(0)..<300) func `differences lead from one list to the other`(
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let count = Int(seed % 40)
        let (before, after) = (
            (0..<count).map { _ in Int.random(in: 0..<6, using: &generator) },
            (0..<count / 2 + 3).map { _ in Int.random(in: 0..<6, using: &generator) }
        )
        var rebuilt: [Int] = []
        var position = 0
        for change in LineDifference(from: before, to: after).changes {
            rebuilt += before[position..<change.before.lowerBound] + after[change.after]
            position = change.before.upperBound
        }
        #expect(rebuilt + before[position...] == after)
    }

    @Test(.enabled(if: GitOracle.isInstalled), arguments: UInt64(0)..<150)
    func `git merges the same texts and disputes the same ones`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        // Lines of their own, so that there is one shortest way only.
        let base = (0..<12).map { "base \($0)" }
        let (ours, theirs) = (lines(&generator, from: base), lines(&generator, from: base))
        let folder = try TemporaryFolder()
        let texts = [base, ours, theirs].map { $0.map { $0 + "\n" }.joined() }
        let names = try zip(["base", "ours", "theirs"], texts).map { try folder.write($1, to: $0) }
        let git = try SystemCommand.run(
            "git",
            [
                "merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs", names[1], names[0],
                names[2],
            ])
        let merge = merge(texts[0], texts[1], texts[2])
        #expect(merge.isClean == (git.status == 0))
        if git.status == 0 { #expect(text(merge.merged) == git.output) }
    }
}
