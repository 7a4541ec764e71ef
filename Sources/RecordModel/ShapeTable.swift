/// A shape made ready for those who ask for the shape of every field of many texts.
///
/// A shape is a tree of dictionaries; here it is a flat list, its parts are numbers, and a key is
/// found by a `KeyTable`.
public final class ShapeTable: Sendable {
    /// A part of the shape, by its position in the list.
    public typealias Node = Int

    private struct Part: Sendable {
        var isText = false
        var keys = KeyTable([])
        var fields: [Node] = []
        var others = ShapeTable.any
        var items = ShapeTable.any
        var rule: ListRule?
        /// Whether items of lists are told apart by a key, here or further in.
        var namesItems = false
    }

    private static let any: Node = 0
    private static let text: Node = 1

    /// The shape that it was made of.
    public let shape: Shape
    /// The whole shape.
    public let root: Node
    private let parts: [Part]

    /// Takes a shape.
    public init(_ shape: Shape) {
        var parts = [Part(), Part(isText: true)]
        self.shape = shape
        root = Self.add(shape, to: &parts)
        self.parts = parts
    }

    /// The number of parts.
    public var count: Int { parts.count }

    /// Tells whether a part expects text.
    public func isText(_ node: Node) -> Bool { parts[node].isText }

    /// The shape of the value of a key.
    public func node(ofKey key: String, in node: Node) -> Node {
        parts[node].keys.position(of: key).map { parts[node].fields[$0] } ?? parts[node].others
    }

    /// The shape of the value of a key that is there as bytes in UTF-8, and the key itself where it
    /// is a known one.
    public func field(_ key: Span<UInt8>, of node: Node) -> (key: String?, node: Node) {
        guard let position = parts[node].keys.position(of: key) else {
            return (nil, parts[node].others)
        }
        return (parts[node].keys.keys[position], parts[node].fields[position])
    }

    /// The shape of an item.
    public func items(of node: Node) -> Node { parts[node].items }

    /// Tells whether two items of a list, here or further in, have one name.
    public func hasDuplicates(_ value: Value) -> Bool { hasDuplicates(value, root) }

    private func hasDuplicates(_ value: Value, _ node: Node) -> Bool {
        guard parts[node].namesItems else { return false }
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                let part = self.node(ofKey: entry.key, in: node)
                if hasDuplicates(entry.value, part) { return true }
            }
        case .list(let items):
            if let rule = parts[node].rule, case .key = rule.identity {
                var seen: Set<String> = []
                for case let name? in items.lazy.map(rule.name)
                where !seen.insert(name).inserted { return true }
            }
            let part = parts[node].items
            return parts[part].namesItems && items.contains { hasDuplicates($0, part) }
        default: break
        }
        return false
    }

    private static func add(_ shape: Shape, to parts: inout [Part]) -> Node {
        var part = Part()
        switch shape {
        case .any: return any
        case .text, .prose: return text
        case .mapping(let known, let others):
            part.others = add(others, to: &parts)
            part.keys = KeyTable(known.keys)
            part.fields = part.keys.keys.map { add(known[$0] ?? .any, to: &parts) }
            part.namesItems = (part.fields + [part.others]).contains { parts[$0].namesItems }
        case .list(let items, let rule):
            part.items = add(items, to: &parts)
            part.rule = rule
            part.namesItems = parts[part.items].namesItems
            if case .key = rule.identity { part.namesItems = true }
        }
        parts.append(part)
        return parts.count - 1
    }
}
