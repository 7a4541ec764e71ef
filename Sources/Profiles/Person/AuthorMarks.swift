/// The signs after the names of authors.
public struct AuthorMarks: FieldView {
    /// The sign of equal contribution.
    public let equal: String?
    /// The sign of the corresponding author.
    public let corresponding: String?
    /// The sign of the project lead.
    public let lead: String?
    /// The line of Markdown that explains the signs.
    public let legend: String?
    /// What other signs say on the page that an import read: the name of a field above, or `other`.
    public let signs: [FreeText]

    /// Reads the view.
    public init(_ fields: Fields) {
        equal = fields.text("equal")
        corresponding = fields.text("corresponding")
        lead = fields.text("lead")
        legend = fields.text("legend")
        signs = fields.freeTexts("signs")
    }
}
