extension AuthorListReader {
    /// Reads names of which the family comes first, and commas part everything: all of them as in
    /// `Lind, Jo, Berg, Ada, and Hoek, Max`, or the first one as in `Lind, Jo, and Ada Berg`.
    mutating func readInverted(from start: Int) -> Bool {
        var pieces: [(range: Range<Int>, isLast: Bool)] = []
        var index = start
        var isCut = false
        while index < limit, pieces.count < 60 {
            var from = afterJoints(index)
            let and = pieces.isEmpty ? nil : jointWord(at: from)
            if let and { from = afterBlanks(and) }
            // `Lind, Jo, et al.`
            if pieces.count > 1, text.string(from..<min(limit, from + 5)).lowercased() == "et al" {
                break
            }
            let stop = endOfPiece(from, isSemicolons: false)
            let piece = text.trimmed(from..<stop)
            // The first family is a single word, which few lists begin with.
            guard !piece.isEmpty, !pieces.isEmpty || isOneFamily(piece),
                isPart(piece) || isShoutedFamily(piece)
            else {
                // `Lind, Jo and Ada Berg, "Quiet Rivers"`: what follows the last one is no name.
                guard pieces.suffix(2).contains(where: \.isLast), pieces.count > 2 else {
                    return false
                }
                isCut = true
                break
            }
            pieces.append((piece, and != nil || text.string(index..<from).contains("&")))
            index = stop
            guard index < limit, isJoint(index) else { break }
        }
        let isSingle = pieces.map { isOneFamily($0.range) }
        let names: [Range<Int>]
        // `Lind, Hoek, & Berg, ApJ`: the last one is where they wrote.
        let isJournal = pieces.last.map { text.string($0.range).endsInCapital } == true
        let areShouted =
            pieces.count.isMultiple(of: 2)
            && pieces.indices.allSatisfy {
                isShoutedFamily(pieces[$0].range) == $0.isMultiple(of: 2)
            }
        if areShouted
            || !isJournal && (!isCut || pieces.count > 3)
                && arePairs(pieces.map(\.isLast), isSingle, upTo: index)
        {
            names = stride(from: 0, to: pieces.count, by: 2).map {
                pieces[$0].range.lowerBound..<pieces[$0 + 1].range.upperBound
            }
        } else if let found = namesBehindInverted(pieces, isSingle, upTo: index) {
            names = found
        } else {
            return false
        }
        for name in names {
            let cut = NameWithSigns(text, name)
            let style = text.style(at: name.lowerBound)
            take(
                AuthorList.Author(
                    name: cut.name, signs: cut.signs, isMarked: style.isMarked,
                    link: style.link?.isEmpty == false ? style.link : nil),
                name, words: cut.words)
        }
        words += VisibleWords.words(text.string(start..<index)).filter { $0 == "and" }
        end = index
        if let others = others(at: afterJoints(index)) {
            hasOthers = true
            words += VisibleWords.words(text.string(index..<others))
            end = others
        }
        return true
    }

    /// The names of `Lind, Jo, Eva Tarn, and Ada Berg`, where the first family alone comes first, or
    /// that of the last one as well; nil where neither `and` nor `et al.` ends them.
    private func namesBehindInverted(
        _ pieces: [(range: Range<Int>, isLast: Bool)], _ isSingle: [Bool], upTo end: Int
    ) -> [Range<Int>]? {
        guard pieces.count > 2, isSingle[0], isGiven(pieces[1].range) else { return nil }
        var names = pieces.dropFirst(2).map(\.range)
        var marks = pieces.dropFirst().map(\.isLast)
        var singles = Array(isSingle.dropFirst(2))
        if pieces.count > 4, marks[marks.count - 2], singles.suffix(2) == [true, true] {
            let given = names.removeLast()
            names[names.count - 1] = names[names.count - 1].lowerBound..<given.upperBound
            marks.removeLast()
            singles = singles.dropLast(2) + [false]
        }
        let isEnd = marks.removeLast()
        let rest = text.string(afterBlanks(end)..<min(limit, afterBlanks(end) + 8)).lowercased()
        guard isEnd || rest.hasPrefix("et al"), !marks.contains(true), !singles.contains(true)
        else { return nil }
        return [pieces[0].range.lowerBound..<pieces[1].range.upperBound] + names
    }

