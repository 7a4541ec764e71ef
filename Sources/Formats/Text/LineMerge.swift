/// Merges two texts that come from a common one, line by line, as git does.
///
/// Line ends, a byte order mark and the end of the last line are no part of the lines: a side that
/// saved its text in another form has changed the form, not every line.
public struct LineMerge: Sendable {
    /// Lines that the sides agree on, or that only one of them changed; or lines that both changed.
    enum Run {
        case settled([ArraySlice<UInt8>])
        case disputed(
            base: [ArraySlice<UInt8>], ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>])
    }

    let runs: [Run]
    let form: TextForm

    /// Merges three texts.
    public init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
        let forms = (TextForm(of: base), TextForm(of: ours), TextForm(of: theirs))
        // A side without anything has no form of its own.
        form =
            base.isEmpty
            ? forms.1 : TextForm(base: forms.0, ours: forms.1, theirs: forms.2)
        var merging = LineMerging(
            base: forms.0.lines(of: base), ours: forms.1.lines(of: ours),
            theirs: forms.2.lines(of: theirs))
        runs = merging.runs()
    }

    /// Whether no line was changed by both sides in different ways.
    public var isClean: Bool {
        !runs.contains { if case .disputed = $0 { true } else { false } }
    }

    /// The text where nothing is disputed, nil where something is.
    public var merged: [UInt8]? { isClean ? text { _, _, _ in [] } : nil }

    /// The text where nothing is disputed, with the last line ended in one way and the other.
    ///
    /// In some formats that says something else. Empty where something is disputed.
    public var mergedTexts: [[UInt8]] {
        guard let merged else { return [] }
        let lines = lines { _, _, _ in [] }
        return [merged, form.ended(!form.isEnded).text(of: lines)]
    }

    /// Returns the text with the disputed lines as somebody decides.
    func text(
        deciding: (
            _ base: [ArraySlice<UInt8>], _ ours: [ArraySlice<UInt8>], _ theirs: [ArraySlice<UInt8>]
        ) -> [ArraySlice<UInt8>]
    ) -> [UInt8] {
        form.text(of: lines(deciding: deciding))
    }

    private func lines(
        deciding: (
            _ base: [ArraySlice<UInt8>], _ ours: [ArraySlice<UInt8>], _ theirs: [ArraySlice<UInt8>]
        ) -> [ArraySlice<UInt8>]
    ) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        for run in runs {
            switch run {
            case .settled(let settled): lines += settled
            case .disputed(let base, let ours, let theirs): lines += deciding(base, ours, theirs)
            }
        }
        return lines
    }

    /// Returns the text with ours where lines are disputed, and before it the comments that only
    /// theirs has there.
    ///
    /// Whether such a line is a comment only a reader can tell, so the text has to be read again.
    public func textOfOurs(withCommentsOfTheirs: Bool) -> [UInt8] {
        text { base, ours, theirs in
            guard withCommentsOfTheirs else { return ours }
            let comments = theirs.filter { line in
                Self.isComment(line) && !base.contains(line) && !ours.contains(line)
            }
            return comments + ours
        }
    }

    /// Returns merged lines, with ours and the comments of theirs where some are disputed.
    public static func lines(
        base: [ArraySlice<UInt8>], ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]
    ) -> [ArraySlice<UInt8>] {
        let merge = LineMerge(
            base: TextForm.plain(base), ours: TextForm.plain(ours), theirs: TextForm.plain(theirs))
        let bytes = merge.textOfOurs(withCommentsOfTheirs: true)
        return TextForm(of: bytes).lines(of: bytes)
    }

    /// Returns the text with conflict markers where lines are disputed.
    public func text(_ markers: ConflictMarkers) -> [UInt8] {
        form.ended(true).text(
            of: lines { base, ours, theirs in
                markers.lines(base: base, ours: ours, theirs: theirs)
            })
    }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: "#")
    }
}

/// The state of merging three lists of lines.
private struct LineMerging {
    let base: [ArraySlice<UInt8>]
    let ours: [ArraySlice<UInt8>]
    let theirs: [ArraySlice<UInt8>]
    private var found: [LineMerge.Run] = []
    private var settled: [ArraySlice<UInt8>] = []

    init(
        base: [ArraySlice<UInt8>], ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]
    ) {
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }

    mutating func runs() -> [LineMerge.Run] {
        var numbers = LineNumbers()
        let (first, second, third) = (
            numbers.numbers(of: base), numbers.numbers(of: ours), numbers.numbers(of: theirs)
        )
        var mine = LineDifference(from: first, to: second).changes[...]
        var yours = LineDifference(from: first, to: third).changes[...]
        var position = 0
        // How much further a side is than the base behind the changes that were taken.
        var shift = (ours: 0, theirs: 0)
        while let next = [mine.first, yours.first].compactMap({ $0?.before.lowerBound }).min() {
            settle(base[position..<next])
            var end = next
            var isTaken = (ours: false, theirs: false)
            let start = (next + shift.ours, next + shift.theirs)
            // Changes that overlap or touch belong together.
            while true {
                if let change = mine.first, change.before.lowerBound <= end {
                    end = max(end, change.before.upperBound)
                    shift.ours = change.after.upperBound - change.before.upperBound
                    isTaken.ours = true
                    mine.removeFirst()
                } else if let change = yours.first, change.before.lowerBound <= end {
                    end = max(end, change.before.upperBound)
                    shift.theirs = change.after.upperBound - change.before.upperBound
                    isTaken.theirs = true
                    yours.removeFirst()
                } else {
                    break
                }
            }
            let sides = (
                Array(ours[start.0..<end + shift.ours]),
                Array(theirs[start.1..<end + shift.theirs])
            )
            if !isTaken.theirs || sides.0 == sides.1 {
                settle(sides.0)
            } else if !isTaken.ours {
                settle(sides.1)
            } else {
                close()
                found.append(
                    .disputed(base: Array(base[next..<end]), ours: sides.0, theirs: sides.1))
            }
            position = end
        }
        settle(base[position...])
        close()
        return found
    }

    private mutating func settle(_ lines: some Collection<ArraySlice<UInt8>>) {
        settled += lines
    }

    private mutating func close() {
        guard !settled.isEmpty else { return }
        found.append(.settled(settled))
        settled = []
    }
}

/// A number for each different line.
struct LineNumbers {
    private var known: [Line: Int] = [:]

    mutating func numbers(of lines: [ArraySlice<UInt8>]) -> [Int] {
        if known.isEmpty { known.reserveCapacity(lines.count + 16) }
        return lines.map { bytes in
            let line = Line(bytes)
            if let number = known[line] { return number }
            known[line] = known.count
            return known.count - 1
        }
    }

    /// A line with its hash, which is made of eight bytes at a time.
    private struct Line: Hashable {
        let bytes: ArraySlice<UInt8>
        let hash: UInt64

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            hash = bytes.withUnsafeBytes { buffer in
                var hash = UInt64(buffer.count) &* 0x9E37_79B9_7F4A_7C15
                var offset = 0
                while offset + 8 <= buffer.count {
                    let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
                    hash ^= hash >> 32
                    offset += 8
                }
                while offset < buffer.count {
                    hash = (hash ^ UInt64(buffer[offset])) &* 0x0000_0100_0000_01B3
                    offset += 1
                }
                return hash ^ hash >> 29
            }
        }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }
}
