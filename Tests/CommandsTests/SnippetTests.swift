import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// The line of a finding and the marks under it.
@Suite struct SnippetTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let column: Int
        /// What the marks stand under.
        let marked: String
        var testDescription: String { "\(line):\(column)" }
    }

    static let spans = [
        Case(line: "typ: journal", column: 1, marked: "typ"),
        Case(line: "    typ: journal", column: 5, marked: "typ"),
        Case(line: "date: 2024-13  # soon", column: 7, marked: "2024-13"),
        Case(line: "title: Engines   ", column: 8, marked: "Engines"),
        Case(line: "title: a # b", column: 8, marked: "a"),
        Case(line: "title: a#b", column: 8, marked: "a#b"),
        Case(line: "title: \"a # \\\" b\" # c", column: 8, marked: "\"a # \\\" b\""),
        Case(line: "title: 'a b': c", column: 8, marked: "'a b'"),
        Case(line: "title: \"open", column: 8, marked: "\"open"),
        Case(line: "keys: [a, \"]\", [b]] # c", column: 7, marked: "[a, \"]\", [b]]"),
        Case(line: "keys: [a b, c]", column: 8, marked: "a b"),
        Case(line: "keys: [a b, c]", column: 13, marked: "c"),
        Case(line: "{\"name\": 1, \"x\": true}", column: 18, marked: "true"),
        Case(line: "{\"name\": 1}", column: 10, marked: "1"),
        Case(line: "url: https://a.example/x", column: 6, marked: "https://a.example/x"),
        Case(line: "- id: engine", column: 3, marked: "id"),
        Case(line: "x: *name, y", column: 4, marked: "*name"),
        Case(line: "x: |", column: 4, marked: "|"),
        Case(line: "a: b: c", column: 5, marked: ":"),
        Case(line: "日本: 語", column: 1, marked: "日本"),
        Case(line: "short", column: 40, marked: ""),
        Case(line: "", column: 1, marked: ""),
    ]

    @Test(arguments: spans) func `marks stand under the word that is meant`(given: Case) {
        let length = SourceSpan.length(in: given.line, from: given.column)
        let scalars = Array(given.line.unicodeScalars)
        var text = String.UnicodeScalarView()
        text.append(
            contentsOf: scalars.dropFirst(given.column - 1).prefix(max(1, length)))
        #expect(String(text) == given.marked)
        #expect(length >= 1)
    }

    @Test func `wide characters take two columns, and marks as many`() {
        let snippet = SourceSnippet("姓: 李雷 x", column: 4)
        #expect(snippet.margin == "    ")
        #expect(snippet.width == 6)
        #expect(SourceSnippet("e\u{301}: x", column: 5).margin == "   ")
    }

    @Test func `a tab stays a tab in both lines`() {
        let snippet = SourceSnippet("a\tb: \u{1B}x", column: 3)
        #expect(snippet.margin == " \t")
        #expect(snippet.line == "a\tb: ␛x")
        #expect(snippet.width == 1)
    }

    @Test(arguments: [1, 40, 99, 150, 300, 395]) func `a long line is cut around the marks`(
        column: Int
    ) {
        let words = (0..<100).map { String(1000 + $0) }.joined()
        let snippet = SourceSnippet(words, column: column)
        let shown = Array(snippet.line)
        #expect(shown.count <= 102)
        let mark = snippet.margin.count
        let expected = Array(words)[column - 1]
        #expect(shown[mark] == expected)
        #expect(mark + snippet.width <= 102)
        #expect((shown.first == "…") == (column > 11))
    }

    @Test func `the place of a finding`() {
        let printer = DiagnosticPrinter(style: Style(isOn: false))
        var diagnostic = Diagnostic("lint.x", "Two\nlines", severity: .note, profile: "ada")
        #expect(printer.text(diagnostic) == "note[lint.x]: Two lines\n --> ada\n\n")
        diagnostic.path = FieldPath(steps: ["news", "a"])
        #expect(printer.text(diagnostic).contains(" --> ada /news/a\n"))
        diagnostic.location = SourceLocation(file: "a.yml")
        #expect(printer.text(diagnostic).contains(" --> a.yml\n"))
        diagnostic.location = SourceLocation(file: "a.yml", line: 12, column: 3)
        diagnostic.line = "a: b"
        diagnostic.hint = "Do it"
        var place = RelatedPlace(
            "the first", location: SourceLocation(file: "b.yml", line: 7, column: 1))
        place.line = "x: y"
        diagnostic.related = [place, RelatedPlace("another", profile: "eve")]
        #expect(
            printer.text(diagnostic) == """
                note[lint.x]: Two lines
                  --> a.yml:12:3
                   |
                12 | a: b
                   |   ^
                   = note: the first: b.yml:7:1
                7  | x: y
                   | -
                   = note: another: eve
                   = help: Do it


                """)
    }
}
