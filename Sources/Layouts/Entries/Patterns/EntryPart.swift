/// One thing that an entry says, under the name that patterns know it by.
struct EntryPart: Sendable {
    /// The name: that of the field.
    let name: String
    /// Writes it, in the way that a word behind its name asks for.
    private let write: @Sendable (String?) -> Line
    /// The ways that pages are known to write it, besides the usual one.
    let ways: [String]
    /// Whether an entry is written whole without it.
    let isOptional: Bool

    /// Makes a part that is written in one way.
    init(_ name: String, _ line: Line, isOptional: Bool = false) {
        self.name = name
        self.isOptional = isOptional
        ways = []
        write = { _ in line }
    }

    /// Makes a part that is written in several ways.
    init(_ name: String, ways: [String], _ write: @escaping @Sendable (String?) -> Line) {
        self.name = name
        self.ways = ways
        self.write = write
        isOptional = false
    }

    /// Makes a part of people: behind the name is what stands before the last of them.
    init(_ name: String, people: [Line]) {
        self.init(name, ways: people.count > 1 ? [" and ", ", and ", " & "] : []) { last in
            guard let last, people.count > 1 else { return Line.joined(people) }
            let first = Line.joined(Array(people.dropLast()))
            return first + .text(last) + people[people.count - 1]
        }
    }

    /// Makes a part of links: behind the name is what stands between them; without it, each is in
    /// brackets.
    init(_ name: String, links: [Line]) {
        self.init(name, ways: [", ", " | ", " / ", " · ", ",", " "]) { separator in
            guard let separator else { return Line.joined(links.map(\.bracketed), " ") }
            return links.dropFirst().reduce(links.first ?? Line()) { line, link in
                line + .text(separator) + link
            }
        }
    }

    /// The part as it stands on a line.
    func line(_ way: String?) -> Line { write(way) }

    /// Whether the entry does not say it.
    var isEmpty: Bool { write(nil).isEmpty }
}
