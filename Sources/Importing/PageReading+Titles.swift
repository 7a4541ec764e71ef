internal import Prose
internal import RecordModel

/// Papers whose titles are headings.
extension PageReading {
    /// The sections, with those that are papers below the heading that announces them.
    ///
    /// On some pages the title of each paper is a heading of the same level as `Published papers`
    /// above them. A section is one of them if its heading is the title that is read from it.
    func joiningPapers(_ sections: [PageSection]) -> [PageSection] {
        var result: [PageSection] = []
        for section in sections {
            if let last = result.last, last.kind == .publications,
                last.pieces.first.map({ $0.heading != nil }) ?? true, let pieces = paper(section)
            {
                result[result.count - 1].pieces += pieces
            } else {
                result.append(section)
            }
        }
        return result
    }

    /// The pieces of a section that is one paper, with its heading; nil for any other section.
    private func paper(_ section: PageSection) -> [PagePiece]? {
        guard let heading = section.heading, !section.pieces.isEmpty,
            section.pieces.allSatisfy({ $0.heading == nil }),
            section.kind == nil || !SectionHeading.isPlain(heading.title)
        else { return nil }
        let title = PagePiece(
            kind: .heading(heading.level), lines: heading.line..<heading.line + 1,
            text: heading.source, heading: heading)
        var whole = PageSection(heading: nil, kind: .publications)
        whole.pieces = [title] + section.pieces
        let items = items(of: whole, as: .publications).items
        guard items.count == 1, let readings = items[0].readings, readings.count == 1,
            let read = readings[0].fields["title"]?.string, heading.announces(read)
        else { return nil }
        return whole.pieces
    }
}
