import Testing

@testable import LabfolioCommands

/// Lines that keep within a terminal.
@Suite struct StyledTextTests {
    private func lines(_ text: StyledText, _ width: Int, isOn: Bool = false) -> [String] {
        text.lines(Style(isOn: isOn), width: width, indent: 2, hanging: 4)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func `lines are broken at spaces, and hang`() {
        #expect(
            lines(StyledText("one two three four"), 14) == ["  one two", "    three four"])
    }

    @Test func `a word that is too long is broken, and Han takes two columns`() {
        #expect(
            lines(StyledText("x " + String(repeating: "李", count: 9)), 14) == [
                "  x", "    李李李李李", "    李李李李",
            ])
    }

    @Test func `a look goes on in the next line, and never over its end`() {
        var text = StyledText("old ")
        text.append("new words here", .added)
        #expect(
            lines(text, 14, isOn: true) == [
                "  old \u{1B}[32mnew\u{1B}[0m", "    \u{1B}[32mwords here\u{1B}[0m",
            ])
    }

    @Test(arguments: [40, 60, 100])
    func `no line is longer than the terminal`(width: Int) {
        var text = StyledText()
        for number in 0..<300 {
            text.append(String(repeating: "é", count: number % 23) + (number % 5 == 0 ? " " : ""))
        }
        for line in lines(text, width) { #expect(StyledText.columns(of: line) <= width) }
    }
}
