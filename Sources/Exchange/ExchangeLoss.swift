public import RecordModel

/// Something that one form says and another has no place for.
public struct ExchangeLoss: Hashable, Sendable {
    /// What became of it.
    public enum Kind: Hashable, Sendable {
        /// The other form does not have it.
        case missing
        /// The other form has something else instead.
        case changed
    }

    /// Where it stands: a field path of the record, or of the foreign document.
    public let path: FieldPath
    /// What became of it.
    public let kind: Kind

    /// Makes a loss.
    public init(path: FieldPath, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// Returns what is in one value and not in what came back of it.
    ///
    /// Why so: a list of what a form cannot hold, written by hand, is wrong on the day after. What
    /// went out and came in again says it for each record.
    static func losses(of sent: Value, returned: Value?, at path: FieldPath) -> [ExchangeLoss] {
        guard let returned, !returned.isNull else {
            // An end in the present is what no end means.
            if path.steps.last == "end", sent == "present" { return [] }
            return isEmpty(sent) ? [] : [ExchangeLoss(path: path, kind: .missing)]
        }
        switch (sent, returned) {
        case (.mapping(let sent), .mapping(let returned)):
            return sent.entries.filter { $0.key != "id" }.flatMap {
                losses(of: $0.value, returned: returned[$0.key], at: path.appending($0.key))
            }
        case (.list(let sent), .list(let returned)) where sent.contains { $0.mapping != nil }:
            return sent.enumerated().flatMap { index, item in
                losses(
                    of: item, returned: index < returned.count ? returned[index] : nil,
                    at: path.appending(item["id"]?.string ?? String(index)))
            }
        default: return sent == returned ? [] : [ExchangeLoss(path: path, kind: .changed)]
        }
    }

    private static func isEmpty(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .list(let items): items.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        case .bool(let bool): !bool
        default: false
        }
    }
}
