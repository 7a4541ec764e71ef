import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// The lines by which git finds fields.
@Suite struct FieldListingTests {
    private func listing(_ value: Value, _ section: String) throws -> String {
        let schemas = try SchemaSet()
        let schema = try #require(schemas.sections[section])
        return FieldListing(section: section, schema: schema).text(value)
    }

    @Test func `a field is a line, an entry goes by its id, and no item has a number`() throws {
        let publications: Value = [
            [
                "title": "Zwei", "id": "zwei",
                "authors": [["self": true, "name": "Ada"], ["name": "Bea"]],
            ],
            [
                "id": "eins", "title": "Eins: a study", "badges": ["Oral", "Best"],
                "abstract": "First one. Then\nanother?\n\nEnd.\n", "selected": true, "doi": "",
                "venue": [:], "links": [], "zzz": nil, "aaa": "\u{1B}[31m",
            ],
        ]
        #expect(
            try listing(publications, "publications") == """
                /publications/eins/title: Eins: a study
                /publications/eins/venue: {}
                /publications/eins/doi: ""
                /publications/eins/links: []
                /publications/eins/abstract: First one.
                /publications/eins/abstract: Then
                /publications/eins/abstract: another?
                /publications/eins/abstract:
                /publications/eins/abstract: End.
                /publications/eins/badges: Best
                /publications/eins/badges: Oral
                /publications/eins/selected: true
                /publications/eins/aaa: ␛[31m
                /publications/eins/zzz: null
                /publications/zwei/title: Zwei
                /publications/zwei/authors: {"name":"Ada","self":true}
                /publications/zwei/authors: {"name":"Bea"}

                """)
    }

    @Test func `an order that is somebody's own stays, and items without a name have a line`()
        throws
    {
        let service: Value = [["id": "b", "role": "B"], ["id": "a", "role": "A"], ["role": "C"]]
        #expect(
            try listing(service, "service") == """
                /service/b/role: B
                /service/a/role: A
                /service: {"role":"C"}

                """)
        #expect(try listing([], "news") == "/news: []\n")
        #expect(try listing([["id": "x"]], "news") == "/news/x: {}\n")
    }

    @Test(arguments: UInt64(0)..<50)
    func `an order that means nothing changes no line`(seed: UInt64) throws {
        let schemas = try SchemaSet()
        var generator = ValueGenerator(seed: seed)
        var store = StoreGenerator()
        store.seed = seed
        store.publications = 5
        store.news = 5
        for (section, value) in store.record(0) {
            let schema = try #require(schemas.sections[section])
            let listing = FieldListing(section: section, schema: schema)
            let shuffled = generator.reordered(
                value, shape: schemas.recordShape.shape(ofKey: section))
            #expect(listing.text(shuffled) == listing.text(value), "seed \(seed)")
        }
    }
}
