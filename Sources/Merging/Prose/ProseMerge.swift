/// Merges two edits of a text by words.
enum ProseMerge {
    /// Returns the text with the edits of both sides, nil where they touch each other.
    ///
    /// Two edits touch where no word that both sides kept stands between them, unless a sentence, a
    /// paragraph or a point of a list ends there. The result is read again: where pieces of both
    /// sides grew together to something that neither wrote, that is a conflict, too.
    static func merge(base: String, ours: String, theirs: String) -> String? {
        let base = ProseTokens(base)
        let sides = (ProseTokens(ours), ProseTokens(theirs))
        var numbering = ProseNumbering()
        let baseNumbers = numbering.numbers(of: base)
        let numbers = (numbering.numbers(of: sides.0), numbering.numbers(of: sides.1))
        let edits = (
            Self.edits(from: base, baseNumbers, to: sides.0, numbers.0),
            Self.edits(from: base, baseNumbers, to: sides.1, numbers.1)
        )
        guard let all = combined(edits.0, edits.1, base) else { return nil }

        var bytes: [UInt8] = []
        var expected: [Int] = []
        var next = 0
        for edit in all {
            bytes += base[next..<edit.range.lowerBound]
            bytes += edit.text
            expected += baseNumbers[next..<edit.range.lowerBound]
            expected += edit.numbers
            next = edit.range.upperBound
        }
        bytes += base[next..<base.count]
        expected += baseNumbers[next...]

        let text = String(decoding: bytes, as: UTF8.self)
        let result = ProseTokens(text)
        guard numbering.numbers(of: result) == expected else { return nil }
        let wasBalanced = ProseBalance.isBalanced(sides.0) && ProseBalance.isBalanced(sides.1)
        return wasBalanced && !ProseBalance.isBalanced(result) ? nil : text
    }

    /// One edit of a text: a run of its pieces and what stands there instead.
    private struct Edit {
        var range: Range<Int>
        var text: ArraySlice<UInt8>
        var numbers: ArraySlice<Int>

        /// Tells whether the new text begins, or ends, where a line does that is no mere wrap.
        var beginsLine: Bool { text.first == UInt8(ascii: "\n") }
        var endsLine: Bool { text.last == UInt8(ascii: "\n") }
        var beginsWithSpace: Bool { beginsLine || text.first == UInt8(ascii: " ") }
    }

    private static func edits(
        from base: ProseTokens, _ baseNumbers: [Int], to side: ProseTokens, _ numbers: [Int]
    ) -> [Edit] {
        var hunks: [SequenceDiff.Hunk] = []
        for hunk in SequenceDiff(from: baseNumbers, to: numbers).hunks {
            // Between two changes, what stayed by chance (a space, a lone word) belongs to them.
            if let last = hunks.last,
                (last.before.upperBound..<hunk.before.lowerBound).count(where: base.isWord) < 2
            {
                hunks[hunks.count - 1] = SequenceDiff.Hunk(
                    before: last.before.lowerBound..<hunk.before.upperBound,
                    after: last.after.lowerBound..<hunk.after.upperBound)
            } else {
                hunks.append(hunk)
            }
        }
        return hunks.map {
            Edit(range: $0.before, text: side[$0.after], numbers: numbers[$0.after])
        }
    }

    /// Returns the edits of both sides in the order of the text, nil where two touch each other.
    private static func combined(
        _ ours: [Edit], _ theirs: [Edit], _ base: ProseTokens
    ) -> [Edit]? {
        var result: [Edit] = []
        var (mine, yours) = (ours[...], theirs[...])
        // Whose the last edit is, nil for one that both sides made.
        var isLastOurs: Bool?
        while let edit = first(mine, yours) {
            let isShared =
                mine.first.map { same($0, edit) } ?? false
                && yours.first.map { same($0, edit) } ?? false
            let isOurs = mine.first.map { same($0, edit) } ?? false
            if let last = result.last, isShared || isLastOurs != isOurs {
                let isApart = isLastOurs == nil || isShared
                guard last.range.upperBound <= edit.range.lowerBound,
                    isApart && last.range != edit.range || areApart(last, edit, base)
                else { return nil }
            }
            result.append(edit)
            isLastOurs = isShared ? nil : isOurs
            if isOurs || isShared { mine.removeFirst() }
            if !isOurs || isShared { yours.removeFirst() }
        }
        return result
    }

    private static func first(_ ours: ArraySlice<Edit>, _ theirs: ArraySlice<Edit>) -> Edit? {
        guard let mine = ours.first else { return theirs.first }
        guard let yours = theirs.first else { return mine }
        let order = (mine.range.lowerBound, mine.range.upperBound)
        return order <= (yours.range.lowerBound, yours.range.upperBound) ? mine : yours
    }

    private static func same(_ one: Edit, _ other: Edit) -> Bool {
        one.range == other.range && one.numbers == other.numbers
    }

    /// Tells whether two edits have nothing to do with each other.
    private static func areApart(_ first: Edit, _ second: Edit, _ base: ProseTokens) -> Bool {
        let gap = first.range.upperBound..<second.range.lowerBound
        if gap.contains(where: base.isWord) { return true }
        // Two new pieces at one place: nothing says which comes first.
        guard !first.range.isEmpty || !second.range.isEmpty || !gap.isEmpty else { return false }
        for index in gap {
            let isLast = index + 1 == gap.upperBound
            if base.kinds[index] == .lineEnd, startsBlock(index + 1, base) { return true }
            guard base.endsSentence(index) else { continue }
            let isFollowedBySpace =
                isLast
                ? second.beginsWithSpace && (index + 1 == base.count || base.isSpace(index + 1))
                : base.isSpace(index + 1)
            if isFollowedBySpace { return true }
        }
        let isNewLine =
            second.range.isEmpty && second.beginsLine || first.range.isEmpty && first.endsLine
        return isNewLine && gap.allSatisfy { base.isSpace($0) || base.kinds[$0] == .mark }
    }

    /// Tells whether what begins a line is more than the next line of the same paragraph.
    private static func startsBlock(_ index: Int, _ base: ProseTokens) -> Bool {
        guard index < base.count else { return true }
        if base.kinds[index] == .lineEnd { return true }
        guard base.kinds[index] == .mark else { return false }
        return [[0x2D], [0x2A], [0x2B], [0x23], [0x23, 0x23], [0x3E]].contains(Array(base[index]))
    }
}
