internal import Prose
internal import RecordModel

/// Papers whose titles are headings.
extension PageReading {
    /// The sections, with those that are papers below the heading that announces them.
    ///
    /// On some pages the title of each paper is a heading of the same level as `Published papers`
    /// above them. A section is one of them if its heading is the title that is read from it.
    ///
    /// Where half of the headings of a level that follow each other are, all of them are: of one
    /// paper the page may say no more than its title.
    func joiningPapers(_ sections: [PageSection]) -> [PageSection] {
        var result: [PageSection] = []
        var index = 0
        while index < sections.count {
            let isAnnounced = result.last.map(mayGoOn) ?? false
            let isAsked = isAnnounced || announcesResearch && index < 2
            let run = isAsked ? run(sections, from: index) : []
            let read = run.map(paper)
            // What follows the last of them is something else.
            let papers = read.prefix(read.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0)
            let first = papers.prefix { $0 != nil }.compactMap(\.self)
            let known = papers.count { $0 != nil }
            let sure = papers.count { $0?.isSure == true }
            if isAnnounced
                ? known > 1 && known * 2 >= papers.count : sure > 2 && sure * 3 >= papers.count * 2
            {
                if !isAnnounced { result.append(PageSection(kind: .publications)) }
                for (section, paper) in zip(run, papers) {
                    result[result.count - 1].pieces += paper?.pieces ?? Self.pieces(of: section)
                }
                index += papers.count
            } else if isAnnounced, !first.isEmpty {
                result[result.count - 1].pieces += first.flatMap(\.pieces)
                index += first.count
            } else {
                result.append(sections[index])
                index += 1
            }
        }
        return result
    }

    /// Tells whether papers with headings of their own may go on with a section.
    private func mayGoOn(_ section: PageSection) -> Bool {
        section.kind == .publications && section.pieces.first.map { $0.heading != nil } ?? true
    }

    /// Whether the title of the page announces what the person works on, which may be papers.
    private var announcesResearch: Bool {
        let title = page.announcement.lowercased()
        return ["research", "work", "paper"].contains(where: title.contains)
    }

    /// The sections from one on that follow each other and may be a paper each.
    private func run(_ sections: [PageSection], from index: Int) -> ArraySlice<PageSection> {
        let level = sections[index].heading?.level
        return sections[index...].prefix { mayBePaper($0) && $0.heading?.level == level }
    }

    /// Tells whether the heading of a section may be the title of a paper: prose stands below it, and
    /// it does not say what it announces.
    private func mayBePaper(_ section: PageSection) -> Bool {
        guard let heading = section.heading, !section.pieces.isEmpty,
            section.pieces.allSatisfy({ $0.heading == nil })
        else { return false }
        return section.kind == nil || !SectionHeading.isPlain(heading.title)
    }

    /// The pieces of a section with its heading as the first of them.
    private static func pieces(of section: PageSection) -> [PagePiece] {
        guard let heading = section.heading else { return section.pieces }
        let title = PagePiece(
            kind: .heading(heading.level), lines: heading.line..<heading.line + 1,
            text: heading.source, heading: heading)
        return [title] + section.pieces
    }

    /// The pieces of a section that is one paper, with its heading, and whether it surely is the
    /// person's, and appeared; nil for any other section.
    private func paper(_ section: PageSection) -> (pieces: [PagePiece], isSure: Bool)? {
        guard let heading = section.heading, mayBePaper(section) else { return nil }
        var whole = PageSection(heading: nil, kind: .publications)
        whole.pieces = Self.pieces(of: section)
        let items = items(of: whole, as: .publications).items
        guard items.count == 1, let readings = items[0].readings, readings.count == 1,
            case let fields = readings[0].fields, let title = fields["title"]?.string,
            heading.announces(title)
        else { return nil }
        let isOwn = fields["authors"]?.list?.contains { $0["self"] == .bool(true) } ?? false
        return (whole.pieces, isOwn && (fields["venue"] != nil || fields["date"] != nil))
    }
}
