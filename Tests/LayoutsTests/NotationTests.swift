import Formats
import Profiles
import Prose
import RecordModel
import TestSupport
import Testing

@testable import Layouts

/// How the notation of an imported page is remembered, and written again.
@Suite struct NotationTests {
    private static let parts: [EntryPart] = [
        .init("date", "2024"), .init("title", "Prize"),
        .init("links", links: [Line.text("a").linked(to: "https://a.example"), "b"]),
        .init("people", people: ["A", "B", "C"]),
        .init("kind", "talk", isOptional: true),
    ]

    @Test(
        arguments: [
            (
                "*{date}*, {title}. {links} {people}",
                "*2024*, Prize. \\[[a](https://a.example)\\] \\[b\\] A, B, C"
            ),
            (
                "{people: and } [{links: / }] {title} {date}",
                "A, B and C \\[[a](https://a.example) / b&#93; Prize 2024"
            ),
            (
                "**{people}**{title}`{date}`{links:,}{kind}",
                "**A, B, C**Prize`2024`[a](https://a.example),btalk"
            ),
            ("{title} {people} {links}", nil), ("{title} {people} {links} {date} {none}", nil),
        ] as [(String, String?)])
    func `a pattern writes an entry that has just the parts it names`(
        text: String, expected: String?
    ) throws {
        let pattern = try #require(EntryPattern(text))
        #expect(pattern.line(Self.parts)?.kramdown == expected)
    }

    @Test(arguments: [
        "", "words", "{a} and {a}", "[{a}](https://x.example)", "- {a}", "{a}\n\n{b}", "<b>{a}</b>",
    ])
    func `what is no line with names is no pattern`(text: String) {
        #expect(EntryPattern(text) == nil)
    }

    /// A record as an import makes it of the items of a section.
    private func record(_ kind: SectionKind, _ texts: [String], more: [Value] = []) throws -> Record
    {
        let context = EntryContext(ownNames: ["Ada Lovelace"], authorMarks: ["*": .equal])
        var entries: [Value] = []
        for (number, text) in texts.enumerated() {
            let reading = try #require(EntryGrammar.read(text, as: kind, context: context))
            var fields = reading.fields
            fields["id"] = .string("entry-\(number)")
            fields["written"] = .string(text)
            entries.append(.mapping(fields))
        }
        let section = kind.rawValue
        let person: Value = [
            "name": ["display": "Ada Lovelace"],
            "layout": [
                "theme": "acad-homepage", "written": "acad-homepage",
                "author_marks": ["equal": "*"],
                "sections": [
                    [
                        "section": .string(section), "heading": "All", "order": "file",
                        "text": "All of them.",
                    ]
                ],
            ],
        ]
        return Record(
            id: Record.shown.id, value: ["profile": person, section: .list(entries + more)])
    }

    private func patterns(_ record: Record) -> [String] {
        let choices = record.value["profile"]?["layout"]?["sections"]?.list
        return choices?.first?["patterns"]?.list?.compactMap(\.string) ?? []
    }

    private func texts(_ record: Record, _ section: String) -> [String] {
        (record.value[section]?.list ?? []).compactMap { $0["written"]?.string }
    }

    private static let awards = [
        "2022, Best Paper Award, HKBU.", "2021, Outstanding Student Award, HUST",
        "2020, NeurIPS Scholar Award.",
    ]

    @Test func `what entries have in common is kept once`() throws {
        let before = try record(.awards, Self.awards)
        let after = Layout.acadHomepage.rememberingNotation(of: before)
        #expect(texts(after, "awards").isEmpty)
        #expect(patterns(after).count <= 2)
        // An entry that comes later looks like the others.
        let entries = after.value["awards"]?.list ?? []
        let more: Value = [
            "id": "later", "title": "Chair", "organization": "ETH", "date": "2026",
        ]
        let later = after.with("/awards", .list(entries + [more]))
        let page = try #require(Self.page(later))
        for text in Self.awards + ["2026, Chair, ETH."] {
            // Whether a line ends with a full stop is no notation.
            #expect(page.contains("- " + text.dropLast()), "\(text)")
        }
    }

    @Test func `a text that says more than the fields stays`() throws {
        let own = "2019, <u>Grand Prize</u>, HUST"
        let after = Layout.acadHomepage.rememberingNotation(
            of: try record(.awards, Self.awards + [own]))
        #expect(texts(after, "awards") == [own])
    }

    @Test func `publications are remembered with their authors`() throws {
        let texts = [
            "X. Pan\\*, **A. Lovelace**\\*, C. B. Chu. Engines that weave patterns. In ASPLOS 2025.",
            "X. Pan, **A. Lovelace**, B. Li. Looms that calculate numbers. In ICML 2024.",
            "**A. Lovelace**, X. Pan and B. Li. Notes upon the memoir of engines. In KDD 2023.",
        ]
        let before = try record(.publications, texts)
        let after = Layout.acadHomepage.rememberingNotation(of: before)
        #expect(patterns(after) == ["{authors}. {title}. In {venue} {date}."])
        #expect(self.texts(after, "publications") == [texts[2]])
        let page = Markdown(try #require(Self.page(after))).plainText()
        for text in texts { #expect(page.contains(Markdown(text).plainText()), "\(text)") }
    }

    @Test func `a beginning without an end is written with the word of the page`() throws {
        let texts = [
            "09/2024-now: Researcher, University of Turin, advised by Prof. Bo Li.",
            "02/2023-05/2023: Intern, University of Pisa, advised by Prof. Bo Li.",
        ]
        let after = Layout.acadHomepage.rememberingNotation(
            of: try record(.positions, texts).with(
                "/profile/layout/dates", "slashed"))
        #expect(
            patterns(after) == ["{start}-{end:now}: {role}, {organization}, advised by {advisors}."]
        )
        #expect(self.texts(after, "positions").isEmpty)
    }

    @Test func `a pattern that fits no entry is reported, and every part has a name`() throws {
        let record = try record(.awards, Self.awards).with(
            "/profile/layout/sections/0/patterns", ["{when}: {title}", "no name", "{date} {title}"])
        let output = Layout.acadHomepage.output(.init(record: record))
        let found = output.diagnostics.filter { $0.code == "layout.odd-pattern" }
        #expect(found.map { $0.path?.steps.last } == ["0", "1"])
        #expect(found.first?.message.contains("`when`") == true)
        let rich = Layout.Input(record: .shown)
        var draft = Draft()
        let assets = AssetPlaces(of: rich.profile, to: &draft, folders: [:], root: "")
        let dates = EntryDates(form: .iso, frame: .plain, present: "now", isChosen: false)
        let lines = EntryLines(rich, theme: "plain", assets: assets, dates: dates)
        let sections = Record.shown.value.mapping?.keys ?? []
        for section in sections where !["profile", "sections"].contains(section) {
            let parts = lines.items(of: section, authors: AuthorLines(rich)).flatMap(\.parts)
            let names = Set(PatternNames.names(of: section))
            #expect(!names.isEmpty && names.isSuperset(of: parts.map(\.name)), "\(section)")
        }
    }

    private static func page(_ record: Record) -> String? {
        let files = Layout.acadHomepage.output(.init(record: record)).files
        guard let home = files.first(where: { $0.path.description == "_pages/about.md" }),
            case .bytes(let bytes) = home.content
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
