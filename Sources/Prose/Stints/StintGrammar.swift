import Formats
import RecordModel

/// Reads a job or a time of study: when, as what, where, under whom.
struct StintGrammar {
    let kind: SectionKind
    let context: EntryContext

    func read(_ item: Item) -> EntryReading? {
        guard let top = item.lines.first?.level else { return nil }
        var draft = EntryDraft()
        var links = LinkFields(context)
        var (head, below) = (StyledText(), [Item.Line]())
        for line in item.lines {
            // The first lines say what it is; lists and long paragraphs below are remarks.
            let isHead =
                head.isEmpty
                || line.level == top && !line.isItem && VisibleWords.words(line.string).count < 30
            if isHead, below.isEmpty {
                if !head.isEmpty { head.append("\n", TextStyle()) }
                head.append(line.text)
            } else {
                below.append(line)
            }
        }
        head = takeAdvisors(head, &draft)
        head.takeResourceLinks(into: &links, keepsFirst: true)
        guard takeDates(&head, &below, &draft) else { return nil }
        var rest = below
        rest.removeAll { takeRemark($0, &draft) }
        var parts = StintParts(head, baseURL: context.baseURL)
        let isRead =
            kind == .education
            ? parts.readEducation(&draft) : parts.readPosition(&draft, context: context)
        guard isRead else { return nil }
        let text =
            (parts.remarks.isEmpty ? [] : [parts.remarks.joined(separator: ", ")])
            + (rest.isEmpty ? [] : [Item.markdown(rest)])
        if !text.isEmpty { draft.add("text", paragraph: text.joined(separator: "\n\n")) }
        draft.notation.words += parts.words
        links.finish(&draft)
        for image in item.images where !image.isBadge {
            draft.notation.images.append(
                .init(source: image.source, alternative: image.alternative))
        }
        return draft.reading(of: item, as: kind)
    }

    /// The span of time, wherever it stands: first, last, in brackets, on a line of its own.
    private func takeDates(
        _ head: inout StyledText, _ below: inout [Item.Line], _ draft: inout EntryDraft
    ) -> Bool {
        if let leading = LeadingDate(head) {
            take(leading.date, leading.frame, head, &draft)
            head = head[leading.end..<head.count]
            return true
        }
        let scanner = DateScanner(head.scalars)
        let all = scanner.readings(in: head.indices)
        if let best = all.last(where: \.isSpan) ?? all.last {
            let range = head.framed(best.range)
            take(best, head[range.lowerBound] == "(" ? .brackets : .plain, head, &draft)
            head = head.removing(range, leaving: ",")
            return true
        }
        for (index, line) in below.enumerated() {
            guard let leading = LeadingDate(line.text), leading.end >= line.text.count else {
                continue
            }
            take(leading.date, leading.frame, line.text, &draft)
            below.remove(at: index)
            return true
        }
        return true
    }

    private func take(
        _ date: DateReading, _ frame: EntryNotation.DateFrame, _ text: StyledText,
        _ draft: inout EntryDraft
    ) {
        if date.span.end == .none, kind == .education, date.term == nil {
            // One date of a degree is the day it was given.
            draft.set("end", date.span.start?.description)
        } else {
            draft.set(date.span)
        }
        draft.note(text.string(date.range))
        draft.notation.dates = date.style
        draft.notation.dateFrame = frame
    }

    private func takeAdvisors(_ text: StyledText, _ draft: inout EntryDraft) -> StyledText {
        var rest = text
        for _ in 0..<3 {
            guard let found = AdvisorList(rest) else { break }
            draft.set("advisors", (draft.fields["advisors"]?.list ?? []) + found.advisors)
            draft.notation.words += found.words
            rest = found.rest
        }
        return rest
    }

    /// A line below that says one thing: `Advisor: …`, `GPA: …`, `Thesis: …`.
    private func takeRemark(_ line: Item.Line, _ draft: inout EntryDraft) -> Bool {
        if let found = AdvisorList(line.text), found.rest.string.trimmingSeparators.isEmpty {
            draft.set("advisors", (draft.fields["advisors"]?.list ?? []) + found.advisors)
            draft.notation.words += found.words
            return true
        }
        guard kind == .education,
            let colon = line.text.indices.first(where: {
                ":：".unicodeScalars.contains(line.text[$0])
            })
        else { return false }
        let label = SearchWords.joined(line.text.string(0..<colon))
        let value = line.text.string(colon + 1..<line.text.count)
        guard !value.isEmpty else { return false }
        if ["gpa", "grade", "note", "cgpa", "overall gpa", "绩点", "average"].contains(label),
            draft.fields["grade"] == nil
        {
            draft.note(line.text.string(0..<colon))
            draft.set("grade", value)
            return true
        }
        if ["thesis", "dissertation", "thesis title", "phd thesis", "master thesis", "论文"].contains(
            label), draft.fields["thesis"] == nil
        {
            draft.note(line.text.string(0..<colon))
            var thesis = Mapping()
            thesis["title"] = .string(value.trimmingSeparatorsOfTitle)
            if let link = line.text.firstLink,
                let url = LinkFields.address(link, baseURL: context.baseURL)
            {
                thesis["url"] = .string(url)
            }
            draft.fields["thesis"] = .mapping(thesis)
            return true
        }
        return false
    }
}

extension StyledText {
    /// A range with the brackets and the comma around it.
    func framed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, self[start - 1].isBlank { start -= 1 }
        var close = end
        while close < count, self[close].isBlank { close += 1 }
        if let open = sign(at: start - 1), let shut = sign(at: close),
            ["()", "[]", "（）", "【】"].contains("\(open)\(shut)")
        {
            (start, end) = (start - 1, close + 1)
        } else if let mark = sign(at: start - 1), ",，:：;|–—-".unicodeScalars.contains(mark) {
            start -= 1
        }
        return start..<end
    }
}
