public import RecordModel

/// A publication.
public struct Publication: ListEntry {
    /// How far a publication is.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// It is out.
        case published
        /// It will come out.
        case accepted
        /// It is under review.
        case submitted
        /// It is out without review.
        case preprint
        /// It is being written.
        case inPreparation = "in-preparation"
    }

    private let place: FieldPlace
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public var path: FieldPath { place.path }
    /// The title.
    public let title: String
    /// The authors, in order.
    public let authors: [Author]
    /// Whether more authors follow.
    public let hasOthers: Bool
    /// A remark on the authors, as Markdown.
    public let annotation: String?
    /// Where it appeared.
    public let venue: Venue?
    /// When.
    public let date: DateText?
    /// How far it is.
    public let status: Status?
    /// The DOI, without an address.
    public let doi: String?
    /// The id at arXiv.
    public let arxiv: String?
    /// The ISBN.
    public let isbn: String?
    /// The id at PubMed.
    public let pmid: String?
    /// The id at HAL.
    public let hal: String?
    /// The id at OpenReview.
    public let openreview: String?
    /// The paper's page.
    public let url: String?
    /// Further links, in order.
    public let links: [Link]
    /// The abstract, as Markdown.
    public let abstract: String?
    /// One or two sentences for people, as Markdown.
    public let summary: String?
    /// The award, as Markdown.
    public let award: String?
    /// A short label for the award.
    public let awardName: String?
    /// Badges, such as “Oral”.
    public let badges: [String]
    /// Whether it is one of the best.
    public let isSelected: Bool
    /// A picture.
    public let image: Picture?
    /// The heading that it stands under.
    public let group: String?
    /// Topics.
    public let tags: [String]
    /// A remark, as Markdown.
    public let note: String?
    /// More for a page of its own, as Markdown.
    public let text: String?
    /// The recommended citation, as Markdown.
    public let citeAs: String?
    /// The path of its own page in the site.
    public let permalink: String?
    /// How often it is cited.
    public let citations: PublicationCitations?
    /// What its BibTeX entry is to say.
    public let bibtex: BibTeXChoice?
    /// How the entry was written on the page it was imported from.
    public let writing: EntryWriting

    /// Reads the view.
    public init(_ fields: Fields) {
        place = FieldPlace(fields)
        id = fields.id
        title = fields.required("title")
        authors = fields.views("authors")
        hasOthers = fields.flag("others")
        annotation = fields.text("annotation")
        venue = fields.view("venue")
        date = fields.date("date")
        status = fields.choice("status")
        doi = fields.text("doi")
        arxiv = fields.text("arxiv")
        isbn = fields.text("isbn")
        pmid = fields.text("pmid")
        hal = fields.text("hal")
        openreview = fields.text("openreview")
        url = fields.text("url")
        links = fields.views("links")
        abstract = fields.text("abstract")
        summary = fields.text("summary")
        award = fields.text("award")
        awardName = fields.text("award_name")
        badges = fields.texts("badges")
        isSelected = fields.flag("selected")
        image = fields.view("image")
        group = fields.text("group")
        tags = fields.texts("tags")
        note = fields.text("note")
        text = fields.text("text")
        citeAs = fields.text("cite_as")
        permalink = fields.text("permalink")
        citations = fields.view("citations")
        bibtex = fields.view("bibtex")
        writing = EntryWriting(fields)
    }
}
