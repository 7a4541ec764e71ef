internal import RecordModel

extension YAMLRewriter {
    /// Takes parts of a block collection out, each with its lines.
    mutating func removeInBlock(_ parts: [YAMLPart], stays: [Bool], indent: Int) {
        guard let firstStaying = stays.firstIndex(of: true) else { return }
        var start = 0
        if firstStaying > 0, !text.isFirstOnLine(parts[0].start) {
            start = removeBehindDash(parts, upTo: firstStaying)
        }
        for index in parts.indices where index >= start && !stays[index] {
            var range =
                text.startOfLine(at: parts[index].start)..<text.nextLine(after: parts[index].end)
            // A comment that is indented further than the part is about something in it.
            var line = range.upperBound
            while text.isFollowedByComment(at: line, deeperThan: indent) {
                while text.isBlankLine(at: line) { line = text.nextLine(after: line) }
                line = text.nextLine(after: line)
                range = range.lowerBound..<line
            }
            let before = parts[..<index].last
            if before?.node.takesBlankLines == true {
                // They would become part of the text before them.
                while text.isBlankLine(at: range.upperBound) {
                    range = range.lowerBound..<text.nextLine(after: range.upperBound)
                }
            } else if isBlankLineBefore(range.lowerBound), text.isBlankLine(at: range.upperBound) {
                range = range.lowerBound..<text.nextLine(after: range.upperBound)
            }
            replace(range, with: "")
        }
    }

    private func isBlankLineBefore(_ start: Int) -> Bool {
        let end = text.endBeforeBreak(at: start)
        return end < start && text.isBlankLine(at: text.startOfLine(at: end))
    }

    /// Takes out the first parts of a collection that begins behind a `-`, and returns how many
    /// that were: the next part moves up, unless comments stand before it.
    private mutating func removeBehindDash(_ parts: [YAMLPart], upTo count: Int) -> Int {
        let first = parts[0]
        let next = text.startOfLine(at: parts[count].start)
        var hasComment = false
        var line = text.nextLine(after: first.end)
        var index = 1
        while line < next {
            if index < count, line >= text.startOfLine(at: parts[index].start) {
                line = text.nextLine(after: parts[index].end)
                index += 1
                continue
            }
            hasComment = hasComment || text.isComment(at: line, deeperThan: -1)
            line = text.nextLine(after: line)
        }
        guard hasComment else {
            replace(first.start..<parts[count].start, with: "")
            return count
        }
        var start = first.start
        while start > 0, text.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
        replace(start..<text.endOfLine(at: first.end), with: "")
        return 1
    }

    /// Takes parts of a flow collection out, each with one comma.
    mutating func removeInFlow(_ parts: [YAMLPart], stays: [Bool]) {
        var index = 0
        while index < parts.count {
            guard !stays[index] else {
                index += 1
                continue
            }
            let first = index
            while index < parts.count, !stays[index] { index += 1 }
            let (start, end) = (parts[first].start, parts[index - 1].end)
            let comma = text.nextContent(from: end)
            let hasComma = comma < text.bytes.count && text.bytes[comma] == UInt8(ascii: ",")
            let afterComma = hasComma ? comma + 1 : end
            if index < parts.count {
                replace(wholeLines(start..<text.skippingBlanks(from: afterComma)), with: "")
            } else if first > 0 {
                let previous = parts[first - 1].end
                let between = text.bytes[previous..<start]
                if between.contains(UInt8(ascii: "\n")) {
                    replace(wholeLines(start..<afterComma), with: "")
                } else {
                    replace(previous..<end, with: "")
                }
            }
        }
    }

    /// Returns a range that is all there is on its lines with their break, else the range itself.
    private func wholeLines(_ range: Range<Int>) -> Range<Int> {
        let end = text.skippingBlanks(from: range.upperBound)
        guard text.isFirstOnLine(range.lowerBound), text.endOfLine(at: end) == end else {
            return range
        }
        return text.startOfLine(at: range.lowerBound)..<text.nextLine(after: end)
    }
}
