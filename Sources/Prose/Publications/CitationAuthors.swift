import Formats

/// The names that a citation begins with.
///
/// For pages that keep title and venue in keys of their own, and the authors only in a text:
/// `Braine, J.; Gratier, P., Astronomy and Astrophysics, Volume 518`.
public struct CitationAuthors: Hashable, Sendable {
    /// The names as they are written, with no signs behind them: `Braine, J.`, `Jo Lind`.
    public let names: [String]
    /// Whether `et al.` or the like stands for more of them.
    public let hasOthers: Bool
    /// What follows the names.
    public let rest: String

    /// Reads the names of a text without markup; nil where it begins with none.
    public init?(of citation: String) {
        guard citation.utf8.count <= EntryGrammar.sizeLimit else { return nil }
        let text = StyledText(plain: citation)
        guard let list = AuthorList(text, from: text.trimmed(text.indices).lowerBound),
            list.authors.count > 1 || list.end * 4 > text.count
                || NameShape.isName(list.authors[0].name)
        else { return nil }
        names = list.authors.map(\.name)
        hasOthers = list.hasOthers
        rest = text.string(list.end..<text.count)
    }
}
