/// Names at the end of a list that are none, by what stands behind them.
extension AuthorListReader {
    /// Gives back a last name without initials, behind names that all have them, where a year in
    /// brackets follows, or any number behind a single word: `A. Berg, J. Lind, M. Hoek, River
    /// Annals (2024)`, `A. Berg, J. Lind, M. Hoek, Fluminica, 2024, 12`.
    mutating func leaveJournal() {
        guard authors.count > 3, let last = authors.last, !last.hasInitials, last.signs.isEmpty,
            !last.isMarked, last.link == nil, ends.count == authors.count,
            authors.dropLast().allSatisfy(\.hasInitials)
        else { return }
        let isWord = !last.name.contains(" ")
        let next = (end..<limit).first { !text[$0].isBlank && !(isWord && text[$0] == ",") }
        guard let next,
            text[next] == "(" && text.sign(at: next + 1)?.isDigit == true
                || isWord && text[next].isDigit
        else { return }
        giveBackLast()
    }

    /// Gives back a single word behind names of several, where the title goes on with a small letter:
    /// `A. Berg, J. Lind, Groundwater, drought and bread`.
    mutating func leaveTitleWord() {
        guard authors.count > 1, let last = authors.last, !last.name.contains(" "),
            last.signs.isEmpty, !last.isMarked, last.link == nil, ends.count == authors.count,
            !last.name.unicodeScalars.contains(where: \.isEastAsian),
            authors.dropLast().allSatisfy({ $0.name.contains(" ") }),
            end + 2 < limit, text[end] == ",", text[end + 1].isBlank,
            text[end + 2].properties.isLowercase, jointWord(at: end + 2) == nil
        else { return }
        let stop = (end + 2..<limit).first { !text[$0].isLetter } ?? limit
        guard !NameText.particles.contains(text.string(end + 2..<stop)) else { return }
        giveBackLast()
    }

    /// Takes `Berg, Ada` at the end for one name, behind names that all are written like `Lind, J.`.
    mutating func joinLastPair() {
        guard authors.count > 3, ends.count == authors.count,
            authors.dropLast(2).allSatisfy(\.isInverted),
            authors.suffix(2).allSatisfy({ !$0.name.contains(" ") && !$0.name.contains(",") }),
            authors[authors.count - 2].signs.isEmpty
        else { return }
        let given = authors.removeLast()
        authors[authors.count - 1].name += ", " + given.name
        authors[authors.count - 1].signs = given.signs
        starts.removeLast()
        ends.remove(at: ends.count - 2)
    }

    /// Gives back what looked like a name where `and` and no name follow: `A. Berg, J. Lind, Quiet
    /// Rivers and Their Banks`.
    mutating func leaveHalfTitle(joint: Int, next: Int) {
        let place = afterBlanks(joint)
        guard authors.count > 2, place > joint, jointWord(at: place) != nil, next < limit,
            text[next].isLetter, ends.count == authors.count,
            let last = authors.last, last.signs.isEmpty, last.link == nil, !last.isMarked,
            last.name.split(separator: " ").allSatisfy({ $0.count > 2 }),
            authors.dropLast().allSatisfy({ $0.name.contains(" ") })
        else { return }
        giveBackLast()
    }

    /// Gives back the last name: the list ends before it.
    private mutating func giveBackLast() {
        authors.removeLast()
        starts.removeLast()
        ends.removeLast()
        end = ends.last ?? end
    }
}
