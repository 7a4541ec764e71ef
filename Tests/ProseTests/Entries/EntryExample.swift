import Prose
import RecordModel
import Testing

/// An item, and the fields that it is read as.
struct EntryExample: Sendable, CustomTestStringConvertible {
    let markdown: String
    let kind: SectionKind
    let context: EntryContext
    /// Each field path with its text; nil for an item that is not read.
    let fields: [String: String]?

    var testDescription: String { String(markdown.prefix(60)) }

    init(
        _ markdown: String, as kind: SectionKind, in context: EntryContext = EntryContext(),
        _ fields: [String: String]?
    ) {
        self.markdown = markdown
        self.kind = kind
        self.context = context
        self.fields = fields
    }

    /// A publication on the page of somebody, Ada Berg unless it says another, which explains no
    /// signs.
    static func paper(
        _ markdown: String, _ fields: [String: String]?, owner: String = "Ada Berg"
    ) -> EntryExample {
        EntryExample(
            markdown, as: .publications,
            in: EntryContext(ownNames: [owner], baseURL: "https://berg.example/"), fields)
    }

    /// A publication there by three authors, of which the second one is she.
    static func river(_ markdown: String, _ more: [String: String] = [:]) -> EntryExample {
        let usual = [
            "title": "Reading Rivers: A View from Above", "authors/0/name": "Jo Lind",
            "authors/1/name": "Ada Berg", "authors/1/self": "true", "authors/2/name": "Max Hoek",
            "authors/3/name": "",
        ]
        return paper(markdown, usual.merging(more) { $1 })
    }

    /// Expects the fields, and no others of the same beginning.
    func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let reading = EntryGrammar.read(markdown, as: kind, context: context)
        guard let fields else {
            #expect(
                reading == nil, "\(reading.map { Self.leaves(.mapping($0.fields)) } ?? [:])",
                sourceLocation: sourceLocation)
            return
        }
        guard let reading else {
            Issue.record("not read: \(markdown)", sourceLocation: sourceLocation)
            return
        }
        let read = Self.leaves(.mapping(reading.fields))
        for (path, text) in fields.sorted(by: { $0.key < $1.key }) {
            #expect(
                read[path] == (text.isEmpty ? nil : text), "\(path) of \(read)",
                sourceLocation: sourceLocation)
        }
    }

    /// The texts of a value by their paths: `authors/0/name`.
    static func leaves(_ value: Value, at path: String = "") -> [String: String] {
        func join(_ key: String) -> String { path.isEmpty ? key : path + "/" + key }
        switch value {
        case .mapping(let mapping):
            return mapping.entries.reduce(into: [:]) {
                $0.merge(leaves($1.value, at: join($1.key))) { first, _ in first }
            }
        case .list(let items):
            return items.enumerated().reduce(into: [:]) {
                $0.merge(leaves($1.element, at: join(String($1.offset)))) { first, _ in first }
            }
        case .string(let text): return [path: text]
        case .bool(let bool): return [path: String(bool)]
        case .number(let number): return [path: "\(number)"]
        case .null: return [:]
        }
    }
}
