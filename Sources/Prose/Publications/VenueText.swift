import Formats

/// The name of a venue, with its year and numbers cut off.
struct VenueText {
    var name: String
    var date: PartialDate?
    /// What was cut off and is in no field.
    var words = ""
    var numberWords = ""

    init(_ text: String) {
        name = text.trimmingSeparators
        cutDates()
        if date == nil {
            let pages = Self.pages.firstMatch(in: name)
            date = Self.anyYear(in: pages.map { String(name[..<$0.range.lowerBound]) } ?? name)
        }
    }

    /// Cuts dates off the end: `August, 2025`, `CVPR 2024`, `KDD'23`, `IROS2025`; no pages, which
    /// may look like years.
    mutating func cutDates() {
        for _ in 0..<3 {
            let scanner = DateScanner(name)
            let start = max(0, scanner.scalars.count - 40)
            let readings = scanner.readings(in: start..<scanner.scalars.count)
            if let last = readings.last, last.range.upperBound == scanner.scalars.count,
                Self.pages.firstMatch(in: name) == nil,
                !Self.isNoYear(last.range.lowerBound, scanner)
            {
                take(last.latest, from: last.range.lowerBound, scanner)
            } else if scanner.scalars.count > 3,
                let year = scanner.shortYear(scanner.scalars.count - 3)
            {
                take(PartialDate(year: year.value), from: scanner.scalars.count - 3, scanner)
            } else if let year = shortYearAfterAcronym(scanner) {
                take(PartialDate(year: year.value), from: year.start, scanner)
            } else {
                return
            }
            if name.isEmpty { return }
        }
    }

    /// `CIKM 24`, `ACM MobiSys 24`: a year of two digits after capitals, or after a word with several
    /// of them.
    private func shortYearAfterAcronym(_ scanner: DateScanner) -> (value: Int, start: Int)? {
        let end = scanner.scalars.count
        guard end > 5, let year = scanner.number(end - 2, digits: 2...2),
            " -".unicodeScalars.contains(scanner.scalars[end - 3]),
            (10...29).contains(year.value),
            case let words = scanner.text(0..<end - 3).split(whereSeparator: { " -".contains($0) }),
            words.count < 3 || !scanner.scalars[..<(end - 3)].contains(" "),
            words.dropLast().allSatisfy({ $0.allSatisfy(\.isUppercase) }),
            let last = words.last, last.allSatisfy(\.isLetter),
            last.count(where: \.isUppercase) > 1 || last.count == 1
        else { return nil }
        return (2000 + year.value, end - 2)
    }

    private mutating func take(_ new: PartialDate?, from start: Int, _ scanner: DateScanner) {
        let cut = scanner.text(start..<scanner.scalars.count)
        let isGlued =
            start > 0 && scanner.scalars[start - 1].isLetter
            && !scanner.scalars[start - 1].isEastAsian
        if isGlued {
            // To a reader `IROS2025` is one word.
            var word = start
            while word > 0, scanner.scalars[word - 1].isLetter || scanner.scalars[word - 1].isDigit
            { word -= 1 }
            words += " " + scanner.text(word..<scanner.scalars.count)
        } else {
            words += " " + cut
        }
        if date == nil || date?.month == nil && new?.month != nil && new?.year == date?.year {
            date = new
        }
        name = scanner.text(0..<start).trimmingSeparators
        // An apostrophe or a bracket that was opened for the year.
        while let last = name.last, "'’‘([（".contains(last) {
            name = String(name.dropLast()).trimmingSeparators
        }
    }

    /// Tells whether a place is within a DOI or among pages: `10.1000/j.riv.2019.110798`,
    /// `28(4): 2075-2088` say no year.
    private static func isNoYear(_ place: Int, _ scanner: DateScanner) -> Bool {
        let before = scanner.scalars[..<place].last { !$0.isBlank }
        if before == ":", scanner.scalars[..<place].dropLast().contains(where: \.isDigit) {
            return true
        }
        let blank = scanner.scalars[..<place].lastIndex(where: \.isBlank)
        let word = scanner.text((blank.map { $0 + 1 } ?? 0)..<place)
        return word.contains("10.") && word.contains("/")
    }

