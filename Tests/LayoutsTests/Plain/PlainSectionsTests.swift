import Profiles
import RecordModel
import Testing

@testable import Layouts

@Suite struct PlainSectionsTests {
    private func sections(
        _ layout: Value = [:], papers: [Value] = [], profile: KeyValuePairs<String, Value> = [:]
    ) throws -> PlainSections {
        var person = Mapping()
        person["name"] = ["display": "Ada"]
        person["bio"] = "I am."
        person["layout"] = layout
        for (key, value) in profile { person[key] = value }
        let value: Value = [
            "profile": .mapping(person), "publications": .list(papers),
            "news": [["id": "a", "text": "x", "date": "2020"], ["id": "b", "text": "y"]],
            "sections": [
                ["id": "extra", "title": "Extra", "text": "z"],
                ["id": "early", "title": "Early", "text": "z", "place": "top"],
            ],
        ]
        return PlainSections(PlainStyle(try RichRecord.input(value)))
    }

    private func paper(_ id: String, selected: Bool = false) -> Value {
        ["id": .string(id), "title": "T", "authors": [], "selected": .bool(selected)]
    }

    private func names(_ sections: PlainSections) -> [String] { sections.order.parts.map(\.name) }

    @Test func `without choices the layout's own order holds what there is`() throws {
        #expect(names(try sections()) == ["bio", "early", "news", "extra"])
    }

    @Test func `the record's order comes first, the rest follows`() throws {
        let layout: Value = ["sections": [["section": "extra"], ["section": "news"]]]
        #expect(names(try sections(layout)) == ["extra", "news", "bio", "early"])
    }

    @Test func `a hidden section is nowhere, a missing one either`() throws {
        let layout: Value = [
            "sections": [
                ["section": "news", "hidden": true], ["section": "talks"], ["section": "nothing"],
                ["section": "publications", "hidden": true],
            ]
        ]
        let sections = try sections(layout, papers: [paper("a", selected: true), paper("b")])
        #expect(names(sections) == ["bio", "early", "extra"])
        #expect(sections.listings.isEmpty)
        #expect(sections.references.links(["/publications/a"]).isEmpty)
    }

    struct PaperCase: Sendable, CustomTestStringConvertible {
        let name: String
        let selected: [Bool]
        let listed: [String]
        let expected: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        PaperCase(name: "none", selected: [], listed: [], expected: []),
        PaperCase(name: "none selected", selected: [false], listed: [], expected: ["publications"]),
        PaperCase(name: "some", selected: [true, false], listed: [], expected: ["selected"]),
        PaperCase(name: "all selected", selected: [true], listed: [], expected: ["publications"]),
        PaperCase(
            name: "asked for all", selected: [true, false], listed: ["publications"],
            expected: ["publications"]),
        PaperCase(
            name: "asked for both", selected: [true, false], listed: ["selected", "publications"],
            expected: ["selected", "publications"]),
    ])
    func `the homepage shows selected publications or all`(test: PaperCase) throws {
        let choices = test.listed.map { Value.mapping(Self.choice($0)) }
        let papers = test.selected.enumerated().map { paper("p\($0)", selected: $1) }
        let sections = try sections(["sections": .list(choices)], papers: papers)
        #expect(
            names(sections).filter { ["selected", "publications"].contains($0) } == test.expected)
        #expect(sections.listings.map(\.name) == (papers.isEmpty ? [] : ["publications"]))
    }

    private static func choice(_ name: String) -> Mapping {
        var mapping = Mapping()
        mapping["section"] = .string(name)
        return mapping
    }

    @Test(arguments: [
        ([1, 1, 1], [2, 2, 2]), ([2, 2, 1], [2, 3, 2]), ([1, 3, 3], [2, 3, 4]),
        ([3, 1, 3], [2, 2, 3]),
    ])
    func `no level of headings is left out on the way down`(
        asked: [Int], expected: [Int]
    ) throws {
        let choices = zip(["bio", "early", "extra"], asked).map { name, level in
            var choice = Self.choice(name)
            choice["level"] = .number(Number(level))
            return Value.mapping(choice)
        }
        let sections = try sections(["sections": .list(choices)])
        #expect(sections.order.parts.prefix(3).map(\.level) == expected)
    }

    @Test func `a limit leaves a page with all of it`() throws {
        let layout: Value = ["sections": [["section": "news", "limit": 1, "heading": "New"]]]
        let sections = try sections(layout)
        let news = try #require(sections.home.first)
        #expect(news["items"]?.list?.count == 1)
        #expect(news["more"]?["target"] == "news/")
        let listing = try #require(sections.listings.first)
        #expect(listing.heading == "New")
        #expect(listing.value["items"]?.list?.count == 2)
        let enough = try self.sections(["sections": [["section": "news", "limit": 2]]])
        #expect(enough.listings.isEmpty)
        #expect(enough.home.first?["more"] == nil)
    }

    @Test func `every id of a page is there once`() throws {
        let layout: Value = [
            "sections": [["section": "selected"], ["section": "publications"], ["section": "news"]]
        ]
        let sections = try sections(layout, papers: [paper("a", selected: true), paper("b")])
        #expect(sections.home.prefix(2).map { $0["anchored"] } == [nil, true])
        let anchors = sections.order.parts.map(\.anchor)
        #expect(Set(anchors).count == anchors.count)
    }

    @Test func `headings are the record's, or words of the page's language`() throws {
        let chinese = try sections(profile: ["language": "zh-Hans"])
        #expect(
            chinese.home.compactMap { $0["heading"]?.string } == ["简介", "Early", "动态", "Extra"])
        let own = try sections(["sections": [["section": "bio", "heading": "Me", "emoji": "👋"]]])
        #expect(own.home.first?["heading"] == "Me")
        #expect(own.home.first?["emoji"] == "👋")
    }
}
