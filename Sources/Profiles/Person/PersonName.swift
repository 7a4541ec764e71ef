/// The name of the person.
public struct PersonName: FieldView {
    /// The name as pages show it.
    public let display: String
    /// The given name.
    public let given: String?
    /// The middle names.
    public let middle: String?
    /// The family name without its particle.
    public let family: String?
    /// What follows, such as “Jr.”.
    public let suffix: String?
    /// What goes before the family name, such as “van der”.
    public let particle: String?
    /// The name in its own script.
    public let native: String?
    /// The pronouns.
    public let pronouns: String?
    /// How to say the name.
    public let pronunciation: String?
    /// Other spellings under which publications list the person.
    public let variants: [String]

    /// Reads the view.
    public init(_ fields: Fields) {
        display = fields.required("display")
        given = fields.text("given")
        middle = fields.text("middle")
        family = fields.text("family")
        suffix = fields.text("suffix")
        particle = fields.text("particle")
        native = fields.text("native")
        pronouns = fields.text("pronouns")
        pronunciation = fields.text("pronunciation")
        variants = fields.texts("variants")
    }
}
