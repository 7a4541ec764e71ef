import Formats

/// Tells what no title of a publication looks like.
enum TitleShape {
    /// Tells whether a text may be a title: it has letters, and is no place in a journal, no
    /// identifier, no date, no names, no address and no beginning of `In: Max Hoek (ed.), …`.
    static func isTitle(_ text: String) -> Bool {
        let plain = text.lowercased()
        let letters = text.unicodeScalars.filter(\.isLetter)
        guard letters.count >= (letters.contains(where: \.isEastAsian) ? 2 : 3),
            !["in: ", "in:\u{A0}", "doi: ", "doi:\u{A0}"].contains(where: plain.hasPrefix),
            !["et al", "et al."].contains(plain)
        else { return false }
        // A pattern takes much longer than a search for what it cannot do without.
        let asked = [
            (place, text.contains("Journal of ")), (date, text.contains("年")),
            (group, text.hasSuffix(" Group")), (mail, text.contains("@")),
            (venue, text.contains { $0.isNumber }), (names, true),
        ]
        return asked.allSatisfy { !$1 || $0.firstMatch(in: text) == nil }
    }

    /// `The Journal of Rivers 129, 6315`.
    private static let place = TextPattern(/^(?:The )?Journal of [^.:?]+ \d+, \d+[–\-\d ().]*$/)
    /// `Q.Y. Lind, L. Berg, D`, `Lind, Z.F. Rivers`: names that nobody read.
    private static let names = TextPattern(
        /^(?:(?:\p{Lu}\.[- ]?){1,3}\p{Lu}\p{L}+, (?:\p{Lu}\.[- ]?){1,3}\p{Lu}\p{L}+,|\p{Lu}[\p{L}'’\-]+, (?!U\.[SK]\.)(?:\p{Lu}\.){2,3}|\p{Ll}+, \p{Lu}\., \p{Lu}|\p{Lu}, \p{Lu}\p{L}+ \p{Lu}\.|\p{Lu}\.\.?, \p{Lu}\p{L}+, \p{Lu}\.|\([\p{L}]+\) \p{Lu}\.|\(\p{Lu}+\) \p{Ll}\p{L}* )/
    )
    /// `RIVER'2013, 7th Symposium on Rivers, …`: where it appeared.
    private static let venue = TextPattern(
        #/^(?:[A-Z][A-Za-z]*[A-Z](?:19|20)\d\d,|[A-Z][A-Za-z]+['’](?:19|20)\d\d,?) /#
    )
    /// `River Working Group`: a group among the authors.
    private static let group = TextPattern(
        /^(?:[\p{L}&\-]+ ){1,4}(?:Working|Study|Research|Collaborative) Group$/)
    /// `(E-mail: lind@a.example) works on rivers`.
    private static let mail = TextPattern(/[\p{L}\d._\-]+@[\p{L}\d\-]+\.\p{L}{2,}/)
    /// `2022年9月授权`: when a patent was granted.
    private static let date = TextPattern(/^\d{4}年\d{1,2}月\S{0,4}$/)
}
