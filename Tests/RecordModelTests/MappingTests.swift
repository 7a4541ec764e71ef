import RecordModel
import TestSupport
import Testing

@Suite struct MappingTests {
    /// A mapping of `0 … count`, in order.
    private func mapping(_ count: Int) -> Mapping {
        var mapping = Mapping()
        for number in 0..<count { mapping["k\(number)"] = .number(Number(number)) }
        return mapping
    }

    // Beyond two dozen entries a mapping looks keys up another way.
    @Test(arguments: [0, 1, 24, 25, 26, 500])
    func `keys keep their order and are found`(count: Int) {
        var mapping = mapping(count)
        #expect(mapping.keys == (0..<count).map { "k\($0)" })
        #expect((0..<count).allSatisfy { mapping["k\($0)"] == .number(Number($0)) })
        #expect(mapping["missing"] == nil && mapping.position(of: "missing") == nil)
        #expect(mapping.count == count && mapping.isEmpty == (count == 0))
        let isInserted = (
            mapping.insert(true, forNew: "new"), mapping.insert(false, forNew: "new")
        )
        #expect(isInserted == (true, false))
        #expect(mapping["new"] == true && mapping.position(of: "new") == count)
    }

    @Test(arguments: [3, 25, 26, 500])
    func `removing and setting keep the others in order`(count: Int) {
        var mapping = mapping(count)
        mapping["k1"] = nil
        mapping["k2"] = "two"
        mapping["missing"] = nil
        mapping["k1"] = "back"
        #expect(mapping.keys == ["k0"] + (2..<count).map { "k\($0)" } + ["k1"])
        #expect(mapping["k2"] == "two")
        for (position, key) in mapping.keys.enumerated() {
            #expect(mapping.position(of: key) == position)
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func `equality and hash ignore the order of keys`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        let value = generator.record()
        let reordered = generator.reordered(value, shape: .any)
        let other = generator.edited(value)
        #expect(value == reordered, "seed \(seed)")
        #expect(value.hashValue == reordered.hashValue, "seed \(seed)")
        #expect((value == other) == (other == value), "seed \(seed)")
        if value == other { #expect(value.hashValue == other.hashValue, "seed \(seed)") }
    }

    @Test func `a key more, another key or another value is another mapping`() {
        let mapping: Value = ["a": 1, "b": 2]
        #expect(mapping != ["a": 1])
        #expect(mapping != ["a": 1, "c": 2])
        #expect(mapping != ["b": 1, "a": 2])
        #expect(mapping == ["b": 2, "a": 1])
    }
}
