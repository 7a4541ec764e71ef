import Formats
import RecordModel
import Testing

extension Record {
    /// Reads the record of an example, as a store would: what looks like a number is text, but for
    /// counts.
    init(example yaml: String, id: String = "someone") throws {
        let value = try YAMLReader().read(Array(yaml.utf8), file: "record.yml").value
        let id = try #require(ProfileID(id))
        self.init(id: id, value: Self.withTexts(value, key: ""))
    }

    private static func withTexts(_ value: Value, key: String) -> Value {
        switch value {
        case .number(let number):
            ["total", "count", "h_index", "limit", "level"].contains(key)
                ? value : .string(number.description)
        case .list(let items): .list(items.map { withTexts($0, key: key) })
        case .mapping(let mapping):
            .mapping(
                mapping.entries.reduce(into: Mapping()) {
                    $0[$1.key] = withTexts($1.value, key: $1.key)
                })
        default: value
        }
    }
}