    /// The initials of the last of names that are all written like `Lind, J.`, in front of a title:
    /// `Lind, J. and Berg, A. M. Quiet Rivers`.
    func lastInitials(
        from start: Int, isBehindGiven: Bool = false
    ) -> (text: String, signs: [String], end: Int)? {
        guard
            authors.isEmpty || authors.last?.isInverted == true
                || isBehindGiven && authors.last?.name.contains(",") == true
        else { return nil }
        var (index, end) = (start, start)
        while index + 1 < limit, text[index].properties.isUppercase {
            // `Y-W.` is one word.
            let isDouble = index + 3 < limit && "-‐‑".unicodeScalars.contains(text[index + 1])
            let stop = isDouble && text[index + 2].properties.isUppercase ? index + 3 : index + 1
            guard stop < limit, text[stop] == "." else { break }
            end = stop + 1
            index = afterBlanks(end)
        }
        let marks = end
        while end < limit, end > start, AuthorSigns.isMark(text[end]) { end += 1 }
        if end > marks { index = afterBlanks(end) }
        // Behind them a word begins.
        guard end > start, index > end, index + 1 < limit, text[index].isLetter,
            text[index + 1].isLetter || text[index + 1].isBlank || text[index + 1] == "-"
        else { return nil }
        if authors.isEmpty {
            // One name alone, `Lind, J. A study of rivers`: the words behind it are none.
            var space = (index..<limit).first { !text[$0].isLetter } ?? limit
            // `Lind, J. Snow, ice and rivers`
            if space < limit, text[space] == "," { space += 1 }
            guard space + 1 < limit, text[space].isBlank,
                text[space + 1].properties.isLowercase, jointWord(at: space + 1) == nil
            else { return nil }
        }
        return (text.string(start..<marks), (marks..<end).map { String(text[$0]) }, end)
    }

    /// Where the last of names ends that semicolons part, in front of a title:
    /// `Lind, J.; Berg, A. Quiet rivers`, `Lind, Jo; Berg, Ada M. Quiet rivers`.
    func endOfLastInitials(_ range: Range<Int>) -> Int? {
        guard let comma = range.first(where: { text[$0] == "," }) else { return nil }
        var from = afterBlanks(comma + 1)
        let start = from
        if from + 2 < range.upperBound, text[from].properties.isUppercase,
            text[from + 1].properties.isLowercase, !authors.isEmpty
        {
            let space = (from..<range.upperBound).first { !text[$0].isLetter } ?? limit
            guard space < range.upperBound, text[space].isBlank else { return nil }
            from = afterBlanks(space)
        }
        guard let initials = lastInitials(from: from, isBehindGiven: from > start),
            initials.end < range.upperBound
        else { return nil }
        return initials.end
    }

    /// Tells whether pieces are families and given names by turns: the families are single words,
    /// and `and` stands before the last of them; without it they are one name and nothing else, or
    /// many.
    private func arePairs(_ isLast: [Bool], _ isSingle: [Bool], upTo end: Int) -> Bool {
        let count = isSingle.count
        guard count > 1, count.isMultiple(of: 2),
            stride(from: 0, to: count, by: 2).allSatisfy({ isSingle[$0] })
        else { return false }
        if count == 2 {
            let rest = text.string(end..<limit)
            let isYear = rest.drop { $0 == " " }.first == "("
            // `Lind, Jo, et al.`
            let next = rest.drop { $0 == " " || $0 == "," }.lowercased()
            let areMore = next.hasPrefix("et al") || next.hasPrefix("u. a.")
            return !isLast[1]
                && (isYear || areMore || !isSingle[1] && rest.trimmingSeparators.isEmpty)
        }
        // `Lind, Jo and Berg, Ada and Hoek, Max`
        if isLast.enumerated().allSatisfy({ $0.element == ($0.offset > 0 && $0.offset % 2 == 0) }) {
            return true
        }
        // A given name of two words among them tells as much.
        if count > 5, !isLast.contains(true), isSingle.dropLast().contains(false) { return true }
        return isLast[count - 2] && isLast.filter(\.self).count == 1
    }

    /// `LIND`, `DE LIND`: a family in capital letters, as it stands before given names that are not.
    private func isShoutedFamily(_ range: Range<Int>) -> Bool {
        Self.isShouted(NameWithSigns(text, range).name[...])
    }

    /// `LIND`, `DE LIND`, `LIND-TARN`.
    static func isShouted(_ family: Substring) -> Bool {
        let words = family.split { $0 == " " || $0 == "-" }
        return (1...3).contains(words.count) && words.contains { $0.count > 2 }
            && words.allSatisfy { $0.allSatisfy { $0.isUppercase || $0 == "'" || $0 == "’" } }
            && !words.contains { NameStopWords.all.contains($0.lowercased()) }
    }

    /// `Lind`, `van der Veen`: a single word, but for what stands before families.
    private func isOneFamily(_ range: Range<Int>) -> Bool {
        text.string(range).split(separator: " ").dropLast().allSatisfy {
            $0.first?.isLowercase == true && NameText.particles.contains(String($0))
        }
    }

    /// A part of a name that is none by itself: no initials alone, which have rules of their own.
    private func isPart(_ range: Range<Int>) -> Bool {
        let name = NameWithSigns(text, range).name
        return NameShape.isName(name, isAmongNames: true) && !NameShape.isInitialsOnly(name)
    }

    /// `Jo`, `Jo M.`, `Jo van der`: a given name, initials and what stands before the family at most.
    private func isGiven(_ range: Range<Int>) -> Bool {
        let words = text.string(range).split(separator: " ")
        return words.dropFirst().allSatisfy {
            NameShape.isInitials(Array($0.unicodeScalars))
                || NameText.particles.contains(String($0))
        }
    }
}

extension String {
    /// Tells whether a capital letter stands behind small ones at the end, as in no given name:
    /// `ApJ`.
    fileprivate var endsInCapital: Bool {
        last?.isUppercase == true && contains(where: \.isLowercase)
            && !contains(where: { $0 == " " || $0 == "." })
    }
}
