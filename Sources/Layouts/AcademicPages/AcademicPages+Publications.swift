import Formats
import Profiles
import RecordModel

extension AcademicPages {
    /// Writes a page and a BibTeX file for every publication that has a date.
    func publications(to draft: inout Draft, permalinks: inout Permalinks) {
        guard shows(.publications) else { return }
        let authors = AuthorLines(input)
        let form = input.profile.layoutChoices.authorNames
        let bibTeX = PublicationBibTeX(reader: .document) {
            AuthorNameText.bibTeX($0.name, form: form)
        }
        let words = words(.publications)
        var keys = BibTeXKey()
        for paper in input.profile.publications {
            let key = keys.unique(paper.bibtex?.key ?? paper.id)
            let bibliography = "files/bib/\(Slugs.slug(paper.id)).bib"
            var entry: [UInt8] = []
            bibTeX.entry(paper, key: key).append(to: &entry)
            draft.add(bibliography, bytes: entry)
            guard let file = publicationFiles[paper] else {
                reportUndated(paper, in: &draft)
                continue
            }
            var front = Mapping()
            front["title"] = .string(Line.text(paper.title).kramdown)
            front["collection"] = "publications"
            front["category"] = .string(category(paper).id)
            front["permalink"] = .string(
                permalinks.unique(paper.permalink, or: "/publication/" + file.stem))
            front["excerpt"] = .string(excerpt(paper, words).kramdown)
            front["date"] = .string(file.date)
            front["venue"] = .string(venue(paper, words).html)
            let main = mainLink(paper)
            front["paperurl"] = main.map(Value.string)
            let slides = paper.links.first { $0.kind == .slides }
            front["slidesurl"] = slides.flatMap(address).map(Value.string)
            let root = SiteRoot.slashed(input.profile.layoutChoices.baseurl)
            front["bibtexurl"] = .string(root + bibliography)
            // Without a citation the theme loses links, and has no place for the authors.
            front["citation"] = .string(citation(paper, authors: authors, words: words))
            if !paper.tags.isEmpty {
                front["tags"] = .list(paper.tags.map { .string(HTMLText.escape($0)) })
            }
            draft.add(
                "_publications/\(file.stem).md", frontMatter: front,
                body: body(paper, words: words, besides: [main, slides.flatMap(address)]))
        }
    }

    /// What the theme links as the paper: the PDF, or the page that is nearest to it.
    private func mainLink(_ paper: Publication) -> String? {
        let kinds: [Link.Kind] = [.pdf, .paper, .html]
        let links = kinds.compactMap { kind in paper.links.first { $0.kind == kind } }
        return links.compactMap(address).first ?? paper.url.flatMap(PageURL.safe)
            ?? paper.doi.map(PageURL.doi) ?? paper.arxiv.map(PageURL.arXiv)
    }

    private func address(_ link: Link) -> String? {
        link.url.flatMap(PageURL.safe) ?? assets.address(link.file, .document)
    }

    /// The venue, which the theme prints as HTML.
    ///
    /// Without one the theme would print a whole day.
    private func venue(_ paper: Publication, _ words: EntryLines) -> Line {
        let name = Line.text(paper.venue?.name ?? paper.venue?.short)
        let short = paper.venue?.short.map { Line.text(" (\($0))") } ?? Line()
        let full =
            paper.venue?.name == nil || paper.venue?.name == paper.venue?.short
            ? name : name + short
        let details = words.venueDetails(paper.venue)
        let line = Line.joined([full.linked(to: paper.venue?.url), details])
        return line.isEmpty ? .text(paper.status?.label ?? paper.group ?? "preprint") : line
    }

    /// The line below the title in lists: what the paper is about, and its distinctions.
    private func excerpt(_ paper: Publication, _ words: EntryLines) -> Line {
        Line.joined(
            [
                .markdown(paper.summary), words.distinctions(paper), .text(paper.status?.label),
            ], ". ")
    }

    /// The citation, which the theme prints as HTML.
    private func citation(_ paper: Publication, authors: AuthorLines, words: EntryLines) -> String {
        if let own = paper.citeAs { return Line.markdown(own).html }
        let year = paper.date?.year.map { Line.text("(\($0))") } ?? Line()
        let title = Line.text("\"\(paper.title)\"")
        let venue = Line.text(paper.venue?.name ?? paper.venue?.short).emphasized
        return Line.joined(
            [
                Line.joined([authors.line(paper), year], " "), title,
                Line.joined([venue, words.venueDetails(paper.venue)]), authors.legend([paper]),
            ], ". "
        ).html
    }

    /// The page of a paper.
    private func body(_ paper: Publication, words: EntryLines, besides shown: [String?]) -> String {
        var blocks: [String] = []
        // A citation of the record's own need not name the authors.
        if paper.citeAs != nil {
            blocks.append(PageBody.paragraphs([AuthorLines(input).line(paper)]))
        }
        if let picture = assets.address(paper.image?.file, .paperPicture) {
            let alt = HTMLText.escape(paper.image?.alt ?? "")
            blocks.append("<img src=\"\(picture)\" alt=\"\(alt)\">\n")
        }
        for text in [paper.abstract, paper.text, paper.annotation, paper.note] {
            if let text { blocks.append(KramdownText.block(text)) }
        }
        let links = paper.links.filter { link in
            link.label != nil || !shown.contains(address(link))
        }
        let page = Line.text(paper.url == nil ? nil : "Page of the paper").linked(to: paper.url)
        let cited = paper.citations?.count.map { "cited by \($0)" }
        blocks.append(
            PageBody.paragraphs([
                Line.joined(
                    [page] + links.map(words.link) + words.identifiers(paper) + [.text(cited)],
                    " · "
                )
            ]))
        return PageBody.blocks(blocks)
    }
}
