internal import Exchange
internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// Curricula in data files.
extension Assembly {
    /// Reads a curriculum after the pages: what they say already stays as they say it.
    mutating func read(_ document: SiteReading.Document, into draft: inout RecordDraft) {
        let parts = CurriculumParts(document)
        let texts = parts.personTexts + parts.items.flatMap { TextLeaf.all(in: $0.value) }
        for text in texts { source.add(text.words) }
        let own = draft.person["name"]?["display"]?.string ?? ""
        guard !SampleCurriculum.isSample(parts, own: own) else {
            leave(texts, as: .templateSample, in: document)
            return
        }
        read(personOf: parts, document, into: &draft)
        var prose: [(heading: String, lines: [String])] = []
        for item in parts.items {
            let texts = TextLeaf.all(in: item.value)
            guard !texts.isEmpty else { continue }
            guard !SampleCurriculum.isSample(texts) else {
                leave(texts, as: .templateSample, in: document)
                continue
            }
            guard !add(item, of: parts, document, to: &draft) else { continue }
            let line = CurriculumText.markdown(item.value)
            if prose.last?.heading == item.heading {
                prose[prose.count - 1].lines.append(line)
            } else {
                prose.append((item.heading, [line]))
            }
        }
        for part in prose {
            draft.addFree(
                nil, title: CurriculumText.title(part.heading),
                text: part.lines.map { "- " + $0.replacing("\n", by: "\n  ") }
                    .joined(separator: "\n"), permalink: document.permalink)
        }
    }

    /// Adds an item as an entry; false where it is none.
    private mutating func add(
        _ item: CurriculumParts.Item, of parts: CurriculumParts, _ document: SiteReading.Document,
        to draft: inout RecordDraft
    ) -> Bool {
        if let line = CurriculumText.bullet(item.value) {
            guard let kind = SectionHeading.kind(of: item.heading),
                let readings = reader.readAll(line, as: kind, context: context(of: draft)),
                !readings.isEmpty
            else { return false }
            for reading in readings {
                add(reading.fields, of: item, document, as: kind.rawValue, to: &draft)
            }
            return true
        }
        guard let (section, fields) = parts.entry(of: item) else { return false }
        add(fields, of: item, document, as: section, to: &draft)
        return true
    }

    private mutating func add(
        _ fields: Mapping, of item: CurriculumParts.Item, _ document: SiteReading.Document,
        as section: String, to draft: inout RecordDraft
    ) {
        let fields = CurriculumText.plain(fields)
        let texts = TextLeaf.all(in: item.value)
        let left = texts.filter { !$0.isSaid(in: fields) }
        if let known = draft.join(fields, to: section) {
            let others = texts.filter { !$0.isSaid(in: known) }
            leave(texts.filter { !others.contains($0) }, as: .duplicate, in: document)
            leave(others, as: .outweighed, in: document)
            return
        }
        let whole = CurriculumText.completed(fields, with: left)
        leaveRepeated(
            texts.filter { !left.contains($0) }, besides: RecordDraft.words(of: .mapping(whole)),
            in: document)
        add(SiteReading.Entry(whole, file: document.file), to: section, of: &draft)
    }

    /// Lists texts of which the words are fewer times in fields than in the texts: a place in the
    /// name of the university and once more by itself.
    private mutating func leaveRepeated(
        _ texts: [TextLeaf], besides fields: VisibleWords, in document: SiteReading.Document
    ) {
        var rest = fields
        var repeated: [TextLeaf] = []
        for text in texts {
            let words = text.words
            if words.subtracting(rest).total == 0 {
                rest = rest.subtracting(words)
            } else {
                repeated.append(text)
            }
        }
        leave(repeated, as: .duplicate, in: document)
    }

    // MARK: The person

    private mutating func read(
        personOf parts: CurriculumParts, _ document: SiteReading.Document,
        into draft: inout RecordDraft
    ) {
        let read = parts.form.sections(of: parts.person).sections[Record.personSection]
        var said = CurriculumText.plain(read?.mapping ?? Mapping())
        var typed = VisibleWords()
        if let url = said["layout"]?["url"], draft.layout["url"] == nil {
            draft.layout["url"] = url
            typed.add(RecordDraft.words(of: url))
        }
        said["layout"] = nil
        if let bio = said["bio"]?.string {
            said["bio"] = nil
            if draft.person["bio"] == nil {
                draft.set("bio", prose: bio)
            } else if draft.person["bio"]?.string != bio {
                draft.addFree(nil, title: "Summary", text: bio, permalink: document.permalink)
            }
        }
        for field in said.entries {
            switch (draft.person[field.key], field.value) {
            case (.list(let known)?, .list(let new)) where field.key != "address":
                let more = new.filter { !PersonFields.contains($0, in: known) }
                draft.person[field.key] = .list(PersonFields.withOwnIDs(known + more))
            case (nil, _): draft.person[field.key] = field.value
            default: continue
            }
        }
        typed.add(RecordDraft.words(of: .mapping(said)))
        draft.countTyped(typed)
        var record = draft.person
        record["layout"] = .mapping(draft.layout)
        let texts = parts.personTexts.filter { $0.text != read?["bio"]?.string }
        for text in texts where !text.isSaid(in: record) {
            leave([text], as: text.isSaid(in: said) ? .outweighed : .unplaced, in: document)
        }
        leaveRepeated(texts.filter { $0.isSaid(in: record) }, besides: typed, in: document)
    }

    /// Lists texts as left out.
    private mutating func leave(
        _ texts: [TextLeaf], as reason: DroppedText.Reason, in document: SiteReading.Document
    ) {
        guard !texts.isEmpty else { return }
        report.dropped.append(
            DroppedText(
                reason, texts.map(\.text).joined(separator: ", "), file: document.file,
                line: texts[0].line(in: site.texts[document.file] ?? "")))
    }
}
