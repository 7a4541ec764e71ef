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
            let parts = Self.items(of: piece, group: group, as: kind).flatMap { item in
                kind == .publications ? item.partedAtBreaks(reader, context) : [item]
            }
            for (number, part) in parts.enumerated() {
                var item = part
                if item.isBlank {
                    blanks.append(item)
                    continue
                }
                context.files = files(item.text)
                context.subheading = item.group
                item.readings = reader.readAll(item.text, as: kind, context: context)
                if kind == .publications, item.readings == nil, index < pieces.count,
                    number == parts.count - 1, let next = pieces[index].goingOn(group: group),
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
            heading.announces(title),
            !arePapers(
                pieces[index + 1..<end], below: heading,
                isExact: heading.emoji == nil && heading.title.hasPrefix(title.prefix(20)),
                reader, context)
        else { return nil }
        item.readings = readings
        return (item, end)
    }

    /// Tells whether the pieces below a heading are papers by themselves: one of a list, one that
    /// begins with its title, one of another title where the heading says more than one, or several.
    private static func arePapers(
        _ pieces: ArraySlice<PagePiece>, below heading: PageHeading, isExact: Bool,
        _ reader: EntryReader, _ context: EntryContext
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
                guard let paper, paper.fields["authors"] != nil else { continue }
                papers += 1
                // `## 4. Rivers` above the whole citation of `Quiet Rivers`.
                let isWhole = paper.fields["venue"] != nil && paper.fields["date"] != nil
                if isWhole, !isExact, !heading.announces(paper.fields["title"]?.string ?? "") {
                    return true
                }
            }
        }
        return papers > 1
    }

    private static func items(
        of piece: PagePiece, group: String?, as kind: SectionKind = .publications
    ) -> [SectionItem] {
        wholeItems(of: piece, group: group, as: kind).flatMap { item -> [SectionItem] in
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

    private static func wholeItems(
        of piece: PagePiece, group: String?, as kind: SectionKind
    ) -> [SectionItem] {
        switch piece.kind {
        case .table where kind == .publications:
            let head = piece.head.map {
                SectionItem(text: $0.text, line: $0.line, isListed: false, group: group)
            }
            return (head.map { [$0] } ?? [])
                + piece.items.map {
                    SectionItem(text: $0.text, line: $0.line, isListed: true, group: group)
                }
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

    /// Tells whether enough was understood for a list of the kind: of all words, or of papers below
    /// one of several headings, whatever stands below the others.
    var isUnderstood: Bool {
        if share >= kind.leastShare { return true }
        guard kind == .publications else { return false }
        let groups = Dictionary(grouping: items, by: \.group)
        return groups.count > 1
            && groups.values.contains { group in
                group.count > 2
                    && group.count { $0.readings?.first?.fields["authors"] != nil } * 10
                        >= group.count * 8
            }
    }
}
