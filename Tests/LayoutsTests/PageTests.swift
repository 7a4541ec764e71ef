import Profiles
import RecordModel
import TestSupport
import Testing

@testable import Layouts

@Suite struct PageTests {
    @Test(arguments: [
        ("plain é 中 🎉\n\tx", "plain é 中 🎉\n\tx"), ("a\u{85}b", "a b"),
        ("a\u{1}b\u{7F}c\u{9F}d", "abcd"),
        ("\u{FDCF}\u{FDF0}\u{FFFD}\u{A0}", "\u{FDCF}\u{FDF0}\u{FFFD}\u{A0}"),
        ("\u{3FBF}\u{FBF}\u{1FFBF}", "\u{3FBF}\u{FBF}\u{1FFBF}"),
    ]) func `what no page may hold is not on one`(text: String, shown: String) {
        #expect(ForbiddenCharacters.removed(from: text) == shown)
        #expect(ForbiddenCharacters.contains(text) == (text != shown))
    }

    @Test func `a text is kept exactly if it holds characters that pages may hold`() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl =
                scalar.properties.generalCategory == .control && ![9, 10, 12, 13].contains(value)
            let isForbidden = isControl || scalar.properties.isNoncharacterCodePoint
            if ForbiddenCharacters.contains("a\(scalar)b") != isForbidden {
                Issue.record("\(String(value, radix: 16))")
                return
            }
        }
    }

    private func outline(_ sections: Value, _ record: Record = .rich) -> [String] {
        let profile = Profile(record.with("/profile/layout/sections", sections))
        return Outline(of: profile, style: AcadHomepage.style).items.map(\.part.name)
    }

    @Test func `parts that are not listed follow in the theme's order`() {
        #expect(
            outline([["section": "talks"], ["section": "news"]])
                == [
                    "bio", "hobbies", "talks", "news", "interests", "publications", "awards",
                    "education", "positions", "teaching", "service", "projects", "contact",
                    "widgets", "visitors",
                ])
    }

    @Test func `a listed biography stays where it is, and hidden parts are gone`() {
        let names = outline([
            ["section": "news"], ["section": "bio"], ["section": "talks", "hidden": true],
            ["section": "visitors"], ["section": "nonsense"], ["section": "news"],
        ])
        #expect(names.prefix(4) == ["hobbies", "news", "bio", "visitors"])
        #expect(!names.contains("talks"))
    }

    @Test func `headings, levels, limits and dates are the record's`() throws {
        let choices: Value = [
            [
                "section": "talks", "heading": "Vorträge", "level": 2, "limit": 1, "dates": "year",
                "date_frame": "brackets", "menu": "V",
            ]
        ]
        let profile = Profile(Record.rich.with("/profile/layout/sections", choices))
        let item = try #require(Outline(of: profile, style: AcadHomepage.style)[.talks])
        // A heading of the record's own comes without the theme's emoji.
        #expect(item.title == "Vorträge" && item.level == 2 && item.menu == "V")
        #expect(item.limited([1, 2, 3]) == [1])
        #expect(item.dates.text(DateText("2024-05-01")) == "2024")
        #expect(item.dates.framed("2024").plain == "[2024]")
    }

    @Test(
        arguments: [
            ("2020", "2021", "2020 - 2021"), ("2020", nil, "2020 - present"), (nil, "2021", "2021"),
            ("2020", "present", "2020 - present"), ("2020-05", "2020-05", "2020.05"),
            (nil, nil, nil),
            ("soon", nil, "soon"),
        ] as [(String?, String?, String?)])
    func `a span of time is written with what is known of it`(
        start: String?, end: String?, text: String?
    ) {
        let dates = EntryDates(form: .dotted, frame: .plain, present: "present", isChosen: false)
        let range = dates.range(start.map(DateText.init), end.map(DateText.init), isOver: false)
        #expect(range == text)
    }

    @Test func `names of files depend on their entries alone`() {
        let talks = { (dates: [String]) in
            Profile(
                .person([
                    "talks": .list(
                        dates.enumerated().map {
                            ["id": .string("t\($0)"), "title": "T", "date": .string($1)]
                        })
                ])
            ).talks
        }
        let one = talks(["2024-05"])
        let two = talks(["2024-05", "2024-05-01"])
        #expect(CollectionFiles(one, date: \.date)[one[0]]?.stem == "2024-05-01-t0")
        for talk in two {
            #expect(CollectionFiles(two, date: \.date)[talk]?.stem == "2024-05-01-\(talk.id)")
        }
    }

    @Test(arguments: [
        ("/a/", true), ("/a/b.html", true), ("a", false), ("//evil.example", false),
        ("/../x", false), ("/a//b", false), ("/{{ x }}", false), ("/a b", false), ("/", true),
    ])
    func `a permalink stays within the site`(permalink: String, isSafe: Bool) {
        #expect(Permalinks.isSafe(permalink) == isSafe)
    }

    @Test(arguments: [
        ("enable_math", true), ("destination", false), ("plugins", false), ("Include", false),
        ("a.b", false), ("", false), ("max_width", true),
    ])
    func `a record cannot steer Jekyll`(key: String, isAllowed: Bool) {
        #expect(ThemeOption.isAllowed(key) == isAllowed)
    }

    @Test(arguments: CoverageTests.themes.map(\.name))
    func `options that steer Jekyll are reported and not written`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        let record = Record.person([
            "profile": ["layout": ["options": ["destination": "/etc", "fun": "<b>"]]]
        ])
        let exported = Exported(layout, record)
        #expect(exported.config("/destination") == nil)
        #expect(exported.config("/fun") == "&lt;b&gt;")
        #expect(exported.findings == ["layout.unmapped-field /profile/layout/options/destination"])
    }

    @Test(arguments: [
        "../x.png", "assets/../../x.png", "/etc/passwd", "assets/a b.png", "assets/\"x.png",
        "assets/", "photo.jpg",
    ])
    func `a file outside the profile's own is reported and left out`(file: String) {
        for layout in CoverageTests.themes {
            let record = Record.person(["profile": ["photo": ["file": .string(file)]]])
            let exported = Exported(layout, record)
            #expect(exported.findings == ["layout.unsafe-file /profile/photo/file"])
            #expect(exported.paths.allSatisfy { exported.asset($0) == nil })
        }
    }

    @Test func `ids that are no slugs do no harm`() {
        let record = Record.person([
            "sections": [["id": "x} {{ 1 }} ../y", "title": "T", "text": "S"]],
            "talks": [["id": "../../{{ y }}", "title": "T", "date": "2024-01-01"]],
        ])
        for layout in CoverageTests.themes {
            let exported = Exported(layout, record)
            #expect(exported.paths.allSatisfy { !$0.contains("..") && !$0.contains("{") })
            #expect(!exported.body("_pages/about.md").contains("{{"))
        }
    }

    @Test func `a pattern matches steps, and what is within them`() {
        let pattern: FieldPattern = "/publications/*/image"
        #expect(
            pattern.paths(in: Record.rich.value).map(\.description)
                == ["/publications/fast-sgd/image"])
        #expect(pattern.covers(FieldPath(steps: ["publications", "x", "image", "file"])))
        #expect(!pattern.covers(FieldPath(steps: ["publications", "x"])))
    }

    @Test func `a counter's token cannot leave its address`() {
        let widget = { (token: String) in
            Widget(Fields(["kind": "clustrmaps", "token": .string(token)]))
        }
        #expect(WidgetMarkup.html(widget("a\"><script>")) == nil)
        #expect(WidgetMarkup.html(widget("aB_-9"))?.contains("d=aB_-9") == true)
        #expect(WidgetMarkup.html(Widget(Fields(["kind": "evil", "token": "a"]))) == nil)
    }
}
