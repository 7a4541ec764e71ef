/// Reads entries out of the items of a page.
public enum EntryGrammar {
    /// Returns the entry that an item is.
    ///
    /// - Parameters:
    ///   - markdown: One item as it stands in its page, without its bullet and the indentation that
    ///     all its lines share; nested lists, HTML and line ends as they are.
    ///   - kind: What the item is.
    ///   - context: What is known of its page.
    /// - Returns: The entry; nil where a word would be lost or is not understood, and where the
    ///   item is several entries (`readAll`).
    public static func read(
        _ markdown: String, as kind: SectionKind, context: EntryContext = EntryContext()
    ) -> EntryReading? {
        guard let all = readAll(markdown, as: kind, context: context), all.count == 1 else {
            return nil
        }
        return all.first
    }

    /// Returns the entries that an item is: one, but for lists of venues and of courses that share
    /// one label (`Reviewer: KDD'23, ICML'22,23`).
    ///
    /// The words of the notation are those of the whole item and stand with the first entry.
    public static func readAll(
        _ markdown: String, as kind: SectionKind, context: EntryContext = EntryContext()
    ) -> [EntryReading]? {
        item(markdown).flatMap { readAll($0, as: kind, context: context) }
    }

    /// Returns the lines of an item, which are the same whatever it is; nil where it is none.
    static func item(_ markdown: String) -> Item? {
        // An item is a paragraph or two; what is longer than a page is none.
        guard markdown.utf8.count <= sizeLimit else { return nil }
        let item = Item(markdown)
        return item.lines.isEmpty ? nil : item
    }

    static func readAll(
        _ item: Item, as kind: SectionKind, context: EntryContext
    ) -> [EntryReading]? {
        switch kind {
        case .news: return NewsGrammar(context: context).read(item).map { [$0] }
        case .publications:
            return PaperBibTeX.readings(of: item, context: context)
                ?? NumberedPapers(item)?.read(context)
                ?? PublicationGrammar(context: context).read(item).map { [$0] }
        case .positions, .education:
            return StintGrammar(kind: kind, context: context).read(item).map { [$0] }
        case .awards: return AwardGrammar(context: context).read(item).map { [$0] }
        case .service: return ServiceGrammar(context: context).read(item)
        case .teaching: return TeachingGrammar(context: context).read(item)
        case .talks: return TalkGrammar(context: context).read(item).map { [$0] }
        case .projects: return ProjectGrammar(context: context).read(item).map { [$0] }
        case .contact: return ContactGrammar(context: context).read(item).map { [$0] }
        case .bio, .interests, .skills, .other: return nil
        }
    }

    /// The longest item that is read.
    static let sizeLimit = 12_000
}
