import Formats

/// Where a title ends that nothing sets off from what follows it.
extension PublicationGrammar {
    /// Where a title ends that begins at a place: at its full stop, before italics, at `[J]`.
    func endOfTitle(_ text: StyledText, from start: Int) -> (
        inner: Int, outer: Int, mark: Int
    ) {
        var (index, depth) = (start, 0)
        while index < text.count {
            let scalar = text[index]
            if "(（".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if scalar == "[", let type = Self.documentType(text, at: index) {
                return (index, type, 1)
            }
            let next = text.sign(at: index + 1)
            if depth == 0, index > start {
                if scalar == "。" || scalar == "．"
                    || scalar == "." && (next?.isBlank != false || next == "（")
                        && !isInner(text, index)
                {
                    return (index, index + 1, 0)
                }
                if scalar == ",", next?.isBlank == true, isNumberedJournal(text, from: index + 2) {
                    return (index, index + 1, 0)
                }
                // `Rivers, in: Berg, A. (Ed.), Waters`, `Rivers In: Waters`
                if scalar == "," || scalar.isBlank, beginsIn(text, at: index + 1) {
                    return (index, index + 1, 0)
                }
                // A quotation mark that nothing opened: `Rivers." In RIVER 2020`.
                if ".,?!".unicodeScalars.contains(scalar), let next,
                    "\"”".unicodeScalars.contains(next), text.sign(at: index + 2)?.isBlank != false,
                    !text.string(start..<index).contains(where: { "\"“”".contains($0) })
                {
                    return (scalar == "?" || scalar == "!" ? index + 1 : index, index + 2, 0)
                }
                if "?!？！".unicodeScalars.contains(scalar), next?.isBlank != false || next == ",",
                    isVenue(text, from: index + 1)
                {
                    return (index + 1, index + 1, 0)
                }
                if text.style(at: index).isItalic, !text.style(at: index - 1).isItalic {
                    if isBreak(text, before: index) || isWordIn(text, at: index) {
                        return (index, index, 0)
                    }
                    if let place = wordIn(text, before: index), place > start {
                        return (place, place, 0)
                    }
                }
            }
            index += 1
        }
        return (text.count, text.count, 0)
    }

    /// Tells whether a journal with its numbers begins at a place, as no part of a title does:
    /// `River Lett. 12 (2021) 201–219`, `River Letters, 12, 201–219`, `River Letters, 2021, 12, 201`.
    private func isNumberedJournal(_ text: StyledText, from start: Int) -> Bool {
        guard start < text.count, text[start].properties.isUppercase else { return false }
        let end = min(text.count, start + 110)
        guard (start..<end).contains(where: { text[$0].isDigit }) else { return false }
        guard let match = Self.numberedJournal.firstMatch(in: text.string(start..<end)) else {
            return false
        }
        // `Rivers of the Atlas, Morocco. River Letters, 41, 8`: a full stop ends the title.
        let words = match.1.split(separator: " ")
        let isShort = words[0].count < 6 || !words[0].hasSuffix(".")
        return (isShort || words.allSatisfy { $0.hasSuffix(".") })
            && text.style(at: start).isItalic
                == text.style(at: start + match.1.unicodeScalars.count - 1).isItalic
    }

    private static let numberedJournal = TextPattern(
        /^(?!\p{L}*[aeiouy]\. )(\p{Lu}[\p{L}.&:\- ]{1,70})(?: \d{1,4}(?: ?\(\d+\))? \((?:19|20)\d\d\),? \p{L}?\d|, (?:(?:19|20)\d\d, )?\d{1,4}(?: ?\([\d\-–]+\))?, \p{L}{0,2}\d+(?:[–\-]\d|\.|,|$))/
    )

    /// Tells whether `in:` stands at a place, behind a blank or without one.
    private func beginsIn(_ text: StyledText, at index: Int) -> Bool {
        let index = text.sign(at: index)?.isBlank == true ? index + 1 : index
        guard let first = text.sign(at: index), first == "I" || first == "i" else { return false }
        return text.sign(at: index + 1) == "n" && text.sign(at: index + 2) == ":"
            && text.sign(at: index + 3)?.isBlank == true
    }

