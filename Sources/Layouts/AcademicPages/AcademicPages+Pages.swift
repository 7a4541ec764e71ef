import Formats
import Profiles
import RecordModel

extension AcademicPages {
    /// Writes the home page.
    func about(to draft: inout Draft) {
        let layout = input.profile.layoutChoices
        let wish = layout.permalink.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        var front = Mapping()
        front["permalink"] = .string(wish ?? "/")
        front["title"] = .string(Line.text(layout.pageTitle ?? "About me").kramdown)
        front["author_profile"] = true
        let redirects = layout.redirects.filter(Permalinks.isSafe)
        let usual = wish ?? "/" == "/" ? AcadHomepage.usualRedirects : []
        front["redirect_from"] = .list((redirects.isEmpty ? usual : redirects).map(Value.string))
        let body = PageBody(input: input, outline: outline, assets: assets)
        let parts = [body.notice] + outline.items.compactMap { part($0, body: body) }
        draft.add("_pages/about.md", frontMatter: front, body: PageBody.blocks(parts))
    }

    private var elsewhere: PageBody.Elsewhere {
        PageBody.Elsewhere(role: true, pronouns: true, location: true)
    }

    /// A part of the home page, nil where it holds nothing.
    private func part(_ item: OutlineItem, body: PageBody) -> String? {
        let papers = input.profile.publications
        switch item.part {
        case .bio:
            return PageBody.blocks([
                body.heading(item), body.intro(item), body.bio(item, besides: elsewhere),
            ])
        case .selected:
            return body.part(item, content: self.papers(papers.filter(\.isSelected), item, body))
        case .publications:
            let isApart = outline.lists(.selected)
            let rest = papers.filter { !(isApart && $0.isSelected) }
            return body.part(item, content: self.papers(rest, item, body))
        case .contact:
            return body.part(item, content: body.contact(item, besides: sidebar, elsewhere))
        case .widgets:
            let html = input.profile.person.widgets.compactMap(WidgetMarkup.html).joined()
            return body.part(item, content: html)
        default: return body.part(item)
        }
    }

    /// Publications as a list.
    private func papers(_ papers: [Publication], _ item: OutlineItem, _ body: PageBody) -> String {
        let profile = input.profile
        let authors = AuthorLines(input)
        let shown = item.limited(papers)
        let words = body.entries(item)
        let isImported =
            profile.layoutChoices.written != nil || shown.contains { $0.writing.text != nil }
        let text = { words.publication($0, authors: authors) }
        let list =
            isImported
            ? body.groups(ItemGroup.groups(shown, by: \.group, item: text), in: item)
            : EntryItem.list(shown.map(text))
        let own = shown.filter { words.written($0, in: "publications") == nil }
        return PageBody.blocks([
            PageBody.paragraphs([item.text == nil ? authors.legend(own) : Line()]), list,
        ])
    }

    /// Writes the CV: all that can be listed, also what has no date and so no page of its own.
    func cv(to draft: inout Draft) {
        var front = Mapping()
        front["layout"] = "archive"
        front["title"] = "CV"
        front["permalink"] = "/cv/"
        front["author_profile"] = true
        let body = PageBody(input: input, outline: outline, assets: assets)
        let order: [PagePart] = [
            .education, .positions, .publications, .talks, .teaching, .projects, .awards, .service,
        ]
        let parts = order.filter(shows).compactMap { part -> String? in
            let item = cvItem(part)
            guard part == .publications else { return body.part(item) }
            return body.part(item, content: papers(input.profile.publications, item, body))
        }
        let file = Line.text(input.profile.person.cv?.label ?? "CV as PDF")
            .linked(to: assets.address(input.profile.person.cv?.file, .document))
        let link = assets.name(input.profile.person.cv?.file, .document) == nil ? Line() : file
        guard !parts.isEmpty || !link.isEmpty else { return }
        let blocks = [PageBody.paragraphs([link])] + parts
        draft.add("_pages/cv.md", frontMatter: front, body: PageBody.blocks(blocks))
    }

    /// A part of the CV, which has no limit and no heading for the home page.
    private func cvItem(_ part: PagePart) -> OutlineItem {
        let usual = (Self.style.parts + Self.otherHeadings).first { $0.part == part }
        return OutlineItem(
            part: part, heading: usual?.heading, emoji: nil, level: 1, menu: nil, limit: nil,
            text: nil, written: nil,
            dates: words(part).dates, patterns: outline[part]?.patterns ?? [], isListed: false)
    }

    /// Writes the pages that the record asks for besides those of the theme.
    ///
    /// - Returns: Their entries in the top bar.
    func ownPages(to draft: inout Draft) -> [Value] {
        let body = PageBody(input: input, outline: outline, assets: assets)
        return outline.ownPages(besides: Self.addresses) { part($0, body: body) }.map { page in
            var front = Mapping()
            front["layout"] = "archive"
            front["title"] = .string(Line.text(page.title).kramdown)
            front["permalink"] = .string(page.permalink)
            front["lang"] = page.language.map(Value.string)
            front["author_profile"] = true
            draft.add("_pages/\(page.stem).md", frontMatter: front, body: page.body)
            return [
                "title": .string(HTMLText.escape(page.label)), "url": .string(page.permalink),
            ]
        }
    }

    /// Writes the top bar: the pages that have something on them.
    func navigation(to draft: inout Draft, and more: [Value]) {
        let profile = input.profile
        let pages: [(PagePart, String, Bool)] = [
            (
                .publications, "/publications/",
                profile.publications.contains { publicationFiles[$0] != nil }
            ),
            (.talks, "/talks/", profile.talks.contains { talkFiles[$0] != nil }),
            (.teaching, "/teaching/", profile.teaching.contains { courseFiles[$0] != nil }),
            (.projects, "/portfolio/", profile.projects.contains { projectFiles[$0] != nil }),
        ]
        var entries = pages.filter { $0.2 && shows($0.0) }.map { part, url, _ -> Value in
            let item = outline[part]
            let usual = Self.otherHeadings.first { $0.part == part }?.heading
            let title = item?.menu ?? item?.heading ?? usual ?? ""
            return ["title": .string(HTMLText.escape(title)), "url": .string(url)]
        }
        if draft.output.files.contains(where: { $0.path.description == "_pages/cv.md" }) {
            entries.append(["title": "CV", "url": "/cv/"])
        }
        draft.add("_data/navigation.yml", data: ["main": .list(entries + more)])
    }
}
