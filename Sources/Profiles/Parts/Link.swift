public import RecordModel

/// A link with its label.
public struct Link: FieldView {
    /// What a link leads to.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The paper's page.
        case paper
        /// The paper as PDF.
        case pdf
        /// The program.
        case code
        /// The data.
        case data
        /// The slides.
        case slides
        /// The poster.
        case poster
        /// A video.
        case video
        /// A web site.
        case website
        /// A blog entry.
        case blog
        /// A demonstration.
        case demo
        /// The supplement.
        case supplement
        /// The paper as HTML.
        case html
        /// The DOI.
        case doi
        /// The model.
        case model
        /// The BibTeX entry.
        case bibtex
        /// What the press said.
        case press
        /// Anything else.
        case other
    }

    private let place: FieldPlace
    /// Where the mapping stands in the record.
    public var path: FieldPath { place.path }
    /// What to call it.
    public let label: String?
    /// The address.
    public let url: String?
    /// The file within the profile's folder, where there is no address.
    public let file: String?
    /// What it leads to.
    public let kind: Kind?

    /// Reads the view.
    public init(_ fields: Fields) {
        place = FieldPlace(fields)
        label = fields.text("label")
        url = fields.text("url")
        file = fields.text("file")
        kind = fields.choice("kind")
    }
}
