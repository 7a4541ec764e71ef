internal import Formats
internal import JSONSchema
internal import Layouts
internal import Prose
internal import RecordModel

/// Reads the prose of a page into a record.
struct PageReading {
    let page: PageSource
    let reader: EntryReader
    /// What is known of the page.
    let context: EntryContext
    var draft: RecordDraft
    private(set) var dropped: [DroppedText] = []

    /// Whether the sections of the page stand on the homepage.
    let isHome: Bool
    /// The language in which the page says what the homepage does; nil for any other page.
    let language: String?
    /// The parts of the homepage that were found in that language.
    var translated: Set<String> = []

    init(
        _ page: PageSource, reader: EntryReader, context: EntryContext, draft: RecordDraft,
        isHome: Bool, language: String? = nil
    ) {
        self.page = page
        self.reader = reader
        var context = context
        context.authorMarks = AuthorMark.key(in: page.text.text)
        self.context = context
        self.draft = draft
        self.isHome = isHome
        self.language = language
    }

    /// Reads all sections.
    mutating func read() {
        let sections = sections
        let headed = pageKind.flatMap { HeadedEntries(sections, as: $0) }
        let beside = besides(sections)
        for (index, section) in sections.enumerated() {
            if let headed, let entry = headed.entries[index] {
                if draft.isValid(entry, in: headed.section) {
                    draft.add(entry, to: headed.section)
                    continue
                }
            }
            var section = section
            section.isBeside = beside.contains(index)
            takeOutSamples(&section)
            takeOutEmptyMarkup(&section)
            guard !(section.pieces.isEmpty && section.heading == nil) else { continue }
            let next = index + 1 < sections.count ? sections[index + 1].heading?.line : nil
            if isHome || !takeOutMachinery(&section, until: next) { read(section) }
        }
    }

    // MARK: Samples

    /// Takes out what came with the theme, item by item.
    private mutating func takeOutSamples(_ section: inout PageSection) {
        let before = section.pieces.count
        var hadSample = false
        section.pieces = section.pieces.compactMap { piece -> PagePiece? in
            guard TemplateText.isSampleLine(piece.text) else { return piece }
            hadSample = true
            guard !piece.items.isEmpty else {
                drop(.templateSample, piece.text, line: piece.lines.lowerBound)
                return nil
            }
            var piece = piece
            piece.items = piece.items.filter { item in
                guard TemplateText.isSampleLine(item.text) else { return true }
                drop(.templateSample, item.text, line: item.line)
                return false
            }
            guard !piece.items.isEmpty else { return nil }
            piece.text = piece.items.map { "- " + Self.indented($0.text) }.joined(separator: "\n")
            return piece
        }
        // A heading with nothing but samples below it is the theme's as well.
        let isEmpty = section.pieces.allSatisfy { $0.heading != nil }
        if hadSample, isEmpty, let heading = section.heading {
            drop(.templateSample, heading.source, line: heading.line)
            for piece in section.pieces {
                drop(.templateSample, piece.text, line: piece.lines.lowerBound)
            }
            section.heading = nil
            section.pieces = []
        } else if isEmpty, before > 0, section.heading == nil {
            section.pieces = []
        }
    }

    /// Takes out what shows nothing before the first heading: places that menus lead to.
    private mutating func takeOutEmptyMarkup(_ section: inout PageSection) {
        guard section.heading == nil, isHome else { return }
        section.pieces = section.pieces.compactMap { piece -> PagePiece? in
            let isShown =
                !VisibleWords(ofMarkdown: piece.text).counts.isEmpty
                || piece.text.contains("<img") || piece.text.contains("![")
            guard !isShown else { return piece }
            drop(.markup, piece.text, line: piece.lines.lowerBound)
            return nil
        }
    }

    private static func indented(_ text: String) -> String {
        text.replacing("\n", by: "\n  ")
    }

    mutating func drop(_ reason: DroppedText.Reason, _ text: String, line: Int) {
        let place = page.text.lines.place(of: line)
        dropped.append(DroppedText(reason, text, file: place.file, line: place.line))
    }

    // MARK: Sections

    private mutating func read(_ section: PageSection) {
        if let part = translation(of: section) { return keep(section, translating: part) }
        if let heading = section.heading,
            heading.source.contains("](") || heading.source.contains("href")
        {
            // A heading of a record is words alone; where it led to is in the report.
            drop(.markup, heading.source, line: heading.line)
        }
        switch section.kind {
        case _ where section.isBeside: keep(section)
        case let kind
        where kind?.holdsEntries != true && (holdsPublications(section) || goesOnByYear(section)):
            readList(section, as: .publications)
        case _ where isBio(section):
            guard !section.text.isEmpty else {
                // A name above the heading of the first text: that text is who this is.
                if section.heading?.whole.isEmpty == false { keep(section) }
                return
            }
            draft.set("bio", prose: section.text)
            draft.place("bio", heading: section.heading)
        case .interests?:
            guard draft.person["interests"] == nil, isHome, !section.text.isEmpty else {
                return keep(section)
            }
            draft.set("interests", prose: section.text)
            draft.place("interests", heading: section.heading)
        case .contact?: readContact(section)
        case .skills?, .other?, nil:
            if !readWidgets(section) { keep(section) }
        case let kind?: readList(section, as: kind)
        }
    }

