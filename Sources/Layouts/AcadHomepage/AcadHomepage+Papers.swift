import Formats
import Profiles

extension AcadHomepage {
    /// All publications, or those that are not among the selected ones of the page.
    func publications(_ item: OutlineItem, body: PageBody) -> String {
        let hasSelected = outline[.selected] != nil
        let rest = input.profile.publications.filter { !(hasSelected && $0.isSelected) }
        return papers(item.limited(rest), in: item, body: body)
    }

    /// The selected publications.
    func selected(_ item: OutlineItem, body: PageBody) -> String {
        papers(
            item.limited(input.profile.publications.filter(\.isSelected)), in: item, body: body)
    }

    /// Publications in their groups, those with a picture in a box, the others as list items.
    private func papers(_ papers: [Publication], in item: OutlineItem, body: PageBody) -> String {
        let authors = AuthorLines(input)
        let words = body.entries(item)
        // What stands before the papers explains the signs after names, if anything does.
        let own = papers.filter { words.written($0, in: "publications") == nil }
        let legend = item.text == nil ? authors.legend(own) : Line()
        var blocks = [PageBody.paragraphs([legend])]
        var names: [String?] = [nil]
        for paper in papers where !names.contains(paper.group) { names.append(paper.group) }
        for name in names {
            let group = papers.filter { $0.group == name }
            guard !group.isEmpty else { continue }
            if let name {
                blocks.append(
                    body.heading(
                        name, level: item.level + 1,
                        anchor: item.part.name + "-" + Slugs.slug(name)))
            }
            var items: [EntryItem] = []
            for paper in group {
                if let written = words.written(paper, in: "publications") {
                    items.append(written)
                } else if let box = box(paper, words: words, authors: authors) {
                    blocks.append(EntryItem.list(items))
                    items = []
                    blocks.append(box)
                } else {
                    var item = words.publication(paper, authors: authors)
                    item.line = Line.joined([item.line, citations(paper)], " ")
                    items.append(item)
                }
            }
            blocks.append(EntryItem.list(items))
        }
        return PageBody.blocks(blocks)
    }

    /// The box of a paper, nil for one without a picture: an empty one looks broken.
    private func box(_ paper: Publication, words: EntryLines, authors: AuthorLines) -> String? {
        guard let image = assets.address(paper.image?.file, .paperPicture) else { return nil }
        let badge = HTMLText.escape(words.label(paper))
        let alt = HTMLText.escape(paper.image?.alt ?? paper.title)
        let links = Line.joined([words.links(paper), citations(paper)], " ")
        let details = Line.joined([
            Line.text(paper.venue?.name).emphasized.linked(to: paper.venue?.url),
            words.venueDetails(paper.venue), words.distinctions(paper),
            .text(paper.status?.label),
        ])
        let remarks = words.remarks(paper).compactMap(\.self).map { EntryItem(Line(), prose: [$0]) }
        let text = PageBody.blocks([
            PageBody.paragraphs([
                words.title(paper), authors.line(paper), details, links,
            ]), EntryItem.list(remarks),
        ])
        return """
            <div class="paper-box"><div class="paper-box-image"><div><div class="badge">\(badge)\
            </div><img src="\(image)" alt="\(alt)" width="100%"></div></div>
            <div class="paper-box-text" markdown="1">

            \(text)
            </div>
            </div>

            """
    }

    /// Whether the page has places that the theme's script fills with counts.
    var hasLiveCounts: Bool {
        input.profile.layoutChoices.repository != nil
            && input.profile.publications.contains { livePaper($0) != nil }
    }

    /// A place for the count of a paper, which the theme's script fills.
    private func citations(_ paper: Publication) -> Line {
        guard hasLiveCounts, let id = livePaper(paper) else { return Line() }
        return Line([.citations(of: id)])
    }

    /// How the theme's script knows a paper: by the ids of its author and its own.
    private func livePaper(_ paper: Publication) -> String? {
        let user = input.profile.person.links.first { $0.kind == .scholar }?.name
        guard let user = user.flatMap(ConfigLink.safe),
            let id = paper.citations?.scholarId.flatMap(ConfigLink.safe)
        else { return nil }
        return user + ":" + id
    }
}
