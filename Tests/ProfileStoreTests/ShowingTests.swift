import Git
import ProfileStore
import RecordModel
import TestSupport
import Testing

@Suite struct ShowingTests {
    @Test(
        arguments: BundledSchemas.all.keys.sorted().filter {
            !["common", "labfolio", "profile"].contains($0)
        })
    func `every section has entries that may wait`(section: String) throws {
        let schemas = try SchemaSet()
        let entries: Value = [
            ["id": "always"], ["id": "later", "show": ["from": "2025-06-02"]],
            ["id": "once", "show": ["until": "2025-06"]],
            ["id": "between", "show": ["from": "2025-06", "until": "2025-06-02"]],
        ]
        var record = Mapping()
        record[section] = entries
        func shown(_ day: String?) throws -> [String] {
            let value = try schemas.shown(.mapping(record)) { () throws(StoreError) in
                day.flatMap(CalendarDay.init)
            }
            return value[section]?.list?.compactMap { $0["id"]?.string } ?? []
        }
        #expect(try shown("2025-05-31") == ["always", "once"])
        #expect(try shown("2025-06-01") == ["always", "once", "between"])
        #expect(try shown("2025-06-02") == ["always", "later", "once", "between"])
        #expect(try shown("2025-06-03") == ["always", "later", "once"])
        #expect(try shown("2025-07-01") == ["always", "later"])
        #expect(try shown(nil) == ["always", "once"])
        #expect(schemas.isDated(.mapping(record)))
    }

    @Test func `a record without such entries is not asked about any day`() throws {
        let schemas = try SchemaSet()
        let record: Value = [
            "news": [["id": "a", "text": "x"]], "profile": ["name": ["display": "A"]],
        ]
        let shown = try schemas.shown(record) { () throws(StoreError) in
            Issue.record("the day was asked for")
            return nil
        }
        #expect(shown == record && !schemas.isDated(record))
    }

    @Test func `the day is that of the commit by its own clock, or the one that was asked for`()
        throws
    {
        let oracle = try GitOracle()
        try oracle.write("lab: {name: Lab}\n", to: "labfolio.yml")
        try oracle.write("name: {display: A}\n", to: "profiles/ada/profile.yml")
        try oracle.git("add", ".")
        // Half an hour before the new year in UTC.
        try oracle.git("commit", "-qm", "x", at: 1_735_687_800)
        let store = try Store(at: oracle.path)
        #expect(try store.snapshot(at: .commit("HEAD")).day()?.description == "2024-12-31")
        var snapshot = try store.snapshot(at: .workTree)
        #expect(try snapshot.day()?.description == "2024-12-31")
        #expect(try snapshot.reader().day()?.description == "2024-12-31")
        snapshot.asOf = CalendarDay("2030-01-01")
        #expect(try snapshot.reader().day()?.description == "2030-01-01")
    }
}
