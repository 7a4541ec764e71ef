/// How dates are written on a page.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
    /// `2024-01-05`, `2024-01`.
    case iso
    /// `2024.01.05`, `2024.01`.
    case dotted
    /// `01/05/2024`, `01/2024`.
    case slashed
    /// `Jan 5, 2024`, `Jan 2024`.
    case monthName = "month-name"
    /// `2024`.
    case year

    /// The English short names of the months.
    public static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Returns a date as it is written in this style, with no more precision than it has.
    public func text(_ date: PartialDate) -> String {
        let year = PartialDate.digits(date.year, 4)
        guard self != .year, let month = date.month else { return year }
        let twoDigits = PartialDate.digits(month, 2)
        let day = date.day.map { PartialDate.digits($0, 2) }
        switch self {
        case .year: return year
        case .iso: return date.description
        case .dotted: return [year, twoDigits, day].compactMap(\.self).joined(separator: ".")
        case .slashed: return [twoDigits, day, year].compactMap(\.self).joined(separator: "/")
        case .monthName:
            let name = Self.monthNames[month - 1]
            return date.day.map { "\(name) \($0), \(year)" } ?? "\(name) \(year)"
        }
    }

    /// Returns a range as it is written in this style: `09/2023 - present`, `2020 - 2024`; empty
    /// where nothing is known.
    ///
    /// A range within what the style shows is one date: 2020-01 to 2020-06 is `2020` in years.
    public func text(_ range: DateRange, present: String = "present", dash: String = " - ")
        -> String
    {
        let start = range.start.map(text) ?? ""
        let end =
            switch range.end {
            case .date(let date): text(date)
            case .present: present
            case .none: ""
            }
        if start.isEmpty { return end }
        if end.isEmpty || start == end { return start }
        return start + dash + end
    }
}
