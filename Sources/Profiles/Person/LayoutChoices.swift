public import RecordModel

/// How a homepage is arranged: what `layout` of the person says.
public struct LayoutChoices: FieldView {
    /// How the dates of entries are written.
    public enum DateForm: String, Hashable, Sendable, CaseIterable {
        /// 2024-05
        case iso
        /// 2024.05
        case dotted
        /// 05/2024
        case slashed
        /// May 2024
        case monthName = "month-name"
        /// 2024
        case year
    }

    /// What is around the date before an entry.
    public enum DateFrame: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case plain
        /// Square brackets.
        case brackets
        /// Emphasis.
        case italic
        /// Strong emphasis.
        case bold
        /// A code span.
        case code
    }

    /// How the names of authors are written.
    public enum AuthorNames: String, Hashable, Sendable, CaseIterable {
        /// All given names.
        case full
        /// Initials for given names.
        case initials
        /// As the record has them.
        case asWritten = "as-written"
    }

    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The name of the layout.
    public let theme: String?
    /// The version of the theme.
    public let version: String?
    /// The address of the site.
    public let url: String?
    /// The folder of the site at its address.
    public let baseurl: String?
    /// The path of the homepage.
    public let permalink: String?
    /// Paths that lead to the homepage.
    public let redirects: [String]
    /// The repository of the site, as `user/name`.
    public let repository: String?
    /// The title of the site.
    public let title: String?
    /// What the site is.
    public let description: String?
    /// The title of the homepage.
    public let pageTitle: String?
    /// One line of Markdown above everything else.
    public let notice: String?
    /// The sections of the page, in order.
    public let sections: [SectionChoice]
    /// How dates are written.
    public let dates: DateForm?
    /// What is around the date before an entry.
    public let dateFrame: DateFrame?
    /// The signs after the names of authors.
    public let authorMarks: AuthorMarks?
    /// How names of authors are written.
    public let authorNames: AuthorNames?
    /// The theme in whose notation entries were written by an import.
    public let written: String?
    /// Options of the theme.
    public let options: Mapping

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        theme = fields.text("theme")
        version = fields.text("version")
        url = fields.text("url")
        baseurl = fields.text("baseurl")
        permalink = fields.text("permalink")
        redirects = fields.texts("redirects")
        repository = fields.text("repository")
        title = fields.text("title")
        description = fields.text("description")
        pageTitle = fields.text("page_title")
        notice = fields.text("notice")
        sections = fields.views("sections")
        dates = fields.choice("dates")
        dateFrame = fields.choice("date_frame")
        authorMarks = fields.view("author_marks")
        authorNames = fields.choice("author_names")
        written = fields.text("written")
        options = fields.mapping("options")
    }
}
