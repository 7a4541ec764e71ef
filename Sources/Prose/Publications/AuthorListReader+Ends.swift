/// Where a name of a list ends.
extension AuthorListReader {
    /// Where the piece that begins here ends: at a comma, a full stop that is none of an initial,
    /// a bracket, a quotation mark, or where a link begins or ends.
    func endOfPiece(_ start: Int, isSemicolons: Bool) -> Int {
        var index = start
        var linked = start < limit ? text.style(at: start).linkNumber : 0
        while index < limit {
            let scalar = text[index]
            // Most of a name are letters that look as its first one does; these end nothing.
            if scalar.isASCII, scalar.isLetter, index - start < 100,
                text.mark(at: index) == text.mark(at: start)
            {
                index += 1
                continue
            }
            // The comma between two raised numbers parts no names.
            if text.style(at: index).isRaised, index > start {
                index += 1
                continue
            }
            if ";；".unicodeScalars.contains(scalar) { break }
            if "&＆®ⓡⓇ".unicodeScalars.contains(scalar) { break }
            if !isSemicolons, ",，、".unicodeScalars.contains(scalar) { break }
            if scalar == "(", let end = endOfNickname(index, from: start) {
                index = end
                continue
            }
            // `d‘Angelo`
            if scalar == "‘", index > start, text[index - 1].isLetter,
                text.sign(at: index + 1)?.properties.isUppercase == true
            {
                index += 1
                continue
            }
            if "\n:：|\"“”«»‘()（）[]【】{}<>?!@。．/\\·•–—".unicodeScalars.contains(scalar) {
                // `Kehua Feng\*`, `$^\dagger$`: a sign after a name.
                if scalar == "\n", isWrapped(at: index, from: start) {
                    index += 1
                    continue
                }
                if scalar != "\\" && scalar != "{" && scalar != "}" { break }
                if !isInMathematics(index) { break }
            }
            if scalar == ".", isSentenceEnd(index, from: start) { break }
            if index > start, text.style(at: index).linkNumber != linked, !scalar.isBlank,
                !AuthorSigns.isMark(scalar), !text.style(at: index).isRaised, scalar != "."
            {
                guard isLinkedFamily(at: index, from: start) else { break }
                linked = text.style(at: index).linkNumber
            }
            if scalar.isBlank, index > start,
                case let next = afterBlanks(index),
                jointWord(at: next) != nil
                    || text.sign(at: next) == "e" && text.sign(at: next + 1) == "t"
                        && text.string(next..<min(limit, next + 5)) == "et al"
                    || text.sign(at: next) == "u" && text.sign(at: next + 1) == "."
                        && text.string(next..<min(limit, next + 5)) == "u. a."
            {
                break
            }
            // `Jo Lind 2019. Rivers`, `Lind J. 2019 "Rivers"`: no sign, but when the paper appeared.
            if scalar.isBlank, index > start, case let next = afterBlanks(index),
                PublicationGrammar.endOfYear(text, at: next) != nil
                    || isYearBeforeTitle(at: next, behindInitials: text[index - 1] == ".")
            {
                break
            }
            // Another type behind a whole name is something else: `Jo Lind **RIVER 2020**`.
            if index > start, text[index - 1].isBlank, !scalar.isBlank,
                text.style(at: index).isBold && !text.style(at: start).isBold
                    || text.style(at: index).isItalic && !text.style(at: start).isItalic,
                case let before = text.string(start..<index),
                NameShape.isName(before.trimmingSeparators)
                    || NameShape.isInitialsOnly(before) && isBehindComma(start)
            {
                break
            }
            if scalar == "等", index > start { break }
            if scalar.isBlank, isCyrillicName(start..<index), index + 1 < limit,
                text[index + 1].isLetter, text.sign(at: index + 2) != "."
            {
                break
            }
            index += 1
            if index - start > 100 { break }
        }
        return index
    }

    /// Tells whether one word at a place is linked, or no more, and one name with those before it:
    /// `Jo [Lind](…),`, `[Lind](…) Jo,`.
    private func isLinkedFamily(at index: Int, from start: Int) -> Bool {
        guard text[index - 1].isBlank else { return false }
        let end = (index..<min(limit, index + 30)).first {
            text[$0].isBlank || ",;.".unicodeScalars.contains(text[$0])
        }
        let before = text.string(start..<index).trimmingSpaces
        let word = text.string(index..<(end ?? limit))
        let isLink = text.style(at: index).linkNumber > 0
        // Initials may stand before the family: `J. [Lind](…)`.
        return NameShape.isName(before + " " + word)
            && (isLink ? !before.contains(" ") || NameShape.isInitialsOnly(before) : !word.isEmpty)
            && (end.map { !text[$0].isBlank } ?? true)
    }

    /// Tells whether a year that no sign follows stands at a place: in front of a quotation, or
    /// behind initials in front of a capital letter.
    private func isYearBeforeTitle(at index: Int, behindInitials: Bool) -> Bool {
        guard let end = PublicationGrammar.endOfBareYear(text, at: index) else { return false }
        let next = afterBlanks(end)
        guard next < limit else { return behindInitials || !authors.isEmpty }
        return "\"“«".unicodeScalars.contains(text[next])
            || behindInitials && text[next].properties.isUppercase
    }

    private func isBehindComma(_ index: Int) -> Bool {
        (0..<index).last { !text[$0].isBlank }.map { text[$0] == "," } ?? false
    }

