public import Layouts
public import RecordModel

/// What an import read, and what became of every word of it.
public struct ImportReport: Sendable {
    /// How many words of the source ended where.
    public struct Words: Hashable, Sendable {
        /// Visible words of the source.
        public var source = 0
        /// Words that are in fields.
        public var typed = 0
        /// Words that are kept as they were written.
        public var verbatim = 0
        /// Words that are in no record; the report lists them.
        public var dropped = 0
    }

    /// A damaged run of characters that was put right.
    public struct Repair: Hashable, Sendable {
        /// The file.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// What stood there.
        public var before: String
        /// What stands there now.
        public var after: String
        /// Whether nothing had to be guessed.
        public var isCertain: Bool
    }

    /// The profile.
    public var profile: ProfileID
    /// The name of the family of sites.
    public var family: String
    /// How many words ended where.
    public var words = Words()
    /// How many entries each section got, and how many of them are kept as text.
    public var entries: [(section: String, count: Int, asText: Int)] = []
    /// What is in no record, and why.
    public var dropped: [DroppedText] = []
    /// What was put right in the text.
    public var repairs: [Repair] = []
    /// What a person should look at.
    public var diagnostics: [Diagnostic] = []

    /// Makes an empty report.
    public init(profile: ProfileID, family: String) {
        self.profile = profile
        self.family = family
    }
}
