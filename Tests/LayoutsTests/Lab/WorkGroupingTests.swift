import RecordModel
import TestSupport
import Testing

@testable import Layouts
@testable import Profiles

@Suite struct WorkGroupingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let isOne: Bool
        let first: Value
        let second: Value
        /// Whether one record holds both.
        var isOneRecord = false

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "one DOI in two spellings", isOne: true,
            first: ["title": "A", "doi": "10.1/AbC", "date": "2020"],
            second: ["title": "B", "doi": "10.1/aBc", "date": "2024"]),
        Case(
            name: "two versions at arXiv", isOne: true,
            first: ["title": "A", "arxiv": "2401.00001v1"],
            second: ["title": "B", "arxiv": "2401.00001v3"]),
        Case(
            name: "arXiv's own DOI", isOne: true,
            first: ["title": "A", "arxiv": "2401.00001"],
            second: ["title": "B", "doi": "10.48550/arXiv.2401.00001"]),
        Case(
            name: "one title and year", isOne: true,
            first: ["title": "Deep Nets: A Survey", "date": "2020-05", "venue": ["name": "X"]],
            second: ["title": "Deep nets – a survey.", "date": "2020", "venue": ["name": "Y"]]),
        Case(
            name: "a preprint of the year before", isOne: true,
            first: [
                "title": "Deep Nets", "date": "2019", "status": "preprint", "arxiv": "1901.00001",
            ],
            second: ["title": "Deep nets", "date": "2020", "doi": "10.1/x", "venue": ["name": "Y"]]),
        Case(
            name: "a preprint and the paper, in one record", isOne: true,
            first: ["title": "Deep Nets", "date": "2019", "venue": ["type": "preprint"]],
            second: ["title": "Deep nets", "date": "2020", "venue": ["name": "Y"]],
            isOneRecord: true),
        Case(
            name: "two DOIs", isOne: false,
            first: ["title": "Editorial", "doi": "10.1/a", "date": "2020"],
            second: ["title": "Editorial", "doi": "10.1/b", "date": "2020"]),
        Case(
            name: "the years differ and both have appeared", isOne: false,
            first: ["title": "Deep nets", "date": "2020", "status": "published"],
            second: ["title": "Deep nets", "date": "2021", "status": "published"]),
        Case(
            name: "a preprint of long before", isOne: false,
            first: ["title": "Deep nets", "date": "2010", "status": "preprint"],
            second: ["title": "Deep nets", "date": "2020", "venue": ["name": "Y"]]),
        Case(
            name: "nobody wrote both", isOne: false,
            first: ["title": "Editorial", "date": "2020", "authors": [["name": "Ada Ng"]]],
            second: ["title": "Editorial", "date": "2020", "authors": [["name": "Bo Li"]]]),
        Case(
            name: "two that have appeared, in one record", isOne: false,
            first: ["title": "Notes", "date": "2020", "venue": ["name": "X"]],
            second: ["title": "Notes", "date": "2020", "venue": ["name": "Y"]], isOneRecord: true),
        Case(name: "no title at all", isOne: false, first: ["title": "…"], second: ["title": "—"]),
        Case(
            name: "titles in other scripts differ", isOne: false,
            first: ["title": "联邦学习", "date": "2020"], second: ["title": "分布学习", "date": "2020"]),
    ]

    @Test(arguments: cases)
    func `what is one work and what is not`(_ example: Case) {
        let one = Self.listing(example.first, "ada", "one")
        let other = Self.listing(
            example.second, example.isOneRecord ? "ada" : "bo", "other")
        for listings in [[one, other], [other, one]] {
            #expect(WorkGrouping(listings).groups.count == (example.isOne ? 1 : 2))
        }
    }

    @Test func `what contradicts one listing of a work contradicts the work`() {
        // The one without identifiers fits both papers, which are two.
        let listings = [
            Self.listing(["title": "Editorial", "doi": "10.1/a", "date": "2020"], "ada", "a"),
            Self.listing(["title": "Editorial", "date": "2020"], "bo", "b"),
            Self.listing(["title": "Editorial", "doi": "10.1/b", "date": "2020"], "cy", "c"),
        ]
        #expect(WorkGrouping(listings).groups.count == 2)
    }

    @Test(arguments: UInt64(0)..<200)
    func `every listing is in one work, whatever the order of the files`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = 2 + Int(seed / 8)
        var listings: [WorkListing] = (0..<count).map { number in
            var fields: Mapping = Mapping()
            fields["title"] = .string("Title \(random.next() % 4)")
            fields["date"] = .string(String(2019 + random.next() % 4))
            if random.next() % 3 == 0 { fields["doi"] = .string("10.1/\(random.next() % 5)") }
            if random.next() % 3 == 0 { fields["arxiv"] = .string("2401.0000\(random.next() % 5)") }
            if random.next() % 2 == 0 { fields["status"] = "preprint" }
            return Self.listing(.mapping(fields), "p\(random.next() % 5)", "e\(number)")
        }
        let works = Self.works(listings)
        #expect(works.flatMap(\.self).count == count)
        listings.shuffle(using: &random)
        #expect(Self.works(listings) == works)
    }

    private static func works(_ listings: [WorkListing]) -> Set<Set<String>> {
        Set(WorkGrouping(listings).groups.map { Set($0.map { listings[$0].key }) })
    }

    static func listing(_ fields: Value, _ profile: String, _ entry: String) -> WorkListing {
        var mapping = fields.mapping ?? Mapping()
        mapping["id"] = .string(entry)
        let value = Value.mapping(mapping)
        return WorkListing(Publication(Fields(value)), value: value, profile: profile)
    }
}
