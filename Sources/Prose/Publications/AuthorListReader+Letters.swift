/// Names in letters that are larger or smaller than usual, which their neighbours tell.
extension AuthorListReader {
    /// `JO LIND` between names that are written as usual.
    func isShouted(_ name: String, upTo end: Int) -> Bool {
        guard authors.count > 1, NameShape.isShoutedName(name), isJoint(end) else { return false }
        let next = afterJoints(end)
        let stop = endOfPiece(next, isSemicolons: false)
        return next < stop
            && NameShape.isName(NameWithSigns(text, next..<stop).name, isAmongNames: true)
    }

    /// `Ada berg`, `ada Berg` behind a name, of which no word means anything else, where the list
    /// goes on or ends with a stop.
    func isHalfSmall(_ name: String, upTo end: Int) -> Bool {
        let words = name.split(separator: " ")
        guard let last = authors.last, last.name.contains(" "), words.count == 2,
            words.count(where: { $0.first?.isLowercase == true }) == 1,
            words.allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) }),
            !SearchWords.folded(name).contains(where: {
                NameStopWords.all.contains($0) || NameStopWords.small.contains($0)
            })
        else { return false }
        // At the end of the list no given name is small.
        let isEnd = text.sign(at: end) == "." && words[0].first?.isUppercase == true
        return isEnd || isJoint(end) && continuesWithName(at: end)
            || jointWord(at: afterBlanks(ends.last ?? end)) != nil
    }

    /// Tells whether a name stands behind the comma or the `and` at a place.
    private func continuesWithName(at joint: Int) -> Bool {
        let next = afterJoints(joint)
        let stop = endOfPiece(next, isSemicolons: false)
        return next < stop && NameShape.isName(NameWithSigns(text, next..<stop).name)
    }
}
