/// Reads the bytes of a file as text and repairs what was damaged on the way.
///
/// Sound text is never touched: a place is repaired only where what it was meant to be is far
/// likelier than what stands there.
public struct TextDecoder: Sendable {
    /// Makes a decoder.
    public init() {}

    /// Returns the text of some bytes.
    public func decode(_ bytes: [UInt8]) -> DecodedText {
        let form = ByteForm(of: bytes)
        let (text, strays) = form.text(of: bytes)
        let (lines, lineEnds) = LineEndings.unified(text)
        let mended = RepairedText(lines)
        return DecodedText(
            text: mended.text, encoding: form.encoding, hadByteOrderMark: form.markLength > 0,
            lineEnds: lineEnds,
            repairs: strays.isEmpty
                ? mended.repairs : (strays + mended.repairs).sorted { $0.line < $1.line },
            limits: mended.limits)
    }

    /// Returns a text that was decoded already, repaired.
    public func repair(_ text: String) -> RepairedText { RepairedText(text) }
}

/// The line ends of a text.
enum LineEndings {
    /// Returns the text with line feeds only, and what its line ends were.
    static func unified(_ text: String) -> (String, DecodedText.LineEnds) {
        guard text.utf8.contains(0x0D) else { return (text, .lineFeed) }
        var (pairs, returns, feeds) = (0, 0, 0)
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var wasReturn = false
        for byte in text.utf8 {
            if byte == 0x0D {
                if wasReturn { returns += 1 }
                result.append(0x0A)
            } else if byte == 0x0A {
                if wasReturn { pairs += 1 } else { feeds += 1; result.append(byte) }
            } else {
                if wasReturn { returns += 1 }
                result.append(byte)
            }
            wasReturn = byte == 0x0D
        }
        if wasReturn { returns += 1 }
        let ends: DecodedText.LineEnds =
            switch (pairs > 0, returns > 0, feeds > 0) {
            case (true, false, false): .carriageReturnLineFeed
            case (false, true, false): .carriageReturn
            default: .mixed
            }
        return (String(decoding: result, as: UTF8.self), ends)
    }
}
