import Formats
import Foundation
import TestSupport
import Testing

@Suite struct BibTeXTests {
    @Test func `an entry is one field a line`() {
        let entry = BibTeXEntry(
            type: "InProceedings", key: "zhao 2024",
            fields: [
                .init(name: "title", value: BibTeXText.escape("50% of A & B")),
                .init(name: "Title", value: "twice"), .init(name: "", value: "none"),
                .init(name: "note", value: "a }b"), .init(name: "url", value: "x\\"),
            ])
        let lines = [
            "@inproceedings{zhao-2024,", "  title = {50\\% of A \\& B},", "  note = {a b},",
            "  url = {x},", "}\n",
        ]
        #expect(entry.render() == lines.joined(separator: "\n"))
    }

    @Test(arguments: [
        ("a_b#c%d&e", "a\\_b\\#c\\%d\\&e"), ("a--b---c", "a-{}-b-{}-{}-c"),
        ("a~b^c", "a\\textasciitilde{}b\\textasciicircum{}c"),
        ("$5", "\\$5"), ("$5 and $6", "\\&\\#36;5 and \\&\\#36;6"), ("{x}", "\\{x\\}"),
        ("x}", "x\\&\\#125;"),
        ("a < b", "a \\&lt; b"), ("&lt;", "\\&amp;lt;"), ("a\\b", "a\\&\\#92;b"),
        ("it's \"q\"", "it's \"q\""), ("é 論文", "é 論文"),
    ])
    func `text for a page`(text: String, value: String) {
        #expect(BibTeXText.escape(text) == value)
    }

    @Test(arguments: [
        (
            BibTeXName(
                given: "Jan", particle: "van der", family: "Berg", suffix: "Jr.", marks: "*"),
            "van der Berg*, Jr., Jan"
        ),
        (BibTeXName(given: "Zhenheng", family: "Tang", marks: "†"), "Tang†, Zhenheng"),
        (BibTeXName(organization: "The OpenAI Team"), "{The OpenAI Team}"),
        (BibTeXName(organization: "Johnson and Johnson"), "{Johnson and Johnson}"),
        (BibTeXName(family: "唐"), "唐"), (BibTeXName(family: "de la Cruz"), "{de la Cruz}"),
        (BibTeXName(family: "García Márquez"), "{García Márquez}"),
        (BibTeXName(given: "A, B", family: "C"), "C, {A, B}"),
    ])
    func `names`(name: BibTeXName, text: String) {
        #expect(name.render() == text)
    }

    @Test func `others follow at the end`() {
        let names = [BibTeXName(given: "A", family: "B"), BibTeXName(given: "C", family: "D")]
        #expect(BibTeXName.list(names, andOthers: .follow) == "B, A and D, C and others")
    }

    @Test func `no key comes twice`() {
        var keys = BibTeXKey()
        let made = ["zhao2024", "Zhao2024", "zhao2024", "", "", "论文", "王", "ü x", "a,b{c}"].map {
            keys.unique($0)
        }
        #expect(Array(made[0..<3]) == ["zhao2024", "Zhao2024a", "zhao2024b"])
        #expect(made[3] == "entry" && made[4] == "entrya" && made[7] == "u-x" && made[8] == "abc")
        #expect(Set(made.map { $0.lowercased() }).count == made.count)
    }

    static let hasPybtex =
        (try? SystemCommand.run("python3", ["-c", "import pybtex.database"]))?.status == 0

    @Test(.enabled(if: hasPybtex, "pybtex is not installed"))
    func `pybtex reads every value and every name`() throws {
        var bibliography = ""
        var expected: [[String]] = []
        var keys = BibTeXKey()
        for seed in HostileText.seeds {
            let title = HostileText.make(seed: seed)
            let entry = BibTeXEntry(
                type: HostileText.make(seed: seed + 1), key: keys.unique(title),
                fields: [
                    .init(
                        name: "title",
                        value: BibTeXText.escape(title, for: seed % 2 == 0 ? .page : .document)),
                    .init(
                        name: "author",
                        value: BibTeXName(
                            given: "Jan", particle: "van der", family: "Berg", suffix: "Jr.",
                            marks: "*"
                        ).render()),
                    .init(name: "note", value: title),
                ])
            bibliography += entry.render()
            expected.append([
                entry.key, BibTeXText.escape(title, for: seed % 2 == 0 ? .page : .document),
            ])
        }
        let script = """
            import sys, json
            from pybtex.database import parse_string
            data = parse_string(sys.stdin.read(), 'bibtex')
            for key, entry in data.entries.items():
                name = entry.persons['author'][0]
                print(json.dumps([key, entry.fields['title'],
                    ' '.join(name.prelast_names), ' '.join(name.last_names), ' '.join(name.lineage_names), ' '.join(name.first_names)]))
            """
        let outcome = try SystemCommand.run("python3", ["-c", script], input: bibliography)
        let lines = outcome.output.split(separator: "\n")
        try #require(lines.count == expected.count, "\(outcome.errors.suffix(500))")
        for (line, expected) in zip(lines, expected) {
            let found = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String] ?? []
            #expect(
                found.count == 6 && found[0] == expected[0]
                    && found[1].split(whereSeparator: \.isWhitespace)
                        == expected[1].split(whereSeparator: \.isWhitespace),
                "\(found) \(expected)")
            #expect(Array(found.suffix(4)) == ["van der", "Berg*", "Jr.", "Jan"])
        }
    }
}
