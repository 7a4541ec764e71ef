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
                // `Rivers, in: Berg, A. (Ed.), Waters`
                if scalar == ",", next?.isBlank == true,
                    text.string(index + 1..<min(text.count, index + 6)).lowercased() == "in:"
                {
                    return (index, index + 1, 0)
                }
                // A quotation mark that nothing opened: `Rivers." In RIVER 2020`.
                if ".,?!".unicodeScalars.contains(scalar), let next,
                    "\"”".unicodeScalars.contains(next), text.sign(at: index + 2)?.isBlank != false,
                    !text.string(start..<index).contains(where: { "\"“”".contains($0) })
                {
                    return (scalar == "?" || scalar == "!" ? index + 1 : index, index + 2, 0)
                }
                if "?!？！".unicodeScalars.contains(scalar), next?.isBlank != false,
                    isVenue(text, from: index + 1)
                {
                    return (index + 1, index + 1, 0)
                }
                if text.style(at: index).isItalic, !text.style(at: index - 1).isItalic,
                    text.string(index..<text.count).count < text.count - index + 1,
                    isBreak(text, before: index)
                {
                    return (index, index, 0)
                }
            }
            index += 1
        }
        return (text.count, text.count, 0)
    }

    /// Tells whether no second half of a title follows a question.
    func isVenue(_ text: StyledText, from start: Int) -> Bool {
        guard let next = text[start..<text.count].sentences.first else { return true }
        let shown = text.string(start + next.lowerBound..<start + next.upperBound)
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
        return ["vs", "dr", "mr", "mrs", "ms", "st", "e.g", "i.e", "no"].contains(word)
            || word.count == 1 && text.sign(at: start - 1) == "."
    }

    func isBreak(_ text: StyledText, before index: Int) -> Bool {
        var before = index - 1
        while before >= 0, text[before].isBlank { before -= 1 }
        return before >= 0 && ".,;:".unicodeScalars.contains(text[before])
    }

    /// Where `[J]`, `[C]//`, `[J/OL].` end.
    static func documentType(_ text: StyledText, at index: Int) -> Int? {
        var close = index + 1
        while close < text.count, close - index < 6, text[close] != "]" { close += 1 }
        guard close < text.count, text[close] == "]",
            ["J", "C", "M", "D", "P", "R", "N", "S", "J/OL", "C/OL", "EB/OL", "A"].contains(
                text.string(index + 1..<close))
        else { return nil }
        var end = close + 1
        while end < text.count, "/.。 ".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }
}
