/// A day of the calendar, before and after which partial dates lie.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The day as records write it: `2024-01-05`.
    public let description: String

    /// Takes a day as records write it; nil for a year, a month, and what is no day at all.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10]),
            (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        description = text
    }

    /// Takes the day on which a moment falls.
    ///
    /// - Parameters:
    ///   - seconds: The seconds since the beginning of 1970 in UTC.
    ///   - offset: By how many minutes the clock that counts is ahead of UTC.
    public init(secondsSince1970 seconds: Int, offset: Int = 0) {
        // The years begin with March here, so that the odd day of leap years is the last one.
        let local = seconds + offset * 60
        let days = (local >= 0 ? local / 86_400 : (local - 86_399) / 86_400) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let parts = [
            Self.digits(year, 4), Self.digits(month + (month < 10 ? 3 : -9), 2),
            Self.digits(dayOfYear - (153 * month + 2) / 5 + 1, 2),
        ]
        description = parts.joined(separator: "-")
    }

    /// Tells whether the day lies before all of a year, a month or a day.
    public func isBefore(_ date: String) -> Bool {
        description.prefix(date.utf8.count) < date.prefix(description.utf8.count)
    }

    /// Tells whether the day lies after all of a year, a month or a day.
    public func isAfter(_ date: String) -> Bool {
        description.prefix(date.utf8.count) > date.prefix(description.utf8.count)
    }

    /// Orders days in time.
    public static func < (first: CalendarDay, second: CalendarDay) -> Bool {
        first.description < second.description
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
