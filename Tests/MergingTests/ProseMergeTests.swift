import RecordModel
import TestSupport
import Testing

@testable import Merging

/// How two edits of a text come together.
@Suite struct ProseMergeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let base: String
        let ours: String
        let theirs: String
        /// The merged text, nil for a conflict.
        let result: String?

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "words far apart in one sentence",
            base: "I work on sparse models for very large graphs.",
            ours: "I work on dense models for very large graphs.",
            theirs: "I work on sparse models for very small graphs.",
            result: "I work on dense models for very small graphs."),
        Case(
            name: "words next to each other",
            base: "I work on sparse models.", ours: "I work on dense models.",
            theirs: "I work on sparse networks.", result: nil),
        Case(
            name: "the end of one sentence and the beginning of the next",
            base: "I was in Rome. Now I am in Oslo.", ours: "I was in Paris. Now I am in Oslo.",
            theirs: "I was in Rome. Today I am in Oslo.",
            result: "I was in Paris. Today I am in Oslo."),
        Case(
            name: "the same word in the same way",
            base: "a b c d", ours: "a x c d", theirs: "a x c d", result: "a x c d"),
        Case(
            name: "the same word in two ways", base: "a b c d", ours: "a x c d", theirs: "a y c d",
            result: nil),
        Case(
            name: "a sentence at the end and a word in the last sentence",
            base: "I teach. I work on models.", ours: "I teach. I work on graphs.",
            theirs: "I teach. I work on models. Write to me!",
            result: "I teach. I work on graphs. Write to me!"),
        Case(
            name: "a sentence at the end on both sides", base: "I teach.",
            ours: "I teach. I travel.", theirs: "I teach. I write.", result: nil),
        Case(
            name: "a new point of a list below one that changed",
            base: "- one\n- two\n- three\n", ours: "- one\n- 2\n- three\n",
            theirs: "- one\n- two\n- two and a half\n- three\n",
            result: "- one\n- 2\n- two and a half\n- three\n"),
        Case(
            name: "two points of a list", base: "- one\n- two\n", ours: "- 1\n- two\n",
            theirs: "- one\n- 2\n", result: "- 1\n- 2\n"),
        Case(
            name: "white space stays as it is", base: "a  b\tc d\r\n\r\ne f\n",
            ours: "A  b\tc d\r\n\r\ne f\n", theirs: "a  b\tc d\r\n\r\ne F\n",
            result: "A  b\tc d\r\n\r\ne F\n"),
        Case(
            name: "the two halves of a link",
            base: "See [my long page](https://a.example/one) for all of it.",
            ours: "See [my new page](https://a.example/one) for all of it.",
            theirs: "See [my long page](https://a.example/two) for all of it.", result: nil),
        Case(
            name: "a link and a word elsewhere",
            base: "See [my page](https://a.example/) for all of it.",
            ours: "See [my page](https://b.example/) for all of it.",
            theirs: "See [my page](https://a.example/) for some of it.",
            result: "See [my page](https://b.example/) for some of it."),
        Case(
            name: "a bracket from here and one from there would be a link",
            base: "a b c d (e) f", ours: "a b [c d](e) f", theirs: "a b c d (e g) f", result: nil),
        Case(
            name: "bold from here across a word that is gone there",
            base: "one two three four five six seven eight",
            ours: "one **two three four five six** seven eight",
            theirs: "one two three four seven eight", result: nil),
        Case(
            name: "bold from here across a paragraph that begins there",
            base: "one two three four five six seven eight",
            ours: "one **two three four five six seven** eight",
            theirs: "one two three four\n\nfive six seven eight", result: nil),
        Case(
            name: "a paragraph is gone in which the other side changed a word",
            base: "One two three.\n\nFour five six.\n", ours: "One two three.\n",
            theirs: "One two three.\n\nFour 5 six.\n", result: nil),
        Case(
            name: "a script without spaces", base: "我在香港科技大学做研究。我喜欢系统。",
            ours: "我在清华科技大学做研究。我喜欢系统。", theirs: "我在香港科技大学做研究。我喜欢网络。",
            result: "我在清华科技大学做研究。我喜欢网络。"),
        Case(
            name: "an accent in one scalar and in two", base: "caf\u{E9} one two three bar",
            ours: "cafe\u{301} one two three bar", theirs: "caf\u{E9} one two three baz",
            result: "cafe\u{301} one two three baz"),
        Case(
            name: "a wrapped line", base: "one two three\nfour five six",
            ours: "one two 3\nfour five six", theirs: "one two three\n4 five six", result: nil),
    ]

    @Test(arguments: cases)
    func `two edits of a text come together unless they touch`(test: Case) {
        for (ours, theirs) in [(test.ours, test.theirs), (test.theirs, test.ours)] {
            let merge = Merge(
                base: .string(test.base), ours: .string(ours), theirs: .string(theirs),
                shape: .prose)
            if let result = test.result {
                #expect(merge.result == .string(result))
                #expect(merge.conflicts.isEmpty)
            } else {
                #expect(merge.result == .string(ours))
                #expect(merge.conflicts.map(\.reason) == [.sameWords])
            }
            #expect(merge.lostEdits.isEmpty)
        }
    }

    @Test(arguments: [
        ("It's state-of-the-art: 3.5%.", "It's| |state-of-the-art|:| |3.5|%|."),
        ("a [b c](d) e", "a| |[b c](d)| |e"), ("![x](y)", "![x](y)"),
        ("[a [b]](c (d)) [e] (f)", "[a [b]](c (d))| |[|e|]| |(|f|)"),
        ("``a ` b`` `c", "``a ` b``| |`|c"), ("<b>x</b> 1 < 2", "<b>|x|</b>| |1| |<| |2"),
        ("see https://a.b/c?d=e. Or", "see| |https://a.b/c?d=e|.| |Or"),
        ("**x** \\* &amp; & ", "**|x|**| |\\*| |&amp;| |&| "),
        ("研究は", "研|究|は"), ("👩‍🔬 é e\u{301}", "👩‍🔬| |é| |e\u{301}"), ("が\u{3099}か", "が\u{3099}|か"),
        ("a\r\n\nb", "a|\r\n|\n|b"), ("", ""), ("[open\n\n](x)", "[|open|\n|\n|]|(|x|)"),
        ("mail me@a.example now", "mail| |me@a.example| |now"),
    ])
    func `a text is cut into pieces that nobody changes by half`(text: String, pieces: String) {
        let tokens = ProseTokens(text)
        let found = (0..<tokens.count).map { String(decoding: tokens[$0], as: UTF8.self) }
        #expect(found.joined(separator: "|").utf8.elementsEqual(pieces.utf8))
    }

    @Test(arguments: UInt64(0)..<300)
    func `the difference of two sequences leads from one to the other`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = 1 + Int.random(in: 0..<(seed.isMultiple(of: 3) ? 400 : 6), using: &random)
        let sizes = seed.isMultiple(of: 50) ? 3_000 : 40
        func sequence() -> [Int] {
            (0..<Int.random(in: 0..<sizes, using: &random)).map { _ in
                Int.random(in: 0..<letters, using: &random)
            }
        }
        let (before, after) = (sequence(), sequence())
        var result: [Int] = []
        var next = (0, 0)
        for hunk in SequenceDiff(from: before, to: after).hunks {
            #expect(hunk.before.lowerBound >= next.0 && hunk.after.lowerBound >= next.1)
            #expect(
                before[next.0..<hunk.before.lowerBound] == after[next.1..<hunk.after.lowerBound])
            result += before[next.0..<hunk.before.lowerBound]
            result += after[hunk.after]
            next = (hunk.before.upperBound, hunk.after.upperBound)
        }
        #expect(result + before[next.0...] == after, "seed \(seed)")
    }

    @Test func `a shortest way is as short as it can be`() {
        let hunks = SequenceDiff(
            from: Array("abcabba".utf8).map(Int.init), to: Array("cbabac".utf8).map(Int.init)
        ).hunks
        #expect(hunks.map { $0.before.count + $0.after.count }.reduce(0, +) == 5)
    }

    @Test func `two long texts that have nothing in common are one edit of each other`() {
        func text(_ seed: UInt64, _ count: Int) -> String {
            var random = SeededGenerator(seed: seed)
            return (0..<count).map { _ in "w\(random.next() % 5_000)" }.joined(separator: " ")
        }
        let (base, ours) = (text(1, 20_000), text(2, 20_000))
        let merge = Merge(
            base: .string(base), ours: .string(ours), theirs: .string(base + " end"),
            shape: .prose)
        #expect(merge.lostEdits.isEmpty)
        #expect(merge.conflicts.count <= 1)
    }
}
