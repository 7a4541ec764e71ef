/// What stands in brackets behind a name.
extension AuthorListReader {
    /// Brackets after a name: another spelling, an affiliation, a part in the work.
    func remark(after index: Int) -> (text: String, end: Int)? {
        let open = afterBlanks(index)
        guard open < limit, "(（".unicodeScalars.contains(text[open]) else { return nil }
        var close = open + 1
        while close < limit, !")）".unicodeScalars.contains(text[close]), close - open < 40 {
            close += 1
        }
        guard close < limit, ")）".unicodeScalars.contains(text[close]), isJoint(close + 1) else {
            return nil
        }
        let inner = text.string(open + 1..<close)
        guard !inner.contains(where: \.isNumber), !inner.isEmpty else { return nil }
        return (inner, close + 1)
    }
}
