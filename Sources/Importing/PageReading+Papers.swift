internal import JSONSchema
internal import Prose
internal import RecordModel

/// Lists of publications below headings that do not speak of any.
extension PageReading {
    /// Tells whether a section whose heading says nothing is a list of publications by what it
    /// holds: several entries that name their authors, or boxes as acad-homepage has for papers.
    func holdsPublications(_ section: PageSection) -> Bool {
        let listed = section.pieces.reduce(0) { $0 + $1.items.count }
        let dated = section.pieces.count { piece in
            piece.kind == .paragraph && piece.text.holdsYear
        }
        let hasBox = section.pieces.contains { piece in
            piece.kind == .html && ["paper-box", "csl-entry"].contains(where: piece.text.contains)
        }
        guard listed + dated >= 3 || hasBox else { return false }
        // Below a course stand the papers of others.
        let isElsewhere = !isHome && pageKind != .publications
        let isLoose =
            section.kind != nil || listed < 3 || isElsewhere || isBio(section) && !isYear(section)
        let isSure = isLoose && !hasBox
        guard !isSure || mayNameOwner(section, times: max(1, (listed + dated) / 8)) else {
            return false
        }
        let items = SectionItems(section, as: .publications, reader: reader, context: context)
        guard items.share >= 0.7 else { return false }
        let papers = items.items.count { item in
            item.readings?.contains { isPaper($0.fields, surely: isSure) } ?? false
        }
        return papers * 10 >= items.items.count * 7
    }

    /// Tells whether the person may be among the authors of so many papers of a section, by a look
    /// that costs far less than to read them.
    private func mayNameOwner(_ section: PageSection, times: Int) -> Bool {
        var mentions = 0
        for piece in section.pieces {
            // A letter that HTML spells out is not looked for.
            guard !(piece.text.contains("&") && piece.text.contains(";")) else { return true }
            mentions += min(times, context.ownMentions(in: piece.text))
            if mentions >= times { return true }
        }
        return false
    }

    /// Tells whether fields are those of a paper: it names its authors, and where little else speaks
    /// for a list of papers, the person whose page it is among them, and where or when it appeared.
    private func isPaper(_ fields: Mapping, surely: Bool) -> Bool {
        let authors = fields["authors"]?.list ?? []
        guard surely else { return !authors.isEmpty }
        return authors.contains { $0["self"] == .bool(true) }
            && (fields["venue"] != nil || fields["date"] != nil)
    }

    private func isYear(_ section: PageSection) -> Bool {
        section.heading.flatMap { HeadingText.yearLine($0.title) } != nil
    }

    /// Tells whether a section below a year goes on with the list of publications above it.
    func goesOnByYear(_ section: PageSection) -> Bool {
        isYear(section) && draft.lastPlace == SectionKind.publications.rawValue
    }
}
