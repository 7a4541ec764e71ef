import RecordModel

@testable import Merging

extension Value {
    /// The value on one line, short enough to be read in a failure.
    var compact: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): "\(number)"
        case .string(let text): text.debugDescription
        case .list(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\($0.key): \($0.value.compact)" }.joined(separator: ", ")
                + "}"
        }
    }
}

extension Change {
    /// The change on one line.
    var compact: String {
        "\(kind) \(path)" + (before.map { " " + $0.compact } ?? "")
            + (after.map { " → " + $0.compact } ?? "") + (position.map { " @\($0)" } ?? "")
    }
}
