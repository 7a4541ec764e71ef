internal import RecordModel

/// One compiled schema within a schema; others are named by their position in `Schema.parts`.
struct Subschema: Sendable {
    typealias ID = Int

    /// What the schema demands, in the order in which it is checked.
    var keywords: [Keyword] = []
    /// What the schema says without demanding it: titles, examples, `x-labfolio-…`.
    var annotations = Mapping()
    /// The resource that the schema stands in, by its position in `SchemaTables.resources`.
    var resource: Int
    /// The way to the schema from the root of that resource.
    var pointer: FieldPath
    /// Whether what the other keywords looked at decides over the rest of the value.
    var looksAtTheRest = false
}

/// A resource as an evaluation needs it.
struct CompiledResource: Sendable {
    /// Its URI.
    let base: String
    /// The parts that its dynamic anchors name.
    var dynamicAnchors: [String: Subschema.ID] = [:]
}

/// One demand of a schema, ready to be checked.
enum Keyword: Sendable {
    /// `true` and `false` as schemas.
    case always(Bool)
    case type(TypeSet)
    case constant(Value)
    case options([Value])
    case range(keyword: String, limit: Number)
    case multiple(of: Number)
    case length(Length, limit: Int)
    case pattern(Pattern)
    case format(Format)
    case content(EncodedContent)
    case list(ListRules)
    case fields(FieldRules)
    case required([String])
    case dependentRequired([(key: String, needs: [String])], keyword: String)
    case dependentSchemas([(key: String, schema: Subschema.ID)], keyword: String)
    case propertyNames(Subschema.ID)
    case reference(Subschema.ID)
    case dynamicReference(Subschema.ID, anchor: String, keyword: String)
    case all([Subschema.ID])
    case any([Subschema.ID])
    case exactlyOne([Subschema.ID])
    case not(Subschema.ID)
    case condition(Subschema.ID, then: Subschema.ID?, else: Subschema.ID?)
    case unevaluatedItems(Subschema.ID)
    case unevaluatedFields(Subschema.ID, isRefused: Bool)

    /// The keywords that count the parts of a value.
    enum Length: String, Sendable {
        case minLength
        case maxLength
        case minItems
        case maxItems
        case minProperties
        case maxProperties

        var isMinimum: Bool { self == .minLength || self == .minItems || self == .minProperties }
    }

    /// The types that `type` allows.
    struct TypeSet: OptionSet, Sendable {
        let rawValue: Int
        static let names = ["null", "boolean", "integer", "number", "string", "array", "object"]

        init(rawValue: Int) { self.rawValue = rawValue }

        init?(name: String) {
            guard let bit = Self.names.firstIndex(of: name) else { return nil }
            rawValue = 1 << bit
        }

        static let text = TypeSet(rawValue: 1 << 4)

        /// The set of the type of a name; empty for an unknown one.
        static func named(_ name: String) -> TypeSet { TypeSet(name: name) ?? [] }

        func allows(_ value: Value) -> Bool {
            switch value {
            case .null: rawValue & 1 != 0
            case .bool: rawValue & 2 != 0
            case .number(let number): rawValue & 8 != 0 || rawValue & 4 != 0 && number.isInteger
            case .string: rawValue & 16 != 0
            case .list: rawValue & 32 != 0
            case .mapping: rawValue & 64 != 0
            }
        }

        var names: [String] {
            Self.names.enumerated().filter { rawValue & 1 << $0.offset != 0 }.map(\.element)
        }
    }

    /// What is demanded of lists.
    ///
    /// A class, as is `FieldRules`: keywords are handed around for every value that is checked,
    /// and so one reference is counted and not one for each member.
    final class ListRules: Sendable {
        /// The schemas of the first items, and of all behind them.
        let prefix: [Subschema.ID]
        let items: Subschema.ID?
        /// What the draft calls the two.
        let prefixKeyword: String
        let itemsKeyword: String
        let contains: Subschema.ID?
        /// Whether `contains` counts as having looked at the items that it found.
        let containsCovers: Bool
        let minContains: Int
        let maxContains: Int?
        let isUnique: Bool

        init(
            prefix: [Subschema.ID], items: Subschema.ID?, prefixKeyword: String,
            itemsKeyword: String, contains: Subschema.ID?, containsCovers: Bool, minContains: Int,
            maxContains: Int?, isUnique: Bool
        ) {
            self.prefix = prefix
            self.items = items
            self.prefixKeyword = prefixKeyword
            self.itemsKeyword = itemsKeyword
            self.contains = contains
            self.containsCovers = containsCovers
            self.minContains = minContains
            self.maxContains = maxContains
            self.isUnique = isUnique
        }
    }

    /// What is demanded of the fields of mappings.
    final class FieldRules: Sendable {
        /// The keys of `properties`, in the order of the schema.
        let table: KeyTable
        /// Their schemas, in the same order.
        let schemas: [Subschema.ID]
        let patterns: [(pattern: Pattern, schema: Subschema.ID)]
        let others: Subschema.ID?
        /// Whether `others` is the schema `false`: an unknown key is then its own finding.
        let refusesOthers: Bool

        init(
            properties: [(key: String, schema: Subschema.ID)],
            patterns: [(pattern: Pattern, schema: Subschema.ID)], others: Subschema.ID?,
            refusesOthers: Bool
        ) {
            // No mapping has a key twice, so the positions are those of the properties.
            table = KeyTable(properties.map(\.key))
            schemas = properties.map(\.schema)
            self.patterns = patterns
            self.others = others
            self.refusesOthers = refusesOthers
        }

        var keys: [String] { table.keys }

        /// The schema that `properties` has for a key.
        func schema(ofKey key: String) -> Subschema.ID? {
            table.position(of: key).map { schemas[$0] }
        }
    }
}
