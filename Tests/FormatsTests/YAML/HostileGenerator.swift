import Formats
import RecordModel
import TestSupport

/// Values for property tests: the larger the seed, the larger the value.
struct HostileGenerator {
    private(set) var random: SeededGenerator
    private let size: Int

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        size = 2 + Int(seed % 1000 / 100)
    }

    /// Texts that some reader of YAML takes for something else, or that are hard to write.
    static let hostile = [
        "", " ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\ta", "a\t", "a\tb", " a", "a ", "a  b",
        "\na",
        "a\n", "a\n\n", "a\n\n\nb\n", "a\r\nb", "\r", "\r\n", "a\rb", "a \nb", "a\n b\n", "a\n\tb",
        "a\n  \nb", "a\n  ", "- ", "-", "- a", "? ", "?", "? a", ": ", ":", "a: b", "a:", ":a",
        " #",
        "a #b", "#", "#a", "a#b", "%", "%a", "@", "@a", "`a`", "&a", "*a", "!a", "!", "|", ">",
        "| a",
        "'", "''", "\"", "\"a\"", "it's", "a 'b' \"c\"", "\\", "\\n", "[", "]", "[a]", "{", "}",
        "{a}",
        "a, b", ",", "no", "No", "NO", "yes", "on", "off", "y", "N", "true", "False", "~", "~a",
        "null",
        "Null", "NULL", "=", "<<", "<", "1", "-1", "+1", "1.10", "0123", "0o17", "0x1F", "0b11",
        "12:30", "12:30:45", "1_000", "1,000", "1e3", "1.", ".5", ".", "..", "...", "... a", "---",
        "--- a", "-.inf", ".NaN", ".inf", "2024", "2024-01", "2024-01-05", "2024-01-05T10:00:00Z",
        "2024-1-5 10:00:00 +1", "0000-0001-2345-6789", "\u{0}", "\u{7}", "\u{1B}[0m", "\u{7F}",
        "\u{80}", "\u{85}", "a\u{85}b", "\u{A0}", "\u{A0}a\u{A0}", "\u{2028}", "a\u{2028}b",
        "\u{2029}", "\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{E000}", "😀",
        "👩‍👩‍👧‍👦", "é", "e\u{301}", "\u{301}", " \u{301}", "'\u{301}", "\n\u{301}a", "北京", "שלום",
        "https://a.org/b?c=d#e", "http://a: b", "a\n---\nb", "a\n# b\n", "# a\nb", "a\n...\n",
        "key: |",
        ":symbol", "!ruby/object", "Infinity", "nil", "0.0.1", "1 2", "a\u{0}b", "\\x41", "${a}",
        "{{ a }}",
        "{% a %}", "<b>", "a -b", "a - b", "a ? b",
    ]

    mutating func number(upTo limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }

    mutating func chance(_ percent: Int) -> Bool { number(upTo: 100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(upTo: elements.count)]
    }

    mutating func string() -> String {
        switch number(upTo: 10) {
        case 0...2: return pick(Self.hostile)
        case 3: return pick(Self.hostile) + pick(Self.hostile)
        case 4: return words(number(upTo: 60))
        case 5: return words(5) + "\n" + words(8) + pick(["", "\n", "\n\n", "\n" + words(2)])
        default: return words(1 + number(upTo: 3))
        }
    }

    private mutating func words(_ count: Int) -> String {
        (0..<max(1, count)).map { _ in
            pick(["record", "of", "the", "lab", "naïve", "news", "a", "paper,", "where:", "x-1"])
        }.joined(separator: " ")
    }

    mutating func key() -> String {
        chance(12)
            ? pick(Self.hostile)
            : pick([
                "name", "title", "venue", "url", "date", "tags", "links", "k", "text", "on", "é",
            ])
                + (chance(30) ? String(number(upTo: 9)) : "")
    }

    mutating func scalar() -> Value {
        switch number(upTo: 12) {
        case 0: return .null
        case 1: return .bool(chance(50))
        case 2: return .number(Number(number(upTo: 5000) - 2500))
        case 3:
            let text = pick(["1.10", "-0.5", "6.02e23", "1e-7", "123456789012345678901234567890"])
            return Number(parsing: text).map(Value.number) ?? 0
        default: return .string(string())
        }
    }

    mutating func value(depth: Int = 0) -> Value {
        guard depth < 4, !chance(30 + depth * 15) else { return scalar() }
        let count = chance(8) ? 0 : 1 + number(upTo: size)
        if chance(60) {
            var mapping = Mapping()
            for _ in 0..<count { mapping[key()] = value(depth: depth + 1) }
            return .mapping(mapping)
        }
        guard chance(60) else {
            return .list((0..<count).map { _ in value(depth: depth + 1) })
        }
        return .list(
            (0..<count).map { position in
                var mapping = Mapping()
                mapping["id"] = .string("item-\(position)")
                for _ in 0..<number(upTo: 4) { mapping[key()] = value(depth: depth + 2) }
                return .mapping(mapping)
            })
    }

    /// Returns a mapping or a list, as a file of a store holds one.
    mutating func document() -> Value {
        while true {
            let value = value()
            if value.mapping?.isEmpty == false || value.list?.isEmpty == false { return value }
        }
    }

    /// Returns the paths of all parts of a value but the root.
    static func paths(in value: Value, below path: FieldPath = .root) -> [FieldPath] {
        var paths: [FieldPath] = []
        func add(_ step: String, _ inner: Value) {
            paths.append(path.appending(step))
            paths += Self.paths(in: inner, below: path.appending(step))
        }
        switch value {
        case .mapping(let mapping): mapping.entries.forEach { add($0.key, $0.value) }
        case .list(let items):
            for (position, item) in items.enumerated() {
                let name = Shape.any.listRule.name(of: item)
                let found = name.flatMap { Shape.any.listRule.position(of: $0, in: items) }
                add(found == position ? name ?? "\(position)" : "\(position)", item)
            }
        default: break
        }
        return paths
    }

    /// Returns an edit of a value that has a place for it.
    mutating func edit(of value: Value) -> FieldEdit {
        let paths = Self.paths(in: value)
        while true {
            let path = paths.isEmpty || chance(10) ? .root : pick(paths)
            switch value.value(at: path) {
            case .mapping? where chance(40):
                return FieldEdit(path.appending(key()), self.value(depth: 2))
            case .list(let items)? where chance(40):
                guard chance(50) else {
                    var changed = items
                    changed.insert(scalar(), at: number(upTo: items.count + 1))
                    return FieldEdit(path, .list(changed))
                }
                return FieldEdit(path.appending("\(items.count)"), self.value(depth: 2))
            case _ where path == .root: continue
            default: return FieldEdit(path, chance(35) ? nil : self.value(depth: 2))
            }
        }
    }
}
