internal import Formats
public import Merging
public import RecordModel

/// What somebody decided about one field on which a proposal and its target disagree.
///
/// A decision is about this disagreement only: it stands as long as the field has the same three
/// values, and is as good as none once one of them is another.
public struct Decision: Hashable, Sendable {
    /// What the field is to be.
    public enum Choice: Hashable, Sendable {
        /// What the target has.
        case ours
        /// What the proposal has.
        case theirs
        /// Something else; nil takes the field away.
        case value(Value?)
    }

    /// The profile that the field belongs to; nil for `labfolio.yml`.
    public let profile: ProfileID?
    /// The field.
    public let path: FieldPath
    /// What it is to be.
    public let choice: Choice
    /// A hash of the values that the decision is about.
    let fingerprint: String

    /// Decides a conflict.
    public init(_ choice: Choice, of conflict: Conflict, in profile: ProfileID?) {
        self.profile = profile
        path = conflict.path
        self.choice = choice
        fingerprint = Self.fingerprint(of: conflict)
    }

    /// Tells whether the decision is about a conflict.
    func settles(_ conflict: Conflict, in profile: ProfileID?) -> Bool {
        self.profile == profile && path == conflict.path
            && fingerprint == Self.fingerprint(of: conflict)
    }

    /// The value that the decision gives the field of a conflict.
    func value(of conflict: Conflict) -> Value? {
        switch choice {
        case .ours: conflict.ours
        case .theirs: conflict.theirs
        case .value(let value): value
        }
    }

    /// The choice in a word.
    public var word: String {
        switch choice {
        case .ours: "ours"
        case .theirs: "theirs"
        case .value: "value"
        }
    }

    /// The field and the choice: `ada-lovelace/profile/role ours`.
    public var summary: String { "\(profile?.text ?? "labfolio.yml")\(path) \(word)" }

    private static func fingerprint(of conflict: Conflict) -> String {
        var hash = ContentHash()
        for side in [conflict.base, conflict.ours, conflict.theirs] {
            hash.combine(side.map { JSONWriter(style: .compact).text($0) } ?? "absent")
        }
        return String(hash.description.prefix(16))
    }
}

extension Decision {
    /// The trailer of a commit's message that keeps decisions, one line each: they travel with the
    /// branch of the proposal and need nothing else.
    private static let trailer = "Labfolio-Resolve: "

    /// The line that keeps the decision.
    var line: String {
        var fields = Mapping()
        fields["profile"] = (profile?.text).map(Value.string) ?? .null
        fields["path"] = .string(path.description)
        fields["take"] = .string(word)
        if case .value(let value?) = choice { fields["value"] = value }
        fields["conflict"] = .string(fingerprint)
        return Self.trailer + JSONWriter(style: .compact).text(.mapping(fields))
    }

    /// Reads the decisions that a commit's message keeps, in their order.
    static func decisions(in message: String) -> [Decision] {
        message.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix(trailer) else { return nil }
            let bytes = Array(line.dropFirst(trailer.count).utf8)
            return JSONReader().value(of: bytes, in: bytes.indices).flatMap(Decision.init)
        }
    }

    private init?(_ value: Value) {
        guard let path = value["path"]?.string.flatMap(FieldPath.init(parsing:)),
            let fingerprint = value["conflict"]?.string
        else { return nil }
        switch value["take"]?.string {
        case "ours": choice = .ours
        case "theirs": choice = .theirs
        case "value": choice = .value(value["value"])
        default: return nil
        }
        profile = value["profile"]?.string.flatMap(ProfileID.init)
        self.path = path
        self.fingerprint = fingerprint
    }
}
