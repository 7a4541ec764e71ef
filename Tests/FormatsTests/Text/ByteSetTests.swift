import TestSupport
import Testing

@testable import Formats

@Suite struct ByteSetTests {
    /// Sets of every kind: none, all, one byte, the basic alphabet, what is beyond it, and some by
    /// chance.
    private static func sets(_ generator: inout SeededGenerator) -> [Set<UInt8>] {
        let all = (0...255).map(UInt8.init)
        let chosen = [
            [], all, [0], [0x7F], [0x80], [0xFF], all.filter { $0 < 0x80 },
            all.filter { $0 >= 0x80 }, all.filter { $0 & 15 == 7 }, all.filter { $0 >> 4 == 11 },
        ]
        let random = (0..<20).map { _ in
            all.filter { _ in UInt8.random(in: 0..<32, using: &generator) == 0 }
        }
        return (chosen + random).map(Set.init)
    }

    @Test func `a set holds exactly its bytes`() {
        var generator = SeededGenerator(seed: 1)
        for bytes in Self.sets(&generator) {
            let set = ByteSet(bytes)
            #expect((0...255).filter { set.contains(UInt8($0)) } == bytes.sorted().map(Int.init))
        }
    }

    @Test func `the first byte of a set is found from every place on`() {
        var generator = SeededGenerator(seed: 2)
        for bytes in Self.sets(&generator) {
            let set = ByteSet(bytes)
            for count in [0, 1, 2, 15, 16, 17, 31, 32, 33, 70] {
                let text = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
                for start in 0...count {
                    let expected = text[start...].firstIndex(where: bytes.contains) ?? count
                    #expect(set.first(in: text.span, from: start) == expected)
                }
            }
        }
    }

    @Test(arguments: [UInt8(0), 0x22, 0x7F, 0xC2])
    func `one byte among others is found at each place`(byte: UInt8) {
        let set = ByteSet([byte])
        for place in 0..<50 {
            var text = [UInt8](repeating: byte ^ 0x80, count: 50)
            text[place] = byte
            #expect(set.first(in: text.span) == place)
            #expect(set.first(in: text.span, from: place + 1) == 50)
        }
    }

    @Test func `a text with two spaces in a row is not folded, wherever they are`() {
        let stops = FoldingStops(besides: "{}".utf8)
        for count in 2...40 {
            let words = String(repeating: "a ", count: count).dropLast()
            #expect(String(words).isFolded(without: stops))
            for place in 1..<count {
                var text = Array(String(repeating: "a", count: count + 1).utf8)
                text.replaceSubrange((place - 1)...place, with: [0x20, 0x20])
                #expect(!String(decoding: text, as: UTF8.self).isFolded(without: stops))
                text[place] = UInt8(ascii: "}")
                #expect(!String(decoding: text, as: UTF8.self).isFolded(without: stops))
            }
        }
    }
}
