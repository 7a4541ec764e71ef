internal import Formats
internal import Profiles
internal import RecordModel

/// One piece of news on the lab's site, kept small until it is written.
struct LabNewsItem: Sendable {
    let profile: String
    let entry: String
    let date: DateText?
    /// What tells it from others: members often write the same of a paper of theirs.
    let key: TitleKey
    let title: String?
    /// The HTML of the text.
    let html: String
    let emoji: String?
    let badge: String?
    let badgeKind: String?
    /// The links as templates show them, as JSON.
    private let links: [UInt8]
    /// Those whose news it is.
    var people: [String]

    /// The id of the item on the site, which stays when its text changes.
    var anchor: String { "news--\(profile)--\(entry)" }

    init(_ item: NewsItem, member: LabMember, language: String) {
        profile = member.id
        entry = item.id
        date = item.date
        key = TitleKey((item.date?.description ?? "") + item.text)
        title = item.title
        html = PlainMarkup.html(of: item.text, below: 3)
        emoji = item.emoji
        badge = item.badge
        badgeKind = item.badgeKind?.rawValue
        let style = PlainStyle(Layout.Input(shownIn: language))
        links = Array(
            JSONWriter(style: .compact).text(.list(style.links(item.links))).utf8)
        people = [member.id]
    }

    /// The item as templates show it.
    func value(style: PlainStyle, members: [String: LabMember]) -> Value {
        let names = people.compactMap { members[$0] }.map { member in
            PlainValue.mapping([
                "name": .string(member.name.display), "target": .string(member.page),
            ])
        }
        let links = JSONReader().value(of: self.links, in: self.links.indices)?.list ?? []
        return PlainValue.mapping([
            "anchor": .string(anchor), "date": PlainValue.text(date?.description),
            "when": PlainValue.text(style.date(date)), "people": PlainValue.list(names),
            "title": PlainValue.text(title), "emoji": PlainValue.text(emoji),
            "badge": PlainValue.text(badge), "badge_kind": PlainValue.text(badgeKind),
            "text_html": PlainValue.text(html), "links": PlainValue.list(links),
        ])
    }

    /// The news of all, newest first, what several members write with the same words once.
    static func merged(_ items: [LabNewsItem]) -> [LabNewsItem] {
        var places: [TitleKey: Int] = [:]
        var result: [LabNewsItem] = []
        for item in items {
            if let place = places[item.key] {
                let new = item.people.filter { !result[place].people.contains($0) }
                result[place].people += new
            } else {
                places[item.key] = result.count
                result.append(item)
            }
        }
        return result.newestFirst(\.date)
    }
}
