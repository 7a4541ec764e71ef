import Prose
import TestSupport
import Testing

@Suite struct DateTests {
    @Test(arguments: ["2024", "2024-01", "2024-02-29", "0001", "9999-12-31"])
    func `a date is written as it was read`(text: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.description == text)
        #expect(PartialDate(date.widened.description) == date.widened)
        #expect(date.widened.day != nil && date.widened.month != nil)
    }

    @Test(arguments: [
        "", "24", "2024-1", "2024-13", "2023-02-29", "2024-01-32", "2024-01-", "2024/01", "present",
        "0000", "٢٠٢٤", "2024-01-01-01", " 2024",
    ])
    func `no other text is a date`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func `dates are ordered by their first day`() {
        let dates = [
            "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025",
        ].compactMap { PartialDate($0) }
        #expect(dates.count == 7 && dates.reversed().sorted() == dates)
        #expect(PartialDate("2024")?.widened.description == "2024-01-01")
        #expect(PartialDate("2024-05")?.widened.description == "2024-05-01")
    }

    @Test(arguments: [
        (DateStyle.iso, "2024-01-05", "2024-01", "2024"),
        (.dotted, "2024.01.05", "2024.01", "2024"),
        (.slashed, "01/05/2024", "01/2024", "2024"),
        (.monthName, "Jan 5, 2024", "Jan 2024", "2024"),
        (.year, "2024", "2024", "2024"),
    ])
    func `each style shows what is known`(
        style: DateStyle, day: String, month: String, year: String
    ) throws {
        for (text, shown) in [("2024-01-05", day), ("2024-01", month), ("2024", year)] {
            #expect(style.text(try #require(PartialDate(text))) == shown)
        }
    }

    @Test(
        arguments: [
            (DateStyle.slashed, "2023-09", "present", "09/2023 - present"),
            (.dotted, "2019-06", "2022-04", "2019.06 - 2022.04"),
            (.year, "2020-01", "2020-06", "2020"), (.iso, "2020", nil, "2020 - present"),
            (.iso, nil, "2020", "2020"), (.iso, nil, nil, ""),
        ] as [(DateStyle, String?, String?, String)])
    func `ranges`(style: DateStyle, start: String?, end: String?, shown: String) throws {
        #expect(
            style.text(try #require(DateRange(start: start, end: end, missingEnd: .present)))
                == shown)
    }

    @Test func `a range of no dates is none`() {
        #expect(DateRange(start: "soon", end: nil) == nil)
        #expect(DateRange(start: "2024", end: "later") == nil)
        #expect(DateRange(start: "2024", end: nil)?.end == DateRange.End.none)
    }
}
