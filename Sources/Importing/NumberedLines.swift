internal import Formats
internal import Layouts

/// Entries that stand as lines of one paragraph, each with a number: `[12] …`, `12、…`.
///
/// To Markdown they are one paragraph, or one item of a list below a bold line; to their author
/// they are a list.
enum NumberedLines {
    /// A part of a text, with the number of the line it begins on.
    typealias Part = (text: String, line: Int)

    /// Returns what stands before the first numbered line, and the entries; nil for text in which
    /// fewer than two lines are numbered.
    static func parts(of text: String) -> (head: String, entries: [Part])? {
        guard text.contains("[") || text.contains("、") else { return nil }
        var head: [Substring] = []
        var entries: [(lines: [Substring], line: Int)] = []
        for (number, line) in text.lines
            .enumerated()
        {
            if isNumbered(line) {
                entries.append(([line], number))
            } else if entries.isEmpty {
                head.append(line)
            } else {
                entries[entries.count - 1].lines.append(line)
            }
        }
        guard entries.count > 1 else { return nil }
        return (
            head.joined(separator: "\n").trimmedLines,
            entries.map { ($0.lines.joined(separator: "\n").trimmedLines, $0.line) }
        )
    }

    /// Tells whether a line begins with a number: in brackets that are no link (`[7] `, `[J12] `), or
    /// before a Chinese comma.
    private static func isNumbered(_ line: Substring) -> Bool {
        let rest = line.drop { $0 == " " || $0 == "\t" }
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(number.count), rest.dropFirst(number.count).first == "、" { return true }
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return false }
        let label = rest[rest.index(after: rest.startIndex)..<end]
        let digits = label.drop { $0.isASCII && $0.isLetter }
        guard (1...3).contains(digits.count), label.count - digits.count <= 2,
            digits.allSatisfy({ $0.isASCII && $0.isNumber })
        else { return false }
        return rest[end...].dropFirst().first.map { !"([:".contains($0) } ?? false
    }
}
