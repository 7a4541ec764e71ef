public import Git
public import RecordModel

/// What became of one homepage that was to be published.
public struct PublishReport: Sendable {
    /// How it ended.
    public enum Outcome: Sendable {
        /// The site is what the record says.
        case unchanged
        /// The commit is on the branch; in a dry run it would be.
        case published(CommitID)
        /// Nothing was published, because somebody has to decide first.
        case refused
        /// The world failed: the network, rights, the other side.
        case failed(PublishFailure)
    }

    /// Where it was to go.
    public let target: PublishTarget
    /// How it ended.
    public internal(set) var outcome: Outcome
    /// The name of the layout, nil where the profile could not be exported.
    public var layout: String?
    /// The number of files that were written.
    public var written = 0
    /// The number of files that were removed.
    public var deleted = 0
    /// The number of files of others that stay where files of the homepage would be.
    public var kept = 0
    /// Whether the branch was begun.
    public var isNewBranch = false
    /// How often somebody else was quicker.
    public internal(set) var lostRaces = 0
    /// What was found.
    public var findings: [Diagnostic] = []
    /// What the owner of the site changed by hand since it was last published.
    public var drift: [FilePatch] = []
    /// What publishing changes on the site, where that was asked for.
    public var patches: [FilePatch] = []
}
