/// What stands in brackets behind a name.
extension AuthorListReader {
    /// Brackets after a name: another spelling, an affiliation, a part in the work; and the signs
    /// behind them.
    func remark(after index: Int) -> (text: String, signs: [String], end: Int)? {
        let open = afterBlanks(index)
        guard open < limit, "(（".unicodeScalars.contains(text[open]) else { return nil }
        var close = open + 1
        while close < limit, !")）".unicodeScalars.contains(text[close]), close - open < 40 {
            close += 1
        }
        guard close < limit, ")）".unicodeScalars.contains(text[close]) else { return nil }
        let inner = text.string(open + 1..<close)
        guard !inner.contains(where: \.isNumber), !inner.isEmpty else { return nil }
        var end = close + 1
        // `Jo Lind (Nordic) \*, Ada Berg`
        let behind = afterBlanks(end)
        if behind < limit, AuthorSigns.isMark(text[behind]) {
            end = behind
            while end < limit, AuthorSigns.isMark(text[end]) { end += 1 }
        }
        // The same name in another script may stand at the end of the list as well.
        let before = text[text.trimmed(0..<open).upperBound - 1]
        let isName =
            before.isEastAsian != inner.unicodeScalars.contains(where: \.isEastAsian)
            && NameShape.isName(inner)
        guard isJoint(end) || isName else { return nil }
        guard isJoint(end) else { return (inner, [], close + 1) }
        return (
            inner,
            (close + 1..<end).filter { AuthorSigns.isMark(text[$0]) }.map { String(text[$0]) }, end
        )
    }
}
