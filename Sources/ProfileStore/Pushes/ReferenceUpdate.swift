/// One reference that somebody wants to move by a push, as git tells a pre-receive hook.
public struct ReferenceUpdate: Hashable, Sendable {
    /// The whole name of the reference: `refs/heads/main`.
    public let name: String
    /// The id of the object that it names; nil where it is to be made.
    public let before: String?
    /// The id of the object that it is to name; nil where it is to be deleted.
    public let after: String?

    /// Reads a line: the old id, the new one, and the name; nil for any other text.
    public init?(line: Substring) {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3, words.prefix(2).allSatisfy(Self.isObjectID), !words[2].isEmpty
        else { return nil }
        name = String(words[2])
        before = words[0].allSatisfy { $0 == "0" } ? nil : String(words[0])
        after = words[1].allSatisfy { $0 == "0" } ? nil : String(words[1])
    }

    /// The name of the branch, nil where the reference is none.
    public var branch: String? {
        name.hasPrefix(Self.branchPrefix) ? String(name.dropFirst(Self.branchPrefix.count)) : nil
    }

    static let branchPrefix = "refs/heads/"

    private static func isObjectID(_ text: Substring) -> Bool {
        text.utf8.count >= 40 && text.allSatisfy(\.isHexDigit)
    }
}
