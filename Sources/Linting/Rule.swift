public import Profiles
public import RecordModel

/// A rule about the content of a record that a schema cannot state.
///
/// A rule is a value that holds a function; adding one is adding a file with such a value and
/// naming it in `Rule.all`.
public struct Rule: Sendable {
    /// What a rule looks at: the record, and its typed view.
    public struct Subject: Sendable {
        /// The record.
        public let record: Record
        /// The typed view of the record.
        public let profile: Profile

        /// Takes a record.
        public init(_ record: Record) {
            self.record = record
            profile = Profile(record)
        }
    }

    /// The code of the rule's findings.
    public let code: Diagnostic.Code
    /// What the rule finds, in one sentence.
    public let summary: String
    /// Returns what it finds, each with its field path.
    public let findings: @Sendable (Subject) -> [Diagnostic]

    /// Makes a rule.
    init(
        _ code: Diagnostic.Code, _ summary: String,
        findings: @escaping @Sendable (Subject) -> [Diagnostic]
    ) {
        self.code = code
        self.summary = summary
        self.findings = findings
    }

    /// Every rule, in the order of their codes.
    public static let all: [Rule] = [.dateOrder, .ownName, .placeholderText]

    /// Returns what all rules find in a record; the findings have no place in a file yet.
    public static func findings(in record: Record) -> [Diagnostic] {
        let subject = Subject(record)
        return all.flatMap { $0.findings(subject) }.map {
            var diagnostic = $0
            diagnostic.profile = record.id.text
            return diagnostic
        }
    }
}
