/// Writes the difference of two texts in the form that `patch` and `git apply` take.
public enum UnifiedDiff {
    /// The lines shown around a change.
    private static let context = 3

    /// Returns the difference of two states of a file; empty where there is none.
    ///
    /// - Parameters:
    ///   - old: The text before.
    ///   - new: The text after.
    ///   - path: The file, from the folder in which the patch is applied.
    /// - Returns: The patch, for `patch -p1`.
    public static func text(from old: [UInt8], to new: [UInt8], path: String) -> String {
        let steps = steps(from: old, to: new)
        guard steps.contains(where: { $0.mark != " " }) else { return "" }
        return "--- a/\(path)\n+++ b/\(path)\n"
            + hunks(of: steps, context: context).map(text).joined()
    }

    /// Lines of a text and what stands in their place in another one.
    public struct Replacement: Hashable, Sendable {
        /// The lines that go, from 0; none where lines are only put in before one.
        public let lines: Range<Int>
        /// The text that comes, with its line ends.
        public let text: String
    }

    /// Returns what has to be replaced in one text to get another one, from its start on.
    public static func replacements(from old: [UInt8], to new: [UInt8]) -> [Replacement] {
        hunks(of: steps(from: old, to: new), context: 0).compactMap { hunk in
            guard let first = hunk.first else { return nil }
            let text = hunk.filter { $0.mark == "+" }.map {
                String(decoding: $0.line.bytes, as: UTF8.self) + ($0.line.isEnded ? "\n" : "")
            }.joined()
            return Replacement(
                lines: first.left..<first.left + hunk.count { $0.mark == "-" }, text: text)
        }
    }

    private static func steps(from old: [UInt8], to new: [UInt8]) -> [Step] {
        let (before, after) = (lines(old), lines(new))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if removed.contains(left) {
                steps.append(Step(mark: "-", line: before[left], left: left, right: right))
                left += 1
            } else if inserted.contains(right) {
                steps.append(Step(mark: "+", line: after[right], left: left, right: right))
                right += 1
            } else {
                steps.append(Step(mark: " ", line: before[left], left: left, right: right))
                (left, right) = (left + 1, right + 1)
            }
        }
        return steps
    }

    /// A line of the difference, and how many lines of each side stand before it.
    private struct Step {
        let mark: Character
        let line: Line
        let left: Int
        let right: Int
    }

    /// A line without its line feed; the last one may have none.
    private struct Line: Hashable {
        let bytes: ArraySlice<UInt8>
        let isEnded: Bool
    }

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            lines.append(
                Line(bytes: bytes[start..<(end ?? bytes.count)], isEnded: end != nil))
            start = (end ?? bytes.count) + 1
        }
        return lines
    }

    /// The changes with the lines around them; those that touch are one hunk.
    private static func hunks(of steps: [Step], context: Int) -> [ArraySlice<Step>] {
        var ranges: [Range<Int>] = []
        for (index, step) in steps.enumerated() where step.mark != " " {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges.map { steps[$0] }
    }

    private static func text(of hunk: ArraySlice<Step>) -> String {
        guard let first = hunk.first else { return "" }
        let (left, right) = (hunk.count { $0.mark != "+" }, hunk.count { $0.mark != "-" })
        // A side without lines is named by the line before it.
        let head =
            "@@ -\(first.left + (left > 0 ? 1 : 0)),\(left)"
            + " +\(first.right + (right > 0 ? 1 : 0)),\(right) @@\n"
        return hunk.reduce(into: head) { text, step in
            text.append(step.mark)
            text += String(decoding: step.line.bytes, as: UTF8.self) + "\n"
            if !step.line.isEnded { text += "\\ No newline at end of file\n" }
        }
    }
}
