public import RecordModel

/// A field that a record cannot do without, filled in where a document says nothing of it.
public struct ExchangeGuess: Hashable, Sendable {
    /// The field of the record.
    public let path: FieldPath
    /// What stands there.
    public let value: Value

    /// Returns the fields of sections that are not what a document says.
    static func guesses(
        in sections: Mapping, of document: Value, namesAuthors: Bool
    ) -> [ExchangeGuess] {
        let saysFiller = Filler.isSaid(in: document)
        return sections.entries.flatMap { section in
            (section.value.list ?? []).flatMap { entry -> [ExchangeGuess] in
                let id = entry["id"]?.string ?? ""
                return (entry.mapping?.entries ?? []).compactMap { field in
                    let isFilled = !saysFiller && Filler.isSaid(in: field.value)
                    let isOwn = field.key == "authors" && !namesAuthors
                    guard isFilled || isOwn else { return nil }
                    return ExchangeGuess(
                        path: FieldPath(steps: [section.key, id, field.key]), value: field.value)
                }
            }
        }
    }
}

/// The text that stands where a record must have one and a document has none.
enum Filler {
    static let text = "Unknown"

    /// Tells whether a value has it as a text.
    static func isSaid(in value: Value) -> Bool {
        switch value {
        case .string(let text): text == Self.text
        case .list(let items): items.contains(where: isSaid)
        case .mapping(let mapping): mapping.entries.contains { isSaid(in: $0.value) }
        default: false
        }
    }
}
