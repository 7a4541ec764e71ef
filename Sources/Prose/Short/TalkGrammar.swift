import Formats
import RecordModel

/// Reads a talk: its title, where it was given, and when.
struct TalkGrammar {
    let context: EntryContext

    private static let kinds: [(String, String)] = [
        ("keynote", "keynote"), ("invited", "invited"), ("tutorial", "tutorial"),
        ("seminar", "seminar"), ("colloquium", "seminar"),
        ("poster", "poster"), ("panel", "panel"), ("conference", "conference"), ("邀请报告", "invited"),
        ("特邀报告", "invited"),
    ]

    func read(_ item: Item) -> EntryReading? {
        guard let first = item.lines.first else { return nil }
        var draft = EntryDraft()
        var links = LinkFields(context)
        var below = Array(item.lines.dropFirst())
        var text = first.text
        text.takeResourceLinks(into: &links)
        for index in below.indices { below[index].text.takeResourceLinks(into: &links) }
        below.removeAll { $0.string.trimmingSeparators.isEmpty }
        if let head = LeadingDate(text) {
            set(head.date, head.frame, text, &draft)
            text = text[head.end..<text.count]
        } else if let (date, frame, start) = TrailingDate.find(in: text) {
            set(date, frame, text, &draft)
            text = text[0..<start]
        } else if let last = below.indices.last,
            let (date, frame, start) = TrailingDate.find(in: below[last].text)
        {
            set(date, frame, below[last].text, &draft)
            below[last].text = below[last].text[0..<start]
        }
        text = withoutLabel(text, &draft)
        guard SearchWords.folded(text.string).count <= 50 else { return nil }
        // Several talks that share one item are none of ours.
        guard below.filter({ !$0.isItem }).count < 3, readTitle(text, &draft) else { return nil }
        guard draft.fields.count > 1 || !below.isEmpty || !links.links.isEmpty else { return nil }
        if let event = below.first, draft.fields["event"] == nil, !event.isItem,
            SearchWords.folded(event.string).count < 20
        {
            draft.set("event", event.string.trimmingSeparators)
            below.removeFirst()
        }
        if !below.isEmpty { draft.add("text", paragraph: Item.markdown(below)) }
        links.finish(&draft)
        return draft.reading(of: item, as: .talks)
    }

    /// The text without `Invited talk:` before it, which is the kind of talk.
    private func withoutLabel(_ text: StyledText, _ draft: inout EntryDraft) -> StyledText {
        let colon = text.indices.prefix(40).first { ":：".unicodeScalars.contains(text[$0]) }
        guard let colon else { return text }
        let label = text.string(0..<colon)
        guard SearchWords.folded(label).count <= 3,
            let kind = Self.kinds.first(where: { label.lowercased().contains($0.0) })
        else { return text }
        draft.set("kind", kind.1)
        draft.note(label)
        return text[colon + 1..<text.count]
    }

    private func set(
        _ date: DateReading, _ frame: EntryNotation.DateFrame, _ text: StyledText,
        _ draft: inout EntryDraft
    ) {
        draft.set("date", date.span.start?.description)
        draft.note(text.string(date.range))
        draft.notation.dates = date.isSpan ? nil : date.style
        draft.notation.dateFrame = frame
    }

    private func readTitle(_ text: StyledText, _ draft: inout EntryDraft) -> Bool {
        let shown = text.trimmed
        let plain = shown.string.trimmingSeparators
        guard !plain.isEmpty else { return false }
        let words = SearchWords.folded(plain)
        if let kind = Self.kinds.first(where: { entry in plain.lowercased().contains(entry.0) }) {
            draft.set("kind", kind.1)
        }
        // A title in quotation marks, as a link, in bold or italic type.
        if let place = title(in: shown) {
            draft.set("title", shown.string(place.inner))
            let before = shown.string(0..<place.outer.lowerBound).trimmingSeparators
            var after = shown.string(place.outer.upperBound..<shown.count).trimmingSeparators
            if !before.isEmpty {
                // `Invited talk`, `Talk on`: what kind it was.
                guard SearchWords.folded(before).count <= 8 else { return false }
                draft.add("text", paragraph: before)
            }
            for joint in ["at the ", "at ", "in ", "@ "] where after.lowercased().hasPrefix(joint) {
                draft.note(joint)
                after = String(after.dropFirst(joint.count))
                break
            }
            setEvent(after, &draft)
            if let link = shown.style(at: place.inner.lowerBound).link,
                let url = LinkFields.address(link, baseURL: context.baseURL)
            {
                draft.set("url", url)
            }
            return true
        }
        // `Title. Event`, `Title, Event`: the title ends at its full stop.
        if let stop = shown.sentences.first, shown.sentences.count > 1, words.count > 3 {
            draft.set("title", shown.string(stop).trimmingSeparators)
            setEvent(shown.string(stop.upperBound..<shown.count).trimmingSeparators, &draft)
        } else {
            draft.set("title", plain)
        }
        if let link = shown.firstLink {
            guard let url = LinkFields.address(link, baseURL: context.baseURL) else { return true }
            draft.set("url", url)
        }
        return true
    }

    private func setEvent(_ text: String, _ draft: inout EntryDraft) {
        let parts = text.split(separator: ",").map { String($0).trimmingSeparators }.filter {
            !$0.isEmpty
        }
        guard !text.isEmpty else { return }
        // Event, place, country.
        if parts.count >= 3,
            parts.dropFirst().allSatisfy({ $0.count < 30 && !$0.contains(where: \.isNumber) })
        {
            draft.set("event", parts[0])
            draft.set("place", parts.dropFirst().joined(separator: ", "))
        } else {
            draft.set("event", text)
        }
    }

    private func title(in text: StyledText) -> TitleFinder.Place? {
        var line = Item.Line(text: text)
        line.element = "p"
        let finder = TitleFinder(lines: [line], own: OwnName([]))
        if let place = finder.find(), place.inner.count > 8 { return place }
        let italics = text.runs { $0.isItalic }.filter {
            $0.look && SearchWords.folded(text.string($0.range)).count >= 4
        }
        return italics.first.map {
            TitleFinder.Place(line: 0, outer: $0.range, inner: text.trimmed($0.range))
        }
    }
}
