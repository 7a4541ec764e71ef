/// Reads names one after the other.
struct AuthorListReader {
    let text: StyledText
    let limit: Int
    var authors: [AuthorList.Author] = []
    var hasOthers = false
    var end = 0
    var words: [String] = []
    /// Where each name begins, and where it ends with what belongs to it.
    var starts: [Int] = []
    var ends: [Int] = []
    /// The words of the signs at the name that was read last.
    private var signWords: [String] = []

    init(text: StyledText, limit: Int) {
        self.text = text
        self.limit = limit
    }

    mutating func read(from start: Int) {
        let pictures = start
        let start = afterPictures(start)
        words += VisibleWords.words(text.string(pictures..<start))
        var index = start
        if readFamiliesFirst(from: start) || readInverted(from: start) { return }
        defer {
            leaveJournal()
            leaveTitleWord()
            joinLastPair()
        }
        let isSemicolons = usesSemicolons(from: start)
        while index < limit {
            let from = afterJoints(index)
            if let others = others(at: from) {
                hasOthers = true
                words += VisibleWords.words(text.string(index..<others))
                end = others
                index = others
                continue
            }
            var stop = endOfPiece(from, isSemicolons: isSemicolons)
            // The last name of a list that semicolons part, and what follows it.
            var isLast = false
            if isSemicolons, stop < limit, text[stop] != ";",
                let short = endOfLastInitials(from..<stop)
            {
                stop = short
                isLast = true
            }
            var found = stop > from ? author(from..<stop) : nil
            if found == nil, isSemicolons, let short = secondComma(from..<stop) {
                stop = short
                found = author(from..<stop)
                isLast = true
            }
            if found != nil,
                isJournal(from..<stop) || isBehindOthers(found, stop)
                    || isBehindLast(from, joint: index)
            {
                found = nil
            }
            guard var author = found else {
                leaveHalfTitle(joint: index, next: from)
                break
            }
            var next = stop
            // `Katafuchi, Y.`: the initials are a piece of their own.
            if !isSemicolons, let pair = initials(after: stop),
                author.signs.isEmpty || !author.name.contains(" "), canTakeInitials(author.name)
            {
                author.name += ", " + pair.text
                author.signs += pair.signs
                next = pair.end
            }
            if let remark = remark(after: next) {
                author.remark = remark.text
                author.signs += remark.signs
                next = remark.end
            }
            let formula = formula(behindCommaAt: next)
            if let formula {
                author.signs += formula.signs
                signWords += formula.words
                next = formula.end
            }
            // `Lind A, Berg J. et al.`
            if next < limit, text[next] == ".", others(at: afterBlanks(next + 1)) != nil {
                next += 1
            }
            take(author, from..<next, words: signWords)
            if index < from { words += VisibleWords.words(text.string(index..<from)) }
            end = next
            // The comma stood before the formula.
            guard next < limit, !isLast,
                formula != nil || isJoint(next) || others(at: afterBlanks(next)) != nil
            else { break }
            index = next
        }
    }

    /// Takes a name with what belongs to it.
    mutating func take(_ author: AuthorList.Author, _ range: Range<Int>, words more: [String]) {
        authors.append(author)
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
        words += more
    }

    /// Where `Tak, F., Astronomy and Astrophysics` stops being a name.
    private func secondComma(_ range: Range<Int>) -> Int? {
        range.filter { text[$0] == "," }.dropFirst().first
    }

    /// Tells whether semicolons part the names, so that a comma is within one.
    private func usesSemicolons(from start: Int) -> Bool {
        // `Braine, J.; Gratier, P.`: before the first of them stands one name.
        guard
            let first = (start..<min(limit, start + 80)).first(where: {
                ";；".unicodeScalars.contains(text[$0])
            })
        else { return false }
        guard let comma = text.scalars[start..<first].firstIndex(of: ",") else { return true }
        guard !text.scalars[(comma + 1)..<first].contains(",") else { return false }
        // `Lind JA, Berg W. Quiet rivers. RivXiv; 2023`
        if text.string(comma + 1..<first).split(separator: " ").count > 4 { return false }
        // `Jo Lind, Ada Berg; Max Hoek; Eva Tal`: commas part names as well.
        let areFull = [start..<comma, comma + 1..<first].allSatisfy {
            NameShape.isName(NameWithSigns(text, $0).name)
        }
        guard areFull,
            let second = (first + 1..<min(limit, first + 120)).first(where: {
                ";；".unicodeScalars.contains(text[$0])
            })
                ?? (first + 1..<min(limit, first + 300)).first(where: {
                    text[$0].isDigit || text[$0] == "\n"
                })
        else { return true }
        let commas = text.scalars[first..<second].count { $0 == "," }
        return text[second].isDigit ? commas < 3 : commas == 1
    }

    // MARK: Between names

    private static let joints: Set<Unicode.Scalar> = Set(
        ",，、;；&＆\n®ⓡⓇ".unicodeScalars)
    private static let jointWords: Set<String> = [
        "and", "und", "et", "y", "e", "en", "och",
    ]

    /// Tells whether a comma, `and` or the like stands at a place.
    func isJoint(_ index: Int) -> Bool {
        let place = afterBlanks(index)
        guard place < limit else { return false }
        if Self.joints.contains(text[place]) { return true }
        if "和与及".unicodeScalars.contains(text[place]) { return true }
        return jointWord(at: place) != nil && place > index
    }

