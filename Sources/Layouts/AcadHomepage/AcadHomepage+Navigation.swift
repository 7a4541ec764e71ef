import Formats
import Profiles
import RecordModel

extension AcadHomepage {
    /// Writes the top bar: the parts of the page that have a heading, in order.
    ///
    /// The theme itself adds the first entry, which leads to the top.
    func navigation(
        of parts: [(item: OutlineItem, text: String?)], body: PageBody, and more: [Value],
        to draft: inout Draft
    ) {
        let entries = parts.compactMap { item, text -> Value? in
            guard let heading = item.heading, item.part != .bio, text != nil else { return nil }
            return [
                "title": .string(HTMLText.escape(item.menu ?? heading)),
                "url": .string(root + "#" + body.anchor(item.part.name)),
            ]
        }
        draft.add("_data/navigation.yml", data: ["main": .list(entries + more)])
    }

    /// Writes the pages that the record asks for besides the homepage.
    ///
    /// They stand beside it at the root of the site: anywhere else a page of the theme finds
    /// neither style sheet nor photo. Their old addresses lead to them.
    ///
    /// - Returns: Their entries in the top bar.
    func ownPages(body: PageBody, to draft: inout Draft) -> [Value] {
        outline.ownPages(besides: ["/", "/404.html"]) { part($0, body: body) }.map { page in
            let address = "/" + page.stem + ".html"
            var front = Mapping()
            front["permalink"] = .string(address)
            front["title"] = .string(HTMLText.escape(page.title))
            front["excerpt"] = ""
            front["author_profile"] = true
            front["lang"] = page.language.map(Value.string)
            if page.permalink != address {
                front["redirect_from"] = [.string(page.permalink)]
            }
            let heading = "# " + Line.text(page.title).kramdown + "\n"
            draft.add(
                "_pages/\(page.stem).md", frontMatter: front,
                body: PageBody.blocks([heading, page.body]))
            return [
                "title": .string(HTMLText.escape(page.label)),
                "url": .string(root + address.dropFirst()),
            ]
        }
    }

    /// What stands before the addresses of the top bar; one from the root would leave a site that
    /// lives in a folder.
    private var root: String {
        let base = input.profile.layoutChoices.baseurl ?? ""
        return base.isEmpty || base == "/" ? "/" : ""
    }
}
