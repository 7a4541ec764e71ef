import Formats

/// Tells what no title of a publication looks like.
enum TitleShape {
    /// Tells whether a text may be a title: it has letters, and is no place in a journal, no
    /// identifier, no date and no beginning of `In: Max Hoek (ed.), …`.
    static func isTitle(_ text: String) -> Bool {
        let plain = text.lowercased()
        let letters = text.unicodeScalars.filter(\.isLetter)
        guard letters.count >= (letters.contains(where: \.isEastAsian) ? 2 : 3),
            !["in: ", "in:\u{A0}", "doi: ", "doi:\u{A0}"].contains(where: plain.hasPrefix),
            !["et al", "et al."].contains(plain)
        else { return false }
        return place.firstMatch(in: text) == nil && date.firstMatch(in: text) == nil
    }

    /// `The Journal of Rivers 129, 6315`.
    private static let place = TextPattern(/^(?:The )?Journal of [^.:?]+ \d+, \d+[–\-\d ().]*$/)
    /// `2022年9月授权`: when a patent was granted.
    private static let date = TextPattern(/^\d{4}年\d{1,2}月\S{0,4}$/)
}
