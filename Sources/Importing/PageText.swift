internal import Formats
internal import Layouts

/// The text of a page as a reader of Markdown is to see it: what a visitor never sees taken out,
/// and every line still known by its place in the source.
///
/// Jekyll runs Liquid before Markdown, and kramdown knows comments and attribute lists that
/// GitHub's Markdown does not; both would end up as words.
struct PageText {
    /// The lines of the text, with their places in the files.
    let lines: SourceLines
    /// The text.
    let text: String
    /// What was taken out.
    let drops: [DroppedText]
    /// The widgets whose scripts were taken out.
    let scripts: [String]

    /// Takes out of a text what is not its own words.
    init(_ lines: SourceLines) {
        var cleaning = PageCleaning(lines.isHTML ? lines.withoutIndent : lines)
        cleaning.run()
        cleaning.dropStrayEnds()
        let whole = String(decoding: cleaning.result, as: UTF8.self)
        let text = LinkDefinitions.resolved(
            in: RaisedSigns.kept(in: BareAddresses.parted(in: whole)))
        self.lines = RawHTML.normalized(lines.replacingText(text))
        self.text = self.lines.text
        drops = cleaning.drops
        scripts = cleaning.scripts
    }
}

extension SourceLines {
    /// Whether the text is a page of HTML, in which no line is Markdown.
    fileprivate var isHTML: Bool {
        guard let first = lines.first(where: { !$0.text.allSatisfy(\.isWhitespace) }) else {
            return false
        }
        let start = first.text.drop(while: \.isWhitespace).prefix(9).lowercased()
        return first.place.file.hasSuffix(".html") || start == "<!doctype"
            || start.hasPrefix("<html")
    }

    /// The lines without the white space before them.
    fileprivate var withoutIndent: SourceLines {
        let texts = HTMLElements.withoutIndent(lines.map(\.text))
        return SourceLines(lines: zip(texts, lines).map { ($0, $1.place) })
    }
}
