/// Venues with their years, as lists of reviewers have them.
struct VenueYears {
    var name: String
    var years: [Int]
    var link: String?
    /// The words of the years, and of what parts the venues.
    var words: [String]

    /// Reads a list: `KDD'23, ICML'22,23`, `MSR 2024/2025, ICSE 2026`, `TDSC, TOSEM`.
    static func list(_ text: StyledText) -> [VenueYears] {
        var venues: [VenueYears] = []
        for range in parts(of: text) {
            guard let venue = read(text, range, after: &venues) else { continue }
            venues.append(venue)
        }
        return venues
    }

    /// The ranges between commas and semicolons outside of brackets.
    private static func parts(of text: StyledText) -> [Range<Int>] {
        var (parts, start, depth) = ([Range<Int>](), 0, 0)
        for index in text.indices {
            let scalar = text[index]
            if "(（[".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）]".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if depth == 0, ",，;；、|".unicodeScalars.contains(scalar) {
                parts.append(start..<index)
                start = index + 1
            }
        }
        parts.append(start..<text.count)
        return parts
    }

    private static func read(
        _ text: StyledText, _ range: Range<Int>, after venues: inout [VenueYears]
    ) -> VenueYears? {
        var range = text.trimmed(range) {
            $0.isBlank || $0.isInvisible || ".".unicodeScalars.contains($0)
                || $0 == StyledText.imageSign
        }
        guard !range.isEmpty else { return nil }
        let scanner = DateScanner(text.scalars)
        // `22,23`: another year of the venue before.
        if let year = bareYears(scanner, range), !venues.isEmpty {
            venues[venues.count - 1].years += year
            venues[venues.count - 1].words += VisibleWords.words(text.string(range))
            return nil
        }
        var words: [String] = []
        if let word = scanner.word(range.lowerBound), ["and", "und", "etc"].contains(word.text),
            word.end < range.upperBound || word.text == "etc"
        {
            words += [word.text]
            range =
                scanner.afterBlanks(word.end)..<max(range.upperBound, scanner.afterBlanks(word.end))
            guard !range.isEmpty else {
                if let last = venues.indices.last { venues[last].words += words }
                return nil
            }
        }
        var (end, years) = (range.upperBound, [Int]())
        // Years at the end, from the last to the first.
        while end > range.lowerBound, let year = lastYear(scanner, range.lowerBound..<end) {
            years.insert(contentsOf: year.values, at: 0)
            end = year.start
            while end > range.lowerBound,
                text[end - 1].isBlank || "/&-–(（,".unicodeScalars.contains(text[end - 1])
            { end -= 1 }
        }
        let name = text.string(range.lowerBound..<end).trimmingSeparators
        guard !name.isEmpty else { return nil }
        let isGlued =
            end < range.upperBound && end > range.lowerBound && text[end].isDigit
            && text[end - 1].isLetter
        words += VisibleWords.words(
            isGlued ? text.string(range) : text.string(end..<range.upperBound))
        return VenueYears(
            name: name, years: years, link: text[range.lowerBound..<end].firstLink, words: words)
    }

    /// `23`, `'23`, `2024`, `23'25` and nothing else.
    private static func bareYears(_ scanner: DateScanner, _ range: Range<Int>) -> [Int]? {
        var (index, years) = (range.lowerBound, [Int]())
        while index < range.upperBound {
            if let year = scanner.year(index) ?? scanner.shortYear(index) {
                years.append(year.value)
                index = year.end
            } else if let short = scanner.number(index, digits: 2...2),
                years.isEmpty || "/-–".unicodeScalars.contains(scanner.scalars[index - 1])
            {
                years.append(2000 + short.value)
                index = short.end
            } else {
                return nil
            }
            while index < range.upperBound,
                scanner.scalars[index].isBlank
                    || "/-–&".unicodeScalars.contains(scanner.scalars[index])
            { index += 1 }
        }
        return years.isEmpty ? nil : years
    }

    private static func lastYear(_ scanner: DateScanner, _ range: Range<Int>) -> (
        values: [Int], start: Int
    )? {
        var end = range.upperBound
        while end > range.lowerBound,
            scanner.scalars[end - 1].isBlank
                || ")）".unicodeScalars.contains(scanner.scalars[end - 1])
        { end -= 1 }
        let digits = end - 4
        if digits >= range.lowerBound, let year = scanner.year(digits), year.end == end {
            // `2022-2024` is all years between.
            let before = digits - 1
            if before - 4 >= range.lowerBound,
                "-–".unicodeScalars.contains(scanner.scalars[before]),
                let first = scanner.year(before - 4), first.value < year.value,
                year.value - first.value < 30
            {
                return (Array(first.value...year.value), before - 4)
            }
            return ([year.value], digits)
        }
        if end - 3 >= range.lowerBound, let year = scanner.shortYear(end - 3), year.end == end {
            return ([year.value], end - 3)
        }
        // `NeurIPS 22`, `22/23`
        if end - 3 >= range.lowerBound, let short = scanner.number(end - 2, digits: 2...2),
            "/ ".unicodeScalars.contains(scanner.scalars[end - 3]), (5...40).contains(short.value)
        {
            return ([2000 + short.value], end - 2)
        }
        return nil
    }
}
