/// Where two lists of lines differ: a shortest way from one to the other.
///
/// Myers' algorithm from both ends, in linear space. Lines are numbers here, equal ones the same.
struct LineDifference {
    /// Lines of one list and what stands in their place in the other one; either may be empty.
    struct Change {
        var before: Range<Int>
        var after: Range<Int>
    }

    /// The changes in order; between two of them at least one line is the same.
    private(set) var changes: [Change] = []

    /// Lists that differ more than that are not compared to the end: what is left of both is one
    /// change, which is true if not the shortest.
    private static let costLimit = 2_000

    private let before: [Int]
    private let after: [Int]
    private var forward: [Int] = []
    private var backward: [Int] = []

    init(from before: [Int], to after: [Int]) {
        self.before = before
        self.after = after
        compare(0..<before.count, 0..<after.count)
        forward = []
        backward = []
    }

    private mutating func compare(_ lines: Range<Int>, _ others: Range<Int>) {
        var (start, end) = (lines.lowerBound, lines.upperBound)
        var (otherStart, otherEnd) = (others.lowerBound, others.upperBound)
        while start < end, otherStart < otherEnd, before[start] == after[otherStart] {
            (start, otherStart) = (start + 1, otherStart + 1)
        }
        while start < end, otherStart < otherEnd, before[end - 1] == after[otherEnd - 1] {
            (end, otherEnd) = (end - 1, otherEnd - 1)
        }
        let (rest, otherRest) = (start..<end, otherStart..<otherEnd)
        guard !rest.isEmpty || !otherRest.isEmpty else { return }
        guard !rest.isEmpty, !otherRest.isEmpty, let middle = middle(of: rest, otherRest) else {
            note(Change(before: rest, after: otherRest))
            return
        }
        compare(start..<middle.before, otherStart..<middle.after)
        compare(middle.before..<end, middle.after..<otherEnd)
    }

    private mutating func note(_ change: Change) {
        // Two that touch are one.
        if let last = changes.last, last.before.upperBound == change.before.lowerBound,
            last.after.upperBound == change.after.lowerBound
        {
            changes[changes.count - 1] = Change(
                before: last.before.lowerBound..<change.before.upperBound,
                after: last.after.lowerBound..<change.after.upperBound)
        } else {
            changes.append(change)
        }
    }

    /// Returns a point that a shortest way leads through, searched from both ends at once; nil
    /// where that takes too long.
    ///
    /// A diagonal is a line position minus the other one; for each the search keeps the furthest
    /// line that is reached on it.
    private mutating func middle(
        of lines: Range<Int>, _ others: Range<Int>
    ) -> (before: Int, after: Int)? {
        let (low, high) = (
            lines.lowerBound - others.upperBound, lines.upperBound - others.lowerBound
        )
        let (first, last) = (
            lines.lowerBound - others.lowerBound, lines.upperBound - others.upperBound
        )
        let offset = 1 - low
        let size = high - low + 3
        if forward.count < size {
            forward = Array(repeating: 0, count: size)
            backward = forward
        }
        let isOdd = (first - last) % 2 != 0
        forward[first + offset] = lines.lowerBound
        backward[last + offset] = lines.upperBound
        var (top, bottom) = (first...first, last...last)
        for _ in 0..<Self.costLimit {
            top = Self.widened(top, within: low...high, &forward, offset, beyond: -1)
            for diagonal in stride(from: top.upperBound, through: top.lowerBound, by: -2) {
                let (below, above) = (
                    forward[diagonal - 1 + offset], forward[diagonal + 1 + offset]
                )
                var line = below >= above ? below + 1 : above
                while line < lines.upperBound, line - diagonal < others.upperBound,
                    before[line] == after[line - diagonal]
                { line += 1 }
                forward[diagonal + offset] = line
                if isOdd, bottom.contains(diagonal), backward[diagonal + offset] <= line {
                    return (line, line - diagonal)
                }
            }
            bottom = Self.widened(bottom, within: low...high, &backward, offset, beyond: .max)
            for diagonal in stride(from: bottom.upperBound, through: bottom.lowerBound, by: -2) {
                let (below, above) = (
                    backward[diagonal - 1 + offset], backward[diagonal + 1 + offset]
                )
                var line = below < above ? below : above - 1
                while line > lines.lowerBound, line - diagonal > others.lowerBound,
                    before[line - 1] == after[line - diagonal - 1]
                { line -= 1 }
                backward[diagonal + offset] = line
                if !isOdd, top.contains(diagonal), line <= forward[diagonal + offset] {
                    return (line, line - diagonal)
                }
            }
        }
        return nil
    }

    /// One diagonal more at each end, or one less where the lists end there.
    private static func widened(
        _ range: ClosedRange<Int>, within limits: ClosedRange<Int>, _ reached: inout [Int],
        _ offset: Int, beyond: Int
    ) -> ClosedRange<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        if low > limits.lowerBound {
            low -= 1
            reached[low - 1 + offset] = beyond
        } else {
            low += 1
        }
        if high < limits.upperBound {
            high += 1
            reached[high + 1 + offset] = beyond
        } else {
            high -= 1
        }
        return low...max(low, high)
    }
}
