public import Profiles
public import RecordModel

/// What rules look at: one record, its typed view and its assets.
public struct Subject: Sendable {
    /// The record.
    public let record: Record
    /// The typed view of the record.
    public let profile: Profile
    /// The assets of the profile; nil where nobody has looked.
    public let assets: [Asset]?

    /// What tells the publications from others, in their order.
    let workKeys: [WorkKeys]

    /// Takes a record and what is known of its assets.
    public init(_ record: Record, assets: [Asset]? = nil) {
        self.record = record
        self.assets = assets
        profile = Profile(record)
        let publications = profile.publications
        workKeys = publications.indices.map { WorkKeys(publications[$0]) }
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
