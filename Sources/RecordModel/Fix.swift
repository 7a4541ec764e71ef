/// A way to mend what a diagnostic is about.
public struct Fix: Hashable, Sendable {
    /// What the fix does, as a sentence in the imperative: "Write `https:`".
    public var summary: String
    /// Whether it can be applied without a person looking: it changes no meaning.
    public var isSafe: Bool
    /// The changes of fields, each path from the root of the record.
    public var edits: [FieldEdit]

    /// Makes a fix.
    public init(_ summary: String, isSafe: Bool, edits: [FieldEdit]) {
        self.summary = summary
        self.isSafe = isSafe
        self.edits = edits
    }
}
