/// A place in a text.
public struct SourceLocation: Hashable, Sendable {
    /// The file as the person knows it: relative to the store, or as it was typed.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// Makes a location; a file as a whole is at its first line and column.
    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable, CustomStringConvertible {
    /// Tells whether one location stands before another: by file, line, column.
    public static func < (first: SourceLocation, second: SourceLocation) -> Bool {
        (first.file, first.line, first.column) < (second.file, second.line, second.column)
    }

    /// The form that editors and terminals turn into a link: `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}
