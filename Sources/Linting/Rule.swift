public import RecordModel

/// A rule about the content of one record that a schema cannot state.
///
/// A rule is a value that holds functions; adding one is adding a file with such a value and
/// naming it in `Rule.all`. Its examples are its tests, and `explain` shows them.
public struct Rule: Sendable {
    /// The code of the rule's findings.
    public let code: Diagnostic.Code
    /// How bad its findings are where the store does not say otherwise.
    public let severity: Diagnostic.Severity
    /// What it finds, why that matters and how to mend it.
    public let explanation: Explanation
    /// Records that it fires on, and records that it does not.
    public let examples: [Example]
    /// What it says about single texts.
    let text: TextCheck?
    /// What it says about a whole record.
    let record: (@Sendable (Subject, LintSettings) -> [Finding])?

    /// Makes a rule.
    init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ summary: String,
        reason: String, remedy: String, examples: [Example], text: TextCheck? = nil,
        record: (@Sendable (Subject, LintSettings) -> [Finding])? = nil
    ) {
        self.code = code
        self.severity = severity
        self.examples = examples
        self.text = text
        self.record = record
        explanation = Explanation(
            code, summary: summary, reason: reason, remedy: remedy,
            bad: examples.first { !$0.paths.isEmpty }?.yaml,
            good: examples.first { $0.paths.isEmpty }?.yaml)
    }

    func diagnostic(_ finding: Finding, profile: String) -> Diagnostic {
        Diagnostic(
            code, finding.message, severity: severity, hint: finding.hint, profile: profile,
            path: finding.path, isAboutKey: finding.isAboutKey, related: finding.related,
            fix: finding.fix)
    }
}
