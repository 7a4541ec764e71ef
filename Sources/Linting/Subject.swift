internal import Profiles
public import RecordModel

/// What rules look at: one record, its typed view and its assets.
public struct Subject: Sendable {
    /// The record.
    public let record: Record
    /// The typed view of the record without its publications, of which rules need little: that is
    /// in `papers`.
    let profile: Profile
    /// The publications, in the order of the page.
    let papers: [Paper]
    /// The authors of the papers beside the person.
    let coauthors: [Coauthor]
    /// The assets of the profile; nil where nobody has looked.
    public let assets: [Asset]?

    /// Takes a record and what is known of its assets.
    public init(_ record: Record, assets: [Asset]? = nil) {
        self.record = record
        self.assets = assets
        papers = Paper.all(in: record.value)
        coauthors = Coauthor.all(of: papers)
        var rest = record
        if case .mapping(var sections) = record.value {
            sections["publications"] = nil
            rest = Record(id: record.id, value: .mapping(sections))
        }
        profile = Profile(rest)
    }

    /// Where an author stands in the record.
    func path(to place: Coauthor.Place) -> FieldPath {
        let paper = papers[place.paper]
        return paper.path(to: paper.authors[place.author])
    }
}

/// What rules know of an asset.
public struct Asset: Hashable, Sendable {
    /// The path as records write it: `assets/photo.jpg`.
    public let path: String
    /// The number of bytes.
    public let size: Int
    /// The first bytes, at least `headLength` of them where there are as many.
    public let head: [UInt8]

    /// How many bytes of an asset say what it is.
    public static let headLength = 16

    /// Describes an asset.
    public init(path: String, size: Int, head: [UInt8]) {
        self.path = path
        self.size = size
        self.head = head
    }
}
