public import RecordModel

/// The fields of one mapping of a record, read totally.
///
/// A field that is missing, empty or of the wrong type reads as absent, so that a view exists for
/// every record; what is wrong with a record is for the validator to say.
public struct Fields: Sendable {
    /// Where the mapping stands, or the list that it is an item of, and then which item it is.
    private let base: FieldPath
    private let position: Int?
    private let mapping: Mapping

    /// Takes a value; one that is no mapping has no fields.
    public init(_ value: Value?, at path: FieldPath = .root) {
        base = path
        position = nil
        mapping = value?.mapping ?? Mapping()
    }

    /// Takes the item of a list.
    private init(item: Mapping, at position: Int, of list: FieldPath) {
        base = list
        self.position = position
        mapping = item
    }

    /// The step that leads to the item, nil for what is none.
    ///
    /// It is found when it is asked for: of most items nobody wants to know.
    private var itemStep: String? { position.map { Self.step(to: mapping, at: $0) } }

    /// Where the mapping stands in the record; made when it is asked for.
    public var path: FieldPath { itemStep.map(base.appending) ?? base }

    /// The id that the mapping carries; where it has none, the last step of its path.
    public var id: String { text("id") ?? step }

    /// The last step of the path.
    public var step: String { itemStep ?? base.steps.last ?? "" }

    /// The text of a field without the line ends around it and the white space at its end, which
    /// a block scalar leaves; nil for white space alone.
    public func text(_ key: String) -> String? { Self.text(mapping[key]) }

    /// The text of a field that has to be there; empty where it is not.
    public func required(_ key: String) -> String { text(key) ?? "" }

    /// The date of a field.
    public func date(_ key: String) -> DateText? { text(key).map(DateText.init) }

    /// The truth value of a field; false where it is absent.
    public func flag(_ key: String) -> Bool { mapping[key]?.bool ?? false }

    /// The whole number of a field.
    public func integer(_ key: String) -> Int? { mapping[key]?.number?.integer }

    /// The texts of a list.
    public func texts(_ key: String) -> [String] {
        (mapping[key]?.list ?? []).compactMap(Self.text)
    }

    /// The choice that a field names; nil for a word that is none of them.
    public func choice<Choice: RawRepresentable<String>>(_ key: String) -> Choice? {
        text(key).flatMap(Choice.init)
    }

    /// The view of a mapping; nil where the field is no mapping.
    public func view<View: FieldView>(_ key: String) -> View? {
        guard let value = mapping[key], value.mapping != nil else { return nil }
        return View(Fields(value, at: path.appending(key)))
    }

    /// The views of the mappings of a list, in order; other items are left out.
    public func views<View: FieldView>(_ key: String) -> [View] { items(key).map(View.init) }

    /// The mappings of a list, in order; other items are left out.
    public func items(_ key: String) -> [Fields] {
        guard case .list(let list)? = mapping[key] else { return [] }
        let path = path.appending(key)
        var items: [Fields] = []
        items.reserveCapacity(list.count)
        for position in list.indices {
            guard case .mapping(let item) = list[position] else { continue }
            items.append(Fields(item: item, at: position, of: path))
        }
        return items
    }

    /// Tells whether there are no other fields than these.
    func hasOnly(_ keys: Set<String>) -> Bool {
        mapping.count <= keys.count && mapping.entries.allSatisfy { keys.contains($0.key) }
    }

    /// The mapping of a field; empty where the field is none.
    public func mapping(_ key: String) -> Mapping { mapping[key]?.mapping ?? Mapping() }

    /// The fields of a mapping whose keys are free, in order, as far as they hold text.
    public func freeTexts(_ key: String) -> [FreeText] {
        let inner = Fields(mapping[key])
        return inner.mapping.keys.compactMap { key in
            inner.text(key).map { FreeText(key: key, text: $0) }
        }
    }

    private static func text(_ value: Value?) -> String? {
        guard case .string(let text)? = value else { return nil }
        // Nearly every text begins and ends with a letter or a mark of the basic alphabet.
        if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20,
            last < 0x7F
        {
            return text
        }
        let scalars = text.unicodeScalars
        guard let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(scalars[...end].drop { $0 == "\n" || $0 == "\r" })
    }

    /// The step of a field path that leads to an item of a list: its name where it has one, else
    /// its position from 0.
    ///
    /// These are the keys by which the schemas tell the items of their lists apart.
    public static func step(to item: Value, at position: Int) -> String {
        step(to: item.mapping ?? Mapping(), at: position)
    }

    private static func step(to item: Mapping, at position: Int) -> String {
        names.lazy.compactMap { $0.name(of: item) }.first ?? String(position)
    }

    private static let names = ["id", "address", "section"].map { ListRule(identity: .key($0)) }
}
