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
        var cleaning = PageCleaning(lines)
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
