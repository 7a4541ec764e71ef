/// The person's place in the lab.
public struct Membership: FieldView {
    /// The id of the group in which the lab's site lists the person.
    public let group: String?
    /// Since when the person has been a member.
    public let since: DateText?
    /// Until when the person was one.
    public let until: DateText?
    /// Where the person went, as Markdown.
    public let next: String?
    /// Whether the lab's site is to leave the person out.
    public let isHidden: Bool

    /// Reads the view.
    public init(_ fields: Fields) {
        group = fields.text("group")
        since = fields.date("since")
        until = fields.date("until")
        next = fields.text("next")
        isHidden = fields.flag("hidden")
    }
}
