import Foundation
import JSONSchema
import TestSupport
import Testing

@Suite struct PatternTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let matches: [String]
        let others: [String]
        var testDescription: String { pattern }

        init(_ pattern: String, _ matches: [String], not others: [String]) {
            (self.pattern, self.matches, self.others) = (pattern, matches, others)
        }
    }

    @Test(arguments: [
        Case("", ["", "a"], not: []), Case("a", ["a", "bab"], not: ["", "b"]),
        Case("^a", ["ab"], not: ["ba", ""]), Case("a$", ["ba"], not: ["ab", "a\n"]),
        Case("^$", [""], not: ["a", "\n"]), Case("^a|b$", ["ax", "xb"], not: ["xa", "bx"]),
        Case("^(a|b)*$", ["", "abba"], not: ["abc"]),
        Case("^a{2,3}$", ["aa", "aaa"], not: ["a", "aaaa"]),
        Case("^a{2}$", ["aa"], not: ["a", "aaa"]), Case("^a{2,}$", ["aa", "aaaaa"], not: ["a"]),
        Case("^a{0}$", [""], not: ["a"]), Case("^(ab?)+$", ["aab", "ab"], not: ["b", "abb"]),
        Case("^a*?b??$", ["aab", ""], not: ["ba"]), Case("^[a-c-]+$", ["a-c"], not: ["d"]),
        Case("^[^a-c]$", ["d", "é"], not: ["a", "", "dd"]), Case("^[]", [], not: ["", "a"]),
        Case("^.$", ["a", "👩"], not: ["\n", "\r", "\u{2028}", "e\u{301}", ""]),
        Case("^\\d+$", ["09"], not: ["٣", "a"]), Case("^\\w+$", ["aZ_9"], not: ["é", "-"]),
        Case("^\\s$", [" ", "\u{A0}", "\u{FEFF}"], not: ["a", "\u{200B}"]),
        Case("^[\\S\\n]$", ["a", "\n"], not: [" "]), Case("^\\D\\W\\S$", ["a-é"], not: ["1-é"]),
        Case("^\\x41\\u0042\\u{43}$", ["ABC"], not: ["abc"]),
        Case("^\\ud83d\\udc69$", ["👩"], not: ["a"]), Case("^\\cJ$", ["\n"], not: ["J"]),
        Case("^\\p{Lu}\\p{L}*$", ["Éa", "Z"], not: ["éa", "1"]),
        Case("^\\P{L}$", ["1", "-"], not: ["a", "李"]), Case("^[\\p{L}\\d]+$", ["李1"], not: ["-"]),
        Case("^(?:a)(?<name>b)$", ["ab"], not: ["a"]), Case("a\\/b\\.c", ["a/b.c"], not: ["a/bxc"]),
        Case("^[\\b]$", ["\u{8}"], not: ["b"]), Case("(^a|b)c", ["ac", "xbc"], not: ["xac"]),
        Case("^()$", [""], not: ["a"]), Case("^(a||b)$", ["", "a", "b"], not: ["c"]),
        Case("a^b", [], not: ["ab", "a\nb"]), Case("^^a$$", ["a"], not: ["aa"]),
        Case("^(^a|b)($|c)$", ["a", "bc"], not: ["ca", "cb"]),
        Case("^(?=.*\\d)(?=.*[a-z]).{4,}$", ["ab1c", "1abc"], not: ["abcd", "1234", "a1"]),
        Case("^(?!admin$)\\w+$", ["user", "admins"], not: ["admin", ""]),
        Case("(?<=\\$)\\d+", ["a $5"], not: ["5", "$a"]),
        Case("(?<!a)b", ["b", "cb"], not: ["ab"]),
        Case("(?<=a+)b", ["aaab"], not: ["b"]), Case("^(?:(?!ab).)*$", ["ba", ""], not: ["cab"]),
        Case("\\bcat\\b", ["a cat", "cat"], not: ["cats", "concat"]),
        Case("a\\Bb", ["ab"], not: ["a b"]), Case("(?=(?!b)a|c)\\w", ["a", "c"], not: ["b"]),
        Case("^(a{30}){20}$", [String(repeating: "a", count: 600)], not: ["a"]),
        Case("^\\p{Script=Greek}+$", ["λόγος"], not: ["logos"]),
        Case("^\\p{sc=Cyrl}$", ["я"], not: ["ja"]),
        Case("^[^\\P{Lu}\\d]$", ["A"], not: ["a", "1"]),
        Case("^\\p{Emoji_Presentation}$", ["👩"], not: ["a"]),
        Case("^\\p{General_Category=Lu}\\p{Cased_Letter}$", ["Aa"], not: ["aA1"]),
        Case("(a*)*$", ["", "b", "aab"], not: []), Case("[^\\d\\D]", [], not: ["a", "1"]),
    ])
    func `a pattern matches what ECMA-262 says`(test: Case) throws {
        let pattern = try Pattern(test.pattern)
        for text in test.matches { #expect(pattern.matches(text), "\(text)") }
        for text in test.others { #expect(!pattern.matches(text), "\(text)") }
    }

    @Test(arguments: [
        (
            "(a)\\1",
            "It refers back to its group `1`, which cannot be matched in a time that is known beforehand"
        ),
        (
            "(?<n>a)\\k<n>",
            "It refers back to its group `n`, which cannot be matched in a time that is known beforehand"
        ),
        ("(a)\\2", "There is no group `2`"), ("\\k<n>", "There is no group `n`"),
        ("(?<n>a)(?<n>b)", "Two groups have the same name"),
        ("(?=a)*", "There is nothing to repeat"),
        ("(?i)a", "No kind of group begins like this"),
        ("\\00", "A digit is due nowhere behind `\\0`"),
        ("(a", "A `)` is missing"), ("a)", "A `)` closes no group"), ("[a", "A `]` is missing"),
        ("*a", "There is nothing to repeat"),
        ("a{2,1}", "The numbers of a repetition are out of order"),
        ("[z-a]", "The ends of a range are out of order"), ("a\\", "A backslash ends the pattern"),
        ("\\a", "`\\a` is no escape"), ("a]", "A bracket is closed that is not open; write `\\]`"),
        ("\\p{Script=Klingon}", "The property `Script=Klingon` is not known"),
        ("\\u12", "4 hexadecimal digits are due"),
        ("\\u{110000}", "A code point is due between `\\u{` and `}`"),
        ("a{x}", "A number is due behind `{`"),
        (
            "(a{1000}){1,5}",
            "The pattern has more than 4096 characters once its counted repetitions are written out"
        ),
        (
            String(repeating: "(", count: 2_000) + String(repeating: ")", count: 2_000),
            "The groups are nested too deep"
        ),
    ])
    func `what cannot be matched in one pass is refused with a reason`(
        pattern: String, message: String
    ) {
        do {
            _ = try Pattern(pattern)
            Issue.record("\(pattern) was accepted")
        } catch {
            #expect(error.message == message)
        }
    }

    // A matcher that tries one way after the other would need 2^50,000 steps here.
    @Test(arguments: [
        "(a+)+$", "^(a|aa)+$", "(a*)*b", "^(a|a?)+$", "(.*)*\\d", "(a{0,20}){0,20}$",
        "^(?=(a+)+!$)(a|aa)+$",
    ])
    func `no text makes a pattern slow`(source: String) throws {
        let pattern = try Pattern(source)
        let text = String(repeating: "a", count: 50_000)
        #expect(pattern.matches(text + "!") == (source == "(a{0,20}){0,20}$"))
    }

    /// Pieces whose meaning is the same in every dialect.
    private static let atoms = ["a", "b", "c", "[ab]", "[^a]", "[b-d]", "\\d", ".", "\\."]

    private static func pattern(_ random: inout SeededGenerator, depth: Int) -> String {
        let count = Int.random(in: 1...3, using: &random)
        let text = (0..<count).map { _ in
            let isGroup = depth > 0 && Int.random(in: 0..<3, using: &random) == 0
            let atom =
                isGroup
                ? "(?:" + pattern(&random, depth: depth - 1) + ")"
                : atoms.randomElement(using: &random) ?? "a"
            let marks = ["", "", "", "*", "+", "?", "{2}", "{1,2}"]
            return atom + (marks.randomElement(using: &random) ?? "")
        }.joined()
        let isChoice = Int.random(in: 0..<5, using: &random) == 0
        return isChoice && depth > 0 ? text + "|" + pattern(&random, depth: depth - 1) : text
    }

    @Test(arguments: UInt64(0)..<400)
    func `patterns agree with Foundation's`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var source = Self.pattern(&random, depth: 2)
        if Bool.random(using: &random) { source = "^(?:" + source + ")$" }
        let ours = try Pattern(source)
        let theirs = try NSRegularExpression(pattern: source)
        for _ in 0..<20 {
            let length = Int.random(in: 0..<8, using: &random)
            let text = String(
                (0..<length).map { _ in "abcd1.é".randomElement(using: &random) ?? "a" })
            let range = NSRange(text.startIndex..., in: text)
            let expected = theirs.firstMatch(in: text, range: range) != nil
            #expect(ours.matches(text) == expected, "seed \(seed): \(source) on \(text)")
        }
    }
}
