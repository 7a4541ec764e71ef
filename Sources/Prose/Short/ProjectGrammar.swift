import Formats
import RecordModel

/// Reads a project: its name, what it is, where it is.
struct ProjectGrammar {
    let context: EntryContext

    private static let repository = TextPattern(
        /^https:\/\/github\.com\/([A-Za-z0-9][A-Za-z0-9_.\-]*\/[A-Za-z0-9_.\-]+?)(?:\.git)?\/?$/)

    func read(_ item: Item) -> EntryReading? {
        guard let first = item.lines.first else { return nil }
        var draft = EntryDraft()
        var links = LinkFields(context)
        var lines = item.lines
        var text = first.text
        if let head = LeadingDate(text) {
            set(head.date, text, &draft)
            text = text[head.end..<text.count]
        } else if let (date, _, start) = TrailingDate.find(in: text),
            date.isSpan || date.style != .year
        {
            set(date, text, &draft)
            text = text[0..<start]
        }
        let name = nameRange(text)
        guard let name, !name.isEmpty else { return nil }
        let shown = text.string(name).trimmingSeparatorsOfTitle
        guard !shown.isEmpty, SearchWords.folded(shown).count <= 24 else { return nil }
        draft.set("name", shown)
        if let link = text[name].firstLink,
            let url = LinkFields.address(link, baseURL: context.baseURL)
        {
            draft.set("url", url)
            if let match = Self.repository.firstMatch(in: url) {
                draft.set("repository", String(match.1))
            }
        }
        let lead = text.string(0..<name.lowerBound).trimmingSeparators
        guard lead.isEmpty else { return nil }
        var rest = text[name.upperBound..<text.count]
        rest.takeResourceLinks(into: &links)
        let range = rest.trimmed(rest.indices) {
            $0.isBlank || $0.isInvisible || $0 == StyledText.imageSign
                || ":：,，–—|-.".unicodeScalars.contains($0) && $0 != "."
        }
        let description = rest.markdown(range)
        if !description.isEmpty { draft.set("description", description) }
        lines.removeFirst()
        for index in lines.indices { lines[index].text.takeResourceLinks(into: &links) }
        lines.removeAll { $0.string.trimmingSeparators.isEmpty }
        if !lines.isEmpty { draft.add("text", paragraph: Item.markdown(lines)) }
        for link in item.imageLinks {
            links.add(label: "", url: link, kind: ResourceLabel.kind(ofAddress: link))
        }
        links.finish(&draft)
        for image in item.images where !image.isBadge {
            draft.notation.images.append(
                .init(source: image.source, alternative: image.alternative))
        }
        return draft.reading(of: item, as: .projects)
    }

    private func set(_ date: DateReading, _ text: StyledText, _ draft: inout EntryDraft) {
        draft.set(date.span)
        draft.note(text.string(date.range))
        draft.notation.dates = date.style
    }

    /// A link, bold type, a quotation, or what stands before a colon or a dash.
    private func nameRange(_ text: StyledText) -> Range<Int>? {
        let start = text.trimmed(text.indices).lowerBound
        guard start < text.count else { return nil }
        let style = text.style(at: start)
        if style.linkNumber > 0 {
            var end = start
            while end < text.count, text.style(at: end).linkNumber == style.linkNumber { end += 1 }
            return start..<end
        }
        if style.isBold || style.isItalic {
            var end = start
            while end < text.count, text.style(at: end).isBold == style.isBold,
                text.style(at: end).isItalic == style.isItalic
            { end += 1 }
            return start..<end
        }
        for index in start..<min(text.count, start + 160) {
            let next = text.sign(at: index + 1)
            if ":：".unicodeScalars.contains(text[index]), next != "/" { return start..<index }
            if "–—-".unicodeScalars.contains(text[index]), next?.isBlank == true, index > start,
                text[index - 1].isBlank
            {
                return start..<index
            }
            if ",，".unicodeScalars.contains(text[index]), index - start > 2 { return start..<index }
        }
        return text.count - start < 160 ? start..<text.count : nil
    }
}
