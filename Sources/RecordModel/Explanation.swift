/// What a kind of finding means, why it matters and how to mend it: the text of `labfolio explain`.
///
/// It stands beside the code that reports the finding, so that both change together.
public struct Explanation: Hashable, Sendable {
    /// The kind of finding.
    public let code: Diagnostic.Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// Why it matters: what would happen on the homepage or in the store.
    public let reason: String
    /// How to mend it.
    public let remedy: String
    /// Some lines that have the fault; nil where the fault is not in a text.
    public let bad: String?
    /// The same lines mended.
    public let good: String?

    /// Explains a kind of finding.
    public init(
        _ code: Diagnostic.Code, summary: String, reason: String, remedy: String,
        bad: String? = nil, good: String? = nil
    ) {
        self.code = code
        self.summary = summary
        self.reason = reason
        self.remedy = remedy
        self.bad = bad
        self.good = good
    }
}
