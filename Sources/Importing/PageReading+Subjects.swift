internal import Prose

/// Papers below headings of their subjects, within what a section says of a person's work.
extension PageReading {
    /// Cuts sections at the headings within them where papers stand below one of these: what is said
    /// of a subject and the papers on it are parts of the page by themselves.
    ///
    /// A section whose heading announces entries keeps them together, and so does one that is a list
    /// of papers as a whole.
    func partedBySubjects(_ sections: [PageSection]) -> [PageSection] {
        sections.flatMap { section -> [PageSection] in
            guard section.kind?.holdsEntries != true, section.heading != nil,
                case let parts = Self.parts(of: section), parts.count > 1,
                parts.dropFirst().contains(where: holdsPublications), !holdsPublications(section)
            else { return [section] }
            return parts
        }
    }

    /// The parts of a section below its uppermost headings; the first one is what stands above them.
    private static func parts(of section: PageSection) -> [PageSection] {
        let levels = section.pieces.compactMap { piece -> Int? in
            if case .heading(let level) = piece.kind { level } else { nil }
        }
        guard let top = levels.min() else { return [section] }
        var parts = [PageSection(heading: section.heading, kind: section.kind)]
        for piece in section.pieces {
            if case .heading(top) = piece.kind, let heading = piece.heading {
                parts.append(PageSection(heading: heading, kind: nil))
            } else {
                parts[parts.count - 1].pieces.append(piece)
            }
        }
        return parts
    }
}
