import Formats

extension AuthorMark {
    /// Returns the meaning of the signs that a line or a whole page explains: `* equal contribution,
    /// † corresponding author`; empty where a text is no key.
    public static func key(in text: String) -> [String: AuthorMark] {
        var key: [String: AuthorMark] = [:]
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() where AuthorSigns.isMark(scalar) {
            // The sign after an apostrophe of `\*` or within `&#42;` is the sign itself.
            guard index + 1 < scalars.count, !AuthorSigns.isMark(scalars[index + 1]) else {
                continue
            }
            var meaning = String.UnicodeScalarView()
            for next in scalars[(index + 1)...].prefix(70) {
                let isNumber =
                    next.isASCII ? next.isDigit : next.properties.numericType != nil
                if AuthorSigns.isMark(next) || isNumber || next == "\n" { break }
                meaning.append(next)
            }
            let sign = String(scalar)
            if key[sign] == nil, let mark = AuthorMark(meaning: String(meaning)) {
                key[sign] = mark
            }
        }
        return key
    }

    /// Reads the words after a sign; nil where they explain no sign.
    init?(meaning: String) {
        let words = SearchWords.folded(meaning)
        // `* The star represents the equal contribution`: the meaning is said soon or not at all.
        let text = words.prefix(9).joined(separator: " ")
        let head = words.prefix(4).joined(separator: " ")
        if ["corresponding", "correspondence", "通讯作者", "通信作者", "責任著者"].contains(
            where: text.contains)
        {
            self = .corresponding
        } else if [
            "equal", "co first", "cofirst", "joint first", "contributed equally", "共同一作", "同等贡献",
            "共同第一", "共一",
        ].contains(where: text.contains) {
            self = .equal
        } else if ["project lead", "lead author", "team lead", "project leader"].contains(
            where: head.contains)
        {
            self = .lead
        } else if ["first author", "student", "alphabetical"].contains(where: head.contains) {
            self = .other
        } else {
            return nil
        }
    }
}
