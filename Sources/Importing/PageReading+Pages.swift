internal import Formats
internal import Layouts
internal import Prose

/// Pages besides the homepage, and prose.
extension PageReading {
    /// What a page besides the homepage holds, where its title says that it is a list.
    var pageKind: SectionKind? { isHome ? nil : titleKind }

    /// What the title of the page says that it lists.
    private var titleKind: SectionKind? {
        SectionHeading.kind(of: page.announcement).flatMap { $0.holdsEntries ? $0 : nil }
    }

    /// The sections of the page.
    ///
    /// A page whose title says what it holds is one section of that, if it is understood so; that
    /// may be the only page that somebody brings.
    var sections: [PageSection] { partedBySubjects(joiningPapers(cutSections)) }

    private var cutSections: [PageSection] {
        let text = page.text.text
        guard let kind = titleKind else { return PageSections.sections(of: text) }
        let whole = PageSections.sections(of: text, kind: kind)
        guard let first = whole.first, first.heading == nil, first.kind == kind else {
            return PageSections.sections(of: text)
        }
        let items = items(of: first, as: kind)
        let isList = items.isUnderstood && items.entryCount > 1
        return isList ? whole : PageSections.sections(of: text)
    }

    /// Keeps a section as free prose.
    mutating func keep(_ section: PageSection, translating part: String? = nil) {
        guard !section.text.isEmpty || section.heading != nil else { return }
        let words = section.heading?.title ?? ""
        let title = words.isEmpty ? page.title : words
        // A heading over nothing still is on the page.
        let text = section.text.isEmpty ? "&nbsp;" : section.text
        draft.addFree(
            words.isEmpty ? nil : section.heading, title: title.isEmpty ? "…" : title, text: text,
            permalink: isHome ? nil : page.permalink, language: language, translates: part,
            isHome: isHome)
        if let part { translated.insert(part) }
    }

    /// The part of the homepage that a section says in another language, nil where it is none.
    ///
    /// That is the person's life before the first heading, or below one that says so, and what the
    /// person works on; lists are read as lists.
    func translation(of section: PageSection) -> String? {
        guard language != nil, !section.text.isEmpty else { return nil }
        let isFirst = translated.isEmpty && section.heading == nil
        let part: String
        switch section.kind {
        case .bio?: part = "bio"
        case .interests?: part = "interests"
        case nil where isFirst: part = "bio"
        default: return nil
        }
        return translated.contains(part) ? nil : part
    }

    /// Leaves out what no item of a section has: headings above nothing, pieces that show nothing.
    mutating func dropIdle(_ items: SectionItems) {
        for heading in items.idleHeadings {
            drop(.duplicate, heading.source, line: heading.line)
        }
        for blank in items.blanks { drop(.markup, blank.text, line: blank.line) }
    }

    /// Leaves out the heading of a first group that the list ended with when it was met last, as on
    /// a page that says the same as another one.
    mutating func dropHeading(
        thatGoesOnIn items: SectionItems, of section: PageSection, under heading: PageHeading?
    ) {
        let name = items.kind.rawValue
        let new = items.items.first { isHome || !draft.has($0.readings, in: name) }
        let words = [heading?.whole, new?.group].compactMap(\.self).joined(separator: ": ")
        guard let group = new?.group, draft.lastGroup(of: name) == words,
            let place = section.pieces.compactMap(\.heading).first(where: { $0.whole == group })
        else { return }
        drop(.duplicate, place.source, line: place.line)
    }

    /// Takes out a section that the theme fills by itself: a heading above a list that Liquid makes
    /// of files which are in the record by themselves.
    ///
    /// - Parameters:
    ///   - section: The section.
    ///   - next: The line of the heading behind it, nil for the last one.
    /// - Returns: Whether nothing of the section is left.
    mutating func takeOutMachinery(_ section: inout PageSection, until next: Int?) -> Bool {
        guard VisibleWords(ofMarkdown: section.text).total == 0,
            !section.text.contains("<img"), !section.text.contains("![")
        else { return false }
        let lines = page.text.lines
        let start = lines.place(of: section.heading?.line ?? 0)
        let end = next.map { lines.place(of: $0) }
        let isFilled = page.text.drops.contains { drop in
            drop.reason == .liquid && drop.file == start.file && drop.line >= start.line
                && (end == nil || end?.file != start.file || drop.line < end?.line ?? 0)
        }
        guard isFilled else { return false }
        let heading = section.heading.map { [$0.source] } ?? []
        let text = (heading + [section.text]).filter { !$0.allSatisfy(\.isWhitespace) }
        if !text.isEmpty {
            drop(.machinery, text.joined(separator: "\n"), line: section.heading?.line ?? 0)
        }
        return true
    }
}

extension SectionKind {
    /// Whether sections of this kind are lists of entries.
    var holdsEntries: Bool {
        switch self {
        case .news, .publications, .positions, .education, .awards, .service, .teaching, .talks,
            .projects:
            true
        case .bio, .interests, .contact, .skills, .other: false
        }
    }

    /// The share of its words that has to be understood for a section to be a list of this kind.
    ///
    /// Below a heading that speaks of publications, what is not understood is one all the same,
    /// and keeps its place in the list as it was written.
    var leastShare: Double { self == .publications ? 0.25 : 0.5 }

    /// Whether a heading of this kind may stand above entries of another one.
    ///
    /// News tell of anything, so whatever is no piece of news there is prose. Nearly any line can be
    /// read as a project or a course, and a list of papers is none; below `Journals` there may be
    /// those that a person reviews for.
    func mayMean(_ other: SectionKind) -> Bool {
        switch (self, other) {
        case (.news, _): false
        case (.publications, _): other == .service
        default: other != self
        }
    }
}
