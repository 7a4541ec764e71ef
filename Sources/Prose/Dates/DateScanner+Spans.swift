extension DateScanner {
    /// The date or the span of dates that begins here; nil where none does.
    func span(at index: Int) -> DateReading? {
        guard let read = plainSpan(at: index) else { return nil }
        return withRemark(read)
    }

    private func plainSpan(at index: Int) -> DateReading? {
        guard isBoundary(index) else { return nil }
        if let since = sinceSpan(at: index) { return since }
        if let first = date(at: index) { return continued(first) }
        return monthsOfOneYear(at: index)
    }

    /// `since 2020`, `from 2020 to 2022`.
    private func sinceSpan(at index: Int) -> DateReading? {
        guard sign(index)?.isLetter == true, let end = word(index, of: CalendarWords.sinceWords)
        else { return nil }
        let word = text(index..<end).lowercased()
        guard let first = date(at: afterBlanks(end)) else { return nil }
        var read = continued(first)
        read.range = index..<read.range.upperBound
        read.style = nil
        if read.span.end == .none {
            // `from 2020` and `de 2020` alone may be anything.
            guard ["since", "seit", "depuis", "desde", "sinds"].contains(word) else { return nil }
            read.span.end = .present
        }
        return read
    }

    /// The span that a date begins, or the date itself.
    private func continued(_ first: DateReading) -> DateReading {
        guard first.span.end == .none || first.term != nil else { return first }
        let end = first.range.upperBound
        var read = first
        func ending(_ place: Int, _ last: DateRange.End, _ style: DateStyle? = nil) -> DateReading {
            read.range = first.range.lowerBound..<place
            read.span.end = last
            read.style = style == first.style || last == .present ? first.style : nil
            if first.term != nil { read.term = text(read.range) }
            return read
        }
        var place = dash(at: end)
        if place == nil {
            let word = afterBlanks(end)
            if word > end || sign(word)?.isEastAsian == true,
                let until = self.word(word, of: CalendarWords.untilWords)
            {
                place = afterBlanks(until)
            }
        }
        guard var place else { return first }
        // `2020.09 - [now]`, `2020 – (present)`
        if let mark = sign(place), "([".unicodeScalars.contains(mark),
            let now = word(place + 1, of: CalendarWords.present), let close = sign(now),
            ")]".unicodeScalars.contains(close)
        {
            return ending(now + 1, .present)
        }
        if let now = word(place, of: CalendarWords.present) { return ending(now, .present) }
        if let second = date(at: place, isAfterDash: true),
            let last = second.latest ?? second.span.start,
            let start = first.span.start, last >= start || last.year >= start.year
        {
            return ending(second.range.upperBound, .date(last), second.style)
        }
        // `2019-22`
        if first.style == .year, let start = first.span.start,
            let short = number(place, digits: 2...2), sign(short.end)?.isLetter != true,
            short.value > 12 || short.value > start.year % 100,
            let last = PartialDate(year: start.year / 100 * 100 + short.value), last > start,
            last.year - start.year < 20
        {
            return ending(short.end, .date(last))
        }
        // `2020 –` and nothing more has not ended.
        place = afterBlanks(place)
        if first.term == nil, sign(place).map({ ")],:;，：）】".unicodeScalars.contains($0) }) ?? true,
            dash(at: end) != nil
        {
            return ending(place, .present)
        }
        return first
    }

    /// `Jan–Mar 2020`, `5–8 June 2024`.
    private func monthsOfOneYear(at index: Int) -> DateReading? {
        if let month = month(index), let place = dash(at: month.end),
            let second = date(at: place, isAfterDash: true), let last = second.span.start,
            last.month != nil,
            let first = PartialDate(year: last.year, month: month.value), first <= last
        {
            return DateReading(
                range: index..<second.range.upperBound,
                span: DateRange(start: first, end: .date(last)))
        }
        if let day = number(index, digits: 1...2), let place = dash(at: day.end),
            let second = date(at: place, isAfterDash: true), let last = second.span.start,
            last.day != nil,
            let first = PartialDate(year: last.year, month: last.month, day: day.value),
            first < last
        {
            return DateReading(
                range: index..<second.range.upperBound,
                span: DateRange(start: first, end: .date(last)))
        }
        return nil
    }

    /// The span with what stands in brackets after it: `(now)`, `(expected)`.
    private func withRemark(_ read: DateReading) -> DateReading {
        let place = afterBlanks(read.range.upperBound)
        guard let mark = sign(place), "(（[".unicodeScalars.contains(mark) else { return read }
        let inner = afterBlanks(place + 1)
        var changed = read
        var end: Int?
        if let now = word(inner, of: CalendarWords.present) {
            (end, changed.span.end) = (now, .present)
        } else if let expected = word(inner, of: CalendarWords.expectedWords) {
            (end, changed.isExpected) = (expected, true)
        }
        guard let end else { return read }
        var close = end
        if sign(close) == "." { close += 1 }
        guard let mark = sign(close), ")）]".unicodeScalars.contains(mark) else { return read }
        changed.range = read.range.lowerBound..<close + 1
        changed.style = nil
        return changed
    }
}