    /// A year within the name: `2024 IEEE International Conference on …`.
    private static func anyYear(in name: String) -> PartialDate? {
        let scanner = DateScanner(name)
        let years = scanner.readings(in: 0..<scanner.scalars.count)
            .filter { !isNoYear($0.range.lowerBound, scanner) }.compactMap(\.span.start)
        if let year = years.last { return PartialDate(year: year.year) }
        for index in scanner.scalars.indices {
            if let short = scanner.shortYear(index), index > 0, scanner.scalars[index - 1].isLetter
            {
                return PartialDate(year: short.value)
            }
        }
        return nil
    }

    /// Volume, number and pages that end the name.
    mutating func takeNumbers() -> [(String, String)] {
        var found: [(String, String)] = []
        func letters(_ range: Range<String.Index>) -> String {
            " "
                + VisibleWords.words(String(name[range])).filter { $0.contains(where: \.isLetter) }
                .joined(separator: " ")
        }
        func cut(_ range: Range<String.Index>) {
            name = String(name[..<range.lowerBound]).trimmingSeparators
        }
        if let article = takeArticle() { found.append(("pages", article)) }
        if let match = Self.pages.firstMatch(in: name) {
            found.append(("pages", String(match.1)))
            numberWords += letters(match.range)
            cut(match.range)
        }
        if let match = Self.number.firstMatch(in: name) {
            found.append(("number", String(match.1)))
            numberWords += letters(match.range)
            cut(match.range)
        }
        if let match = Self.volume.firstMatch(in: name) {
            found.append(("volume", String(match.1)))
            numberWords += letters(match.range)
            cut(match.range)
        } else if let match = Self.volumeAndNumber.firstMatch(in: name) {
            found.append(("volume", String(match.1)))
            found.append(("number", String(match.2)))
            if let pages = match.3 {
                found.append(("pages", String(pages)))
                numberWords += letters(match.range)
            }
            cut(match.range)
        } else if let match = Self.volumeBehindName.firstMatch(in: name) {
            found.append(("volume", String(match.1)))
            found.append(("number", String(match.2)))
            found.append(("pages", String(match.3)))
            cut(match.range)
        } else if let match = Self.volumeBeforePages.firstMatch(in: name),
            name[..<match.range.lowerBound].last.map({ $0.isLetter || $0 == "." }) == true
        {
            found.append(("volume", String(match.1)))
            if let issue = match.2 { found.append(("number", String(issue))) }
            found.append(("pages", String(match.3)))
            cut(match.range)
        } else if let match = Self.volumeThenPages.firstMatch(in: name),
            name[..<match.range.lowerBound].last.map({ $0.isLetter || $0 == "." }) == true
        {
            found.append(("volume", String(match.1)))
            found.append(("pages", String(match.2)))
            cut(match.range)
        } else if let match = Self.volumeAndPages.firstMatch(in: name) {
            found.append(("volume", String(match.1)))
            found.append(("pages", String(match.2)))
            cut(match.range)
        }
        if date == nil { cutDates() }
        return found
    }

    /// The number of an article behind a date, a volume or an issue: `12(4), June 2024, rive012`.
    private mutating func takeArticle() -> String? {
        guard let match = Self.article.firstMatch(in: name) else { return nil }
        var rest = self
        rest.name = String(match.1)
        rest.words = ""
        rest.cutDates()
        guard
            rest.name.utf8.count < match.1.utf8.count
                || Self.number.firstMatch(in: rest.name) != nil
                || Self.volumeAndNumber.firstMatch(in: rest.name) != nil
        else { return nil }
        rest.numberWords += rest.words
        rest.words = words
        self = rest
        return String(match.2)
    }

    /// What follows the name after a comma and says a state: `Oral`, `Main`, `findings`; how the
    /// paper was presented needs none.
    mutating func takeStates() -> [String] {
        var states: [String] = []
        if let match = Self.presentation.firstMatch(in: name) {
            states.append(String(match.2))
            name = String(match.1).trimmingSeparators
        }
        while let comma = name.lastIndex(where: { $0 == "," || $0 == "，" }) {
            let last = String(name[name.index(after: comma)...]).trimmingSeparators
            let key = SearchWords.joined(last)
            guard PublicationState.badges[key] != nil || PublicationState.whole[key] != nil else {
                break
            }
            states.append(last)
            name = String(name[..<comma]).trimmingSeparators
        }
        return states
    }

