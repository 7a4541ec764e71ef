/// A day, a month or a year: as much of a date as is known.
public struct PartialDate: Hashable, Sendable {
    /// The year, from 1 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int?
    /// The day of the month, from 1.
    public let day: Int?

    /// Makes a date; nil where there is no such day, or a day without a month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads the text of a record: `2024`, `2024-01` or `2024-01-05`; nil for any other.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        let length = bytes.count
        guard length == 4 || length == 7 || length == 10 else { return nil }
        var numbers: InlineArray<3, Int> = [0, 0, 0]
        var part = 0
        for position in bytes.indices {
            let byte = bytes[position]
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        self.init(
            year: numbers[0], month: length > 4 ? numbers[1] : nil,
            day: length > 7 ? numbers[2] : nil)
    }

    /// The first day that the date may mean: 2024 is widened to 2024-01-01.
    ///
    /// Jekyll takes whole days only: `2024-05` stops its build, and `2024.05` is today to it.
    public var widened: PartialDate {
        PartialDate(first: year, month ?? 1, day ?? 1)
    }

    private init(first year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PartialDate: Comparable, CustomStringConvertible {
    /// Orders dates by their first day; of two with the same first day, the less exact one first.
    public static func < (first: PartialDate, second: PartialDate) -> Bool {
        (first.year, first.month ?? 0, first.day ?? 0)
            < (second.year, second.month ?? 0, second.day ?? 0)
    }

    /// The text of a record: `2024`, `2024-01` or `2024-01-05`.
    public var description: String {
        [Self.digits(year, 4), month.map { Self.digits($0, 2) }, day.map { Self.digits($0, 2) }]
            .compactMap(\.self).joined(separator: "-")
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
