/// What looks like one more name, and is where the paper appeared.
extension AuthorListReader {
    /// Tells whether a piece is slanted behind names that are not, and one word or in front of its
    /// volume: `J. Lind, *ApJ*, 12`, `J. Lind, *Acta Fluminum*, volume 12`.
    func isJournal(_ range: Range<Int>) -> Bool {
        if !authors.isEmpty,
            beginsLinkWithNumbers(range) || beginsTypeWithYear(range)
                || isAcronymBeforeYear(range)
        {
            return true
        }
        guard !authors.isEmpty, text.style(at: range.lowerBound).isItalic,
            !starts.contains(where: { text.style(at: $0).isItalic }),
            !text.style(at: range.lowerBound).isBold
        else { return false }
        if !text.string(range).trimmingSpaces.contains(" ") { return true }
        let next = afterJoints(range.upperBound)
        guard next > range.upperBound else { return false }
        let word = text.string(next..<min(limit, next + 8)).prefix { !$0.isWhitespace }.lowercased()
        return word.first?.isNumber == true
            || ["vol", "vol.", "volume", "no.", "number", "pp.", "p."].contains(word)
    }

    /// Tells whether a piece ends or begins with a word in capitals as no name before it does, and a
    /// year is behind it: `Jo Lind, Ada Berg, ACM RIVER 2020`, `Jo Lind, Ada Berg, ACM RivCon 2020`.
    private func isAcronymBeforeYear(_ range: Range<Int>) -> Bool {
        func isShouted(_ word: Substring?) -> Bool {
            word.map { $0.count > 2 && $0.allSatisfy { $0.isUppercase && $0.isLetter } } ?? false
        }
        let next = afterBlanks(range.upperBound)
        guard next + 4 <= limit, text[next].isDigit,
            NewsGrammar.year(of: text.string(next..<next + 4)) != nil
        else { return false }
        let words = text.string(range).split(separator: " ")
        let names = authors.map { $0.name.split(separator: " ") }
        return isShouted(words.last) && !names.contains { isShouted($0.last) }
            || isShouted(words.first) && !names.contains { isShouted($0.first) }
    }

    /// Tells whether a piece is the beginning of what stands in a type of its own up to its year:
    /// `Jo Lind, Ada Berg, **River & Ice 2020**`.
    private func beginsTypeWithYear(_ range: Range<Int>) -> Bool {
        let style = text.style(at: range.lowerBound)
        guard style.isBold || style.isItalic else { return false }
        let mark = text.mark(at: range.lowerBound)
        guard !starts.contains(where: { text.mark(at: $0) == mark }) else { return false }
        let end =
            (range.upperBound..<min(limit, range.upperBound + 80)).first {
                text.mark(at: $0) != mark && !text[$0].isBlank
            } ?? limit
        return text.string(range.upperBound..<end).holdsYearAtEnd
    }

    /// Tells whether a piece is the beginning of a link that goes on with numbers:
    /// `J. Lind, [Riv. Rev. **8**, 13 (2026)](…)`.
    private func beginsLinkWithNumbers(_ range: Range<Int>) -> Bool {
        let link = text.style(at: range.lowerBound).linkNumber
        guard link > 0, range.upperBound < limit else { return false }
        let end =
            (range.upperBound..<limit).first { text.style(at: $0).linkNumber != link } ?? limit
        return (range.upperBound..<end).contains {
            text[$0].isDigit && !text.style(at: $0).isRaised
        }
    }

    /// Tells whether a place has a type of its own behind a comma and a name that `and` announced as
    /// the last one: `Jo Lind and Ada Berg, **River Science**`.
    func isBehindLast(_ place: Int, joint: Int) -> Bool {
        guard authors.count > 1, let last = starts.last, text.sign(at: afterBlanks(joint)) == ",",
            case let before = text.string(max(0, last - 5)..<last).lowercased(),
            ["and", "&"].contains(where: before.hasSuffix)
        else { return false }
        let (mine, theirs) = (text.style(at: place), text.style(at: last))
        return mine.isBold && !theirs.isBold || mine.isItalic && !theirs.isItalic
    }

    /// Tells whether a single word stands behind `et al.`, where a journal does: `Lind et al., RivRev`.
    func isBehindOthers(_ found: AuthorList.Author?, _ stop: Int) -> Bool {
        guard hasOthers, let name = found?.name, !name.contains(" "),
            let last = (0..<end).last(where: { !text[$0].isBlank && text[$0] != "," }),
            case let before = text.string(max(0, last - 6)..<last + 1).lowercased(),
            ["et al.", "et al", "etc.", "others"].contains(where: before.hasSuffix)
        else { return false }
        return initials(after: stop) == nil
    }
}

extension String {
    /// Tells whether the last word is a year: `& Ice 2020`.
    fileprivate var holdsYearAtEnd: Bool {
        guard let word = trimmingSeparators.split(separator: " ").last else { return false }
        return word.utf8.count == 4 && NewsGrammar.year(of: String(word)) != nil
    }
}
