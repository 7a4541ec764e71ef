import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Writes the home page.
    func about(to draft: inout Draft) {
        let layout = profile.layoutChoices
        var front = Mapping()
        front["layout"] = "about"
        front["title"] = .string(HTMLText.escape(layout.pageTitle ?? "about"))
        let wish = layout.permalink.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        front["permalink"] = .string(wish ?? "/")
        front["subtitle"] = .string(subtitle.html)
        front["profile"] = .mapping(photo)
        let hasSelected = profile.publications.contains(where: \.isSelected)
        front["selected_papers"] = .bool(
            isShown("selected_papers")
                ?? (hasSelected && shows(.selected) && shows(.publications)))
        // The note on how to get in touch stands under the icons, and nowhere without them.
        let hasSocials = socialValues.contains { $0.value != nil } || !otherLinks.isEmpty
        front["social"] = .bool(
            isShown("social") ?? (hasSocials || profile.person.contactNote != nil))
        front["announcements"] = .mapping(announcements)
        // To an old theme any mapping here is a yes.
        let hasPosts = Value.bool(isShown("latest_posts") ?? false)
        front["latest_posts"] =
            era.isBefore(.announcementsOnPage) ? hasPosts : ["enabled": hasPosts]
        if era.isBefore(.announcementsOnPage) { front["news"] = announcements["enabled"] }
        let body = PageBody(input: input, outline: outline, assets: assets)
        let parts = [body.notice] + outline.items.compactMap { part($0, body: body) }
        draft.add("_pages/about.md", frontMatter: front, body: PageBody.blocks(parts))
    }

    /// Writes the pages that the record asks for besides those of the theme.
    func ownPages(to draft: inout Draft) {
        let body = PageBody(input: input, outline: outline, assets: assets)
        let written = draft.output.files.map(\.path.description)
        let taken = ["news", "publications", "cv", "projects", "teaching"].filter {
            written.contains("_pages/\($0).md")
        }
        let pages = outline.ownPages(besides: Set(["/"] + taken.map { "/\($0)/" })) {
            part($0, body: body)
        }
        for (position, page) in pages.enumerated() {
            var front = Mapping()
            front["layout"] = "page"
            front["title"] = .string(HTMLText.escape(page.title))
            front["permalink"] = .string(page.permalink)
            front["lang"] = page.language.map(Value.string)
            front["nav"] = true
            front["nav_order"] = .number(Number(7 + position))
            draft.add("_pages/\(page.stem).md", frontMatter: front, body: page.body)
        }
    }

    /// Names, role and affiliations, which the theme prints as HTML.
    private var subtitle: Line {
        let lines = PersonLines(person: profile.person, entries: words(.bio))
        return Line.joined([
            .markdown(profile.person.tagline), lines.names(role: true, pronouns: true),
            lines.affiliations,
        ])
    }

    /// The photo and what stands under it.
    private var photo: Mapping {
        let person = profile.person
        let lines = PersonLines(person: person, entries: words(.bio))
        var photo = Mapping()
        photo["align"] = .string(person.photo?.align?.rawValue ?? "right")
        photo["image"] = assets.name(person.photo?.file, .photo).map(Value.string)
        let isCircle = Value.bool(person.photo?.shape == .circle)
        photo["image_circular"] = isCircle
        let texts =
            lines.room + [.text(person.location)]
            + person.shownEmails.map { email in
                email == socials.email
                    ? .text(email.label.map { "\($0): \(email.address)" })
                    : lines.email(email)
            }
        let info = texts.filter { !$0.isEmpty }.map { "<p>\($0.html)</p>" }.joined()
        photo["more_info"] = info.isEmpty ? nil : .string(info)
        // The older names of these keys; the first one was spelled wrong for some weeks.
        if era.isBefore(.severalSurnames) { photo["image_cicular"] = isCircle }
        if era.isBefore(.moreInfo) { photo["address"] = photo["more_info"] }
        return photo
    }

    /// A part of the home page's body, nil where it holds nothing or the theme shows it below.
    private func part(_ item: OutlineItem, body: PageBody) -> String? {
        switch item.part {
        case .news where showsNewsInBody: return body.part(item)
        case .news, .selected: return nil
        case .bio:
            return PageBody.blocks([
                body.heading(item), body.intro(item),
                body.bio(item, besides: .init(tagline: true, names: true)),
            ])
        case .publications:
            let authors = AuthorLines(input)
            let shown = item.limited(profile.publications)
            let words = body.entries(item)
            let items = shown.map { words.publication($0, authors: authors) }
            let own = shown.filter { words.written($0, in: "publications") == nil }
            let legend = PageBody.paragraphs([item.text == nil ? authors.legend(own) : Line()])
            let isImported =
                profile.layoutChoices.written != nil || shown.contains { $0.writing.text != nil }
            let groups = ItemGroup.groups(shown, by: \.group) {
                words.publication($0, authors: authors)
            }
            let list = isImported ? body.groups(groups, in: item) : EntryItem.list(items)
            return body.part(item, content: PageBody.blocks([legend, list]))
        case .contact:
            let lines = PersonLines(person: profile.person, entries: body.entries(item))
            let links = Line.joined(linksInBody.map(lines.link), " · ")
            return body.part(item, content: PageBody.paragraphs([links]))
        case .widgets:
            let html = profile.person.widgets.compactMap(WidgetMarkup.html).joined()
            return body.part(item, content: html)
        default: return body.part(item)
        }
    }
}
