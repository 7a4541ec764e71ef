import Profiles

extension EntryLines {
    /// A publication as an item of a list: title, authors, venue, links.
    func publication(_ publication: Publication, authors: AuthorLines) -> EntryItem {
        if let item = written(publication, in: "publications")
            ?? patterned(parts(of: publication, authors: authors))
        {
            return item
        }
        let line = Line.joined([
            title(publication), authors.line(publication), venue(publication),
            distinctions(publication), .text(publication.status?.label),
        ])
        let rest = Line.joined([line, links(publication)], " ")
        return EntryItem(rest, prose: remarks(publication))
    }

    /// The title, with a link to the page of the publication.
    func title(_ publication: Publication) -> Line {
        Line.text(publication.title).linked(to: publication.url)
    }

    /// Where and when a publication appeared: `**ICML 2025**, *International Conference …*`.
    func venue(_ publication: Publication) -> Line {
        let venue = publication.venue
        let label = Line.text(label(publication)).strong
        let name = venue?.name == label.plain ? Line() : Line.text(venue?.name).emphasized
        return Line.joined([
            label, name.linked(to: venue?.url), venueDetails(venue),
        ])
    }

    /// Track, volume, pages, publisher and place of a venue.
    func venueDetails(_ venue: Venue?) -> Line {
        let issue =
            [venue?.series, venue?.volume].compactMap(\.self).joined(separator: " ")
            + (venue?.number.map { "(\($0))" } ?? "")
        return Line.joined([
            .text(venue?.track), .text(issue), .text(venue?.pages), .text(venue?.publisher),
            .text(venue?.location),
        ])
    }

    /// Short name and date of a publication: what a badge shows.
    func label(_ publication: Publication) -> String {
        let short = publication.venue?.short
        let date = publication.date.map(dates.text)
        // `IJCAI-19` has its year already.
        guard let short else { return date ?? "" }
        guard let date else { return short }
        if date.utf8.count == 4 {
            let (bytes, year) = (short.utf8, date.utf8.suffix(2))
            if bytes.suffix(4).elementsEqual(date.utf8) { return short }
            if bytes.suffix(2).elementsEqual(year) {
                let mark = bytes.dropLast(2)
                if ["'", "’", "-"].contains(where: {
                    mark.suffix($0.utf8.count).elementsEqual($0.utf8)
                }) {
                    return short
                }
            }
        }
        return short + " " + date
    }

    /// Award and badges.
    func distinctions(_ publication: Publication) -> Line {
        let badges = publication.badges.map { Line.text($0).strong }
        return Line.joined([
            Line.text(publication.awardName).strong, .markdown(publication.award),
            Line.joined(badges),
        ])
    }

    /// What people may read about a publication below its line.
    func remarks(_ publication: Publication) -> [String?] {
        [publication.summary, publication.annotation, publication.note]
    }

    /// Links and identifiers of a publication, in brackets, and how often it is cited.
    func links(_ publication: Publication) -> Line {
        let links = publication.links.map(link) + identifiers(publication)
        let brackets = links.map(\.bracketed)
        let count = publication.citations?.count.map { "cited by \($0)" }
        return Line.joined(brackets + [.text(count)], " ")
    }

    /// The identifiers of a publication, as links where they have a page.
    func identifiers(_ publication: Publication) -> [Line] {
        let known: [(String, String?, (String) -> String)] = [
            ("DOI", publication.doi, PageURL.doi), ("arXiv", publication.arxiv, PageURL.arXiv),
            ("HAL", publication.hal, PageURL.hal), ("PubMed", publication.pmid, PageURL.pubMed),
            ("OpenReview", publication.openreview, PageURL.openReview),
        ]
        // A link of the record may lead to the same page.
        let linked = publication.links.compactMap(\.url)
        let pages = known.compactMap { name, id, url in
            id.map(url).flatMap { page in
                linked.contains(page) ? nil : Line.text(name).linked(to: page)
            }
        }
        return pages + (publication.isbn.map { [.text("ISBN \($0)")] } ?? [])
    }
}

extension Publication.Status {
    /// What a page says of a publication that is not out yet; nil for one that is.
    var label: String? {
        switch self {
        case .published, .preprint: nil
        case .accepted: "accepted"
        case .submitted: "under review"
        case .inPreparation: "in preparation"
        }
    }
}
