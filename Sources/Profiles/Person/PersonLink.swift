public import RecordModel

/// The person on another site.
public struct PersonLink: Entry {
    /// The sites that layouts know by name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A site of that name.
        case github, gitlab, bitbucket, scholar, orcid, dblp, openreview, arxiv, researchgate,
            scopus, acm, ieee, linkedin, x, bluesky, mastodon, facebook, instagram, youtube,
            bilibili, zhihu, weibo, wechat, telegram, kaggle, huggingface, stackoverflow, medium,
            academia, pubmed, inspirehep, zotero, wikipedia, wikidata, hal, osf, publons,
            impactstory, lattes, calendly, whatsapp, discord, keybase, quora, leetcode, codepen,
            xing, tumblr, flickr, pinterest, unsplash, dribbble, artstation, goodreads, letterboxd,
            lastfm, spotify, soundcloud, steam, strava, vine, foursquare, blogger, work, rss, blog,
            website, cv
        /// A site of that name.
        case semanticScholar = "semantic-scholar"
        /// A site of that name.
        case aclAnthology = "acl-anthology"
        /// A site of that name.
        case googlePlus = "google-plus"
        /// Any other site.
        case other
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// Which site.
    public let kind: Kind
    /// The name or number there.
    public let handle: String?
    /// The address there.
    public let url: String?
    /// What to call the link.
    public let label: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        kind = fields.choice("kind") ?? .other
        handle = fields.text("handle")
        url = fields.text("url")
        label = fields.text("label")
    }
}
