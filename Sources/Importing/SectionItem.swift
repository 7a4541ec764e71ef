internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// One item of a section, as it stands in the page.
struct SectionItem {
    /// The item as it was written, without bullet and indentation.
    var text: String
    /// The line it begins on, from 0.
    var line: Int
    /// Whether it stands in a list, a table or a box of its own, not in running text.
    var isListed: Bool
    /// The heading within the section above it.
    var group: String?
    /// What was understood; nil where the item stays as it is.
    var readings: [EntryReading]?

    /// The number of its visible words.
    let size: Int

    /// Takes an item.
    init(text: String, line: Int, isListed: Bool, group: String? = nil) {
        self.text = text
        self.line = line
        self.isListed = isListed
        self.group = group
        size = VisibleWords(ofMarkdown: text).total
    }

    /// The paper with a paragraph of its own below it: links, a prize, the abstract; nil where the
    /// paragraph is no part of it.
    func joined(with next: SectionItem, _ reader: EntryReader, _ context: EntryContext)
        -> SectionItem?
    {
        let isBibTeX = next.text.hasPrefix("```") && next.text.contains("@")
        // A quotation below a bullet is the abstract, and so is what folds away under that name.
        let isQuotation =
            next.text.hasPrefix("> ") || next.foldsAbstract || next.beginsWithAbstract
        guard !isListed || isBibTeX || isQuotation, !next.isListed || next.foldsAbstract,
            next.readings == nil || isBibTeX, group == next.group,
            let title = readings?.first?.fields["title"],
            readings?.count == 1, !isBibTeX || Self.has(title, next.text),
            isBibTeX || isQuotation || next.size <= 12
        else { return nil }
        var joined = SectionItem(
            text: text + "\n\n" + next.text, line: line, isListed: isListed, group: group)
        joined.readings = reader.readAll(joined.text, as: .publications, context: context)
        guard joined.readings?.count == 1, joined.readings?.first?.fields["title"] == title else {
            return nil
        }
        return joined
    }

    /// Whether the item says that it is an abstract: `**Summary**: …`.
    private var beginsWithAbstract: Bool {
        let start = text.drop { "*_ ".contains($0) }.prefix(16).lowercased()
        return ["abstract", "summary:", "summary**", "summary__", "tl;dr", "摘要"].contains(
            where: start.hasPrefix)
    }

    /// Whether the item is an abstract that folds away: `<details><summary>Abstract</summary>…`.
    private var foldsAbstract: Bool {
        guard text.hasPrefix("<details") else { return false }
        let start = text.prefix(160).lowercased()
        return ["abstract", "摘要", "résumé", "resumen", "zusammenfassung"].contains(
            where: start.contains)
    }

    /// The paper of a title, in a paragraph or as a bullet of its own, and of what stands below it
    /// with its authors; nil where both together are none.
    func together(
        with next: SectionItem, _ reader: EntryReader, _ context: EntryContext
    ) -> SectionItem? {
        guard group == next.group, size < 60, next.size < 120 else { return nil }
        // What is a whole paper by itself has no title above it.
        if let paper = reader.readAll(next.text, as: .publications, context: context)?.first,
            paper.fields["venue"] != nil, paper.fields["date"] != nil
        {
            return nil
        }
        var whole = SectionItem(
            text: text + "\n\n" + next.text, line: line, isListed: isListed, group: group)
        whole.readings = reader.readAll(whole.text, as: .publications, context: context)
        guard whole.readings?.count == 1, let title = whole.readings?.first?.fields["title"],
            Self.has(title, text)
        else { return nil }
        return whole
    }

    /// Tells whether a heading above the item is the name of a group, and no title: it is a whole
    /// paper by itself, and in a box has a title that leads somewhere.
    func isPaper(
        of kind: PagePiece.Kind, _ reader: EntryReader, _ context: EntryContext
    ) -> Bool {
        let paper = reader.readAll(text, as: .publications, context: context)?.first
        return kind == .html ? paper?.fields["url"] != nil : paper != nil
    }

    /// Tells whether the item is a paper of a title, which begins it, and names: a heading above it
    /// is none.
    func beginsWithTitle(_ reader: EntryReader, _ context: EntryContext) -> Bool {
        guard let paper = reader.readAll(text, as: .publications, context: context)?.first,
            let title = paper.fields["title"]?.string, paper.fields["authors"] != nil
        else { return false }
        guard let place = text.firstRange(of: title.prefix(20)) else { return false }
        return VisibleWords(ofMarkdown: String(text[..<place.lowerBound])).total == 0
    }

    /// Tells whether a block of BibTeX is of the paper with a title.
    private static func has(_ title: Value, _ block: String) -> Bool {
        let letters = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
        return letters(block).contains(letters(title.string ?? "").prefix(30))
    }
}
