internal import Formats
internal import Layouts
internal import Prose

/// Pages besides the homepage.
extension PageReading {
    /// The sections of the page.
    ///
    /// A page whose title says what it holds is one section of that, if it is understood so.
    var sections: [PageSection] {
        let text = page.text.text
        guard !isHome, let kind = SectionHeading.kind(of: page.title), kind.holdsEntries else {
            return PageSections.sections(of: text)
        }
        let whole = PageSections.sections(of: text, kind: kind)
        guard let first = whole.first, first.heading == nil, first.kind == kind else {
            return PageSections.sections(of: text)
        }
        let items = items(of: first, as: kind)
        let isList = items.share >= 0.5 && items.entryCount > 1
        return isList ? whole : PageSections.sections(of: text)
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

    /// Whether a heading of this kind may stand above entries of another one.
    ///
    /// News tell of anything, so whatever is no piece of news there is prose; and what names a
    /// paper is no award.
    func mayMean(_ other: SectionKind) -> Bool {
        switch (self, other) {
        case (.news, _), (.publications, .awards): false
        default: other != self
        }
    }
}
