import Foundation
import RecordModel
import TestSupport
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: ["2024-02-29", "1999-12-31", "2000-01-01"])
    func `a day is read`(text: String) { #expect(CalendarDay(text)?.description == text) }

    @Test(arguments: [
        "2024", "2024-02", "2023-02-29", "2024-13-01", "2024-1-01", "2024-01-00", "24-01-001",
        "２０２４-01-01",
    ])
    func `what is no day is none`(text: String) { #expect(CalendarDay(text) == nil) }

    @Test(arguments: [
        // From a month or a year on: not before its first day. Until: to its last one.
        ("2025-05-31", "2025-06", true, false), ("2025-06-01", "2025-06", false, false),
        ("2025-06-30", "2025-06", false, false), ("2025-07-01", "2025-06", false, true),
        ("2024-12-31", "2025", true, false), ("2025-06-15", "2025", false, false),
        ("2026-01-01", "2025", false, true), ("2025-06-14", "2025-06-15", true, false),
        ("2025-06-15", "2025-06-15", false, false), ("2025-06-16", "2025-06-15", false, true),
    ])
    func `a day lies before or after all of a date`(
        day: String, date: String, isBefore: Bool, isAfter: Bool
    ) throws {
        let day = try #require(CalendarDay(day))
        #expect(day.isBefore(date) == isBefore && day.isAfter(date) == isAfter)
    }

    @Test(arguments: UInt64(0)..<200)
    func `the day of a moment is the calendar's`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let seconds = Int(random.next() % 8_000_000_000) - 3_000_000_000
        let offset = Int(random.next() % 1_680) - 840
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: offset * 60))
        let parts = calendar.dateComponents(
            [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
        let expected = String(
            format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
        #expect(CalendarDay(secondsSince1970: seconds, offset: offset).description == expected)
    }
}
