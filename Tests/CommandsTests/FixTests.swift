import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio validate --fix`: what it changes, what it leaves, and how it tells.
@Suite(.enabled(if: GitOracle.isInstalled)) struct FixTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let before: String
        /// The file after `--fix`.
        let safe: String
        /// The file after `--fix --unsafe`; as `safe` where it is nil.
        var unsafe: String?
        var testDescription: String { name }
    }

    private static let person = "name:\n  display: Ada\nlayout:\n  theme: plain\n"
    private static let news = "- id: a\n  date: 2024\n  text: x\n"

    static let cases: [Case] =
        [
            Case(
                name: "a key with one slip, its comment and place kept", file: "news",
                before: "- id: a\n  dat: 2024  # a year\n  text: x\n",
                safe: "- id: a\n  dat: 2024  # a year\n  text: x\n",
                unsafe: "- id: a\n  date: 2024  # a year\n  text: x\n"),
            Case(
                name: "a key with letters exchanged", file: "news",
                before: "- id: a\n  date: 2024\n  txet: x  # why\n",
                safe: "- id: a\n  date: 2024\n  text: x  # why\n"),
            Case(
                name: "a key in another case", file: "news",
                before: news.replacing("date", with: "Date"), safe: news),
            Case(
                name: "a key in quotes keeps them", file: "news",
                before: news.replacing("text", with: "\"texts\""),
                safe: news.replacing("text", with: "\"text\"")),
            Case(
                name: "a key within brackets", file: "publications",
                before:
                    "- id: p\n  title: T\n  authors: [{name: A}]\n  venue: {name: V, types: book}\n",
                safe:
                    "- id: p\n  title: T\n  authors: [{name: A}]\n  venue: {name: V, type: book}\n"),
            Case(
                name: "a title that looked like a number", file: "news",
                before: news + "  titel: 1.10\n", safe: news + "  title: 1.10\n"),
            Case(
                name: "a key far from what was meant", file: "news",
                before: news + "  badgee_knid: new\n", safe: news + "  badgee_knid: new\n",
                unsafe: news + "  badge_kind: new\n"),
            Case(
                name: "a key whose right form is there", file: "news",
                before: news + "  texts: y\n", safe: news + "  texts: y\n"),
            Case(
                name: "two keys that mean one", file: "news",
                before: "- id: a\n  date: 2024\n  texts: x\n  textt: y\n",
                safe: "- id: a\n  date: 2024\n  texts: x\n  text: y\n"),
            Case(
                name: "a value in another case", file: "news",
                before: news + "  badge_kind: New  # it is\n",
                safe: news + "  badge_kind: new  # it is\n"),
            Case(
                name: "a value with a slip", file: "news", before: news + "  badge_kind: awrad\n",
                safe: news + "  badge_kind: awrad\n", unsafe: news + "  badge_kind: award\n"),
            Case(
                name: "one text for a list", file: "profile",
                before: person + "keywords: looms  # c\n",
                safe: person + "keywords:  # c\n  - looms\n"),
            Case(
                name: "texts with commas for a list", file: "profile",
                before: person + "keywords: looms, cards\n",
                safe: person + "keywords: looms, cards\n",
                unsafe: person + "keywords:\n  - looms\n  - cards\n"),
            Case(
                name: "the same items of a set", file: "profile",
                before: person + "keywords: [a, b, a, a]\n", safe: person + "keywords: [a, b]\n"),
            Case(
                name: "the same items on lines", file: "profile",
                before: person + "keywords:\n  - a\n  - b\n  - a  # again\n",
                safe: person + "keywords:\n  - a\n  - b\n  - a  # again\n",
                unsafe: person + "keywords:\n  - a\n  - b\n"),
            Case(
                name: "truth in quotes", file: "news", before: news + "  pinned: \"true\"\n",
                safe: news + "  pinned: true\n"),
            Case(
                name: "truth in older words", file: "news", before: news + "  pinned: No\n",
                safe: news + "  pinned: false\n"),
            Case(
                name: "an empty field", file: "news", before: news + "  badge:\n", safe: news),
            Case(
                name: "an empty text", file: "news", before: news + "  badge: \"\"\n", safe: news),
            Case(
                name: "an empty field with a comment", file: "news",
                before: news + "  badge:  # what to show\n",
                safe: news + "  badge:  # what to show\n",
                unsafe: news),
            Case(
                name: "an empty field that is needed", file: "news",
                before: "- id: a\n  date: 2024\n  text:\n", safe: "- id: a\n  date: 2024\n  text:\n"
            ),
            Case(
                name: "blanks around a text", file: "publications",
                before: "- id: p\n  title: T\n  authors: [{name: A}]\n  doi: \" 10.1000/x \"\n",
                safe: "- id: p\n  title: T\n  authors: [{name: A}]\n  doi: \"10.1000/x\"\n"),
            Case(
                name: "an address for an identifier", file: "publications",
                before:
                    "- id: p\n  title: T\n  authors: [{name: A}]\n  doi: https://doi.org/10.1000/x\n"
                    + "  arxiv: arXiv:2401.00001\n",
                safe:
                    "- id: p\n  title: T\n  authors: [{name: A}]\n  doi: '10.1000/x'\n"
                    + "  arxiv: '2401.00001'\n"),
            Case(
                name: "an id that is no slug", file: "news",
                before: news.replacing("id: a", with: "id: Big News!"),
                safe: news.replacing("id: a", with: "id: Big News!"),
                unsafe: news.replacing("id: a", with: "id: big-news")),
            Case(
                name: "an id whose slug is taken", file: "news",
                before: news + news.replacing("id: a", with: "id: A"),
                safe: news + news.replacing("id: a", with: "id: A")),
            Case(
                name: "an id in another script", file: "news",
                before: news.replacing("id: a", with: "id: 新闻"),
                safe: news.replacing("id: a", with: "id: 新闻")),
            Case(
                name: "line breaks of a Windows editor stay", file: "news",
                before: "- id: a\r\n  date: 2024/5\r\n  text: x\r\n",
                safe: "- id: a\r\n  date: 2024-05\r\n  text: x\r\n"),
            Case(
                name: "a file that cannot be read", file: "news", before: "- id: [\n",
                safe: "- id: [\n"),
            Case(
                name: "a field that is only repeated", file: "profile",
                before: person + "keywords: &k [a, a]\ninterests: x\n",
                safe: person + "keywords: &k [a]\ninterests: x\n"),
        ] + dates

    static let dates = [
        ("2024/05/01", "2024-05-01"), ("2024.05.01", "2024-05-01"), ("2024.5", "2024-05"),
        ("2024-5", "2024-05"), ("2024-5-1", "2024-05-01"), ("05/2024", "2024-05"),
        ("May 2024", "2024-05"), ("2024 May", "2024-05"), ("Sept. 2024", "2024-09"),
        ("1 May 2024", "2024-05-01"), ("May 1st, 2024", "2024-05-01"), ("20240501", "2024-05-01"),
        ("2024年5月", "2024-05"), ("31/12/2024", "2024-12-31"), ("12/31/2024", "2024-12-31"),
        ("3/4/2024", nil), ("May", nil), ("spring 2024", nil), ("24-05", nil), ("2024-13", nil),
        ("May 2024 to June 2024", nil), ("now", nil),
    ].map { (before: String, after: String?) in
        let text = news.replacing("2024", with: before)
        return Case(
            name: "the date \(before)", file: "news", before: text,
            safe: after.map { news.replacing("2024", with: $0) } ?? text)
    }

    private func lab(_ given: Case) throws -> LabFixture {
        let lab = try LabFixture()
        try lab.oracle.git("rm", "-rq", "profiles")
        try lab.oracle.write(Self.person, to: "profiles/ada/profile.yml")
        try lab.oracle.write(given.before, to: "profiles/ada/\(given.file).yml")
        return lab
    }

    @Test(arguments: cases) func `what is without doubt is mended, the rest when asked`(
        given: Case
    ) async throws {
        for (options, expected) in [
            (["--fix"], given.safe), (["--fix", "--unsafe"], given.unsafe ?? given.safe),
        ] {
            let lab = try lab(given)
            let terminal = RecordingTerminal(folder: lab.path)
            let file = "profiles/ada/\(given.file).yml"
            let dry = await terminal.run(["validate", "--dry-run"] + options)
            #expect(try lab.oracle.read(file) == given.before, "a trial wrote")
            let fixed = await terminal.run(["validate"] + options)
            #expect(try lab.oracle.read(file) == expected)
            #expect(dry.status == fixed.status)
            #expect(dry.output.isEmpty == (expected == given.before))
            // A second run finds nothing to do.
            let again = await terminal.run(["validate"] + options)
            #expect(try lab.oracle.read(file) == expected)
            #expect(!again.errors.contains("fixed:"))
            #expect(!again.errors.contains("could not be applied"))
            // The patch of the trial does what the fix did.
            guard expected != given.before else { continue }
            for program in [["git", "apply", "-"], ["patch", "-p1", "-s"]]
            where SystemCommand.find(program[0]) != nil {
                try lab.oracle.write(given.before, to: file)
                let outcome = try SystemCommand.run(
                    program[0], Array(program.dropFirst()), in: lab.path, input: dry.output)
                #expect(outcome.status == 0, "\(outcome.errors)\n\(dry.output)")
                #expect(try lab.oracle.read(file) == expected, "\(program)")
            }
        }
    }

    @Test func `what is typed and what is told`() async throws {
        let lab = try LabFixture()
        var transcript = lab.transcript()
        await transcript.run("validate", "--fix")
        await transcript.run("validate", "--fix", "--at", "HEAD")
        await transcript.run("validate", "--unsafe")
        await transcript.run("validate", "--dry-run")
        await transcript.run("validate", "-m", "mend")
        try lab.oracle.write(
            "- id: a  # kept\n  date: May 2024\n  txt: One.\n- id: b\n  date: 3/4/2024\n  texts: x\n",
            to: "profiles/alan-turing/news.yml")
        await transcript.run("validate")
        await transcript.run("validate", "--fix", "--dry-run")
        await transcript.run("validate", "--fix", "--dry-run", "--format", "json")
        await transcript.run("validate", "--fix")
        await transcript.run("validate", "--fix", "--unsafe")
        transcript.note("in a bare store")
        let bare = try GitOracle(bare: true)
        try lab.oracle.git("push", "-q", bare.path, "main")
        transcript.terminal.folder = bare.path
        await transcript.run("validate", "--fix")
        #expect(try transcript.mismatch("fix") == nil)
    }

    @Test func `a commit holds exactly what was fixed`() async throws {
        let lab = try LabFixture()
        let terminal = RecordingTerminal(folder: lab.path)
        let file = "profiles/alan-turing/news.yml"
        try lab.oracle.commit("news", [file: "- id: a\n  date: May 2024\n  text: One.\n"])
        try lab.oracle.write("mine\n", to: "notes.txt")
        try lab.oracle.git("add", "notes.txt")
        let outcome = await terminal.run(["validate", "--fix", "-m", "news: mend dates"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try lab.oracle.git("show", "--format=%s", "--name-only")
                == "news: mend dates\n\n\(file)")
        #expect(try lab.oracle.read(file) == "- id: a\n  date: 2024-05\n  text: One.\n")
        #expect(try lab.oracle.git("status", "--porcelain") == "A  notes.txt")
        // A file that is not as committed cannot be committed for its author.
        try lab.oracle.write("- id: a\n  date: June 2024\n  text: One.\n", to: file)
        let refused = await terminal.run(["validate", "--fix", "-m", "mend"])
        #expect(refused.status == 3)
        #expect(refused.errors.contains("Files that would be written were changed: \(file)"))
        #expect(try lab.oracle.read(file).contains("June 2024"))
        #expect(try lab.oracle.faults() == "")
    }
}
