/// Reads names one after the other.
struct AuthorListReader {
    let text: StyledText
    let limit: Int
    var authors: [AuthorList.Author] = []
    var hasOthers = false
    var end = 0
    var words: [String] = []
    /// Where each name begins, and where it ends with what belongs to it.
    private(set) var starts: [Int] = []
    private var ends: [Int] = []
    /// The words of the signs at the name that was read last.
    private var signWords: [String] = []

    init(text: StyledText, limit: Int) {
        self.text = text
        self.limit = limit
    }

    mutating func read(from start: Int) {
        var index = start
        if readFamiliesFirst(from: start) { return }
        let isSemicolons = usesSemicolons(from: start)
        while index < limit {
            let from = afterJoints(index)
            if let others = others(at: from) {
                hasOthers = true
                words += VisibleWords.words(text.string(from..<others))
                end = others
                index = others
                continue
            }
            var stop = endOfPiece(from, isSemicolons: isSemicolons)
            var isLast = false
            var found = stop > from ? author(from..<stop) : nil
            if found == nil, isSemicolons, let short = secondComma(from..<stop) {
                // The last name of such a list, and what follows it.
                stop = short
                found = author(from..<stop)
                isLast = true
            }
            guard var author = found else {
                leaveHalfTitle(joint: index, next: from)
                break
            }
            var next = stop
            // `Katafuchi, Y.`: the initials are a piece of their own.
            if !isSemicolons, let pair = initials(after: stop),
                author.signs.isEmpty, canTakeInitials(author.name)
            {
                author.name += ", " + pair.text
                author.signs = pair.signs
                next = pair.end
            }
            if let remark = remark(after: next) {
                author.remark = remark.text
                next = remark.end
            }
            take(author, from..<next, words: signWords)
            if index < from { words += VisibleWords.words(text.string(index..<from)) }
            end = next
            guard next < limit, !isLast, isJoint(next) else { break }
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

    /// Gives back what looked like a name where `and` and no name follow: `A. Berg, J. Lind, Quiet
    /// Rivers and Their Banks`.
    private mutating func leaveHalfTitle(joint: Int, next: Int) {
        let place = afterBlanks(joint)
        guard authors.count > 2, place > joint, jointWord(at: place) != nil, next < limit,
            text[next].isLetter, ends.count == authors.count,
            let last = authors.last, last.signs.isEmpty, last.link == nil, !last.isMarked,
            last.name.split(separator: " ").allSatisfy({ $0.count > 2 }),
            authors.dropLast().allSatisfy({ $0.name.contains(" ") })
        else { return }
        authors.removeLast()
        starts.removeLast()
        ends.removeLast()
        end = ends.last ?? end
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
        return text.scalars[start..<first].count { $0 == "," } <= 1
    }

    // MARK: Between names

    private static let joints: Set<Unicode.Scalar> = Set(",，、;；&＆\n".unicodeScalars)
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

    private func jointWord(at index: Int) -> Int? {
        var stop = index
        while stop < limit, stop - index < 5, text[stop].isLetter { stop += 1 }
        guard stop > index, stop < limit, text[stop].isBlank else { return nil }
        let word = text.string(index..<stop).lowercased()
        // `et al.` is no French `and`.
        if word == "et", text.string(stop..<min(limit, stop + 4)).hasPrefix("al") { return nil }
        return Self.jointWords.contains(word) ? stop : nil
    }

    func afterBlanks(_ index: Int) -> Int {
        var index = index
        while index < limit, text[index].isBlank || text[index].isInvisible { index += 1 }
        return index
    }

    private func afterJoints(_ index: Int) -> Int {
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
    private func others(at index: Int) -> Int? {
        guard !authors.isEmpty, index < limit else { return nil }
        let rest = text.string(index..<min(limit, index + 24)).lowercased()
        for form in ["et al.", "et al", "others", "et.al.", "etc.", "...", "…", "等"]
        where rest.hasPrefix(form) {
            var stop = index + form.unicodeScalars.count
            if stop < limit, text[stop].isLetter, form != "等" { continue }
            stop = min(stop, limit)
            return stop
        }
        return nil
    }

    // MARK: One name

    /// Where the piece that begins here ends: at a comma, a full stop that is none of an initial,
    /// a bracket, a quotation mark, or where a link begins or ends.
    private func endOfPiece(_ start: Int, isSemicolons: Bool) -> Int {
        var index = start
        let linked = start < limit ? text.style(at: start).linkNumber : 0
        while index < limit {
            let scalar = text[index]
            // The comma between two raised numbers parts no names.
            if text.style(at: index).isRaised, index > start {
                index += 1
                continue
            }
            if ";；".unicodeScalars.contains(scalar) { break }
            if !isSemicolons, ",，、&＆".unicodeScalars.contains(scalar) { break }
            if "\n:：|\"“”«»‘()（）[]【】{}<>?!。/\\·•–—".unicodeScalars.contains(scalar) {
                // `Kehua Feng\*`, `$^\dagger$`: a sign after a name.
                if scalar != "\\" && scalar != "{" && scalar != "}" { break }
                if !isInMathematics(index) { break }
            }
            if scalar == ".", isSentenceEnd(index, from: start) { break }
            if index > start, text.style(at: index).linkNumber != linked, !scalar.isBlank,
                !AuthorSigns.isMark(scalar), !text.style(at: index).isRaised, scalar != "."
            {
                break
            }
            if scalar.isBlank, index > start, jointWord(at: afterBlanks(index)) != nil { break }
            // Bold type behind a whole name is something else: `Jo Lind **RIVER 2020**`.
            if index > start, text[index - 1].isBlank, !scalar.isBlank,
                text.style(at: index).isBold, !text.style(at: start).isBold,
                NameShape.isName(text.string(start..<index).trimmingSeparators)
            {
                break
            }
            if scalar == "等", index > start { break }
            index += 1
            if index - start > 100 { break }
        }
        return index
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
        guard index + 1 >= limit || next?.isBlank == true else {
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
        guard word.unicodeScalars.count == 1, word.first?.isUppercase == true else { return false }
        // `Smith J, Doe A. Title`: the initials of such a list have no stops of their own.
        let last = authors.last?.name.split(separator: " ").last ?? ""
        let isBare =
            begin > start && last.count < 4 && !last.isEmpty && last.allSatisfy(\.isUppercase)
        return !isBare
    }

    private mutating func author(_ range: Range<Int>) -> AuthorList.Author? {
        let cut = NameWithSigns(text, range)
        signWords = cut.words
        guard NameShape.isName(cut.name, isAmongNames: true) || isFamilyAndGiven(cut.name) else {
            return nil
        }
        let first = text.trimmed(range).lowerBound
        let style = text.style(at: first)
        return AuthorList.Author(
            name: cut.name, signs: cut.signs, isMarked: style.isMarked,
            link: style.link?.isEmpty == false ? style.link : nil)
    }

    /// `Braine, J.`, `Luisi, Matteo`: a piece of a list with semicolons.
    private func isFamilyAndGiven(_ name: String) -> Bool {
        let parts = name.split(separator: ",").map { $0.trimmingPrefix(" ") }
        return parts.count == 2
            && parts.allSatisfy {
                NameShape.isName(String($0), isAmongNames: true)
                    || NameShape.isInitialsOnly(String($0))
            }
    }

    private func canTakeInitials(_ name: String) -> Bool {
        !name.unicodeScalars.contains(".") && name.split(separator: " ").count <= 3
            && !name.unicodeScalars.contains(where: \.isEastAsian)
            && !name.split(separator: " ").contains {
                NameShape.isInitials(Array($0.unicodeScalars))
            }
    }

    private func initials(after index: Int) -> (text: String, signs: [String], end: Int)? {
        let comma = afterBlanks(index)
        guard comma < limit, text[comma] == "," else { return nil }
        let start = afterBlanks(comma + 1)
        let stop = endOfPiece(start, isSemicolons: false)
        var cut = NameWithSigns(text, start..<stop)
        guard NameShape.isInitialsOnly(cut.name) else { return nil }
        var end = stop
        // The last initial's full stop may look like the end of the list.
        if end < limit, text[end] == ".", cut.name.unicodeScalars.last != "." {
            cut.name += "."
            end += 1
        }
        return (cut.name, cut.signs, end)
    }
}
