internal import Profiles
internal import RecordModel

/// What rules need of a publication.
///
/// A record has more publications than anything else, and rules look at a few fields of each: the
/// whole view of them all would be half of the work.
struct Paper: FieldView {
    let path: FieldPath
    let title: String
    let authors: [Author]
    let date: DateText?
    /// The names of the venue, as they are written.
    let venues: [String]
    /// Whether this is the version before a review.
    let isPreprint: Bool
    let citations: PublicationCitations?
    /// What tells the work from others.
    let keys: WorkKeys

    /// One of the authors.
    struct Author: FieldView {
        let name: String
        let isSelf: Bool
        let profile: String?
        /// The step that leads to the author among all of the paper.
        let step: String

        init(_ fields: Fields) {
            name = fields.required("name")
            isSelf = fields.flag("self")
            profile = fields.text("profile")
            step = fields.step
        }
    }

    init(_ fields: Fields) {
        path = fields.path
        title = fields.required("title")
        authors = fields.items("authors").map(Author.init)
        date = fields.date("date")
        let venue = Fields(.mapping(fields.mapping("venue")))
        venues = [venue.text("short"), venue.text("name")].compactMap { $0 }
        isPreprint =
            fields.choice("status") == Publication.Status.preprint
            || venue.choice("type") == Venue.Kind.preprint
        citations = fields.view("citations")
        keys = WorkKeys(fields)
    }

    /// The publications of a record, in the order of its page.
    static func all(in record: Value) -> [Paper] {
        Fields(record).items("publications").map(Paper.init).newestFirst(\.date)
    }

    /// Where an author stands in the record.
    func path(to author: Author) -> FieldPath {
        path.appending("authors").appending(author.step)
    }
}

/// What tells that two entries are one work.
struct WorkKeys: Hashable, Sendable {
    /// The identifiers, each with its kind in front.
    let identifiers: [String]
    /// The title without anything that does not matter; nil for one too short to tell works apart.
    let title: String?

    private static let shortestTitle = 12

    init(_ fields: Fields) {
        identifiers = [
            fields.text("doi").map { "doi:" + Self.inLowerCase($0) },
            fields.text("arxiv").map { "arxiv:" + Self.withoutVersion($0) },
            fields.text("openreview").map { "openreview:" + $0 },
            fields.text("pmid").map { "pmid:" + $0 }, fields.text("hal").map { "hal:" + $0 },
        ].compactMap { $0 }
        let key = TextFolding.key(fields.required("title"))
        title = key.utf8.count >= Self.shortestTitle ? key : nil
    }

    /// The identifier in lower case, which most are as they come.
    private static func inLowerCase(_ id: String) -> String {
        id.utf8.allSatisfy { $0 < 0x80 && KeywordScan.folded($0) == $0 } ? id : id.lowercased()
    }

    private static func withoutVersion(_ id: String) -> String {
        guard let mark = id.lastIndex(of: "v"), id[mark...].dropFirst().allSatisfy(\.isNumber),
            mark != id.startIndex
        else { return id }
        return String(id[..<mark])
    }
}
