import Formats
import RecordModel
import TestSupport
import Testing

/// Values that are written for labfolio itself to read.
struct PackedTests {
    @Test func `what was written is read again in its order`() throws {
        let value: Value = [
            "text": "a\u{0}b", "none": nil, "flags": [true, false], "empty": [:],
            "number": .number(try #require(Number(parsing: "-12.50e3"))),
        ]
        var writer = PackedWriter()
        for number in [0, 127, 128, 1 << 20, .max] { writer.write(number) }
        writer.write("ä")
        writer.write(value)
        writer.write([1, 2, 3] as [UInt8])
        var reader = PackedReader(writer.bytes[...])
        for number in [0, 127, 128, 1 << 20, .max] { #expect(reader.number() == number) }
        #expect(reader.text() == "ä")
        #expect(!reader.isAtEnd)
        #expect(reader.value() == value)
        #expect(reader.part().map(Array.init) == [1, 2, 3])
        #expect(reader.isAtEnd)
        #expect(reader.number() == nil)
    }

    /// The form is kept on disks: whoever changes it changes the name of the form as well.
    @Test func `the form of a value is the one that is written down`() {
        var writer = PackedWriter()
        writer.write(["a": [nil, true, 12, "ß"]] as Value)
        #expect(
            writer.bytes
                == [6, 1, 1, 0x61, 5, 4, 0, 2, 3, 2, 0x31, 0x32, 4, 2, 0xC3, 0x9F])
    }

    @Test(arguments: UInt64(0)..<300)
    func `any value is read as it was written`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        let value = generator.value()
        var writer = PackedWriter()
        writer.write(value)
        var reader = PackedReader(writer.bytes[...])
        #expect(reader.value() == value)
        #expect(reader.isAtEnd)
    }

    @Test(arguments: UInt64(0)..<300)
    func `damaged bytes are some value or none`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        var writer = PackedWriter()
        writer.write(generator.value())
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var bytes = writer.bytes
            for _ in 0..<3 {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            let end = Int.random(in: 0...bytes.count, using: &random)
            var reader = PackedReader(bytes[..<end])
            guard let value = reader.value() else { continue }
            var again = PackedWriter()
            again.write(value)
            var other = PackedReader(again.bytes[...])
            #expect(other.value() == value)
        }
    }

    @Test func `neither lengths nor depth are believed`() {
        var huge = PackedWriter()
        huge.write(Int.max)
        for kind: UInt8 in [4, 5, 6] {
            var reader = PackedReader(([kind] + huge.bytes)[...])
            #expect(reader.value() == nil)
        }
        let deep = Array(repeating: [5, 1] as [UInt8], count: 100_000).flatMap(\.self)
        var reader = PackedReader(deep[...])
        #expect(reader.value() == nil)
        var endless = PackedReader(Array(repeating: 0xFF, count: 64)[...])
        #expect(endless.number() == nil)
    }
}
