internal import RecordModel

/// Tells whether values are valid, and nothing else about them.
///
/// Nearly every value is fine, so this is what a schema does all day. `Evaluation` walks along the
/// schema as it was written, since it has to say what is wrong and where; a judge has a program
/// instead for each schema and each kind of value: references are replaced by what they lead to,
/// types are decided beforehand, keywords that do not concern the kind are gone, and a step is a
/// few numbers, which cost nothing to hand around.
///
/// What depends on the way that led to a schema, or on what other keywords looked at, no program
/// can say, nor what a schema means that refers to itself without end; there is no judge for such a
/// one, and none needed: `Evaluation` judges, too.
final class Judge: Sendable {
    /// The kinds of values, each with a program of its own.
    enum Kind: Int, CaseIterable {
        case null, bool, number, text, list, mapping

        init(_ value: Value) {
            self =
                switch value {
                case .null: .null
                case .bool: .bool
                case .number: .number
                case .string: .text
                case .list: .list
                case .mapping: .mapping
                }
        }
    }

    /// One demand; what is larger than a number stands in a table, by its position.
    enum Step {
        case never
        case integer
        case options(Int)
        case words(Int)
        case range(Int)
        case multiple(Int)
        case atLeast(Int)
        case atMost(Int)
        case pattern(Int)
        case format(Format)
        case content(Int)
        case items(Node)
        case list(Int)
        case unique
        case fields(Int)
        case required(Int)
        case dependent(Int)
        case names(Node)
        case apply(Block)
        case any(Int)
        case exactlyOne(Int)
        case not(Block)
        case condition(Block, then: Block, else: Block)
    }

    /// The steps for one kind of value, by its position in `blocks`.
    typealias Block = Int
    /// A schema that parts of values are checked with, by its position: six blocks, one a kind.
    typealias Node = Int

    /// What is demanded of the fields of a mapping.
    ///
    /// A class, so that one reference is counted while they are looked at.
    final class Fields: Sendable {
        let table: KeyTable
        /// The schema of each key of the table.
        let nodes: [Node]
        let patterns: [(pattern: Pattern, node: Node)]
        /// That of all other keys; nil where they may hold anything.
        let others: Node?

        init(
            table: KeyTable, nodes: [Node], patterns: [(pattern: Pattern, node: Node)],
            others: Node?
        ) {
            self.table = table
            self.nodes = nodes
            self.patterns = patterns
            self.others = others
        }
    }

    /// What is demanded of a list besides one schema for all items.
    struct List: Sendable {
        let prefix: [Node]
        let items: Node?
        let contains: Node?
        let minContains: Int
        let maxContains: Int
    }

    /// What is demanded of a mapping that has a key.
    struct Dependency: Sendable {
        let key: String
        let needs: [String]
        let block: Block?
    }

    /// All that the steps of the programs name.
    struct Tables: Sendable {
        var steps: [Step] = []
        var blocks: [Range<Int>] = []
        /// The blocks of the nodes, by node and kind.
        var entries: [Block] = []
        var options: [[Value]] = []
        var words: [KeyTable] = []
        var ranges: [(keyword: String, limit: Number)] = []
        var multiples: [Number] = []
        var patterns: [Pattern] = []
        var contents: [EncodedContent] = []
        var lists: [List] = []
        var fields: [Fields] = []
        var required: [String] = []
        var dependencies: [Dependency] = []
        var branches: [[Block]] = []
    }

    let tables: Tables
    let root: Node

    init(_ tables: Tables, root: Node) {
        self.tables = tables
        self.root = root
    }

    /// Tells whether a value is valid; nil where it is nested too deep to be sure.
    func accepts(_ value: Value) -> Bool? {
        var judgement = Judgement(judge: self)
        let isValid = judgement.holds(value, root)
        return judgement.isUndecided ? nil : isValid
    }
}
