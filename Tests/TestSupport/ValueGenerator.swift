public import RecordModel

/// Makes values that look like records, and edits them a little.
///
/// The values hold what makes comparing hard: entries with the same id, without one, with one of
/// digits only, sets, lists within lists, keys with `/` and `~`. They grow with the seed, so that
/// the first seed that fails shows a small value.
public struct ValueGenerator {
    private var random: SeededGenerator
    private let size: Int

    /// Starts the sequence of a seed.
    public init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        size = 1 + Int(seed % 400) / 80
    }

    /// What the records look like that this makes: every rule for lists is among them.
    public static let shape: Shape = {
        let keyed = ListRule(identity: .key("id"), recognise: [["text"], ["title", "badges"]])
        let sorted = ListRule(identity: .key("id"), hasOwnOrder: false, recognise: [["title"]])
        let set = Shape.list(.text, ListRule(identity: .value, hasOwnOrder: false))
        let authors = Shape.list(
            .mapping(["name": .text, "marks": set], others: .any),
            ListRule(identity: .position, isSequence: true, recognise: [["name"]]))
        let entry = Shape.mapping(
            [
                "id": .text, "title": .text, "authors": authors, "badges": set, "text": .prose,
            ], others: .any)
        return .mapping(
            [
                "profile": .mapping(
                    [
                        "keywords": set, "links": .list(entry, keyed),
                        "variants": .list(.text, ListRule(identity: .value)),
                    ], others: .any),
                "publications": .list(entry, sorted), "sections": .list(entry, keyed),
                "rows": .list(
                    .list(.any, ListRule(identity: .position)), ListRule(identity: .position)),
            ], others: .any)
    }()

    /// Makes a record.
    public mutating func record() -> Value { mapping(Self.shape, depth: 0) }

    /// Makes any value, as no schema would restrict it.
    public mutating func value(depth: Int = 0) -> Value { value(.any, depth: depth) }

    /// Returns a copy with some parts changed, added, taken away or reordered.
    public mutating func edited(_ value: Value, shape: Shape = Self.shape) -> Value {
        var result = value
        for _ in 0..<1 + number(below: 3) { result = editedOnce(result, shape) }
        return result
    }

    /// Returns a copy that differs only in what does not count: the order of keys, and of the
    /// items of lists without an order of their own.
    public mutating func reordered(_ value: Value, shape: Shape = Self.shape) -> Value {
        switch value {
        case .mapping(let mapping):
            var result = Mapping()
            for entry in mapping.entries.shuffled(using: &random) {
                result[entry.key] = reordered(entry.value, shape: shape.shape(ofKey: entry.key))
            }
            return .mapping(result)
        case .list(let items):
            let inner = items.map { reordered($0, shape: shape.itemShape) }
            return .list(shape.listRule.hasOwnOrder ? inner : inner.shuffled(using: &random))
        default: return value
        }
    }

    /// Returns a whole number from 0 up to a limit.
    public mutating func number(below limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &random)
    }

    // MARK: Making

    private static let texts = [
        "", "a", "b", "Ada", "é", "e\u{301}", "李雷", "👩‍🔬", "1.10", "no", "x/y", "~1", "two\nlines",
    ]
    private static let words = [
        "one ", "two ", "three ", "four ", "five ", "é ", "e\u{301} ", "研", "究",
        "[a](https://b.c) ",
        "`x y` ", "**bold** ", ". ", ", ", ".\n", "\n\n", "- ", "*", "[", "](", "<b>", "  ", "\r\n",
        "👩‍🔬 ",
    ]
    private static let keys = ["id", "name", "a/b", "c~d", "", "0", "12", "日付", "note"]
    private static let ids = ["ada-1843", "b", "c", "7", "042", "a/b~c", "e2", "f", "g", "h"]

    private mutating func one<Item>(of items: [Item]) -> Item { items[number(below: items.count)] }

    private mutating func text() -> Value { .string(one(of: Self.texts)) }

    private mutating func prose() -> Value {
        guard number(below: 6) > 0 else { return text() }
        return .string((0..<number(below: 30)).map { _ in one(of: Self.words) }.joined())
    }

    private mutating func scalar() -> Value {
        switch number(below: 5) {
        case 0: .null
        case 1: .bool(number(below: 2) == 0)
        case 2: .number(Number(number(below: 5) - 2))
        default: text()
        }
    }

    private mutating func value(_ shape: Shape, depth: Int) -> Value {
        switch shape {
        case .text: return text()
        case .prose: return prose()
        case .mapping: return mapping(shape, depth: depth)
        case .list: return list(shape, depth: depth)
        case .any:
            guard depth < 4 else { return scalar() }
            switch number(below: 6) {
            case 0: return mapping(shape, depth: depth)
            case 1: return list(shape, depth: depth)
            default: return scalar()
            }
        }
    }

    private mutating func mapping(_ shape: Shape, depth: Int) -> Value {
        var result = Mapping()
        if case .mapping(let known, _) = shape {
            for key in known.keys.sorted() where key != "id" && number(below: 4) > 0 {
                result[key] = value(shape.shape(ofKey: key), depth: depth + 1)
            }
        }
        for _ in 0..<number(below: 3) { result[one(of: Self.keys)] = value(.any, depth: depth + 1) }
        return .mapping(result)
    }

    private mutating func list(_ shape: Shape, depth: Int) -> Value {
        .list((0..<number(below: size + 2)).map { _ in item(shape, depth: depth) })
    }

    private mutating func item(_ shape: Shape, depth: Int) -> Value {
        var item = value(shape.itemShape, depth: depth + 1)
        if case .mapping(var mapping) = item, case .key(let key) = shape.listRule.identity {
            mapping[key] = number(below: 8) == 0 ? nil : .string(one(of: Self.ids))
            item = .mapping(mapping)
        }
        return item
    }

    // MARK: Editing

    private mutating func editedOnce(_ value: Value, _ shape: Shape) -> Value {
        // People also write what no schema allows there.
        if number(below: 40) == 0 { return self.value(.any, depth: 2) }
        switch value {
        case .mapping(var mapping):
            guard !mapping.isEmpty, number(below: 8) > 0 else {
                mapping[one(of: Self.keys)] = self.value(.any, depth: 3)
                return .mapping(mapping)
            }
            let key = one(of: mapping.keys)
            let inner = mapping[key].map { editedOnce($0, shape.shape(ofKey: key)) }
            mapping[key] = number(below: 8) == 0 ? nil : inner
            return .mapping(mapping)
        case .list(var items):
            guard !items.isEmpty else { return .list([item(shape, depth: 2)]) }
            let position = number(below: items.count)
            switch number(below: 9) {
            case 0: items.remove(at: position)
            case 1: items.insert(item(shape, depth: 2), at: position)
            case 2: items.insert(items[number(below: items.count)], at: position)
            case 3: items.swapAt(position, number(below: items.count))
            case 4: items.shuffle(using: &random)
            case 5: items[position] = renamed(items[position], shape.listRule)
            default: items[position] = editedOnce(items[position], shape.itemShape)
            }
            return .list(items)
        case .string(let text) where shape == .prose && number(below: 6) > 0:
            return .string(editedProse(text))
        default: return number(below: 6) == 0 ? self.value(.any, depth: 3) : scalar()
        }
    }

    private mutating func renamed(_ item: Value, _ rule: ListRule) -> Value {
        guard case .key(let key) = rule.identity, case .mapping(var mapping) = item else {
            return item
        }
        mapping[key] = .string(one(of: Self.ids))
        return .mapping(mapping)
    }

    private mutating func editedProse(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let position = number(below: words.count)
        switch number(below: 3) {
        case 0: words.remove(at: position)
        case 1: words.insert(one(of: Self.words), at: position)
        default: words[position] = one(of: Self.words)
        }
        return words.joined(separator: " ")
    }
}
