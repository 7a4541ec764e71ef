internal import Formats

/// A text put together from parts of files, each line known by where it came from.
struct SourceLines {
    /// A line of a file.
    struct Place: Hashable {
        /// The file, from the site's root.
        let file: String
        /// The line, from 1.
        let line: Int
    }

    /// The lines with their places.
    private(set) var lines: [(text: Substring, place: Place)] = []

    /// Makes a text of the lines of a file.
    init(_ text: String, file: String, firstLine: Int = 1) {
        for (offset, line) in text.lines
            .enumerated()
        {
            lines.append((line, Place(file: file, line: firstLine + offset)))
        }
    }

    /// Makes a text of lines.
    init(lines: [(text: Substring, place: Place)]) { self.lines = lines }

    /// Adds a line at the end.
    mutating func append(_ line: (text: Substring, place: Place)) { lines.append(line) }

    /// Adds a blank line at the end, unless the last one is blank.
    mutating func appendBlank() {
        guard let last = lines.last, !last.text.allSatisfy(\.isWhitespace) else { return }
        lines.append(("", last.place))
    }

    /// Whether another line would belong to the paragraph of the last one.
    var lastContinues: Bool {
        guard let last = lines.last?.text.drop(while: \.isWhitespace), let first = last.first else {
            return false
        }
        return !"#<|=`~".contains(first) && !last.hasPrefix("---")
    }

    /// Adds words to the last line.
    mutating func join(_ text: Substring) {
        guard let last = lines.popLast() else { return }
        lines.append((Substring(last.text + " " + text), last.place))
    }

    /// The same places with other texts, line by line.
    func replacingText(_ text: String) -> SourceLines {
        let texts = text.lines
        return SourceLines(lines: zip(texts, lines).map { ($0, $1.place) })
    }

    /// The text.
    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// Where a line came from, by its number from 0.
    func place(of line: Int) -> Place {
        guard !lines.isEmpty else { return Place(file: "", line: 1) }
        return lines[min(max(0, line), lines.count - 1)].place
    }
}
