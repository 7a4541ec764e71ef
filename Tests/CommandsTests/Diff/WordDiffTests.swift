import TestSupport
import Testing

@testable import LabfolioCommands

/// What goes and comes of a text, word by word.
@Suite struct WordDiffTests {
    private func marked(_ before: String, _ after: String) -> String {
        WordDiff(from: before, to: after).runs.map { run in
            switch run {
            case .same(let text): text
            case .removed(let text): "[-\(text)-]"
            case .added(let text): "{+\(text)+}"
            }
        }.joined()
    }

    @Test(arguments: [
        ("one two three", "one 2 three", "one [-two-]{+2+} three"),
        ("one two three", "one three", "one [-two -]three"),
        ("a b c d", "x y c d", "[-a b-]{+x y+} c d"),
        ("ends here.", "ends there!", "ends [-here.-]{+there!+}"),
        ("", "new", "{+new+}"), ("old", "", "[-old-]"), ("same", "same", "same"),
        ("研究分布式系统", "研究并行系统", "研究[-分布式-]{+并行+}系统"),
        ("caf\u{E9}", "cafe\u{301}", "[-caf\u{E9}-]{+cafe\u{301}+}"),
    ])
    func `only words that differ are marked`(before: String, after: String, expected: String) {
        #expect(Array(marked(before, after).utf8) == Array(expected.utf8))
    }

    @Test(arguments: UInt64(0)..<300)
    func `what stays with what goes is the text before, with what comes the text after`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let words = ["the ", "loom", " weaves", "flowers", ", ", "and\n", "李", "é", "  ", "."]
        func text(_ limit: Int) -> String {
            (0..<Int.random(in: 0...limit, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined()
        }
        let limit = seed % 20 == 0 ? 3_000 : 60
        let (before, after) = (text(limit), text(limit))
        let diff = WordDiff(from: before, to: after)
        var (old, new) = ("", "")
        for run in diff.runs {
            switch run {
            case .same(let text):
                old += text
                new += text
            case .removed(let text): old += text
            case .added(let text): new += text
            }
        }
        #expect(old == before && new == after, "seed \(seed)")
        if before == after { #expect(diff.runs.count <= 1, "seed \(seed)") }
    }

    @Test func `a long text is shown around its differences only`() {
        let words = (0..<200).map { "w\($0)" }
        var others = words
        others[100] = "x"
        let runs = WordDiff(
            from: words.joined(separator: " "), to: others.joined(separator: " ")
        ).shortened(toContext: 2)
        #expect(
            runs == [
                .same("…w98 w99 "), .removed("w100"), .added("x"), .same(" w101 w102…"),
            ])
    }

    @Test func `texts of a million letters that have nothing in common are compared`() {
        let before = (0..<100_000).map { "a\($0 % 977)" }.joined(separator: " ")
        let after = (0..<100_000).map { "b\($0 % 983)" }.joined(separator: " ")
        let diff = WordDiff(from: before, to: after)
        #expect(diff.likeness < 0.6)
    }
}
