public import RecordModel

/// A rule about what several profiles of a lab say together.
public struct LabRule: Sendable {
    /// The code of the rule's findings.
    public let code: Diagnostic.Code
    /// How bad its findings are where the store does not say otherwise.
    public let severity: Diagnostic.Severity
    /// What it finds, why that matters and how to mend it.
    public let explanation: Explanation
    /// Profiles that it fires on, and profiles that it does not.
    public let examples: [LabExample]
    private let find: @Sendable ([ProfileFacts]) -> [LabFinding]

    /// Makes a rule.
    init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ summary: String,
        reason: String, remedy: String, examples: [LabExample],
        find: @escaping @Sendable ([ProfileFacts]) -> [LabFinding]
    ) {
        self.code = code
        self.severity = severity
        self.examples = examples
        self.find = find
        explanation = Explanation(
            code, summary: summary, reason: reason, remedy: remedy,
            bad: examples.first { !$0.paths.isEmpty }?.text,
            good: examples.first { $0.paths.isEmpty }?.text)
    }

    /// Returns what it finds, each with its profile and field.
    public func findings(_ facts: [ProfileFacts]) -> [Diagnostic] {
        find(facts).map {
            Diagnostic(
                code, $0.message, severity: severity, hint: $0.hint, profile: $0.profile,
                path: $0.path, related: $0.related, fix: $0.fix)
        }
    }
}

/// What a rule about several profiles finds.
struct LabFinding: Sendable {
    let message: String
    let profile: String
    let path: FieldPath
    let hint: String
    var related: [RelatedPlace] = []
    var fix: Fix?
}

/// Some profiles of a lab that a rule fires on, or is silent on.
public struct LabExample: Sendable, Hashable {
    /// The profiles: id and record as YAML.
    public let profiles: [Entry]
    /// What the rule has to find, each as profile and field path with a colon between.
    public let paths: [String]

    /// One profile of an example.
    public struct Entry: Sendable, Hashable {
        /// The id.
        public let id: String
        /// The record as YAML, section by section.
        public let yaml: String
    }

    /// The profiles as one text.
    var text: String { profiles.map { "# \($0.id)\n\($0.yaml)" }.joined(separator: "\n\n") }

    /// Profiles with the fault.
    static func bad(
        _ profiles: KeyValuePairs<String, String>, at paths: String...
    ) -> LabExample {
        LabExample(profiles: profiles.map { Entry(id: $0.key, yaml: $0.value) }, paths: paths)
    }

    /// Profiles without it.
    static func good(_ profiles: KeyValuePairs<String, String>) -> LabExample {
        LabExample(profiles: profiles.map { Entry(id: $0.key, yaml: $0.value) }, paths: [])
    }
}

extension LabRule {
    /// Every rule about several profiles, in the order of their codes.
    public static let all: [LabRule] = [
        .differingPublication, .sharedIdentity, .unknownMember, .unlinkedMember,
    ]
}
