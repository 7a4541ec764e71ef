/// Several dates side by side: `2020/2021/2022`, `2023.10 & 2022.10`, `Fall 2024, Spring 2026`.
struct YearList {
    /// Where the first date begins and the last one ends.
    var range: Range<Int>
    /// The range with the brackets and commas around it.
    var outer: Range<Int>
    var dates: [PartialDate]
    var isSeveral: Bool { dates.count > 1 }
    var latest: PartialDate? { dates.max() }

    /// The dates that begin a text.
    static func leading(_ text: StyledText) -> YearList? {
        let start = text.trimmed(text.indices) { $0.isBlank || "[(".unicodeScalars.contains($0) }
            .lowerBound
        return read(text, from: start)
    }

    /// The dates that end a text.
    static func trailing(_ text: StyledText) -> YearList? {
        let scanner = DateScanner(text.scalars)
        let end = text.trimmed(text.indices) { $0.isBlank || ".,;。)]）".unicodeScalars.contains($0) }
            .upperBound
        let readings = scanner.readings(in: max(0, end - 160)..<text.count)
        for reading in readings {
            guard let list = read(text, from: reading.range.lowerBound),
                list.range.upperBound >= end
            else { continue }
            return list
        }
        return nil
    }

    /// The dates from a place on, as long as only commas, slashes and `and` part them.
    static func read(_ text: StyledText, from start: Int) -> YearList? {
        let scanner = DateScanner(text.scalars)
        var (index, end, dates) = (start, start, [PartialDate]())
        while index < text.count {
            guard let read = scanner.span(at: index) ?? year(scanner, index), let date = read.latest
            else { break }
            dates.append(date)
            end = read.range.upperBound
            index = end
            while let scalar = text.sign(at: index),
                scalar.isBlank || ",/&、，;".unicodeScalars.contains(scalar)
            { index += 1 }
            if let word = scanner.word(index), ["and", "und", "et"].contains(word.text) {
                index = scanner.afterBlanks(word.end)
            }
            if index == end { break }
        }
        guard !dates.isEmpty else { return nil }
        return YearList(range: start..<end, outer: text.framed(start..<end), dates: dates)
    }

    /// A year after a slash, which no date begins with otherwise.
    private static func year(_ scanner: DateScanner, _ index: Int) -> DateReading? {
        guard let year = scanner.year(index), let date = PartialDate(year: year.value) else {
            return nil
        }
        return DateReading(
            range: index..<year.end, span: DateRange(start: date, end: .none), style: .year)
    }
}
