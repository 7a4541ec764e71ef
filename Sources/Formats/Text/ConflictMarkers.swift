/// How lines that two sides changed in different ways are shown in a text, as git does.
public struct ConflictMarkers: Hashable, Sendable {
    /// Which sides are shown.
    public enum Style: String, Hashable, Sendable {
        /// Ours and theirs.
        case merge
        /// The base as well.
        case diff3
        /// The base as well, but lines that both sides begin or end with stand outside.
        case zdiff3
    }

    /// The number of characters of a marker.
    public var size: Int
    /// Which sides are shown.
    public var style: Style
    /// What is written behind the marker of the base.
    public var base: String
    /// What is written behind the marker of ours.
    public var ours: String
    /// What is written behind the marker of theirs.
    public var theirs: String

    /// Makes markers.
    public init(
        size: Int = 7, style: Style = .merge, base: String = "base", ours: String = "ours",
        theirs: String = "theirs"
    ) {
        self.size = min(max(size, 1), 200)
        self.style = style
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }

    /// Returns the lines that show what is disputed.
    func lines(
        base: [ArraySlice<UInt8>], ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]
    ) -> [ArraySlice<UInt8>] {
        var (first, second) = (ours[...], theirs[...])
        var head: [ArraySlice<UInt8>] = []
        var tail: [ArraySlice<UInt8>] = []
        if style != .diff3 {
            while let line = first.first, line == second.first {
                head.append(line)
                first.removeFirst()
                second.removeFirst()
            }
            while let line = first.last, line == second.last {
                tail.append(line)
                first.removeLast()
                second.removeLast()
            }
        }
        var lines = head + [marker("<", self.ours)] + first
        if style != .merge { lines += [marker("|", self.base)] + base }
        lines += [marker("=", "")] + second + [marker(">", self.theirs)]
        return lines + tail.reversed()
    }

    private func marker(_ character: Character, _ label: String) -> ArraySlice<UInt8> {
        let line = String(repeating: character, count: size) + (label.isEmpty ? "" : " " + label)
        return Array(line.utf8)[...]
    }
}

extension ConflictMarkers {
    /// Returns a text that shows two versions of it: their common lines, and between markers where
    /// they differ.
    ///
    /// - Parameters:
    ///   - base: What both come from; only some styles show it.
    ///   - ours: One version; its line ends are those of the result.
    ///   - theirs: The other one.
    /// - Returns: The text; `ours` where the two are the same.
    public func text(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> [UInt8] {
        let form = TextForm(of: ours)
        let texts = (
            TextForm(of: base).lines(of: base), form.lines(of: ours),
            TextForm(of: theirs).lines(of: theirs)
        )
        var numbers = LineNumbers()
        let (zeroth, first, second) = (
            numbers.numbers(of: texts.0), numbers.numbers(of: texts.1),
            numbers.numbers(of: texts.2)
        )
        let toBase = LineDifference(from: first, to: zeroth).changes
        var result: [ArraySlice<UInt8>] = []
        var position = 0
        for change in LineDifference(from: first, to: second).changes {
            result += texts.1[position..<change.before.lowerBound]
            result += lines(
                base: Array(texts.0[Self.counterpart(of: change.before, by: toBase)]),
                ours: Array(texts.1[change.before]), theirs: Array(texts.2[change.after]))
            position = change.before.upperBound
        }
        guard !result.isEmpty || position > 0 else { return ours }
        result += texts.1[position...]
        return form.ended(true).text(of: result)
    }

    /// The lines of another text that stand where a range of lines stands.
    private static func counterpart(
        of lines: Range<Int>, by changes: [LineDifference.Change]
    ) -> Range<Int> {
        var (start, end) = (lines.lowerBound, lines.upperBound)
        for change in changes {
            let shift = change.after.upperBound - change.before.upperBound
            if change.before.lowerBound >= lines.lowerBound
                || change.before.upperBound > lines.lowerBound
            {
                if change.before.lowerBound <= lines.lowerBound { start = change.after.lowerBound }
            } else {
                start = lines.lowerBound + shift
            }
            if change.before.upperBound <= lines.upperBound {
                end = lines.upperBound + shift
            } else if change.before.lowerBound < lines.upperBound {
                end = change.after.upperBound
            }
        }
        return start..<max(start, end)
    }
}
