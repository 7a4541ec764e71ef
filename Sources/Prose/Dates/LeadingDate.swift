/// A date at the beginning of a line, with what frames and follows it.
struct LeadingDate {
    /// The date, its range within the line.
    var date: DateReading
    var frame: EntryNotation.DateFrame
    /// Where the text after the date begins.
    var end: Int
    /// Emoji before the date, which belong to the text.
    var emoji: StyledText

    /// Reads the beginning of a line; nil where no date stands there.
    init?(_ text: StyledText) {
        let signs = text.leadingEmoji
        var index = signs.upperBound
        var opening: Unicode.Scalar?
        while let scalar = text.sign(at: index),
            scalar.isBlank || scalar.isInvisible || "[(【（〔".unicodeScalars.contains(scalar)
        {
            if !scalar.isBlank, !scalar.isInvisible { opening = scalar }
            index += 1
        }
        let scanner = DateScanner(text.scalars)
        guard let read = scanner.span(at: index) else { return nil }
        // `2024 was a good year`, `May I …`: a bare year is a date only where something ends it.
        var place = read.range.upperBound
        let style = text.style(at: index)
        var isFramed = opening != nil || style.isItalic || style.isBold || style.isCode
        if place < text.count, text.mark(at: place) == text.mark(at: index), opening == nil {
            isFramed =
                text.string(place..<text.count).isEmpty
                || Self.endsMark(of: text, from: place)
        }
        let beforeSigns = place
        while let scalar = text.sign(at: place),
            scalar.isBlank || scalar.isInvisible
                || "])】）〕:：,，;.。|".unicodeScalars.contains(scalar)
        {
            place += 1
        }
        if let dash = scanner.dash(at: beforeSigns), dash > place { place = dash }
        if let scalar = text.sign(at: place), "-–—|".unicodeScalars.contains(scalar),
            text.sign(at: place + 1)?.isBlank == true
        {
            place += 1
        }
        let follows = text.string(beforeSigns..<min(place + 1, text.count))
        let isEnded = follows.isEmpty || !(follows.first?.isLetter ?? false)
        guard isFramed || isEnded || read.style != .year && !read.range.isEmpty else { return nil }
        guard place >= text.count || isFramed || isEnded || read.range.count > 4 else {
            return nil
        }
        date = read
        frame =
            opening != nil
            ? .brackets
            : style.isCode ? .code : style.isItalic ? .italic : style.isBold ? .bold : .plain
        end = place
        emoji = text[signs]
    }

    /// Tells whether only punctuation follows in the same style: `**2026.08:** …`.
    private static func endsMark(of text: StyledText, from place: Int) -> Bool {
        var index = place
        while index < text.count, text.mark(at: index) == text.mark(at: place) {
            if text[index].isLetter || text[index].isDigit { return false }
            index += 1
        }
        return text.style(at: place).isMarked
    }
}

/// A date at the end of an item, after a comma, in brackets or in italics.
struct TrailingDate {
    var date: DateReading
    var frame: EntryNotation.DateFrame
    /// The number of the line it is in.
    var line: Int
    /// Where the text before it ends.
    var start: Int

    init?(_ lines: [Item.Line]) {
        guard let line = lines.indices.last, lines[line].level == lines[0].level,
            let found = Self.find(in: lines[line].text)
        else { return nil }
        (date, frame, start) = found
        self.line = line
    }

    static func find(in text: StyledText) -> (DateReading, EntryNotation.DateFrame, Int)? {
        let end = text.trimmed(text.indices) {
            $0.isBlank || $0.isInvisible || ".,;。，)]）】".unicodeScalars.contains($0)
        }.upperBound
        let scanner = DateScanner(text.scalars)
        let all = scanner.readings(in: max(0, end - 60)..<text.count)
        guard let last = all.last(where: { $0.range.upperBound >= end }) else { return nil }
        var start = last.range.lowerBound
        while start > 0, text[start - 1].isBlank { start -= 1 }
        guard start > 0 else { return nil }
        let style = text.style(at: last.range.lowerBound)
        let sign = text[start - 1]
        var frame = EntryNotation.DateFrame.plain
        if "([（【".unicodeScalars.contains(sign) {
            frame = .brackets
            start -= 1
        } else if ",，;—–|".unicodeScalars.contains(sign) {
            start -= 1
        } else if style.isItalic, !text.style(at: start - 1).isItalic {
            frame = .italic
        } else {
            return nil
        }
        if style.isItalic { frame = .italic }
        guard text[0..<start].isBalanced else { return nil }
        return (last, frame, start)
    }
}

extension StyledText {
    /// Tells whether each bracket that opens closes.
    var isBalanced: Bool {
        let open = scalars.count { "([（【".unicodeScalars.contains($0) }
        return open == scalars.count { ")]）】".unicodeScalars.contains($0) }
    }

    /// The emoji at the beginning, with the blanks around them; empty where there are none.
    var leadingEmoji: Range<Int> {
        var (index, end) = (0, 0)
        while index < count {
            let scalar = self[index]
            if scalar.isBlank || scalar.isInvisible {
                index += 1
            } else if scalar.isEmojiPart {
                index += 1
                end = index
            } else {
                break
            }
        }
        return 0..<end
    }
}
