internal import RecordModel

/// One compiled schema within a schema; others are named by their position in `Schema.parts`.
struct Subschema: Sendable {
    typealias ID = Int

    /// What the schema demands, in the order in which it is checked.
    var keywords: [Keyword] = []
    /// What the schema says without demanding it: titles, examples, `x-labfolio-…`.
    var annotations = Mapping()
    /// The URI of the resource that the schema stands in.
    var base: String
    /// The way to the schema from the root of that resource.
    var pointer: FieldPath
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
    case length(keyword: String, limit: Int)
    case pattern(Pattern)
    case list(ListRules)
    case fields(FieldRules)
    case required([String])
    case dependentRequired([(key: String, needs: [String])])
    case dependentSchemas([(key: String, schema: Subschema.ID)])
    case propertyNames(Subschema.ID)
    case reference(Subschema.ID)
    case all([Subschema.ID])
    case any([Subschema.ID])
    case exactlyOne([Subschema.ID])
    case not(Subschema.ID)
    case condition(Subschema.ID, then: Subschema.ID?, else: Subschema.ID?)

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
    struct ListRules: Sendable {
        var prefix: [Subschema.ID] = []
        var items: Subschema.ID?
        var contains: Subschema.ID?
        var minContains = 1
        var maxContains: Int?
        var isUnique = false
    }

    /// What is demanded of the fields of mappings.
    struct FieldRules: Sendable {
        var properties: [String: Subschema.ID] = [:]
        /// The keys in the order of the schema, for suggestions.
        var keys: [String] = []
        var patterns: [(pattern: Pattern, schema: Subschema.ID)] = []
        var others: Subschema.ID?
        /// Whether `others` is the schema `false`: an unknown key is then its own finding.
        var refusesOthers = false
    }
}
