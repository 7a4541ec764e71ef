import Formats

/// Finds dates and spans in running text, in the notations and languages of real pages.
///
/// Each attempt looks at a few dozen signs, so that a text is read in the time its length takes.
struct DateScanner {
    let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The years that a page can speak of.
    static let years = 1900...2100

    /// Returns all dates and spans of a range, in order.
    func readings(in range: Range<Int>) -> [DateReading] {
        var (readings, index) = ([DateReading](), range.lowerBound)
        while index < range.upperBound {
            if let reading = span(at: index), reading.range.upperBound <= range.upperBound {
                readings.append(reading)
                index = reading.range.upperBound
            } else {
                index = afterWord(index)
            }
        }
        return readings
    }

    /// Where the next word or sign begins, so that nothing is read out of the middle of a word.
    private func afterWord(_ index: Int) -> Int {
        let first = scalars[index]
        guard first.isDigit || first.isLetter, !first.isEastAsian else { return index + 1 }
        var end = index + 1
        while end < scalars.count, !scalars[end].isEastAsian,
            scalars[end].isDigit || scalars[end].isLetter
        {
            // `CVPR2024` is a name with its year.
            if scalars[end].isDigit, scalars[end - 1].isLetter { break }
            end += 1
        }
        return end
    }

    // MARK: Signs and words

    func sign(_ index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func afterBlanks(_ index: Int) -> Int {
        var index = index
        while let scalar = sign(index), scalar.isBlank { index += 1 }
        return index
    }

    /// The number of at most `limit` digits that begins here and ends before another digit.
    func number(_ index: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var (value, end) = (0, index)
        while let scalar = sign(end), scalar.isDigit, end - index <= digits.upperBound {
            value = value * 10 + Int(scalar.value - 0x30)
            end += 1
        }
        return digits.contains(end - index) ? (value, end) : nil
    }

    func year(_ index: Int) -> (value: Int, end: Int)? {
        guard let year = number(index, digits: 4...4), Self.years.contains(year.value) else {
            return nil
        }
        // `5,2024 things` and `2024x` are no years; `2024年` and `2024s` in Chinese are.
        if let next = sign(year.end), next.isLetter, !next.isEastAsian { return nil }
        return year
    }

    /// A year of two digits after an apostrophe: `'23`.
    func shortYear(_ index: Int) -> (value: Int, end: Int)? {
        guard let mark = sign(index), "'’‘`ʼ".unicodeScalars.contains(mark),
            let year = number(index + 1, digits: 2...2)
        else { return nil }
        if let next = sign(year.end), next.isLetter { return nil }
        return (year.value + (year.value > 60 ? 1900 : 2000), year.end)
    }

    /// The run of letters that begins here, in lower case without accents.
    func word(_ index: Int) -> (text: String, end: Int)? {
        guard let first = sign(index), first.isLetter else { return nil }
        var end = index + 1
        let limit = index + 24
        while let scalar = sign(end), end < limit, scalar.isEastAsian == first.isEastAsian,
            scalar.isLetter || (scalar == "'" || scalar == "’") && sign(end + 1)?.isLetter == true
                || scalar.properties.generalCategory == .nonspacingMark
        {
            end += 1
        }
        let text = text(index..<end)
        // Signs of Chinese have no small letters and no accents.
        return (first.isEastAsian ? text : SearchWords.folded(text).joined(), end)
    }

    /// The longest word of a set that begins here; Chinese words have no end of their own.
    func word(_ index: Int, of set: Set<String>) -> Int? {
        guard let first = sign(index), let found = word(index) else { return nil }
        guard first.isEastAsian else { return set.contains(found.text) ? found.end : nil }
        for length in stride(from: min(5, found.end - index), to: 0, by: -1) {
            if set.contains(text(index..<index + length)) { return index + length }
        }
        return nil
    }

    func month(_ index: Int) -> (value: Int, end: Int)? {
        guard sign(index)?.isEastAsian == false, let word = word(index),
            let value = CalendarWords.months[word.text]
        else {
            return nil
        }
        return (value, sign(word.end) == "." ? word.end + 1 : word.end)
    }

    /// Tells whether a date may begin here: not within a word, a number or an address.
    func isBoundary(_ index: Int) -> Bool {
        guard let before = sign(index - 1), let first = sign(index) else { return true }
        if before.isDigit { return false }
        if before.isEastAsian || first.isEastAsian { return true }
        if before.isLetter { return !first.isLetter && first.isDigit }
        return !("./-_#&=".unicodeScalars.contains(before) && sign(index - 2)?.isDigit == true)
    }
}
