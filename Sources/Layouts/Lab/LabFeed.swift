internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// The news of all as an Atom feed (RFC 4287).
struct LabFeed {
    let site: LabSite

    private static let limit = 50

    /// The feed.
    var text: String {
        let items = site.news.prefix(Self.limit)
        let root = site.settings.root
        // Without a date a feed is none; a lab without news has one of long ago.
        let updated = items.compactMap { Self.moment($0.date) }.max() ?? "1970-01-01T00:00:00Z"
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(HTMLText.escape(site.settings.language))\">",
            "  <title>\(HTMLText.escape(site.settings.name))</title>",
            "  <id>\(Self.id("lab " + (root ?? site.settings.name)))</id>",
            "  <updated>\(updated)</updated>",
            "  <author><name>\(HTMLText.escape(site.settings.name))</name></author>",
            "  <link rel=\"alternate\" type=\"text/html\" href=\"\(HTMLText.escape(root ?? "./"))\"/>",
        ]
        if let root {
            let address = HTMLText.escape(root + LabData.feed)
            lines.append(
                "  <link rel=\"self\" type=\"application/atom+xml\" href=\"\(address)\"/>")
        }
        for item in items { lines += entry(item, root: root ?? "") }
        return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
    }

    private func entry(_ item: LabNewsItem, root: String) -> [String] {
        let names = item.people.compactMap { site.membersByID[$0]?.name.display }
        let text = HTMLText.plainText(item.html).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let title = item.title ?? Self.shortened(text)
        let address = HTMLText.escape(root + "news/#" + item.anchor)
        // Links within the site are relative to its root, as the feed itself is.
        let html = item.html.replacing("=\"assets/", by: "=\"\(root)assets/")
        return [
            "  <entry>", "    <title>\(HTMLText.escape(title))</title>",
            "    <id>\(Self.id(item.profile + " " + item.entry))</id>",
            "    <updated>\(Self.moment(item.date) ?? "1970-01-01T00:00:00Z")</updated>",
            "    <link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>",
        ] + names.map { "    <author><name>\(HTMLText.escape($0))</name></author>" }
            + [
                "    <content type=\"html\">\(HTMLText.escape(html))</content>", "  </entry>",
            ]
    }

    /// The first moment of a date; the feed has to name one.
    private static func moment(_ date: DateText?) -> String? {
        date.flatMap { PartialDate($0.description) }.map { "\($0.widened)T00:00:00Z" }
    }

    /// An id that stays when the site moves or a text changes: made of the entry's own id.
    private static func id(_ text: String) -> String {
        var digits = Array(SHA256(Array(text.utf8)).description)
        // Version 8 of RFC 9562: the bits are ours but for version and variant.
        digits[12] = "8"
        digits[16] = "a"
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 80 else { return text.isEmpty ? "…" : text }
        let head = text.prefix(80)
        let end = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<end] + "…"
    }
}
