/// A piece of a source that goes into no record, and why.
///
/// Nothing is left out in silence: an import lists each of these.
public struct DroppedText: Hashable, Sendable {
    /// Why something is left out.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Text that came with the theme and was never replaced.
        case templateSample = "template sample"
        /// A comment, which no visitor sees.
        case comment
        /// A script.
        case script
        /// A style sheet or a rule of one.
        case style
        /// A counter, a map of visitors or another embedded page.
        case widget
        /// A tag of Liquid, whose output is not the page's own text.
        case liquid
        /// Markup that shows no word: an empty element, an attribute list.
        case markup
        /// A page or a file that is for the site's machinery.
        case machinery
        /// A blog, which a record has no place for.
        case blog
        /// What the record has already from another place of the site.
        case duplicate
        /// What no field of a record is for.
        case unplaced = "no field for it"
        /// What another place of the site says otherwise.
        case outweighed = "said otherwise elsewhere"
        /// A data file that is neither YAML nor JSON.
        case unreadable = "unreadable data"
    }

    /// Why it is left out.
    public var reason: Reason
    /// What is left out.
    public var text: String
    /// The file it stands in, from the site's root.
    public var file: String
    /// The line on which it begins, from 1.
    public var line: Int

    /// Makes a piece.
    public init(_ reason: Reason, _ text: String, file: String, line: Int) {
        self.reason = reason
        self.text = text
        self.file = file
        self.line = line
    }
}
