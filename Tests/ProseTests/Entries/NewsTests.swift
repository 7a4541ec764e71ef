import Prose
import Testing

/// News in the notations of pages.
@Suite struct NewsTests {
    @Test(arguments: [
        EntryExample(
            "*2024.09*: &nbsp;🎉🎉 Our paper is in.", as: .news,
            ["date": "2024-09", "text": "Our paper is in.", "emoji": "🎉🎉"]),
        EntryExample(
            "[2023.01] We moved to [Graz](https://a.example).", as: .news,
            ["date": "2023-01", "text": "We moved to [Graz](https://a.example)."]),
        EntryExample(
            "**Aug 2026:** Hello *there*", as: .news, ["date": "2026-08", "text": "Hello *there*"]),
        EntryExample(
            "<span style=\"color:red\">[2022.02]</span> 🏆 Won.", as: .news,
            ["date": "2022-02", "text": "Won.", "emoji": "🏆"]),
        EntryExample(
            "`2021-03-04` - Started.", as: .news, ["date": "2021-03-04", "text": "Started."]),
        EntryExample(
            "18th June. 2024, a talk", as: .news, ["date": "2024-06-18", "text": "a talk"]),
        EntryExample("2021年7月：入职", as: .news, ["date": "2021-07", "text": "入职"]),
        EntryExample(
            "🎤 <em>Oct 2024</em>: On stage <br>", as: .news,
            ["date": "2024-10", "text": "On stage", "emoji": "🎤"]),
        EntryExample(
            "Received a grant, 2025", as: .news, ["date": "2025", "text": "Received a grant"]),
        EntryExample(
            "Visiting Oslo (May 2023)", as: .news, ["date": "2023-05", "text": "Visiting Oslo"]),
        EntryExample(
            "I shall speak at Foo on March 3rd, 2021.", as: .news,
            ["date": "2021-03-03", "text": "I shall speak at Foo on March 3rd, 2021."]),
        EntryExample(
            "<tr><td><code>2025.06</code></td><td><span class=\"badge-new\">NEW</span> 🎉 Done!</td></tr>",
            as: .news,
            ["date": "2025-06", "badge": "NEW", "badge_kind": "new", "emoji": "🎉", "text": "Done!"]),
        EntryExample(
            "| 2020.01 | Something **good** |", as: .news,
            ["date": "2020-01", "text": "Something **good**"]),
        EntryExample(
            "Joined the board.", as: .news, in: EntryContext(subheading: "2019"),
            ["date": "2019", "text": "Joined the board."]),
        EntryExample("Soon there will be more.", as: .news, nil),
        EntryExample("*2024.09*", as: .news, nil),
    ])
    func `an item is its date and its text`(_ example: EntryExample) { example.check() }

    @Test func `how the date was written is kept`() throws {
        let reading = try #require(EntryGrammar.read("*2024.09*: text", as: .news))
        #expect(reading.notation.dates == .dotted && reading.notation.dateFrame == .italic)
        #expect(reading.notation.words == ["2024", "09"])
        let other = try #require(EntryGrammar.read("[Jan 5, 2024] text", as: .news))
        #expect(other.notation.dates == .monthName && other.notation.dateFrame == .brackets)
    }
}
