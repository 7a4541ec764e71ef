internal import Formats
internal import Layouts
internal import Prose

/// A part of a page between two headings, cut into pieces.
struct PageSection {
    /// The heading, nil for what stands before the first one.
    var heading: PageHeading?
    /// What it seems to hold by its heading, nil where that says nothing.
    var kind: SectionKind?
    /// What stands in it, in order.
    var pieces: [PagePiece] = []
    /// Whether a longer part of the page holds the same, so that this one stays prose.
    var isBeside = false

    /// The section as it was written, without its heading.
    var text: String { pieces.map(\.text).joined(separator: "\n\n") }
}

/// A heading of a page.
struct PageHeading {
    /// The words without emoji and marks.
    var title: String
    /// Emoji before or behind the words.
    var emoji: String?
    /// The level, from 1.
    var level: Int
    /// The heading as it was written.
    var source: String
    /// The line it stands on, from 0.
    var line: Int

    /// Emoji and words.
    var whole: String { [emoji, title].compactMap(\.self).joined(separator: " ") }

    /// Tells whether the heading is the title of a paper, its year before it or its whole citation.
    func announces(_ paper: String) -> Bool {
        func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        let start = letters(paper).prefix(30)
        return !start.isEmpty && letters(title).contains(start)
    }
}

/// A block of a section, or several that belong together.
struct PagePiece {
    enum Kind: Hashable {
        case heading(Int)
        case paragraph
        case list(isOrdered: Bool)
        case html
        case table
        case other
    }

    var kind: Kind
    /// The lines, from 0.
    var lines: Range<Int>
    /// The piece as it was written.
    var text: String
    /// The items of a list or the rows of a table, each with its first line.
    var items: [(text: String, line: Int)] = []
    /// What the columns of a table are called.
    var head: (text: String, line: Int)?
    /// What a heading says.
    var heading: PageHeading?
}

/// Cuts a page into its sections.
struct PageSections {
    let outline: MarkdownOutline
    private let ends: [Int: Int]
    /// How many headings of Markdown stand before each block.
    let headingsBefore: [Int]
    private var sections: [PageSection] = [PageSection()]

    /// Returns the sections of a page, in order.
    ///
    /// `kind` is what the page as a whole holds, where its title says so.
    static func sections(of text: String, kind: SectionKind? = nil) -> [PageSection] {
        var cutting = PageSections(outline: MarkdownOutline(of: text))
        cutting.sections[0].kind = kind
        for piece in cutting.pieces() { cutting.add(piece) }
        return cutting.sections.filter { $0.heading != nil || !$0.pieces.isEmpty }
    }

    init(outline: MarkdownOutline) {
        self.outline = outline
        ends = Self.ends(of: outline)
        headingsBefore = Self.headingsBefore(in: outline)
    }

    private mutating func add(_ piece: PagePiece) {
        guard let heading = piece.heading else {
            sections[sections.count - 1].pieces.append(piece)
            return
        }
        if piece.kind == .paragraph {
            // A year alone parts a list; elsewhere it is text.
            var piece = piece
            if sections[sections.count - 1].kind == nil { piece.heading = nil }
            sections[sections.count - 1].pieces.append(piece)
            return
        }
        let kind = SectionHeading.kind(of: heading.title)
        let current = sections[sections.count - 1]
        // The title of a page is above all of its headings.
        let isDeeper = current.heading.map { heading.level > $0.level } ?? (current.kind != nil)
        let isTopic = current.kind == .publications && !SectionHeading.isPlain(heading.title)
        let isOfSameKind = kind == nil || kind == current.kind || kind == .other || isTopic
        // Years part a list of papers, at whatever level they stand.
        let isYear = current.kind == .publications && HeadingText.yearLine(heading.title) != nil
        // A deeper heading is a group of the section, unless it clearly speaks of something else.
        if isYear || isDeeper, current.kind != nil ? isOfSameKind : kind == nil {
            sections[sections.count - 1].pieces.append(piece)
        } else {
            sections.append(PageSection(heading: heading, kind: kind))
        }
    }

    // MARK: Pieces

