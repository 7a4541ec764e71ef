import Formats
import Git
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// A history of one profile with branches and merges, of which it is known who set what: every
/// text that is ever written is another one.
struct GeneratedHistory {
    /// One commit, as the test knows it.
    struct Node {
        let id: CommitID
        let parents: [Int]
        let record: Value
    }

    static let id = ProfileID.known("ada-lovelace")
    let oracle: GitOracle
    /// The shape of records, made once: schemas take time to compile.
    static let schemas = try? SchemaSet()
    let shape: Shape
    private(set) var nodes: [Node] = []
    private var random: SeededGenerator
    private var words = 0
    private let repository: Repository

    init(seed: UInt64, commits: Int, branches: Bool = true, renames: Bool = true) throws {
        oracle = try GitOracle(bare: true)
        repository = try Repository(at: oracle.path)
        shape = try #require(Self.schemas).recordShape
        random = SeededGenerator(seed: seed)
        var record: Value = ["profile": ["name": ["display": word()]]]
        for _ in 0..<3 { record = withEntry(record) }
        try commit(record, [])
        while nodes.count < commits {
            let head = nodes.count - 1
            if branches, random.next() % 4 == 0, nodes.count + 4 < commits {
                let counts = (1 + number(2), number(3))
                let side = try line(from: head, counts.0, renames: renames)
                let main = try line(from: head, counts.1, renames: renames)
                let merge = Merge(
                    base: nodes[head].record, ours: nodes[main].record,
                    theirs: nodes[side].record, shape: shape)
                try commit(merge.result, [main, side])
            } else {
                _ = try line(from: head, 1, renames: renames)
            }
        }
        try repository.update(
            reference: "refs/heads/main", to: nodes[nodes.count - 1].id, expected: .absent,
            message: "test")
    }

    var store: Store { get throws { try Store(at: oracle.path) } }
    var head: Node { nodes[nodes.count - 1] }

    /// What history is searched in.
    func search() throws -> (history: ProfileHistory, head: Commit) {
        let history = ProfileHistory(in: try store.repository(), schemas: Self.schemas)
        return (history, try #require(try history.commit(head.id)))
    }

    private mutating func line(from start: Int, _ count: Int, renames: Bool) throws -> Int {
        var last = start
        for _ in 0..<count {
            try commit(edited(nodes[last].record, renames: renames), [last])
            last = nodes.count - 1
        }
        return last
    }

    private mutating func commit(_ record: Value, _ parents: [Int]) throws {
        var edit = TreeEdit()
        try edit.write(Array(StoreText.configuration.utf8), to: "labfolio.yml")
        for entry in record.mapping?.entries ?? [] {
            let text = YAMLWriter().text(entry.value, shape: shape.shape(ofKey: entry.key))
            try edit.write(
                Array(text.utf8), to: "profiles/\(Self.id)/\(entry.key).yml")
        }
        let author = Signature(
            name: "Ada", email: "ada@example.org", seconds: 1_700_000_000 + Int64(nodes.count))
        let id = try repository.writeCommit(
            tree: try repository.writeTree(edit, on: nil), parents: parents.map { nodes[$0].id },
            author: author, committer: author, message: "c\(nodes.count)\n")
        nodes.append(Node(id: id, parents: parents, record: record))
    }

    mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    /// A text that was never written before.
    mutating func word() -> Value {
        words += 1
        return .string("w\(words)x")
    }

    private mutating func withEntry(_ record: Value) -> Value {
        let section = ["publications", "sections", "news"][number(3)]
        guard case .string(let name) = word() else { return record }
        var entry: Value = ["id": .string(name), "title": word(), "text": word()]
        if section == "publications" {
            entry = [
                "id": .string(name), "title": word(), "doi": word(),
                "authors": [["name": word()], ["name": word()]], "badges": [word(), word()],
            ]
        }
        var items = record[section]?.list ?? []
        items.insert(entry, at: number(items.count + 1))
        return record.setting(FieldPath(steps: [section]), to: .list(items)) ?? record
    }

    /// A record with one edit.
    private mutating func edited(_ record: Value, renames: Bool) -> Value {
        let sections = (record.mapping?.keys ?? []).filter { $0 != "profile" }
        let section = sections[number(sections.count)]
        guard var items = record[section]?.list, !items.isEmpty else { return withEntry(record) }
        let place = number(items.count)
        switch number(renames ? 8 : 7) {
        case 0: return withEntry(record)
        case 1 where items.count > 1: items.remove(at: place)
        case 2: items.swapAt(place, number(items.count))
        case 3:
            let field = ["role", "phone", "office"][number(3)]
            return record.setting(FieldPath(steps: ["profile", field]), to: word()) ?? record
        case 4 where section == "publications":
            var authors = items[place]["authors"]?.list ?? []
            authors.insert(["name": word()], at: number(authors.count + 1))
            items[place] =
                items[place].setting(FieldPath(steps: ["authors"]), to: .list(authors))
                ?? items[place]
        case 5 where section == "publications":
            var badges = items[place]["badges"]?.list ?? []
            if badges.count > 1 { badges.remove(at: number(badges.count)) }
            badges.append(word())
            items[place] =
                items[place].setting(FieldPath(steps: ["badges"]), to: .list(badges))
                ?? items[place]
        case 7:
            items[place] =
                items[place].setting(FieldPath(steps: ["id"]), to: word()) ?? items[place]
        default:
            items[place] =
                items[place].setting(FieldPath(steps: ["title"]), to: word()) ?? items[place]
        }
        return record.setting(FieldPath(steps: [section]), to: .list(items)) ?? record
    }

    /// The texts of a record, wherever they stand.
    static func texts(of value: Value) -> Set<String> {
        switch value {
        case .string(let text): [text]
        case .list(let items): items.reduce(into: []) { $0.formUnion(texts(of: $1)) }
        case .mapping(let mapping):
            mapping.entries.reduce(into: []) { $0.formUnion(texts(of: $1.value)) }
        default: []
        }
    }
}
