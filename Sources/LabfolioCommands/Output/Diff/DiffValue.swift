internal import Formats
internal import RecordModel

/// A value in few words.
enum DiffValue {
    /// As many items of a list, or fields of a mapping, are looked at.
    private static let itemLimit = 50

    /// Returns a text, an entry by what it is called, or what a collection holds; it is data and
    /// has to be escaped.
    static func text(of value: Value, limit: Int) -> String {
        switch value {
        case .string(let text): return cut(text, limit)
        case .number, .bool, .null: return JSONWriter(style: .compact).text(value)
        case .list(let items):
            let names = items.prefix(itemLimit).compactMap { name(of: $0, limit) }
            guard names.count == min(itemLimit, items.count) else {
                return items.count.counted("item")
            }
            return cut(names.joined(separator: ", "), limit)
        case .mapping(let mapping):
            let texts = texts(of: mapping, limit)
            return cut(
                texts.isEmpty
                    ? mapping.keys.prefix(itemLimit).joined(separator: ", ")
                    : texts.joined(separator: " · "), limit)
        }
    }

    private static func name(of item: Value, _ limit: Int) -> String? {
        if case .mapping(let mapping) = item { return texts(of: mapping, limit).first }
        return item.string.map { cut($0, limit) }
    }

    /// What a mapping is called stands in its first texts; which fields these are only the schema
    /// knows, and its order is that of the files.
    private static func texts(of mapping: Mapping, _ limit: Int) -> [String] {
        mapping.entries.prefix(itemLimit).filter { $0.key != "id" }.compactMap(\.value.string)
            .map { cut($0, limit) }
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        text.utf8.count > limit && text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}
