internal import Formats
internal import Git
public import RecordModel

extension ReviewEvent {
    /// The event as the file that keeps it, and as programs read it.
    public var value: Value {
        var fields = Mapping()
        fields["event"] = .string(kind.rawValue)
        fields["proposal"] = .string(proposal)
        fields["commit"] = .string(commitID.description)
        if let resultID { fields["result"] = .string(resultID.description) }
        fields["name"] = .string(author.name)
        fields["email"] = .string(author.email)
        fields["seconds"] = .number(Number(Int(author.seconds)))
        fields["offset"] = .number(Number(author.offset))
        if !message.isEmpty { fields["message"] = .string(message) }
        if !profiles.isEmpty { fields["profiles"] = .list(profiles.map(Value.string)) }
        if let decision { fields["decision"] = .string(decision) }
        return .mapping(fields)
    }

    /// Reads an event; nil for anything else, such as an event of a kind that came later.
    public init?(_ value: Value) {
        guard let kind = value["event"]?.string.flatMap(Kind.init),
            let proposal = value["proposal"]?.string,
            let commitID = value["commit"]?.string.flatMap({ CommitID($0) }),
            let name = value["name"]?.string, let email = value["email"]?.string,
            let seconds = value["seconds"]?.number?.integer
        else { return nil }
        self.init(
            kind, of: proposal, at: commitID,
            by: Signature(
                name: name, email: email, seconds: Int64(seconds),
                offset: value["offset"]?.number?.integer ?? 0),
            message: value["message"]?.string ?? "",
            resultID: value["result"]?.string.flatMap { CommitID($0) },
            profiles: value["profiles"]?.list?.compactMap(\.string) ?? [],
            decision: value["decision"]?.string)
    }

    /// The bytes of the file that keeps the event.
    var bytes: [UInt8] { Array((JSONWriter(style: .indented).text(value) + "\n").utf8) }

    /// The name of the file that keeps the event: the time, so that a listing is in order, and a
    /// hash of the content, so that two events never meet in one file.
    var fileName: String {
        let digits = String(max(0, author.seconds))
        let padding = String(repeating: "0", count: max(0, 10 - digits.count))
        return padding + digits + "-" + SHA256(bytes).description.prefix(16) + ".json"
    }
}
