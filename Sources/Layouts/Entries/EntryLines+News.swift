import Profiles

extension EntryLines {
    /// A piece of news without its date: emoji, badge, title, links.
    func news(_ item: NewsItem) -> Line {
        let badge = Line.text(item.badge).strong
        let title = item.title == nil ? Line() : Line.text(item.title).strong
        let head = Line.joined([.text(item.emoji), badge, title], " ")
        // A text of several paragraphs stands below; see `EntryItem`.
        let text = ProseShape.isParagraph(item.text) ? Line.markdown(item.text) : Line()
        return Line.joined([head, text, links(item.links)], " ")
    }

    /// A piece of news as an item of a list.
    func newsItem(_ item: NewsItem) -> EntryItem {
        if let item = written(item, in: "news") ?? patterned(parts(of: item)) {
            return item
        }
        let line = dated(item.date.map(dates.text), ": ", news(item))
        return EntryItem(line, prose: ProseShape.isParagraph(item.text) ? [] : [item.text])
    }
}