    /// Tells whether the slanted text that begins at a place is the word before a book: `*In*: Waters`.
    private func isWordIn(_ text: StyledText, at index: Int) -> Bool {
        let end =
            (index..<min(text.count, index + 5)).first { !text.style(at: $0).isItalic } ?? index
        return ["in", "in:"].contains(text.string(index..<end).trimmingSpaces.lowercased())
    }

    /// Where the word stands that leads to a slanted venue: `Quiet rivers in *Proceedings of …*`; nil
    /// where no venue is slanted.
    private func wordIn(_ text: StyledText, before index: Int) -> Int? {
        guard index > 4, text[index - 1].isBlank, text[index - 2] == "n",
            text[index - 3] == "i", text[index - 4].isBlank,
            case let end = (index..<text.count).first(where: { !text.style(at: $0).isItalic }),
            VenueWords.areIn(text.string(index..<(end ?? text.count)))
        else { return nil }
        return index - 3
    }

    private static let behindQuestion = [
        "arxiv", "biorxiv", "medrxiv", "ssrn", "preprint", "available", "retrieved", "http", "doi",
        "[internet", "[online", "online", "verfügbar", "abgerufen",
    ]

    /// Tells whether no second half of a title follows a question.
    func isVenue(_ text: StyledText, from start: Int) -> Bool {
        guard let next = text[start..<text.count].sentences.first else { return true }
        let shown = text.string(start + next.lowerBound..<start + next.upperBound)
        let plain = shown.lowercased().drop { $0 == "," || $0 == " " }
        if plain.first?.isNumber == true || Self.behindQuestion.contains(where: plain.hasPrefix) {
            return true
        }
        // `What now? How do rivers …?`, `Fast or small? A study of ice.[J]`
        if ["?", "？"].contains(where: { shown.hasSuffix($0) || shown.contains($0 + " ") }) {
            return false
        }
        let end = min(text.count, start + next.upperBound + 1)
        if (start + next.lowerBound..<end).contains(where: {
            text[$0] == "[" && Self.documentType(text, at: $0) != nil
        }) {
            return false
        }
        // `Angel or devil? a study of …`
        if shown.first?.isLowercase == true, !shown.hasPrefix("in ") { return false }
        return VenueWords.areIn(shown) || VenueWords.isSeries(shown)
            || shown.lowercased().hasPrefix("in ")
            || text.style(at: start + next.lowerBound).isItalic
                && !text.style(at: start - 1).isItalic
    }

    func isInner(_ text: StyledText, _ index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1].isLetter { start -= 1 }
        let word = text.string(start..<index).lowercased()
        // `am 7. Oktober`
        if word.isEmpty,
            (1...2).contains(text.indices[..<index].reversed().prefix { text[$0].isDigit }.count)
        {
            let scanner = DateScanner(text.scalars)
            return scanner.month(scanner.afterBlanks(index + 1)) != nil
        }
        // `c. 1725`
        if word.count == 1, text[index - 1].properties.isLowercase,
            text.sign(at: index + 1)?.isBlank == true, text.sign(at: index + 2)?.isDigit == true
        {
            return true
        }
        return ["vs", "dr", "mr", "mrs", "ms", "st", "e.g", "i.e", "no"].contains(word)
            || word.count == 1 && text.sign(at: start - 1) == "."
    }

    func isBreak(_ text: StyledText, before index: Int) -> Bool {
        var before = index - 1
        while before >= 0, text[before].isBlank { before -= 1 }
        return before >= 0 && ".,;:".unicodeScalars.contains(text[before])
    }

    /// The types of GB/T 7714, and what others write of what is read on a screen.
    private static let documentTypes: Set<String> = [
        "J", "C", "M", "D", "P", "R", "N", "S", "A", "Z", "J/OL", "C/OL", "M/OL", "D/OL", "P/OL",
        "R/OL", "N/OL", "A/OL", "EB/OL", "DB/OL", "Internet", "Online", "online",
    ]

    /// Where `[J]`, `[C]//`, `[J/OL].` end.
    static func documentType(_ text: StyledText, at index: Int) -> Int? {
        var close = index + 1
        while close < text.count, close - index < 10, text[close] != "]" { close += 1 }
        guard close < text.count, text[close] == "]",
            documentTypes.contains(text.string(index + 1..<close))
        else { return nil }
        var end = close + 1
        while end < text.count, "/.。 ".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }
}
