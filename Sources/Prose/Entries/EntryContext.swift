/// What is known of the page on which an item stands.
public struct EntryContext: Hashable, Sendable {
    /// The page owner's name in all its spellings and scripts; empty where nobody knows yet.
    public var ownNames: [String]
    /// The page's key of the signs after authors' names: `*` is `equal`.
    public var authorMarks: [String: AuthorMark]
    /// The heading of the section.
    public var heading: String?
    /// The heading within the section, or the item above a nested list: `2024`, `Reviewer`; what
    /// emoji stand in it are taken out.
    public var subheading: String? {
        didSet { subheading = subheading?.withoutEmoji }
    }
    /// The page's language, BCP 47.
    public var language: String?
    /// The address against which relative links of the page are read, with a slash at its end.
    public var baseURL: String?
    /// The files of the profile that the item may refer to, by their paths in it.
    public var files: Set<String>

    /// Makes a context.
    public init(
        ownNames: [String] = [], authorMarks: [String: AuthorMark] = [:], heading: String? = nil,
        subheading: String? = nil, language: String? = nil, baseURL: String? = nil,
        files: Set<String> = []
    ) {
        self.ownNames = ownNames
        self.authorMarks = authorMarks
        self.heading = heading
        self.subheading = subheading?.withoutEmoji
        self.language = language
        self.baseURL = baseURL
        self.files = files
    }

    /// Returns how often the owner may be among the authors of papers that a text lists: how often a
    /// word of the name stands there, and any number where coauthors alone seem to be named.
    public func ownMentions(in text: String) -> Int {
        CoauthorWords.mayStand(in: text) ? .max : OwnName(ownNames).mentions(in: text)
    }

    /// Returns the place of the page's owner among the names of authors, in whatever spelling; nil
    /// where nobody is the owner.
    public func ownIndex(among names: [String]) -> Int? {
        let own = OwnName(ownNames)
        return names.firstIndex(where: own.matches)
    }
}
