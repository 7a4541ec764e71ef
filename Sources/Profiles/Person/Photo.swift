/// The photo of the person.
public struct Photo: FieldView {
    /// The shape of a photo.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        /// As it is.
        case rectangle
        /// Cut round.
        case circle
    }

    /// The side of the page that a photo stands on.
    public enum Align: String, Hashable, Sendable, CaseIterable {
        /// The left side.
        case left
        /// The right side.
        case right
    }

    /// The file within the profile's folder.
    public let file: String
    /// What the photo shows, for those who do not see it.
    public let alt: String?
    /// The shape.
    public let shape: Shape
    /// The side of the page.
    public let align: Align?

    /// Reads the view.
    public init(_ fields: Fields) {
        file = fields.required("file")
        alt = fields.text("alt")
        shape = fields.choice("shape") ?? .rectangle
        align = fields.choice("align")
    }
}