    /// As in `pp. 12–19`; `P11016` is one word.
    private static let pages = TextPattern(
        /(?:^|[\s,;:(])\s*(?:(?i:pp|pages)\.?|p\.?|P(?=[.\s])\.?|[Ss]\.)\s*(\d+(?:\s*[-–—]+\s*\d+)?)\s*$/
    )
    /// As in `, rive012`, `, 104512`.
    private static let article = TextPattern(/^(.+),\s*([A-Za-z]{1,6}\d{2,9}|\d{5,9})$/)
    /// As in `No. 4`.
    private static let number = TextPattern(/(?i),?\s*(?:No\.?|Nr\.|Issue|Number)\s*(\d+)\s*$/)
    /// As in `Vol. 12`.
    private static let volume = TextPattern(/(?i),?\s*(?:Vol\.?|Volume|Band)\s*(\d+)\s*$/)
    /// As in `, 12(4): 12–19`.
    private static let volumeAndNumber = TextPattern(
        /,\s*(\d{1,4})\s*\((\d{1,4}(?:[-–]\d+)?)\)\s*(?:[:,]\s*(?:pp\.?\s*)?([A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?))?\s*$/
    )
    /// As in `Plant Disease 12(4): 12–19`.
    private static let volumeBehindName = TextPattern(
        /\s(\d{1,3})\s*\((\d{1,4}(?:[-–]\d+)?)\)\s*[:,]\s*([A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)\s*$/
    )
    /// As in `River Annals 12: 12–19`, `River Annals 12.4 : 12–19`.
    private static let volumeBeforePages = TextPattern(
        /\s(\d{1,3})(?:\.(\d{1,3}))?\s*:\s*([A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)\s*$/)
    /// As in `River Conference 2025 Oral`, `River Conference [Spotlight]`.
    private static let presentation = TextPattern(
        /^(.{6,}?\S)\s*[\s\[(\-–]\s*((?:Oral|Spotlight|Highlight)(?: [Pp]resentation)?)[\])]?$/)
    /// `River Lett. 12 201–219`, as is left of `River Lett. 12 (2021) 201–219`.
    private static let volumeThenPages = TextPattern(
        /\s(\d{1,4})\s([A-Z]?\d+[–\-][A-Z]?\d+|[A-Z]?\d{4,})$/)
    /// As in `, 12: 12–19`.
    private static let volumeAndPages = TextPattern(
        /,\s*(\d{1,4})\s*[:,]\s*(\d+(?:\s*[-–—]+\s*\d+)?)\s*$/)
    /// As in `Transactions on Image Processing (TIP)`.
    private static let shortName = TextPattern(
        /^(.{6,}?)\s*[(（]([A-Z][A-Za-z\-&\/ ]{1,14})[)）]$/)

    /// A short name in brackets at the end: `IEEE Transactions on Image Processing (TIP)`.
    mutating func takeShort() -> String? {
        guard name.hasSuffix(")") || name.hasSuffix("）"),
            let match = Self.shortName.firstMatch(in: name)
        else { return nil }
        let short = String(match.2)
        guard short.filter(\.isUppercase).count * 2 >= short.filter(\.isLetter).count else {
            return nil
        }
        name = String(match.1)
        return short
    }

    /// Parts a venue from the year before it: `2022, River Annals`.
    static func leadingYear(of text: String) -> (year: PartialDate?, rest: String) {
        guard let year = NewsGrammar.year(of: String(text.prefix(4))),
            text.dropFirst(4).first == ","
        else { return (nil, text) }
        return (year, String(text.dropFirst(5)).trimmingSeparators)
    }
}

extension String {
    /// Tells whether the text begins with a journal's name of which each word is cut short:
    /// `Cem. Concr. Res. 2025`; the stops in it end no sentence.
    var beginsAsAbbreviatedJournal: Bool {
        let text = drop { $0.isWhitespace || ",.;:".contains($0) }
        let name = text.prefix { !$0.isNumber && !",;:(（\n".contains($0) }
        let words = name.split { $0.isWhitespace || $0 == "\u{200C}" }
        return words.count > 1
            && words.allSatisfy { word in
                word == "&"
                    || word.last == "." && word.first?.isUppercase == true
                        && (2...9).contains(word.count)
            }
    }
}
