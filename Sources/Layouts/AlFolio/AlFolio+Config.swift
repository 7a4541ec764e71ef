import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Writes the edits of `_config.yml`.
    func config(to draft: inout Draft) {
        let (person, layout) = (profile.person, profile.layoutChoices)
        let name = ShownName(person.name)
        let own = ownNames()
        var edits = ConfigEdits()
        // Any title but `blank` replaces the name.
        if let title = layout.title, title != person.name.display {
            draft.report(
                .unmappedField, "al-folio shows the title of the site in place of the name",
                hint: "Take /profile/layout/title away to show the name.",
                at: FieldPath(steps: ["profile", "name", "display"]), severity: .note)
        }
        edits.set("title", to: layout.title ?? "blank")
        edits.set("first_name", to: name.first)
        edits.set("middle_name", to: "")
        edits.set("last_name", to: name.last)
        edits.set("url", toSafe: layout.url.flatMap(PageURL.safe) ?? "")
        let base = layout.baseurl.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        edits.set("baseurl", toSafe: SiteRoot.bare(base))
        edits.set("contact_note", toSafe: person.contactNote.map { Markdown($0).inlineHTML() })
        edits.set("description", to: layout.description)
        if let language = person.language { edits.set("lang", to: language) }
        edits.set(
            "keywords", to: person.keywords.isEmpty ? nil : person.keywords.joined(separator: ", "))
        let isList = !era.isBefore(.severalSurnames)
        edits.set("scholar", "last_name", value: Self.names(own.last, asList: isList))
        edits.set("scholar", "first_name", value: Self.names(own.first, asList: isList))
        // With a limit the owner may vanish behind “more authors”.
        edits.set("max_author_limit", value: .null)
        if profile.publications.contains(where: { $0.image != nil || $0.venue?.short != nil }) {
            // The badges of venues are in the same column as the pictures.
            edits.set("enable_publication_thumbnails", value: true)
        }
        if era.isBefore(.liquidTemplates), layout.options["blog_nav_title"] == nil {
            // Its own key puts the blog in the menu, whether there is one or not.
            edits.set("blog_nav_title", to: nil)
        }
        if era.isBefore(.announcementsOnPage) {
            let announcements = self.announcements
            edits.set("announcements", value: .mapping(announcements))
            if era.isBefore(.announcementsInConfig) {
                edits.set("news_limit", value: announcements["limit"])
                edits.set("news_scrollable", value: announcements["scrollable"])
            }
            if !era.isBefore(.postsInConfig) {
                edits.set("latest_posts", "enabled", value: false)
            }
        }
        if era.isBefore(.socialsFile) {
            for social in socialValues { edits.set(social.key, value: social.value) }
        }
        // The front matter of the home page has the others.
        var homeless = layout.options
        for key in Self.blockKeys { homeless[key] = nil }
        edits.set(
            options: homeless, besides: Set(edits.edits.compactMap { $0.path.steps.first }),
            report: &draft)
        draft.add("_config.yml", edits: edits.edits)
    }

    private static func names(_ names: [String], asList: Bool) -> Value {
        asList ? .list(names.map(Value.string)) : .string(names.first ?? "")
    }
}
