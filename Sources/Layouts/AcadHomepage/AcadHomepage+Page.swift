import Formats
import Profiles
import RecordModel

extension AcadHomepage {
    /// The folders that lead to the homepage unless the record names others.
    static let usualRedirects = ["/about/", "/about.html"]

    /// Writes the only page.
    func page(
        of parts: [(item: OutlineItem, text: String?)], body: PageBody, to draft: inout Draft
    ) {
        let layout = input.profile.layoutChoices
        var front = Mapping()
        front["permalink"] = .string(permalink(report: &draft))
        front["title"] = .string(HTMLText.escape(layout.pageTitle ?? ""))
        front["excerpt"] = ""
        front["author_profile"] = true
        let redirects = layout.redirects.isEmpty ? Self.usualRedirects : layout.redirects
        front["redirect_from"] = .list(redirects.filter(Permalinks.isSafe).map(Value.string))
        let blocks = [body.notice] + parts.compactMap(\.text)
        draft.add("_pages/about.md", frontMatter: front, body: PageBody.blocks(blocks))
    }

    /// A page anywhere but at the root finds neither style sheet nor photo.
    private func permalink(report draft: inout Draft) -> String {
        guard let wish = input.profile.layoutChoices.permalink, wish != "/" else { return "/" }
        let name = wish.dropFirst()
        if Permalinks.isSafe(wish), !name.contains("/"), name.hasSuffix(".html") { return wish }
        draft.report(
            .unmappedField, "The theme's page works only at the root of its site, not at \(wish)",
            at: FieldPath(steps: ["profile", "layout", "permalink"]))
        return "/"
    }

    /// A part of the page, nil where it holds nothing.
    func part(_ item: OutlineItem, body: PageBody) -> String? {
        switch item.part {
        case .bio:
            // The first entry of the theme's menu leads here.
            let anchor = "<span class=\"anchor\" id=\"about-me\"></span>\n"
            return PageBody.blocks([
                anchor, body.heading(item), body.intro(item), bio(item, body: body),
            ])
        case .publications: return body.part(item, content: publications(item, body: body))
        case .selected: return body.part(item, content: selected(item, body: body))
        case .contact:
            return body.part(item, content: body.contact(item, besides: sidebar, elsewhere))
        case .widgets:
            let html = input.profile.person.widgets.compactMap(WidgetMarkup.html).joined()
            return body.part(item, content: html)
        default: return body.part(item)
        }
    }

    private var elsewhere: PageBody.Elsewhere {
        PageBody.Elsewhere(
            tagline: input.profile.layoutChoices.description == nil, role: true, location: true,
            citations: hasLiveCounts)
    }

    /// The biography; the theme's script counts citations of papers only on a page that also has
    /// a place for those of the person.
    private func bio(_ item: OutlineItem, body: PageBody) -> String {
        let text = body.bio(item, besides: elsewhere)
        guard hasLiveCounts else { return text }
        let lines = PersonLines(person: input.profile.person, entries: body.entries(item))
        let profile = input.profile
        // A page that was imported without the words has the place alone.
        guard profile.person.citations != nil || profile.layoutChoices.written != Self.style.theme
        else {
            return PageBody.blocks([text, "<span id=\"total_cit\" hidden=\"hidden\"></span>\n"])
        }
        let count = profile.person.citations?.total.map { "\($0)" } ?? ""
        let details = lines.citations(total: false)
        let place = "Citations: <strong><span id=\"total_cit\">\(count)</span></strong>"
        let rest = details.isEmpty ? "" : " (" + details.kramdown + ")"
        return PageBody.blocks([text, place + rest + "\n"])
    }
}
