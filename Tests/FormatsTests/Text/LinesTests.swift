import Formats
import TestSupport
import Testing

/// Texts cut into lines.
@Suite
struct LinesTests {
    @Test(arguments: UInt64(0)..<200)
    func `lines are cut as the standard library cuts them`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["\n", "\n", "\r", "\r\n", "a", "é", "e\u{301}", "漢", "\u{301}", " ", "👩‍🔬"]
        let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
        #expect(text.lines == text.split(separator: "\n", omittingEmptySubsequences: false))
    }
}
