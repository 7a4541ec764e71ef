import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// The keys of the person's links.
    ///
    /// Most values are names, to which the theme adds the rest.
    static func links(of era: AlFolioEra) -> [ConfigLink] {
        [
            ConfigLink(.scholar, "scholar_userid", .name), ConfigLink(.orcid, "orcid_id", .name),
            ConfigLink(.github, "github_username", .name),
            ConfigLink(.gitlab, "gitlab_username", .name),
            ConfigLink(.linkedin, "linkedin_username", .name),
            ConfigLink(
                .x, era.isBefore(.xUsername) ? "twitter_username" : "x_username", .name),
            ConfigLink(.bluesky, "bluesky_url", .address),
            ConfigLink(.mastodon, "mastodon_username", .nameAfter("https://")),
            ConfigLink(.dblp, "dblp_url", .address),
            ConfigLink(.semanticScholar, "semanticscholar_id", .name),
            ConfigLink(.arxiv, "arxiv_id", .name),
            ConfigLink(.researchgate, "research_gate_profile", .name),
            ConfigLink(.scopus, "scopus_id", .name), ConfigLink(.publons, "publons_id", .name),
            ConfigLink(.hal, "hal_id", .name), ConfigLink(.ieee, "ieee_id", .name),
            ConfigLink(.acm, "acm_id", .name), ConfigLink(.inspirehep, "inspirehep_id", .name),
            ConfigLink(.osf, "osf_id", .name), ConfigLink(.lattes, "lattes_id", .name),
            ConfigLink(.kaggle, "kaggle_id", .name), ConfigLink(.leetcode, "leetcode_id", .name),
            ConfigLink(.medium, "medium_username", .name),
            ConfigLink(.quora, "quora_username", .name),
            ConfigLink(.stackoverflow, "stackoverflow_id", .name),
            ConfigLink(.youtube, "youtube_id", .nameAfter("https://www.youtube.com/@")),
            ConfigLink(.telegram, "telegram_username", .name),
            ConfigLink(.whatsapp, "whatsapp_number", .name),
            ConfigLink(.wechat, "wechat_username", .name),
            ConfigLink(.wikidata, "wikidata_id", .name),
            ConfigLink(
                .wikipedia, "wikipedia_id", .nameAfter("https://en.wikipedia.org/wiki/User:")),
            ConfigLink(.zotero, "zotero_username", .name),
            ConfigLink(.instagram, "instagram_id", .name),
            ConfigLink(.facebook, "facebook_id", .name), ConfigLink(.flickr, "flickr_id", .name),
            ConfigLink(.discord, "discord_id", .name),
            ConfigLink(.keybase, "keybase_username", .name),
            ConfigLink(.lastfm, "lastfm_id", .name),
            ConfigLink(.letterboxd, "letterboxd_id", .name),
            ConfigLink(.pinterest, "pinterest_id", .name),
            ConfigLink(.spotify, "spotify_id", .name), ConfigLink(.strava, "strava_userid", .name),
            ConfigLink(.unsplash, "unsplash_id", .name),
            ConfigLink(.blogger, "blogger_url", .address),
            ConfigLink(.work, "work_url", .address),
        ]
    }

    /// A key with its value; nil takes a sample of the theme away.
    struct Social {
        let key: String
        let value: Value?
    }

    /// The keys that the theme knows, with the CV and the address of the person.
    var socialValues: [Social] {
        var values = [
            Social(key: "email", value: socials.email.map { .string(ConfigLink.mail($0)) })
        ]
        values += socials.values.map { Social(key: $0.key, value: $0.value.map(Value.string)) }
        let file = assets.path(profile.person.cv?.file, .document).map { "/" + $0 }
        let cv = profile.person.cv?.url.flatMap(PageURL.safe).map(HTMLText.escape) ?? file
        values.append(Social(key: "cv_pdf", value: cv.map(Value.string)))
        let hasFeed = profile.person.links.contains { $0.kind == .rss && $0.url == nil }
        values.append(Social(key: "rss_icon", value: hasFeed ? true : nil))
        return values
    }

    /// The links for which the theme has no key.
    var otherLinks: [PersonLink] {
        socials.otherLinks.filter { $0.kind != .rss || $0.url != nil }
    }

    /// Writes the links of the person.
    ///
    /// The file has no other key than those that the theme knows: a blank one would be a link to
    /// nowhere, and an unknown word stops the build.
    func socials(to draft: inout Draft) {
        guard !era.isBefore(.socialsFile) else { return }
        var data = Mapping()
        for social in socialValues { data[social.key] = social.value }
        if !era.isBefore(.ownIcons) {
            for link in otherLinks {
                guard let address = link.address else { continue }
                data["link-" + link.id] = [
                    "logo": .string(link.icon), "title": .string(HTMLText.escape(link.title)),
                    "url": .string(HTMLText.escape(address)),
                ]
            }
        }
        guard !data.isEmpty else { return }
        draft.add("_data/socials.yml", data: .mapping(data))
    }

    /// The links that only the body of the home page can show.
    var linksInBody: [PersonLink] {
        otherLinks.filter { era.isBefore(.ownIcons) || $0.address == nil }
    }
}

extension ConfigLink {
    /// An address for a `mailto:` link in an attribute.
    static func mail(_ email: EmailAddress) -> String { HTMLText.escape(email.address) }
}

extension PersonLink {
    /// The icon of a link that the theme has no key for.
    fileprivate var icon: String {
        switch kind {
        case .bitbucket: "fa-brands fa-bitbucket"
        case .weibo: "fa-brands fa-weibo"
        case .bilibili: "fa-brands fa-bilibili"
        case .zhihu: "fa-brands fa-zhihu"
        case .xing: "fa-brands fa-xing"
        case .codepen: "fa-brands fa-codepen"
        case .rss: "fa-solid fa-rss"
        case .blog: "fa-solid fa-pen"
        case .website: "fa-solid fa-globe"
        case .openreview: "ai ai-open-review"
        default: "fa-solid fa-link"
        }
    }
}
