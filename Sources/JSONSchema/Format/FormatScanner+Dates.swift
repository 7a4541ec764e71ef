/// Dates and times (RFC 3339).
extension FormatScanner {
    static func isDate(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        return scanner.takeDate() && scanner.isAtEnd
    }

    static func isTime(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        return scanner.takeTime() && scanner.isAtEnd
    }

    static func isDateTime(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        return scanner.takeDate() && scanner.take(either: "T", or: "t") && scanner.takeTime()
            && scanner.isAtEnd
    }

    private mutating func takeDate() -> Bool {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"),
            let day = digits(2), (1...12).contains(month)
        else { return false }
        let isLeap =
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return day >= 1 && day <= days
    }

    private mutating func takeTime() -> Bool {
        guard let hour = digits(2), take(":"), let minute = digits(2), take(":"),
            let second = digits(2), hour < 24, minute < 60, second <= 60
        else { return false }
        if take(".") {
            guard skipDigits() > 0 else { return false }
        }
        var minutes = hour * 60 + minute
        if !take(either: "Z", or: "z") {
            let isEast = take("+")
            guard isEast || take("-"), let hours = digits(2), take(":"), let rest = digits(2),
                hours < 24, rest < 60
            else { return false }
            let offset = hours * 60 + rest
            minutes += (isEast ? -offset : offset) + 24 * 60
        }
        // A leap second is the last one of a day in universal time.
        return second < 60 || minutes % (24 * 60) == 24 * 60 - 1
    }

    /// A duration (RFC 3339, appendix A): units from large to small, none left out between two.
    static func isDuration(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        guard scanner.take("P") else { return false }
        if let weeks = scanner.takeUnits("W"), weeks { return scanner.isAtEnd }
        guard let hasDays = scanner.takeUnits("YMD") else { return false }
        guard scanner.take("T") else { return hasDays && scanner.isAtEnd }
        guard let hasTime = scanner.takeUnits("HMS") else { return false }
        return hasTime && scanner.isAtEnd
    }

    /// Takes numbers with units that follow each other and tells whether there was any, nil where
    /// the units are out of order.
    private mutating func takeUnits(_ units: String) -> Bool? {
        var last: Int?
        let units = Array(units.utf8)
        while true {
            var ahead = self
            guard ahead.skipDigits() > 0 else { return last != nil }
            guard let unit = ahead.next, let position = units.firstIndex(of: unit) else {
                return last == nil ? false : nil
            }
            if let last, position != last + 1 { return nil }
            _ = ahead.take(where: { _ in true })
            self = ahead
            last = position
        }
    }
}