    private mutating func pieces() -> [PagePiece] {
        var result: [PagePiece] = []
        var index = 0
        let blocks = outline.blocks
        while index < blocks.count {
            let block = blocks[index]
            guard block.kind == .html else {
                result += pieces(of: block)
                index += 1
                continue
            }
            let end = endOfElement(from: index)
            if onlyEncloses(index, upTo: end) {
                index += 1
                continue
            }
            let lines = block.lines.lowerBound..<blocks[end].lines.upperBound
            result += htmlPieces(lines)
            index = end + 1
        }
        return result
    }

    func pieces(of block: MarkdownOutline.Block) -> [PagePiece] {
        let text = outline.text(of: block.lines)
        switch block.kind {
        case .rule: return []
        case .heading(let level):
            let heading = HeadingText.heading(text, level: level, line: block.lines.lowerBound)
            return [
                PagePiece(
                    kind: .heading(level), lines: block.lines, text: text, heading: heading)
            ]
        case .list(let isOrdered):
            if let years = yearPieces(of: block) { return years }
            var piece = PagePiece(
                kind: .list(isOrdered: isOrdered), lines: block.lines, text: text)
            piece.items = block.items.map { (outline.text(of: $0), $0.lines.lowerBound) }
            return [piece]
        case .paragraph:
            // `<a name="news"><h2>News</h2></a>` is a paragraph to Markdown, and not to a browser.
            if HTMLElements.hasHeading(text) { return htmlPieces(block.lines) }
            return table(of: block).map { [$0] } ?? paragraphPieces(text, lines: block.lines)
        case .table:
            return [
                table(of: block) ?? PagePiece(kind: .other, lines: block.lines, text: text)
            ]
        default: return [PagePiece(kind: .other, lines: block.lines, text: text)]
        }
    }

    /// The piece of a table in Markdown; nil for a block that is none.
    private func table(of block: MarkdownOutline.Block) -> PagePiece? {
        guard let (head, rows) = TableRows.rows(of: outline.lines[block.lines]) else { return nil }
        return PagePiece(
            kind: .table, lines: block.lines, text: outline.text(of: block.lines), items: rows,
            head: head)
    }

    /// A paragraph; a line of strong words that name a section is a heading.
    private func paragraphPieces(_ text: String, lines: Range<Int>) -> [PagePiece] {
        if let year = HeadingText.yearLine(text) {
            var piece = PagePiece(kind: .paragraph, lines: lines, text: text)
            piece.heading = HeadingText.heading(year, level: 6, line: lines.lowerBound)
            return [piece]
        }
        let first = text.prefix { $0 != "\n" }
        let rest = text[first.endIndex...].drop { $0 == "\n" }
        guard let title = HeadingText.strongLine(String(first)),
            SectionHeading.kind(of: HeadingText.words(title).title) != nil
        else { return [PagePiece(kind: .paragraph, lines: lines, text: text)] }
        let heading = HeadingText.heading(title, level: 3, line: lines.lowerBound)
        var result = [
            PagePiece(
                kind: .heading(3), lines: lines.lowerBound..<(lines.lowerBound + 1),
                text: String(first), heading: heading)
        ]
        if !rest.isEmpty {
            result.append(
                PagePiece(
                    kind: .paragraph, lines: (lines.lowerBound + 1)..<lines.upperBound,
                    text: String(rest)))
        }
        return result
    }

    /// The block with which the element ends that an HTML block opens.
    ///
    /// An element that nothing closes ends where its block does, so that a forgotten end tag does
    /// not swallow the page.
    func endOfElement(from start: Int) -> Int {
        ends[start] ?? start
    }

    /// For each block the one with which the elements end that are open behind it.
    ///
    /// With the depth before each block known, that is the next one that is no deeper, which a
    /// list of the blocks still waiting for theirs finds in one pass.
    private static func ends(of outline: MarkdownOutline) -> [Int: Int] {
        guard outline.blocks.contains(where: { $0.kind == .html }) else { return [:] }
        var ends: [Int: Int] = [:]
        var waiting: [(block: Int, depth: Int)] = []
        var depth = 0
        for (index, block) in outline.blocks.enumerated() {
            waiting.append((index, depth))
            depth += HTMLElements.balance(of: outline.text(of: block.lines))
            while let last = waiting.last, depth <= last.depth {
                ends[last.block] = index
                waiting.removeLast()
            }
        }
        return ends
    }
}
