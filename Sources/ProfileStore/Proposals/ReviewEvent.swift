public import Git

/// Something that happened to a proposal: it was opened, a conflict was resolved, it was accepted.
///
/// Events are facts: they are added and never changed or removed, so two lists of them are joined
/// by taking both.
public struct ReviewEvent: Hashable, Sendable {
    /// What can happen to a proposal.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It was made.
        case opened
        /// Changes were added to it.
        case extended
        /// Somebody said something about it.
        case commented
        /// A conflict with the target was decided.
        case resolved
        /// Some of its profiles were merged; it goes on with the others.
        case acceptedInPart = "accepted-in-part"
        /// It was merged.
        case accepted
        /// It was turned down, with a reason.
        case rejected
    }

    /// The name of the proposal.
    public let proposal: String
    /// What happened.
    public let kind: Kind
    /// The commit that the proposal stood at: for `resolved` and `acceptedInPart` before that.
    public let commitID: CommitID
    /// Who did it, and when.
    public let author: Signature
    /// What they said: the reason of a rejection, a comment; may be empty.
    public let message: String
    /// The commit that came of it: on the target for what was accepted, else on the proposal.
    public let resultID: CommitID?
    /// The profiles that it was about; none means the whole proposal.
    public let profiles: [String]
    /// What was decided, for `resolved`: `PROFILE/PATH SIDE`.
    public let decision: String?

    /// Makes an event.
    public init(
        _ kind: Kind, of proposal: String, at commitID: CommitID, by author: Signature,
        message: String = "", resultID: CommitID? = nil, profiles: [String] = [],
        decision: String? = nil
    ) {
        self.proposal = proposal
        self.kind = kind
        self.commitID = commitID
        self.author = author
        self.message = message
        self.resultID = resultID
        self.profiles = profiles
        self.decision = decision
    }

    /// Whether the proposal was no longer open afterwards.
    public var isClosing: Bool { kind == .accepted || kind == .rejected }
}

extension ReviewEvent: Comparable {
    /// Orders events in time; what happened within a second, as far as one follows from another.
    public static func < (first: ReviewEvent, second: ReviewEvent) -> Bool {
        if first.author.seconds != second.author.seconds {
            return first.author.seconds < second.author.seconds
        }
        let (one, other) = (rank(first.kind), rank(second.kind))
        return one != other ? one < other : first.fileName < second.fileName
    }

    private static func rank(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
}
