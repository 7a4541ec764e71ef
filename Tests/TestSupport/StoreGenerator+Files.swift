import Formats
import RecordModel

extension StoreGenerator {
    /// Writes the store into a folder, as people would have written it.
    public func write(to folder: String) throws {
        try FileSystem.makeFolder(folder)
        let configuration = "lab:\n  name: Generated lab\ndefault_layout: plain\n"
        try FileSystem.write(Array(configuration.utf8), to: folder + "/labfolio.yml")
        for number in 0..<profiles { try write(number, to: folder) }
    }

    private func write(_ number: Int, to folder: String) throws {
        let path = "\(folder)/profiles/\(id(number))"
        try FileSystem.makeFolder(path)
        for (section, value) in record(number) {
            // Without the shape dates would be quoted, which nobody does.
            let text = YAMLWriter().text(value, shape: Self.textEverywhere(value))
            let modeline = "# yaml-language-server: $schema=../../schema/\(section).schema.json\n"
            try FileSystem.write(Array((modeline + text).utf8), to: "\(path)/\(section).yml")
        }
    }

    /// The shape of a value in which every string is expected to be text.
    private static func textEverywhere(_ value: Value) -> Shape {
        switch value {
        case .string: .text
        case .list(let items):
            .list(items.first.map(textEverywhere) ?? .any, ListRule(identity: .key("id")))
        case .mapping(let mapping):
            .mapping(
                Dictionary(
                    mapping.entries.map { ($0.key, textEverywhere($0.value)) },
                    uniquingKeysWith: { first, _ in first }), others: .any)
        default: .any
        }
    }
}
