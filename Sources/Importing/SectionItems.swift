internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// The items of a section, read as entries of one kind.
struct SectionItems {
    /// What the items are.
    let kind: SectionKind
    /// The items in order.
    private(set) var items: [SectionItem] = []
    /// What stands before the first item.
    private(set) var intro: String?
    /// Headings that no item has: nothing stands below them, or they say what the last one said.
    private(set) var idleHeadings: [PageHeading] = []
    /// Pieces that show nothing: rules, empty boxes, breaks.
    private(set) var blanks: [SectionItem] = []

    /// Reads the items of a section as entries of a kind.
    ///
    /// `files` gives the files of the profile that a text refers to.
    init(
        _ section: PageSection, as kind: SectionKind, reader: EntryReader, context: EntryContext,
        files: (String) -> Set<String> = { _ in [] }
    ) {
        self.kind = kind
        var context = context
        context.heading = section.heading?.title
        var loose: [SectionItem] = []
        var group: String?
        var waiting: PageHeading?
        let pieces = section.pieces
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            index += 1
            if kind == .publications, piece.heading != nil,
                let (item, next) = Self.titled(
                    pieces, from: index - 1, group, reader, context, files)
            {
                if let waiting { idleHeadings.append(waiting) }
                waiting = nil
                items.append(item)
                index = next
                continue
            }
            if let heading = piece.heading {
                if let waiting { idleHeadings.append(waiting) }
                waiting = heading
                if heading.whole == group {
                    idleHeadings.append(heading)
                    waiting = nil
                }
                group = heading.whole.isEmpty ? nil : heading.whole
                continue
            }
            for var item in Self.items(of: piece, group: group).flatMap({ item in
                kind == .publications ? item.partedAtBreaks(reader, context) : [item]
            }) {
                if item.isBlank {
                    blanks.append(item)
                    continue
                }
                context.files = files(item.text)
                context.subheading = item.group
                item.readings = reader.readAll(item.text, as: kind, context: context)
                if kind == .publications, item.readings == nil, index < pieces.count,
                    pieces[index].kind == .paragraph, pieces[index].heading == nil,
                    let next = Self.items(of: pieces[index], group: group).first,
                    let paper = item.together(with: next, reader, context)
                {
                    items.append(paper)
                    waiting = nil
                    index += 1
                    continue
                }
                if kind == .publications,
                    let joined = items.last?.joined(with: item, reader, context)
                {
                    items[items.count - 1] = joined
                    continue
                }
                if !item.isListed, item.readings == nil, items.isEmpty, group == nil {
                    loose.append(item)
                } else {
                    items.append(item)
                    waiting = nil
                }
            }
        }
        if let waiting { idleHeadings.append(waiting) }
        if items.isEmpty {
            items = loose
        } else if !loose.isEmpty {
            intro = loose.map(\.text).joined(separator: "\n\n")
        }
    }

    /// A publication whose title is a heading, with all that stands below it.
    private static func titled(
        _ pieces: [PagePiece], from index: Int, _ group: String?, _ reader: EntryReader,
        _ context: EntryContext, _ files: (String) -> Set<String>
    ) -> (item: SectionItem, next: Int)? {
        let piece = pieces[index]
        guard let heading = piece.heading, case .heading(let level) = piece.kind,
            heading.title.split(separator: " ").count > 2,
            SectionHeading.kind(of: heading.title) == nil || !SectionHeading.isPlain(heading.title)
        else { return nil }
        let end = pieces[(index + 1)...].firstIndex { $0.heading != nil } ?? pieces.count
        guard end > index + 1 else { return nil }
        let mark = String(repeating: "#", count: level) + " "
        let isMarkdown =
            piece.text.hasPrefix("#") || piece.text.contains("\n=") || piece.text.contains("\n-")
        let first =
            isMarkdown
            ? piece.text : mark + piece.text.split(separator: "\n").joined(separator: " ")
        let text = ([first] + pieces[index + 1..<end].map(\.text)).joined(separator: "\n\n")
        var item = SectionItem(
            text: text, line: piece.lines.lowerBound, isListed: true, group: group)
        var context = context
        context.files = files(text)
        context.subheading = group
        guard let readings = reader.readAll(text, as: .publications, context: context),
            readings.count == 1, let title = readings[0].fields["title"]?.string,
            heading.title.hasPrefix(title.prefix(20)),
            !arePapers(pieces[index + 1..<end], reader, context)
        else { return nil }
        item.readings = readings
        return (item, end)
    }

    /// Tells whether the pieces below a heading are papers by themselves: one of a list, one that
    /// begins with its title, or several.
    private static func arePapers(
        _ pieces: ArraySlice<PagePiece>, _ reader: EntryReader, _ context: EntryContext
    ) -> Bool {
        var papers = 0
        for piece in pieces {
            for item in items(of: piece, group: nil) {
                if item.isListed
                    ? item.isPaper(of: piece.kind, reader, context)
                    : item.beginsWithTitle(reader, context)
                {
                    return true
                }
                let paper = reader.readAll(item.text, as: .publications, context: context)?.first
                if paper?.fields["authors"] != nil { papers += 1 }
            }
        }
        return papers > 1
    }

    private static func items(of piece: PagePiece, group: String?) -> [SectionItem] {
        wholeItems(of: piece, group: group).flatMap { item -> [SectionItem] in
            let isHTML = piece.kind == .html
            let text = isHTML ? HTMLElements.withoutContainers(item.text) : item.text
            guard let (head, entries) = NumberedLines.parts(of: text), !isHTML || head.isEmpty
            else { return [item] }
            let title = HeadingText.strongLine(head).map { HeadingText.words($0).title }
            var items = entries.map { entry in
                SectionItem(
                    text: entry.text, line: item.line + entry.line, isListed: true,
                    group: title ?? group)
            }
            if title == nil, !head.isEmpty {
                let first = SectionItem(
                    text: head, line: item.line, isListed: item.isListed, group: group)
                items.insert(first, at: 0)
            }
            return items
        }
    }

    private static func wholeItems(of piece: PagePiece, group: String?) -> [SectionItem] {
        switch piece.kind {
        case .list where !piece.items.isEmpty, .html where !piece.items.isEmpty:
            // A bullet with nothing behind it is no entry.
            return piece.items.filter { !$0.text.allSatisfy(\.isWhitespace) }.map {
                SectionItem(text: $0.text, line: $0.line, isListed: true, group: group)
            }
        default:
            let isBox = piece.kind == .html
            return [
                SectionItem(
                    text: piece.text, line: piece.lines.lowerBound, isListed: isBox, group: group)
            ]
        }
    }

    /// How many of the items that were understood look like entries: they stand in a list, or
    /// begin with a name that is set off from what is said of it; a paper has authors in any case.
    var entryCount: Int {
        items.count { item in
            item.readings != nil
                && (item.isListed || kind == .publications
                    || ["**", "__", "<b>", "<strong>", "[", "<a "].contains(
                        where: item.text.hasPrefix))
        }
    }

    /// The share of the items that have a field.
    func knownShare(_ field: String) -> Double {
        let known = items.count { $0.readings?.contains { $0.fields[field] != nil } ?? false }
        return items.isEmpty ? 0 : Double(known) / Double(items.count)
    }

    /// How many words an item has, on average.
    var meanSize: Int { items.isEmpty ? 0 : items.reduce(0) { $0 + $1.size } / items.count }

    /// The share of the words that were understood.
    var share: Double {
        let all = items.reduce(0) { $0 + $1.size }
        let read = items.filter { $0.readings != nil }.reduce(0) { $0 + $1.size }
        return all == 0 ? 0 : Double(read) / Double(all)
    }
}
