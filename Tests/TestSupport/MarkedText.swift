/// A text with marks ①②③… where something is due, so that a place is seen and not counted.
public struct MarkedText: Sendable {
    /// The text without its marks.
    public let text: String
    /// The line and the column of each mark, from 1, in the order of the marks.
    public let places: [Character: Place]

    /// A line and a column, from 1; columns count Unicode scalars.
    public struct Place: Hashable, Sendable {
        /// The line.
        public let line: Int
        /// The column.
        public let column: Int

        /// Where a text begins.
        public static let start = Place(line: 1, column: 1)
    }

    /// Takes a text with marks.
    public init(_ marked: String) {
        var text = ""
        var places: [Character: Place] = [:]
        var (line, column) = (1, 1)
        for character in marked {
            if ("①"..."⑨").contains(character) {
                places[character] = Place(line: line, column: column)
                continue
            }
            text.append(character)
            if character == "\n" {
                (line, column) = (line + 1, 1)
            } else {
                column += character.unicodeScalars.count
            }
        }
        (self.text, self.places) = (text, places)
    }
}
