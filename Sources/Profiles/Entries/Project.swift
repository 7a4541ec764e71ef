public import RecordModel

/// A project.
public struct Project: ListEntry {
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The name.
    public let name: String
    /// One line of Markdown about it.
    public let description: String?
    /// The address of its page.
    public let url: String?
    /// The repository at GitHub, as `owner/name`.
    public let repository: String?
    /// The role in it.
    public let role: String?
    /// The category.
    public let category: String?
    /// When it began.
    public let start: DateText?
    /// When it ended; no end means that it goes on.
    public let end: DateText?
    /// A picture.
    public let image: Picture?
    /// Further links, in order.
    public let links: [Link]
    /// Whether it is one of the best.
    public let isSelected: Bool
    /// How many people starred it.
    public let stars: Stars?
    /// The field paths of what belongs to it.
    public let references: [String]
    /// Topics.
    public let tags: [String]
    /// More about it, as Markdown.
    public let text: String?
    /// The path of its own page in the site.
    public let permalink: String?
    /// How the entry was written on the page it was imported from.
    public let writing: EntryWriting

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        name = fields.required("name")
        description = fields.text("description")
        url = fields.text("url")
        repository = fields.text("repository")
        role = fields.text("role")
        category = fields.text("category")
        start = fields.date("start")
        end = fields.date("end")
        image = fields.view("image")
        links = fields.views("links")
        isSelected = fields.flag("selected")
        stars = fields.view("stars")
        references = fields.texts("references")
        tags = fields.texts("tags")
        text = fields.text("text")
        permalink = fields.text("permalink")
        writing = EntryWriting(fields)
    }
}
