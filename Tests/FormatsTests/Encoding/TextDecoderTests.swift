import Formats
import Foundation
import Testing

/// Files as different systems write them.
struct TextDecoderTests {
    static let text = "Zürich, “naïve” – 研究 🎉\nsecond line\n"

    @Test func `a sound file comes as it is`() {
        let decoded = TextDecoder().decode(Array(Self.text.utf8))
        #expect(decoded.text == Self.text)
        #expect(decoded.encoding == .utf8 && !decoded.hadByteOrderMark)
        #expect(decoded.lineEnds == .lineFeed && decoded.repairs.isEmpty)
    }

    @Test func `a byte order mark is no part of the text`() {
        let decoded = TextDecoder().decode([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        #expect(decoded.text == Self.text && decoded.hadByteOrderMark)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is told by its mark or by its zero bytes`(isLittle: Bool, hasMark: Bool) {
        let units = (hasMark ? [0xFEFF] : []) + Array(Self.text.utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.text == Self.text)
        #expect(decoded.encoding == (isLittle ? .utf16LittleEndian : .utf16BigEndian))
        #expect(decoded.hadByteOrderMark == hasMark)
    }

    @Test(arguments: [
        ("\r\n", DecodedText.LineEnds.carriageReturnLineFeed), ("\r", .carriageReturn),
        ("\n", .lineFeed),
    ])
    func `lines end with line feeds`(end: String, lineEnds: DecodedText.LineEnds) {
        let bytes = Array(Self.text.utf8).flatMap { $0 == 0x0A ? Array(end.utf8) : [$0] }
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.text == Self.text)
        #expect(decoded.lineEnds == lineEnds)
    }

    @Test func `line ends of several kinds are told`() {
        let decoded = TextDecoder().decode(Array("a\r\nb\rc\n\rd\r\r\n".utf8))
        #expect(decoded.text == "a\nb\nc\n\nd\n\n")
        #expect(decoded.lineEnds == .mixed)
    }

    @Test func `a file of Windows-1252 is read as such`() throws {
        let text = "Zürich, “naïve” café – à côté, Großmann\n"
        let bytes = try #require(text.data(using: .windowsCP1252))
        let decoded = TextDecoder().decode(Array(bytes))
        #expect(decoded.text == text)
        #expect(decoded.encoding == .singleByte("Windows-1252"))
        #expect(decoded.repairs.isEmpty)
    }

    @Test func `a stray byte in a file of UTF-8 is repaired and listed`() {
        let bytes = Array("Zürich, “naïve”\ncaf".utf8) + [0xE9] + Array(" – 1".utf8)
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.text == "Zürich, “naïve”\ncafé – 1")
        #expect(decoded.encoding == .utf8)
        #expect(decoded.repairs.map(\.line) == [2])
        #expect(decoded.repairs.map(\.after) == ["é"])
    }

    @Test func `an empty file is an empty text`() {
        #expect(TextDecoder().decode([]).text.isEmpty)
        #expect(TextDecoder().decode([0xEF, 0xBB, 0xBF]).text.isEmpty)
        #expect(TextDecoder().decode([0xFF, 0xFE]).text.isEmpty)
    }

    @Test func `a repair says where it is, what was there and what was meant`() throws {
        let text = "a\nCaf\u{C3}\u{A9} \u{F0}\u{178}\u{17D}\u{2030}\n"
        let decoded = TextDecoder().decode(Array(text.utf8))
        #expect(decoded.text == "a\nCafé 🎉\n")
        let first = try #require(decoded.repairs.first)
        #expect(first.line == 2 && first.offset == 5)
        #expect(first.before == "\u{C3}\u{A9}" && first.after == "é")
        #expect(first.encoding == "Windows-1252" && first.isCertain)
        #expect(decoded.repairs.count == 2)
    }
}
