import Formats
import Profiles
import RecordModel

extension AcademicPages {
    /// The keys of the sidebar's links.
    ///
    /// It has none for DBLP or OpenReview; those are on the page.
    static let links: [ConfigLink] = [
        ConfigLink(.website, "uri", .address), ConfigLink(.blog, "uri", .address),
        ConfigLink(.academia, "academia", .address), ConfigLink(.arxiv, "arxiv", .address),
        ConfigLink(.scholar, "googlescholar", .address),
        ConfigLink(.semanticScholar, "semantic", .address),
        ConfigLink(.impactstory, "impactstory", .address), ConfigLink(.orcid, "orcid", .address),
        ConfigLink(.pubmed, "pubmed", .address),
        ConfigLink(.researchgate, "researchgate", .address),
        ConfigLink(.scopus, "scopus", .address),
        ConfigLink(.inspirehep, "inspire-hep", .address),
        ConfigLink(.mastodon, "mastodon", .address), ConfigLink(.medium, "medium", .address),
        ConfigLink(.telegram, "telegram", .address), ConfigLink(.github, "github", .name),
        ConfigLink(.bitbucket, "bitbucket", .name), ConfigLink(.codepen, "codepen", .name),
        ConfigLink(.dribbble, "dribbble", .name), ConfigLink(.kaggle, "kaggle", .name),
        ConfigLink(.stackoverflow, "stackoverflow", .name),
        ConfigLink(.artstation, "artstation", .name), ConfigLink(.bluesky, "bluesky", .name),
        ConfigLink(.facebook, "facebook", .name), ConfigLink(.flickr, "flickr", .name),
        ConfigLink(.foursquare, "foursquare", .name), ConfigLink(.goodreads, "goodreads", .name),
        ConfigLink(.googlePlus, "google_plus", .name), ConfigLink(.keybase, "keybase", .name),
        ConfigLink(.instagram, "instagram", .name), ConfigLink(.lastfm, "lastfm", .name),
        ConfigLink(.linkedin, "linkedin", .name), ConfigLink(.pinterest, "pinterest", .name),
        ConfigLink(.soundcloud, "soundcloud", .name), ConfigLink(.steam, "steam", .name),
        ConfigLink(.tumblr, "tumblr", .name), ConfigLink(.x, "twitter", .name),
        ConfigLink(.vine, "vine", .name), ConfigLink(.weibo, "weibo", .name),
        ConfigLink(.wikipedia, "wikipedia", .nameAfter("https://en.wikipedia.org/wiki/User:")),
        ConfigLink(.xing, "xing", .name), ConfigLink(.zhihu, "zhihu", .name),
        // Before 2024 the theme made youtube.com/user/ of the name, since then youtube.com/@.
        ConfigLink(.youtube, "youtube", .nameAfter("https://www.youtube.com/@")),
    ]

    /// Writes the edits of `_config.yml`.
    func config(to draft: inout Draft) {
        let (person, layout) = (input.profile.person, input.profile.layoutChoices)
        var edits = ConfigEdits()
        edits.set("title", to: layout.title ?? person.name.display)
        edits.set("name", to: person.name.display)
        edits.set("description", to: layout.description ?? person.name.display)
        // Every link and the style sheet begin with `url`: the theme's own would load its site.
        edits.set("url", toSafe: layout.url.flatMap(PageURL.safe) ?? "")
        let base = layout.baseurl.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        edits.set("baseurl", toSafe: SiteRoot.bare(base))
        edits.set("repository", to: layout.repository)
        // The theme puts the folder before the avatar.
        let photo = assets.name(person.photo?.file, .photo)
        edits.set("author", "avatar", toSafe: photo ?? NoPhoto.name)
        if photo == nil { draft.add("images/" + NoPhoto.name, text: NoPhoto.picture) }
        edits.set("author", "name", to: person.name.display)
        edits.set("author", "pronouns", to: person.name.pronouns)
        edits.set("author", "bio", to: sidebar.line)
        edits.set("author", "location", toSafe: SidebarPlan.wrapping(person.location))
        edits.set("author", "employer", toSafe: SidebarPlan.wrapping(sidebar.employer))
        edits.set("author", "email", to: sidebar.email?.address)
        for field in Set(sidebar.values.map(\.key)).sorted() {
            edits.set(
                "author", field, toSafe: sidebar.values.first { $0.key == field }?.value)
        }
        var categories = Mapping()
        for category in self.categories {
            categories[category.id] = ["title": .string(HTMLText.escape(category.title))]
        }
        edits.set(
            "publication_category", value: categories.isEmpty ? nil : .mapping(categories))
        edits.set(
            options: layout.options,
            besides: [
                "title", "name", "description", "url", "baseurl", "repository", "author",
                "publication_category",
            ], report: &draft)
        draft.add("_config.yml", edits: edits.edits)
    }
}
