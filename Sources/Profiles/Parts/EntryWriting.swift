/// How an entry was written on the page it was imported from.
public struct EntryWriting: Hashable, Sendable {
    /// The entry as it stood there, in Markdown.
    public let text: String?
    /// The entry whose text says this one as well.
    public let with: String?
    /// The heading within the section above the entry.
    public let group: String?
    /// Whether the text is all there is of the entry.
    public let isAll: Bool

    /// The text where it is all there is of the entry.
    public var onlyText: String? { isAll ? text : nil }

    /// Reads the fields of an entry.
    public init(_ fields: Fields) {
        text = fields.text("written")
        with = fields.text("written_with")
        group = fields.text("group")
        isAll = text != nil && fields.hasOnly(["id", "written", "group"])
    }
}
