/// The ways in which people write a date that is none to a record yet.
enum DateForms {
    /// Returns a date as records write it: `2024`, `2024-05` or `2024-05-01`, or `present`; nil
    /// where more than one day can be meant, or none.
    static func normalized(_ text: String) -> String? {
        if ongoing.contains(text.lowercased()) { return "present" }
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        for word in text.lowercased().split(whereSeparator: isSeparator) {
            if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(word) {
                numbers.append((value, word.utf8.count))
            } else if let day = ordinal(word) {
                numbers.append((day, 2))
            } else if let named = monthNumber(word), month == nil {
                month = named
            } else {
                return nil
            }
        }
        if let month { return named(month, numbers) }
        switch numbers.map({ kind(ofDigits: $0.digits) }).joined() {
        case "y": return date(numbers[0].value)
        case "f":
            let value = numbers[0].value
            return date(value / 10_000, value / 100 % 100, value % 100)
        case "yd": return date(numbers[0].value, numbers[1].value)
        case "dy": return date(numbers[1].value, numbers[0].value)
        case "ydd":
            return date(numbers[0].value, numbers[1].value, numbers[2].value)
        case "ddy":
            let (first, second) = (numbers[0].value, numbers[1].value)
            // 3/4/2024 is the third of April to some, the fourth of March to others.
            guard first > 12 || second > 12 || first == second else { return nil }
            return first > 12
                ? date(numbers[2].value, second, first) : date(numbers[2].value, first, second)
        default: return nil
        }
    }

    private static let ongoing: Set<String> = [
        "present", "now", "current", "currently", "today", "ongoing", "to date", "至今",
    ]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// What a number of so many digits may be: a year, a day or month, a full date.
    private static func kind(ofDigits count: Int) -> String {
        switch count {
        case 1, 2: "d"
        case 4: "y"
        case 8: "f"
        default: "?"
        }
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || "/.,-–—年月日".contains(character)
    }

    private static func monthNumber(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        let found = months.firstIndex { $0.hasPrefix(word) && (word.count < 5 || $0 == word) }
        return found.map { $0 + 1 }
    }

    private static func ordinal(_ word: Substring) -> Int? {
        guard ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
        return Int(word.dropLast(2)).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// A date whose month is a word: the year has four digits, the day has fewer.
    private static func named(_ month: Int, _ numbers: [(value: Int, digits: Int)]) -> String? {
        let years = numbers.filter { $0.digits == 4 }
        let days = numbers.filter { $0.digits <= 2 }
        guard years.count == 1, days.count <= 1, numbers.count == years.count + days.count else {
            return nil
        }
        return date(years[0].value, month, days.first?.value)
    }

    private static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String? {
        guard (1000...2999).contains(year), month.map((1...12).contains) ?? true,
            day.map((1...31).contains) ?? true
        else { return nil }
        return [String(year), month.map(padded), day.map(padded)].compactMap(\.self)
            .joined(separator: "-")
    }

    private static func padded(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }
}
