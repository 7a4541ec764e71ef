import Formats
import Profiles
import RecordModel

extension AcadHomepage {
    /// The keys of the sidebar's links.
    ///
    /// The theme makes `youtube.com/user/` and an English Wikipedia user page of a name, which are
    /// not what all such links are.
    static let links: [ConfigLink] = [
        ConfigLink(.website, "uri", .address), ConfigLink(.blog, "uri", .address),
        ConfigLink(.researchgate, "researchgate", .address), ConfigLink(.dblp, "dblp", .address),
        ConfigLink(.scholar, "googlescholar", .address),
        ConfigLink(.pubmed, "pubmed", .address), ConfigLink(.orcid, "orcid", .address),
        ConfigLink(.impactstory, "impactstory", .address),
        ConfigLink(.github, "github", .name), ConfigLink(.bitbucket, "bitbucket", .name),
        ConfigLink(.linkedin, "linkedin", .name), ConfigLink(.x, "twitter", .name),
        ConfigLink(.facebook, "facebook", .name), ConfigLink(.instagram, "instagram", .name),
        ConfigLink(.stackoverflow, "stackoverflow", .name), ConfigLink(.weibo, "weibo", .name),
        ConfigLink(.keybase, "keybase", .name), ConfigLink(.xing, "xing", .name),
        ConfigLink(.tumblr, "tumblr", .name), ConfigLink(.lastfm, "lastfm", .name),
        ConfigLink(.dribbble, "dribbble", .name), ConfigLink(.pinterest, "pinterest", .name),
        ConfigLink(.foursquare, "foursquare", .name), ConfigLink(.steam, "steam", .name),
        ConfigLink(.soundcloud, "soundcloud", .name), ConfigLink(.flickr, "flickr", .name),
        ConfigLink(.codepen, "codepen", .name), ConfigLink(.vine, "vine", .name),
        ConfigLink(.googlePlus, "google_plus", .name),
        ConfigLink(.youtube, "youtube", .nameAfter("https://www.youtube.com/user/")),
        ConfigLink(.wikipedia, "wikipedia", .nameAfter("https://en.wikipedia.org/wiki/User:")),
    ]

    /// What the sidebar prints above the links.
    var description: String? {
        input.profile.layoutChoices.description
            ?? input.profile.person.tagline.map { Markdown($0).plainText() }
    }

    /// Writes the edits of `_config.yml`.
    func config(to draft: inout Draft) {
        let (person, layout) = (input.profile.person, input.profile.layoutChoices)
        var edits = ConfigEdits()
        edits.set("title", to: layout.title ?? person.name.display)
        edits.set("description", to: description)
        edits.set("repository", to: layout.repository)
        if let url = layout.url.flatMap(PageURL.safe) { edits.set("url", toSafe: url) }
        if let base = layout.baseurl, Permalinks.isSafe(base) { edits.set("baseurl", toSafe: base) }
        edits.set("author", "name", to: person.name.display)
        // The avatar is used as it is written, with no folder before it.
        let photo = assets.address(person.photo?.file, .photo)
        edits.set("author", "avatar", toSafe: photo ?? "images/" + NoPhoto.name)
        if photo == nil { draft.add("images/" + NoPhoto.name, text: NoPhoto.picture) }
        edits.set("author", "bio", to: sidebar.line)
        edits.set("author", "location", toSafe: SidebarPlan.wrapping(person.location))
        edits.set("author", "employer", toSafe: SidebarPlan.wrapping(sidebar.employer))
        edits.set("author", "email", to: sidebar.email?.address)
        for field in Set(sidebar.values.map(\.key)).sorted() {
            let value = sidebar.values.first { $0.key == field }?.value
            edits.set("author", field, toSafe: value)
        }
        edits.set(
            options: layout.options,
            besides: ["title", "description", "repository", "url", "baseurl", "author"],
            report: &draft)
        draft.add("_config.yml", edits: edits.edits)
    }
}
