public import RecordModel

/// A text that was read: its value, and where each part of it stands.
public struct ParsedText: Sendable {
    /// The value.
    public let value: Value
    /// What is wrong with the text although it could be read.
    public let diagnostics: [Diagnostic]
    /// Where each part of the value stands.
    public let sourceMap: SourceMap
}
