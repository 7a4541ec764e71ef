/// A list of authors as it stands in a text.
struct AuthorList {
    /// One author.
    struct Author {
        /// The name, with nothing after it.
        var name: String
        /// The signs after the name, one string a sign.
        var signs: [String]
        /// Whether the name stands out from the text around it.
        var isMarked: Bool
        var link: String?
        /// What stands in brackets after the name.
        var remark: String?
    }

    var authors: [Author] = []
    /// Tells whether `et al.` or dots stand for more authors.
    var hasOthers = false
    /// Where the list ends.
    var end: Int
    /// The words between and after the names: `and`, `et al.`, numbers of affiliations.
    var words: [String] = []

    /// Reads the names that begin at a place of a text; nil where fewer than two do, and no single
    /// name that stands out or fills the text.
    init?(_ text: StyledText, from start: Int, upTo limit: Int? = nil) {
        var reader = AuthorListReader(text: text, limit: limit ?? text.count)
        reader.read(from: start)
        guard !reader.authors.isEmpty else { return nil }
        authors = reader.authors
        hasOthers = reader.hasOthers
        end = reader.end
        words = reader.words
    }
}
