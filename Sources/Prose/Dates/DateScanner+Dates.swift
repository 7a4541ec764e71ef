import Formats

extension DateScanner {
    /// The date that begins here; nil where none does.
    ///
    /// After the dash of a span a date may begin where no other may: `2020-2024`.
    func date(at index: Int, isAfterDash: Bool = false) -> DateReading? {
        guard let first = sign(index), isAfterDash || isBoundary(index) else { return nil }
        if first.isDigit {
            return yearFirst(index) ?? dayFirst(index) ?? slashed(index)
        }
        guard first.isLetter else { return nil }
        return monthFirst(index) ?? seasonFirst(index)
    }

    private func reading(
        _ range: Range<Int>, _ year: Int, _ month: Int? = nil, _ day: Int? = nil,
        style: DateStyle? = nil, term: String? = nil
    ) -> DateReading? {
        guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
        return DateReading(
            range: range, span: DateRange(start: date, end: .none), style: style, term: term)
    }

    // MARK: 2024.09, 2024-09-05, 2024年9月, 2024 Fall, 2024

    private func yearFirst(_ index: Int) -> DateReading? {
        guard let year = year(index) else { return nil }
        let next = afterBlanks(year.end)
        if let mark = sign(next), "年년".unicodeScalars.contains(mark) {
            return eastAsian(index, year.value, afterYear: next + 1)
        }
        if let mark = sign(year.end), "./-‐‑．".unicodeScalars.contains(mark),
            let month = number(year.end + 1, digits: 1...2), (1...12).contains(month.value)
        {
            let style: DateStyle? = mark == "." ? .dotted : mark == "-" ? .iso : nil
            if sign(month.end) == mark, let day = number(month.end + 1, digits: 1...2),
                let full = reading(
                    index..<day.end, year.value, month.value, day.value,
                    style: day.end - month.end == 3 && month.end - year.end == 3 ? style : nil)
            {
                return full
            }
            // `2024.5 million` is no date, but nobody writes it on such a page.
            return reading(
                index..<month.end, year.value, month.value,
                style: month.end - year.end == 3 ? style : nil)
        }
        if let term = season(after: year.end, from: index, year: year.value) { return term }
        if let month = month(next), sign(next)?.isEastAsian == false {
            let date = afterBlanks(month.end)
            if let day = number(date, digits: 1...2), sign(day.end)?.isLetter != true,
                let full = reading(index..<day.end, year.value, month.value, day.value)
            {
                return full
            }
            return reading(index..<month.end, year.value, month.value)
        }
        return reading(index..<year.end, year.value, style: .year)
    }

    private func eastAsian(_ index: Int, _ year: Int, afterYear: Int) -> DateReading? {
        // `2019年度` is the name of a prize's year.
        if sign(afterYear) == "度" { return nil }
        let place = afterBlanks(afterYear)
        guard let month = number(place, digits: 1...2), let mark = sign(afterBlanks(month.end)),
            "月월".unicodeScalars.contains(mark), (1...12).contains(month.value)
        else { return reading(index..<afterYear, year) }
        let end = afterBlanks(month.end) + 1
        if let day = number(afterBlanks(end), digits: 1...2), let mark = sign(day.end),
            "日号號일".unicodeScalars.contains(mark),
            let full = reading(index..<day.end + 1, year, month.value, day.value)
        {
            return full
        }
        return reading(index..<end, year, month.value)
    }

    /// `2022/23`, `2022/23 Fall`, `2023 Fall Semester`, `2023春季学期`.
    private func season(after end: Int, from index: Int, year: Int) -> DateReading? {
        var (end, last) = (end, year)
        if sign(end) == "/" || sign(end) == "-" || sign(end) == "–",
            let short = number(end + 1, digits: 2...2), short.value == (year + 1) % 100
        {
            (end, last) = (short.end, year + 1)
        } else if sign(end) == "/", let second = self.year(end + 1), second.value == year + 1 {
            (end, last) = (second.end, year + 1)
        }
        var place = afterBlanks(end)
        var hasSeason = false
        if let season = word(place, of: CalendarWords.seasons) {
            (end, hasSeason) = (season, true)
            place = afterBlanks(season)
            if let term = word(place, of: CalendarWords.terms) { end = term }
        }
        guard hasSeason || last != year else { return nil }
        var read = reading(index..<end, year, term: text(index..<end))
        if last != year, let date = PartialDate(year: last) { read?.span.end = .date(date) }
        return read
    }

    // MARK: 18th June 2024, 5. März 2024, 3 de mayo de 2024