    /// `Линд Й. А.`: a family in Cyrillic and initials, which end the name.
    private func isCyrillicName(_ range: Range<Int>) -> Bool {
        guard range.count < 40, let first = range.first, (0x410...0x42F).contains(text[first].value)
        else { return false }
        let words = text.string(range).split(separator: " ")
        return words.count > 1 && words[0].allSatisfy { $0.isLetter || $0 == "-" }
            && words[0].count > 1
            && words.dropFirst().allSatisfy { NameShape.isInitials(Array($0.unicodeScalars)) }
    }

    /// Where the nickname within a name ends that a bracket begins: `Jo (Joe) Lind`.
    private func endOfNickname(_ index: Int, from start: Int) -> Int? {
        guard index > start, text[index - 1].isBlank,
            let close = (index..<min(limit, index + 16)).first(where: { text[$0] == ")" }),
            case let inner = text.string(index + 1..<close), inner.first?.isUppercase == true,
            inner.count > 1, inner.allSatisfy(\.isLetter), inner.contains(where: \.isLowercase),
            close + 2 < limit, text[close + 1].isBlank, text[close + 2].properties.isUppercase
        else { return nil }
        return close + 1
    }

    /// Tells whether a name goes on behind a line end, in a text that is wrapped: half a name is
    /// before it, or initials and a comma are behind it.
    private func isWrapped(at index: Int, from start: Int) -> Bool {
        guard index > start else { return false }
        if authors.isEmpty { return isWrappedFirst(at: index, from: start) }
        let next = (index + 1..<limit).first { !text[$0].isLetter && text[$0] != "." } ?? limit
        let word = text.string(index + 1..<next)
        guard let first = word.first, first.isUppercase, next < limit else { return false }
        let isInitials = word.allSatisfy { $0.isUppercase || $0 == "." } && word.count <= 4
        if isInitials, ",;.".unicodeScalars.contains(text[next]) { return true }
        let before = text.string(start..<index).split(separator: " ")
        let isHalf =
            before.count == 1
            || before.allSatisfy { NameShape.isInitials(Array($0.unicodeScalars)) }
        return isHalf && !text[start..<index].string.contains(",")
            && (text[next].isBlank || ",;".unicodeScalars.contains(text[next]))
    }

    /// Tells whether the first name goes on behind a line end: `J.⏎Lind and A. Berg`, and within a
    /// line `with Jo⏎Lind, in`.
    private func isWrappedFirst(at index: Int, from start: Int) -> Bool {
        let lead = text.string(max(0, start - 8)..<start).lowercased()
        let before = text.string(start..<index)
        guard
            lead.hasSuffix("with") && NameShape.shape(of: before[...]) == .name
                || before.contains(".") && NameShape.isInitialsOnly(before)
        else { return false }
        let next = (index + 1..<limit).first { !text[$0].isBlank } ?? limit
        let end = (next..<limit).first { !text[$0].isLetter && text[$0] != "-" } ?? limit
        return NameShape.shape(of: text.string(next..<end)[...]) == .name
    }

    private func isInMathematics(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, index - before < 24 {
            if text[before] == "$" { return true }
            if text[before].isBlank { return false }
            before -= 1
        }
        return false
    }

    /// Tells whether a full stop ends the list: it does not after an initial or `Jr`.
    private func isSentenceEnd(_ index: Int, from start: Int) -> Bool {
        let next = text.sign(at: index + 1)
        if index > start, text[index - 1].isEastAsian, next?.isEastAsian == true { return true }
        // `Ni Wu.Rivers`: no blank behind the list.
        if let next, next.properties.isUppercase, authors.count > 1,
            text.sign(at: index + 2)?.properties.isLowercase == true, index > start + 1,
            text[index - 1].properties.isLowercase, text[index - 2].isLetter
        {
            return !isInitial(before: index, from: start)
        }
        guard index + 1 >= limit || next?.isBlank == true else {
            // `(with Jo Lind and Ada Berg.)`
            if next == ")", index > start + 1, text[index - 1].properties.isLowercase,
                text[index - 2].properties.isLowercase
            {
                return true
            }
            // `et al.In`, `Liu.[code]`
            return next.map {
                !$0.isLetter && !"-‐,;)".unicodeScalars.contains($0) && !AuthorSigns.isMark($0)
            } ?? true
                && !isInitial(before: index, from: start)
        }
        return !isInitial(before: index, from: start)
    }

    private func isInitial(before index: Int, from start: Int) -> Bool {
        var begin = index
        while begin > start, text[begin - 1].isLetter { begin -= 1 }
        let word = text.string(begin..<index)
        if ["Jr", "Sr", "St", "Dr", "Prof"].contains(word) { return true }
        // `D. F. d. S. Lind`
        if ["d", "v"].contains(word), begin > start { return true }
        guard word.unicodeScalars.count == 1, word.first?.isUppercase == true else { return false }
        // `Smith J, Doe A. Title`: the initials of such a list have no stops of their own.
        let last = authors.last?.name.split(separator: " ").last ?? ""
        let isBare =
            begin > start && last.count < 4 && !last.isEmpty && last.allSatisfy(\.isUppercase)
        // `Smith J, Doe A. B., Lind C. Title`: but for one of them.
        return !isBare || areInitials(from: afterBlanks(index + 1))
    }

    /// Tells whether one more initial stands at a place, and a comma behind it: `B.,`.
    private func areInitials(from index: Int) -> Bool {
        index + 2 < limit && text[index].properties.isUppercase && text[index + 1] == "."
            && ",;".unicodeScalars.contains(text[index + 2])
    }
}
