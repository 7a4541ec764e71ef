import Profiles
import RecordModel
import TestSupport
import Testing

@Suite struct OrderTests {
    private func talks(_ dates: [String?]) -> [Talk] {
        let entries = dates.enumerated().map { position, date in
            var talk = Mapping()
            talk["id"] = .string("t\(position)")
            talk["title"] = "T"
            talk["date"] = date.map(Value.string)
            return Value.mapping(talk)
        }
        return Profile(Record(id: .known("a"), value: ["talks": .list(entries)])).talks
    }

    @Test(
        arguments: [
            (["2023", "2024"], ["t1", "t0"]),
            (["2024", "2024-05", "2024-05-03", "2024-05-02"], ["t2", "t3", "t1", "t0"]),
            ([nil, "2020", nil, "2021"], ["t3", "t1", "t0", "t2"]),
            (["2024-05", "2024-05", "2024-05"], ["t0", "t1", "t2"]),
            (["soon", "1999", "2024-12"], ["t2", "t1", "t0"]),
        ] as [([String?], [String])])
    func `entries stand newest first, equal ones as written, undated ones last`(
        dates: [String?], order: [String]
    ) {
        #expect(talks(dates).map(\.id) == order)
    }

    @Test(arguments: UInt64(0)..<100)
    func `the order is that of the dates, and ties keep the order of the file`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let dates: [String?] = (0..<Int(seed % 17)).map { _ in
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: nil
            case 1: "\(2020 + Int.random(in: 0..<3, using: &generator))"
            default: "2021-0\(Int.random(in: 1..<4, using: &generator))"
            }
        }
        let sorted = talks(dates)
        #expect(Set(sorted.map(\.id)).count == dates.count)
        for (first, second) in zip(sorted, sorted.dropFirst()) {
            guard let later = second.date else { continue }
            #expect(first.date.map { $0 >= later } == true)
        }
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.date == second.date {
            #expect((Int(first.id.dropFirst()) ?? 0) < (Int(second.id.dropFirst()) ?? 0))
        }
    }

    @Test(
        arguments: [
            ("2024", 2024, nil, nil), ("2024-05", 2024, 5, nil), ("2024-05-31", 2024, 5, 31),
            ("present", nil, nil, nil), ("20", nil, nil, nil),
        ] as [(String, Int?, Int?, Int?)])
    func `a date gives its parts as far as it has them`(
        text: String, year: Int?, month: Int?, day: Int?
    ) {
        let date = DateText(text)
        #expect(date.year == year && date.month == month && date.day == day)
        #expect(date.isPresent == (text == "present"))
    }
}
