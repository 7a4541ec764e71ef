import RecordModel
import TestSupport
import Testing

@testable import Formats

/// What is read part by part is what is read as a whole.
@Suite struct YAMLPartsTests {
    /// The items or fields of the parts, nil where one of them has to be read with the others.
    private func read(_ parts: YAMLParts) -> [Value]? {
        var found: [Value] = []
        for position in 0..<parts.count {
            guard let value = try? YAMLReader().read(parts[position], file: "").value else {
                return nil
            }
            switch (parts.form, value) {
            case (.list, .list(let items)) where items.count == 1: found += items
            case (.mapping, .mapping(let fields)) where fields.count == 1: found.append(value)
            default: return nil
            }
        }
        return found
    }

    private func whole(_ text: String) -> [Value]? {
        switch try? YAMLReader().read(Array(text.utf8), file: "").value {
        case .list(let items): items
        case .mapping(let fields):
            fields.entries.map {
                var field = Mapping()
                field[$0.key] = $0.value
                return .mapping(field)
            }
        default: nil
        }
    }

    @Test(arguments: [
        ("- a\n- b: 1\n  c: 2\n", 2), ("# head\n\n- a\n# between\n\n- b", 2),
        ("- |\n  - not an item\n\n  text\n- b\n", 2), ("-\n  a: 1\n-\n  b: 2\n", 2),
        ("a: 1\nb:\n- x\n- y\nc: |\n  d: 3\n", 3), ("\"a\": 1\n'b': 2\n", 2),
        ("a: 1\r\nb: 2\r\n", 2),
    ]) func `a text is cut where its items or fields begin`(text: String, count: Int) throws {
        let parts = try #require(YAMLParts(Array(text.utf8)))
        #expect(parts.count == count)
        #expect(read(parts) == whole(text))
    }

    @Test(arguments: [
        "", "# only\n", "  - a\n", "{a: 1}\n", "[a]\n", "---\n- a\n", "%YAML 1.2\n---\na: 1\n",
        "- a\nb: 1\n", "\u{FEFF}- a\n", "- a\n--- \n- b\n", "? a\n: b\n",
    ]) func `a text that cannot be cut has no parts`(text: String) {
        #expect(YAMLParts(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "- \"a\n- b\"\n", "- [a,\n- b]\n", "- &x a\n- *x\n", "a: &x 1\nb: *x\n", "a: 'x\nb: y'\n",
    ]) func `a part that is none by itself cannot be read`(text: String) {
        #expect(YAMLParts(Array(text.utf8)).map { read($0) ?? [] } == [] || whole(text) == nil)
    }

    @Test(arguments: UInt64(0)..<300) func `what two texts share is what they hold`(seed: UInt64)
        throws
    {
        var generator = ValueGenerator(seed: seed)
        let shape = Shape.list(.any, ListRule(identity: .key("id")))
        var items = (0..<6).map { _ in generator.value() }
        let one = YAMLWriter().text(.list(items), shape: shape)
        for _ in 0..<1 + generator.number(below: 3) {
            let place = generator.number(below: items.count)
            switch generator.number(below: 3) {
            case 0: items.remove(at: place)
            case 1: items.insert(generator.value(), at: place)
            default: items[place] = generator.value()
            }
        }
        let other = YAMLWriter().text(.list(items), shape: shape)
        guard let first = YAMLParts(Array(one.utf8)) else { return }
        var kept = (first: 0, last: 0)
        let second = YAMLParts(Array(other.utf8), like: first, kept: &kept)
        let fresh = YAMLParts(Array(other.utf8))
        #expect(second?.count == fresh?.count, "\(one)\n\(other)")
        guard let second, let fresh else { return }
        for position in 0..<second.count {
            #expect(second[position] == fresh[position])
            if position < kept.first { #expect(second[position] == first[position]) }
            let fromEnd = second.count - position
            if fromEnd <= kept.last {
                #expect(second[position] == first[first.count - fromEnd])
            }
        }
        if let found = read(second) { #expect(found == whole(other)) }
    }

    @Test func `texts have as much in common as their bytes say`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let one = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0..<2, using: &random)
            }
            var other = one
            for _ in 0..<2 where !other.isEmpty {
                other[Int.random(in: 0..<other.count, using: &random)] = 1
            }
            if Bool.random(using: &random) { other.append(0) }
            let prefix = zip(one, other).prefix { $0 == $1 }.count
            let rest = min(one.count, other.count) - prefix
            let suffix = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
            let common = CommonEnds(one, other)
            #expect(common.prefix == prefix)
            #expect(common.suffix == min(rest, suffix))
        }
    }
}