    func jointWord(at index: Int) -> Int? {
        var stop = index
        while stop < limit, stop - index < 5, text[stop].isLetter { stop += 1 }
        guard stop > index, stop < limit, text[stop].isBlank else { return nil }
        let written = text.string(index..<stop)
        let word = written.lowercased()
        // `Y Dai` is no Spanish `and Dai`, and `En Zhu` no Dutch one.
        guard written == word || word == "and" else { return nil }
        // `et al.` is no French `and`.
        if word == "et", text.string(stop..<min(limit, stop + 4)).hasPrefix("al") { return nil }
        return Self.jointWords.contains(word) ? stop : nil
    }

    /// The place behind pictures in front of the names: `🧑‍🎓 Jo Lind`.
    private func afterPictures(_ start: Int) -> Int {
        guard start < limit, text[start].isEmojiPart else { return start }
        let next = afterBlanks(start + text[start..<limit].leadingEmoji.upperBound)
        return next < limit && text[next].isLetter ? next : start
    }

    func afterBlanks(_ index: Int) -> Int {
        var index = index
        while index < limit, text[index].isBlank || text[index].isInvisible { index += 1 }
        return index
    }

    func afterJoints(_ index: Int) -> Int {
        var index = afterBlanks(index)
        while index < limit {
            if Self.joints.contains(text[index])
                || "和与及".unicodeScalars.contains(text[index]) && !authors.isEmpty
            {
                index = afterBlanks(index + 1)
            } else if let word = jointWord(at: index), !authors.isEmpty {
                index = afterBlanks(word)
            } else {
                break
            }
        }
        return index
    }

    /// Where `et al.`, `and others` or dots end that begin at a place.
    func others(at index: Int) -> Int? {
        guard !authors.isEmpty, index < limit else { return nil }
        let rest = text.string(index..<min(limit, index + 24)).lowercased()
        for form in [
            "et al.", "et al", "et alii", "u. a.", "u.a.", "others", "et.al.", "etc.",
            "otros autores", "otros", "outros", "andere", "autres", "...", "…", "等",
        ]
        where rest.hasPrefix(form) {
            var stop = index + form.unicodeScalars.count
            if stop < limit, text[stop].isLetter, form != "等" { continue }
            stop = min(stop, limit)
            return stop
        }
        return nil
    }

    // MARK: One name

    private mutating func author(_ range: Range<Int>) -> AuthorList.Author? {
        let cut = NameWithSigns(text, range)
        signWords = cut.words
        guard
            NameShape.isName(cut.name, isAmongNames: true) || isFamilyAndGiven(cut.name)
                || isShoutedBeforeInitials(cut.name, upTo: range.upperBound)
                || isShouted(cut.name, upTo: range.upperBound)
                || isHalfSmall(cut.name, upTo: range.upperBound)
        else { return nil }
        let first = text.trimmed(range).lowerBound
        let style = text.style(at: first)
        return AuthorList.Author(
            name: cut.name, signs: cut.signs, isMarked: style.isMarked,
            link: style.link?.isEmpty == false ? style.link : nil)
    }

    /// The sign in mathematics behind a name's comma, which belongs to the name: `Lind,$^\\star$ Jo`.
    private func formula(
        behindCommaAt index: Int
    ) -> (signs: [String], words: [String], end: Int)? {
        guard text.sign(at: index) == ",", text.sign(at: index + 1) == "$",
            let close = (min(limit, index + 2)..<min(limit, index + 24)).first(where: {
                text[$0] == "$"
            })
        else { return nil }
        let cut = NameWithSigns(text, index + 1..<close + 1)
        return cut.name.isEmpty && !cut.signs.isEmpty ? (cut.signs, cut.words, close + 1) : nil
    }

    /// `LIND, J.`: a family in capitals in front of its initials.
    private func isShoutedBeforeInitials(_ name: String, upTo end: Int) -> Bool {
        Self.isShouted(name[...]) && text.sign(at: end) == "," && initials(after: end) != nil
    }

    /// `Braine, J.`, `Luisi, Matteo`: a piece of a list with semicolons.
    private func isFamilyAndGiven(_ name: String) -> Bool {
        let parts = name.split(separator: ",").map { $0.trimmingPrefix(" ") }
        return parts.count == 2
            && parts.allSatisfy {
                NameShape.isName(String($0), isAmongNames: true)
                    || NameShape.isInitialsOnly(String($0)) || Self.isShouted($0)
            }
    }

    private func canTakeInitials(_ name: String) -> Bool {
        !name.unicodeScalars.contains(".") && name.split(separator: " ").count <= 3
            && !name.unicodeScalars.contains(where: \.isEastAsian)
            && (Self.isShouted(name[...])
                || !name.split(separator: " ").contains {
                    NameShape.isInitials(Array($0.unicodeScalars))
                })
    }

    func initials(after index: Int) -> (text: String, signs: [String], end: Int)? {
        let comma = afterBlanks(index)
        guard comma < limit, text[comma] == "," else { return nil }
        let start = afterBlanks(comma + 1)
        let stop = endOfPiece(start, isSemicolons: false)
        var cut = NameWithSigns(text, start..<stop)
        guard NameShape.isInitialsOnly(cut.name) else { return lastInitials(from: start) }
        var end = stop
        // The last initial's full stop may look like the end of the list.
        if end < limit, text[end] == ".", cut.name.unicodeScalars.last != "." {
            cut.name += "."
            end += 1
        }
        return (cut.name, cut.signs, end)
    }
}
