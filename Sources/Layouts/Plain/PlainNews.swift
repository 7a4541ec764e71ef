internal import Profiles
internal import RecordModel

/// The news as templates show them.
struct PlainNews {
    let style: PlainStyle
    let dates: LayoutChoices.DateForm?
    /// The level of the heading below which come those in texts.
    let level: Int
    let references: PlainReferences

    /// Every piece of news, in the order of the profile.
    var values: [Value] {
        style.profile.news.map { item in
            PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(item.path)),
                "date": PlainValue.text(item.date?.description),
                "when": PlainValue.text(style.date(item.date, as: dates)),
                "group": PlainValue.text(item.writing.group),
                "title": PlainValue.text(item.title), "emoji": PlainValue.text(item.emoji),
                "badge": PlainValue.text(item.badge),
                "badge_kind": PlainValue.text(item.badgeKind?.rawValue),
                "pinned": PlainValue.flag(item.isPinned),
                "text_html": style.html(item.text, below: level),
                "links": PlainValue.list(
                    style.links(item.links) + references.links(item.references)),
            ])
        }
    }
}
