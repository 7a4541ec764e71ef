/// A text under a key that no schema names.
public struct FreeText: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The text.
    public let text: String
}
