import Formats
import Profiles

/// What a publication says, part by part.
extension EntryLines {
    /// The parts of a publication; one with a picture is more than a line.
    func parts(of paper: Publication, authors: AuthorLines) -> [EntryPart]? {
        let remarks = remarks(paper).compactMap(\.self)
        guard paper.image == nil, remarks.isEmpty else { return nil }
        let venue = paper.venue
        let issue =
            [venue?.series, venue?.volume].compactMap(\.self).joined(separator: " ")
            + (venue?.number.map { "(\($0))" } ?? "")
        return [
            .init("title", title(paper)), .init("authors", people: authors.people(paper)),
            .init("venue", Line.text(venue?.name).linked(to: venue?.url)),
            .init("short", .text(venue?.short)), .init("track", .text(venue?.track)),
            .init("issue", .text(issue)), .init("pages", .text(venue?.pages)),
            .init("publisher", .text(venue?.publisher)),
            .init("location", .text(venue?.location)),
            .init("date", .text(paper.date.map(dates.text))),
            .init("award_name", .text(paper.awardName)), .init("award", .markdown(paper.award)),
            .init("badges", .text(paper.badges.joined(separator: ", "))),
            .init("status", .text(paper.status?.label)),
            .init("links", links: paper.links.map(link)),
            .init("identifiers", links: hasOwnIdentifiers(paper) ? identifiers(paper) : []),
            .init("citations", .text(paper.citations?.count.map { "cited by \($0)" })),
        ]
    }

    /// Tells whether a publication has identifiers that neither a link nor the venue says.
    private func hasOwnIdentifiers(_ paper: Publication) -> Bool {
        let texts =
            paper.links.compactMap(\.url) + [paper.url, paper.venue?.name].compactMap(\.self)
        return [paper.doi, paper.arxiv, paper.hal, paper.pmid, paper.openreview, paper.isbn]
            .contains { id in
                id.map { id in !texts.contains { $0.lowercased().contains(id.lowercased()) } }
                    ?? false
            }
    }
}
