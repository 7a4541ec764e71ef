internal import Formats

/// Turns Markdown of a record into the HTML of a page.
enum PlainMarkup {
    /// The safe HTML of a piece of Markdown, its headings below a level and in order, links to
    /// files of the profile ready for the root that templates put before them.
    static func html(of markdown: String, below level: Int) -> String {
        withHeadings(below: level, in: Markdown(markdown).html())
            .replacing("=\"/assets/", with: "=\"assets/")
            .replacing("=\"./assets/", with: "=\"assets/")
    }

    /// Renumbers headings: the highest one in the text comes right below the level.
    static func withHeadings(below level: Int, in html: String) -> String {
        let used = (1...6).filter { html.contains("<h\($0)>") || html.contains("<h\($0) ") }
        let moves = used.enumerated().map { (from: $1, to: min(6, level + 1 + $0)) }
        // Upward from the highest, downward from the deepest: no heading is moved twice.
        let ordered = moves.filter { $0.to < $0.from } + moves.filter { $0.to > $0.from }.reversed()
        var result = html
        for move in ordered {
            result = result.replacing("<h\(move.from)>", with: "<h\(move.to)>")
                .replacing("<h\(move.from) ", with: "<h\(move.to) ")
                .replacing("</h\(move.from)>", with: "</h\(move.to)>")
        }
        return result
    }
}