    private func dayFirst(_ index: Int) -> DateReading? {
        guard let day = number(index, digits: 1...2), (1...31).contains(day.value) else {
            return nil
        }
        var place = day.end
        if let ending = word(place), ["st", "nd", "rd", "th", "er", "o", "a"].contains(ending.text)
        {
            place = ending.end
        } else if sign(place) == "." {
            place += 1
        }
        place = afterBlanks(place)
        if let joint = word(place), ["de", "of"].contains(joint.text) {
            place = afterBlanks(joint.end)
        }
        guard let month = month(place) else { return nil }
        place = month.end
        if sign(place) == "," { place += 1 }
        place = afterBlanks(place)
        if let joint = word(place), ["de", "of", "del"].contains(joint.text) {
            place = afterBlanks(joint.end)
        }
        guard let year = year(place) ?? shortYear(place) else { return nil }
        return reading(index..<year.end, year.value, month.value, day.value)
    }

    // MARK: 01/05/2024, 01/2024, 05.01.2024

    private func slashed(_ index: Int) -> DateReading? {
        guard let first = number(index, digits: 1...2), let mark = sign(first.end),
            "/.-".unicodeScalars.contains(mark)
        else { return nil }
        if let year = year(first.end + 1), (1...12).contains(first.value) {
            let isUsual = mark == "/" && first.end - index == 2
            return reading(
                index..<year.end, year.value, first.value, style: isUsual ? .slashed : nil)
        }
        guard let second = number(first.end + 1, digits: 1...2), sign(second.end) == mark,
            let year = year(second.end + 1)
        else { return nil }
        // With dots the day is first, with slashes the month, where both can be.
        let isMonthFirst = mark == "/" ? first.value <= 12 : second.value > 12
        let (month, day) = isMonthFirst ? (first.value, second.value) : (second.value, first.value)
        return reading(
            index..<year.end, year.value, month, day,
            style: mark == "/" && isMonthFirst && year.end - index == 10 ? .slashed : nil)
    }

    // MARK: Jan 2024, January 5th, 2024, Sep'20

    private func monthFirst(_ index: Int) -> DateReading? {
        guard let month = month(index) else { return nil }
        var place = afterBlanks(month.end)
        if sign(place) == "," { place = afterBlanks(place + 1) }
        if let year = year(place) ?? shortYear(place) {
            let isShort = DateStyle.monthNames.contains(text(index..<month.end))
            return reading(
                index..<year.end, year.value, month.value,
                style: isShort && place == month.end + 1 ? .monthName : nil)
        }
        if let joint = word(place), ["de", "of", "del"].contains(joint.text),
            let year = year(afterBlanks(joint.end))
        {
            return reading(index..<year.end, year.value, month.value)
        }
        guard let day = number(place, digits: 1...2), (1...31).contains(day.value) else {
            return nil
        }
        place = day.end
        if let ending = word(place), ["st", "nd", "rd", "th"].contains(ending.text) {
            place = ending.end
        }
        let afterDay = place
        // `Jan 5-8, 2024` is the days of a conference.
        var last: Int?
        if let dash = dash(at: place), let end = number(dash, digits: 1...2) {
            (last, place) = (end.value, end.end)
            if let ending = word(place), ["st", "nd", "rd", "th"].contains(ending.text) {
                place = ending.end
            }
        }
        if let mark = sign(place), ",.".unicodeScalars.contains(mark) { place += 1 }
        guard let year = year(afterBlanks(place)) else { return nil }
        let isUsual =
            DateStyle.monthNames.contains(text(index..<month.end)) && afterDay == day.end
            && last == nil
        var read = reading(
            index..<year.end, year.value, month.value, day.value,
            style: isUsual ? .monthName : nil)
        if let last, let end = PartialDate(year: year.value, month: month.value, day: last) {
            read?.span.end = .date(end)
        }
        return read
    }

    // MARK: Fall 2024, WS 2023/24, Spring '23

    private func seasonFirst(_ index: Int) -> DateReading? {
        guard let season = word(index, of: CalendarWords.seasons) else { return nil }
        var place = afterBlanks(season)
        if let term = word(place, of: CalendarWords.terms) { place = afterBlanks(term) }
        if sign(place) == "," { place = afterBlanks(place + 1) }
        guard let year = year(place) ?? shortYear(place) else { return nil }
        var (end, last) = (year.end, year.value)
        if sign(end) == "/" || sign(end) == "-",
            let next = number(end + 1, digits: 2...2) ?? number(end + 1, digits: 4...4),
            next.value % 100 == (year.value + 1) % 100
        {
            (end, last) = (next.end, year.value + 1)
        }
        var read = reading(index..<end, year.value, term: text(index..<end))
        if last != year.value, let date = PartialDate(year: last) { read?.span.end = .date(date) }
        return read
    }

    func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

    /// Where a dash between two dates ends, with the blanks around it; nil where none begins.
    func dash(at index: Int) -> Int? {
        var place = afterBlanks(index)
        let start = place
        while let mark = sign(place), "-–—−‐‑~～〜―".unicodeScalars.contains(mark), place - start < 3
        {
            place += 1
        }
        return place > start ? afterBlanks(place) : nil
    }
}
