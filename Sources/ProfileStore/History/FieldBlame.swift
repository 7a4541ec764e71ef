public import Git
public import RecordModel

/// Who set one field to the value that it has.
public struct FieldBlame: Sendable {
    /// The field, from the root of the record.
    public let path: FieldPath
    /// The value: a scalar, or a list or mapping with nothing in it.
    public let value: Value
    /// The commit that set it.
    public let commit: Commit
    /// Where the field was in that commit; its entry may have had another id, or another place in
    /// its list.
    public let origin: FieldPath
    /// The profile's id in that commit.
    public let profile: ProfileID
    /// The proposal that brought the commit, where a merge says so.
    public let proposal: String?
}

extension Commit {
    /// The proposal that the commit brought, by the trailer `Proposal:` of its message.
    public var proposal: String? { trailer("Proposal") }

    /// The value of a trailer: a line `Name: value` in the last paragraph of the message, the last
    /// one of its name.
    func trailer(_ name: String) -> String? {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.reversed().drop { $0.allSatisfy(\.isWhitespace) }
        let prefix = name.lowercased() + ":"
        for line in text {
            if line.allSatisfy(\.isWhitespace) { return nil }
            guard line.lowercased().hasPrefix(prefix) else { continue }
            let value = line.dropFirst(prefix.count).drop { $0 == " " }
            return value.isEmpty ? nil : String(value)
        }
        return nil
    }
}