    /// Reads a section of entries; where most of it is not understood it stays prose.
    private mutating func readList(_ section: PageSection, as kind: SectionKind) {
        guard !section.pieces.isEmpty else { return keep(section) }
        var best = items(of: section, as: kind)
        if best.share < 0.5 {
            for other in Self.alternatives where kind.mayMean(other) {
                let items = items(of: section, as: other)
                guard items.share > max(0.8, best.share) else { continue }
                // Nearly any line is a role; below another heading it has to be a known one, and
                // no citation that speaks of a review.
                if kind == .publications, other == .service,
                    items.knownShare("kind") < 0.5 || items.meanSize > 20
                {
                    continue
                }
                best = items
            }
        }
        let name = best.kind.rawValue
        let repeated = draft.hasPlace(name)
        // What stands in two places of a page cannot be one list and keep its order.
        guard best.isUnderstood,
            isHome ? !repeated || draft.lastPlace == name : best.entryCount > 0
        else { return keep(section) }
        if isHome, !repeated {
            draft.place(name, heading: section.heading, intro: best.intro)
        }
        if !isHome, let heading = section.heading {
            drop(.duplicate, heading.source, line: heading.line)
        }
        dropIdle(best)
        if isHome, repeated, let heading = section.heading,
            best.items.allSatisfy({ $0.group == nil }),
            draft.lastGroup(of: name) == heading.whole
        {
            drop(.duplicate, heading.source, line: heading.line)
        }
        if repeated || !isHome, let intro = best.intro {
            var entry = Mapping()
            entry["group"] = isHome ? section.heading.map { .string($0.whole) } : nil
            entry["written"] = .string(intro)
            draft.add(entry, to: name)
        }
        var groups: Set<String> = []
        dropHeading(thatGoesOnIn: best, of: section, under: repeated ? section.heading : nil)
        for item in best.items {
            if !isHome, draft.has(item.readings, in: name) {
                drop(.duplicate, item.text, line: item.line)
                continue
            }
            if let group = item.group { groups.insert(group) }
            add(item, to: name, group: repeated ? section.heading?.whole : nil)
        }
        // A heading above nothing but what the record has already.
        for heading in section.pieces.compactMap(\.heading)
        where !isHome && !groups.contains(heading.whole)
            && !best.idleHeadings.contains(where: { $0.line == heading.line })
        {
            drop(.duplicate, heading.source, line: heading.line)
        }
        remember(best, in: name)
    }

    func items(of section: PageSection, as kind: SectionKind) -> SectionItems {
        SectionItems(section, as: kind, reader: reader, context: context) { page.assets(in: $0) }
    }

    private static let alternatives: [SectionKind] = [
        .publications, .service, .awards, .education, .positions, .talks, .teaching, .projects,
    ]

    /// Adds the entries of an item, or the item as it stands.
    private mutating func add(_ item: SectionItem, to section: String, group: String?) {
        // A section that goes on below a heading of its own keeps that above its groups.
        let names = [group, item.group].compactMap(\.self)
        let group = names.isEmpty ? nil : names.joined(separator: ": ")
        guard let readings = item.readings, !readings.isEmpty else {
            var entry = Mapping()
            entry["group"] = group.map(Value.string)
            entry["written"] = .string(item.text)
            draft.add(entry, to: section)
            return
        }
        var first: String?
        for reading in readings {
            var entry = reading.fields
            if section == "publications" || section == "projects" {
                entry["image"] = page.picture(of: reading.notation)
            }
            entry["group"] = group.map(Value.string) ?? entry["group"]
            if let first {
                entry["written_with"] = .string(first)
                draft.add(entry, to: section)
            } else {
                entry["written"] = .string(item.text)
                first = draft.add(entry, to: section)
            }
        }
    }

    /// Remembers how the entries of a section are written.
    private mutating func remember(_ items: SectionItems, in section: String) {
        guard isHome else { return }
        let notations = items.items.compactMap { $0.readings?.first?.notation }
        func most<Key: Hashable>(_ keys: [Key?]) -> Key? {
            var counts: [Key: Int] = [:]
            for key in keys.compactMap(\.self) { counts[key, default: 0] += 1 }
            return counts.max { $0.value < $1.value }?.key
        }
        if let dates = most(notations.map(\.dates)) {
            draft.choose("dates", .string(dates.rawValue), of: section)
        }
        if let frame = most(notations.map(\.dateFrame)) {
            draft.choose("date_frame", .string(frame.rawValue), of: section)
        }
        draft.choose("order", "file", of: section)
        guard section == "publications" else { return }
        // One sign of each meaning is written again; the others are kept for reading.
        var (marks, signs) = (Mapping(), Mapping())
        for (sign, mark) in context.authorMarks.sorted(by: { $0.key < $1.key }) {
            if mark != .other, marks[mark.rawValue] == nil {
                marks[mark.rawValue] = .string(sign)
            } else {
                signs[sign] = .string(mark.rawValue)
            }
        }
        marks["signs"] = signs.isEmpty ? nil : .mapping(signs)
        if !marks.isEmpty { draft.layout["author_marks"] = .mapping(marks) }
    }
}
