import RecordModel
import TestSupport
import Testing

@Suite struct KeyTableTests {
    @Test(arguments: UInt64(0)..<200)
    func `a word is found where it was put, any other one nowhere`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        // Few letters, so that many words have the length and the letters of others.
        let letters = ["a", "b", "é", "e\u{301}", "李"]
        let words = (0..<generator.number(below: 60)).map { _ in
            (0..<generator.number(below: 6)).map { _ in letters[generator.number(below: 5)] }
                .joined()
        }
        let half = words.prefix(words.count / 2)
        let table = KeyTable(half)
        for word in words {
            let position = half.firstIndex { $0.utf8.elementsEqual(word.utf8) }
            let found = table.position(of: word)
            #expect((found != nil) == (position != nil), "seed \(seed): \(word)")
            if let found { #expect(table.keys[found].utf8.elementsEqual(word.utf8)) }
        }
    }

    @Test func `an empty table holds nothing, not even the empty word`() {
        #expect(KeyTable([]).position(of: "") == nil)
        #expect(KeyTable([""]).position(of: "") == 0)
        #expect(KeyTable(["b", "a", "b"]).keys == ["b", "a"])
    }
}
