public import RecordModel

/// The person whose homepage this is.
public struct Person: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The name.
    public let name: PersonName
    /// What the person is, such as “Assistant professor”.
    public let role: String?
    /// One line of Markdown about the person.
    public let tagline: String?
    /// One line of Markdown, such as “open to postdoc positions”.
    public let status: String?
    /// The organizations, in order.
    public let affiliations: [Affiliation]
    /// The e-mail addresses, in order, those that are hidden too.
    public let emails: [EmailAddress]
    /// The telephone number.
    public let phone: String?
    /// The room.
    public let office: String?
    /// The lines of the postal address.
    public let address: [String]
    /// The town, for people.
    public let location: String?
    /// How to get in touch, as Markdown.
    public let contactNote: String?
    /// The person elsewhere, in order.
    public let links: [PersonLink]
    /// The photo.
    public let photo: Photo?
    /// The CV.
    public let cv: CurriculumVitae?
    /// The biography, as Markdown.
    public let bio: String?
    /// The research interests, as Markdown.
    public let interests: String?
    /// Key words of the research.
    public let keywords: [String]
    /// The language of the homepage (BCP 47).
    public let language: String?
    /// Visitor counters.
    public let widgets: [Widget]
    /// How often the person is cited.
    public let citations: CitationTotals?
    /// The place in the lab.
    public let membership: Membership?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        name = fields.view("name") ?? PersonName(Fields(nil))
        role = fields.text("role")
        tagline = fields.text("tagline")
        status = fields.text("status")
        affiliations = fields.views("affiliations")
        emails = fields.views("emails")
        phone = fields.text("phone")
        office = fields.text("office")
        address = fields.texts("address")
        location = fields.text("location")
        contactNote = fields.text("contact_note")
        links = fields.views("links")
        photo = fields.view("photo")
        cv = fields.view("cv")
        bio = fields.text("bio")
        interests = fields.text("interests")
        keywords = fields.texts("keywords")
        language = fields.text("language")
        widgets = fields.views("widgets")
        citations = fields.view("citations")
        membership = fields.view("membership")
    }
}

extension Person {
    /// The addresses that a page may show.
    public var shownEmails: [EmailAddress] { emails.filter { $0.display != .hidden } }

    /// The organization that a page with room for one names.
    public var affiliation: Affiliation? { affiliations.first }
}
