import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Whether news stand among the other parts of the page, as on the page they came from; the
    /// theme's own block of news stands below all of them.
    var showsNewsInBody: Bool {
        outline.lists(.news) && profile.layoutChoices.written == Self.style.theme
    }

    /// Writes a file for every piece of news, and the page that lists them.
    func news(to draft: inout Draft) {
        guard shows(.news), !showsNewsInBody, !profile.news.isEmpty else { return }
        let words = words(.news)
        // The theme sorts by date alone, so pinned news keep their place in time.
        let items = profile.news.filter { !$0.isPinned } + profile.news.filter(\.isPinned)
        let files = CollectionFiles(Self.newestFirst(items), date: \.date)
        for item in profile.news {
            guard let file = files[item] else {
                draft.report(
                    .undatedEntry,
                    "\(item.path) has no date, and the list of news is in order of date",
                    hint: "Give it a date; until then it is not shown.", at: item.path)
                continue
            }
            if item.date?.day == nil {
                draft.report(
                    .widenedDate,
                    "\(item.path) is of \(item.date.map(\.description) ?? ""), "
                        + "and the theme shows a day of it", at: item.path, severity: .note)
            }
            var front = Mapping()
            front["layout"] = "post"
            front["date"] = .string(file.date)
            front["related_posts"] = false
            // The theme strips paragraphs of a text in the list, so prose of several has a page.
            let isLong = !ProseShape.isParagraph(item.text)
            front["inline"] = .bool(!isLong && item.permalink == nil)
            if isLong || item.permalink != nil {
                let first = Markdown(item.text).plainText().split(separator: "\n").first ?? "…"
                let head = Line.joined([.text(item.emoji), .text(item.badge)], " ")
                let title = Line.joined([head, .text(item.title ?? String(first))], " ")
                front["title"] = .string(title.escaped)
                if let wish = item.permalink, Permalinks.isSafe(wish) {
                    front["permalink"] = .string(wish)
                }
            }
            let line = words.news(item).kramdown
            let prose = isLong ? KramdownText.block(item.text) : ""
            draft.add(
                "_news/\(file.stem).md", frontMatter: front,
                body: PageBody.blocks([line.isEmpty ? "" : line + "\n", prose]))
        }
        var page = Mapping()
        page["layout"] = "page"
        page["title"] = pageTitle(.news, "news")
        page["permalink"] = "/news/"
        draft.add("_pages/news.md", frontMatter: page, body: include("news"))
    }

    /// News in order of time alone.
    private static func newestFirst(_ items: [NewsItem]) -> [NewsItem] {
        items.enumerated().sorted { first, second in
            switch (first.element.date, second.element.date) {
            case (let one?, let two?) where one != two: one > two
            case (_?, nil): true
            case (nil, _?): false
            default: first.offset < second.offset
            }
        }.map(\.element)
    }
}
