import Formats
import RecordModel

/// Reads what happened when: `*2024.09*: 🎉 One paper was accepted by …`.
///
/// The date stands first, in any notation and frame, in a table's first cell, or at the end after
/// a comma; an item without one takes the year of the heading above it, or stays what it is.
struct NewsGrammar {
    let context: EntryContext

    func read(_ item: Item) -> EntryReading? {
        guard let first = item.lines.first else { return nil }
        var draft = EntryDraft()
        var lines = item.lines
        if let head = LeadingDate(first.text) {
            draft.take(head.date, frame: head.frame)
            draft.note(first.text.string(head.date.range))
            lines[0].text = head.emoji
            lines[0].text.append(first.text[head.end..<first.text.count])
        } else if let tail = TrailingDate(item.lines) {
            let text = lines[tail.line].text
            draft.take(tail.date, frame: tail.frame)
            draft.note(text.string(tail.date.range))
            lines[tail.line].text = text[0..<tail.start]
        } else if let subheading = context.subheading, let date = Self.year(of: subheading) {
            draft.set("date", date.description)
            draft.notation.inferred.append("date")
        } else if let date = Self.onlyDate(of: item) {
            draft.set("date", date.description)
            draft.notation.inferred.append("date")
        } else {
            return nil
        }
        // A table's cells are lines of their own.
        lines.removeAll { $0.text.isBlank($0.text.indices) }
        guard !lines.isEmpty else { return nil }
        takeBadge(of: &lines[0], into: &draft)
        let signs = lines[0].text.leadingEmoji
        let emoji = lines[0].text.string(signs)
        lines[0].text = lines[0].text[signs.upperBound..<lines[0].text.count]
        lines.removeAll { $0.text.isBlank($0.text.indices) }
        let text = Item.markdown(lines)
        guard !text.isEmpty, emoji.utf8.count <= 60 else { return nil }
        draft.set("text", text)
        draft.set("emoji", emoji.replacing(" ", with: ""))
        return draft.reading(of: item, as: .news)
    }

    /// A word in a box: `<span class="badge-new">NEW</span>`.
    private func takeBadge(of line: inout Item.Line, into draft: inout EntryDraft) {
        let text = line.text.trimmed
        guard !text.isEmpty else { return }
        let name = text.style(at: 0).elementClass
        guard name.contains("badge") || name.contains("label") || name.contains("tag") else {
            return
        }
        var end = 1
        while end < text.count, text.style(at: end).elementClass == name { end += 1 }
        let badge = text.string(0..<end)
        guard end < text.count, !badge.isEmpty, badge.count <= 40 else { return }
        draft.set("badge", badge)
        draft.set("badge_kind", Self.badgeKind(of: badge))
        line.text = text[end..<text.count]
    }

    private static func badgeKind(of badge: String) -> String {
        let word = badge.lowercased()
        let kinds = [
            ("new", "new"), ("accept", "accepted"), ("paper", "accepted"), ("award", "award"),
            ("prize", "award"), ("talk", "talk"), ("serv", "service"), ("review", "service"),
            ("job", "position"), ("posit", "position"), ("intern", "position"),
        ]
        return kinds.first { word.contains($0.0) }?.1 ?? "other"
    }

    /// The date that an item speaks of, where it speaks of one year only; it stays in the text.
    private static func onlyDate(of item: Item) -> PartialDate? {
        var dates: [PartialDate] = []
        for line in item.lines {
            let scanner = DateScanner(line.text.scalars)
            dates += scanner.readings(in: line.text.indices).compactMap(\.span.start)
            for index in line.text.indices {
                guard let year = scanner.shortYear(index) else { continue }
                dates += [PartialDate(year: year.value)].compactMap(\.self)
            }
        }
        guard let first = dates.first, dates.allSatisfy({ $0.year == first.year }) else {
            return nil
        }
        return dates.max { ($0.month ?? 0, $0.day ?? 0) < ($1.month ?? 0, $1.day ?? 0) }
    }

    /// The year that a heading is, nil for a heading that is more than that.
    static func year(of heading: String) -> PartialDate? {
        let words = SearchWords.folded(heading)
        guard words.count == 1, let year = Int(words[0]), DateScanner.years.contains(year) else {
            return nil
        }
        return PartialDate(year: year)
    }
}

extension EntryDraft {
    /// Sets `date` and how it was written.
    mutating func take(_ date: DateReading, frame: EntryNotation.DateFrame) {
        set("date", date.span.start?.description)
        notation.dates = date.isSpan || date.term != nil ? nil : date.style
        notation.dateFrame = frame
    }
}
