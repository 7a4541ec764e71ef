import RecordModel
import TestSupport

@testable import Merging

/// A record that somebody edits, by the ways in which people edit homepages.
struct EditedRecord {
    private(set) var value: Value
    private let shape: Shape

    init(_ value: Value, shape: Shape) {
        self.value = value
        self.shape = shape
    }

    subscript(path: String) -> Value? {
        FieldPath(parsing: path).flatMap { value.value(at: $0, shape: shape) }
    }

    /// The items of a list, none where there is no list.
    func items(_ path: String) -> [Value] { self[path]?.list ?? [] }

    /// The id of an entry of a list by its number, nil where there are not so many.
    func id(_ path: String, _ number: Int) -> String? {
        let items = items(path)
        return items.indices.contains(number) ? items[number]["id"]?.string : nil
    }

    mutating func set(_ path: String, to value: Value?) {
        guard let path = FieldPath(parsing: path) else { return }
        self.value = self.value.setting(path, to: value, shape: shape) ?? self.value
    }

    /// Puts an item into a list, but no entry that is there already: two people who add the same
    /// paper have added one paper.
    mutating func insert(_ item: Value, into path: String, at position: Int) {
        var items = items(path)
        if let id = item["id"], items.contains(where: { $0["id"] == id }) { return }
        items.insert(item, at: min(position, items.count))
        set(path, to: .list(items))
    }

    mutating func append(_ item: Value, to path: String) {
        insert(item, into: path, at: items(path).count)
    }

    mutating func move(in path: String, from position: Int, to target: Int) {
        var items = items(path)
        items.insert(items.remove(at: position), at: target)
        set(path, to: .list(items))
    }

    mutating func reverse(_ path: String) { set(path, to: .list(items(path).reversed())) }

    /// Puts other words in the place of the first of a text, the last, or all.
    mutating func change(_ path: String, _ edit: (inout [Substring]) -> Void) {
        guard let text = self[path]?.string else { return }
        var words = text.split(separator: " ", omittingEmptySubsequences: false)
        edit(&words)
        set(path, to: .string(words.joined(separator: " ")))
    }
}

/// What two people do to one record at the same time.
///
/// Each edit can be carried out after the other side's, too; that is how the right result is known.
struct RecordScript: Sendable {
    typealias Edit = @Sendable (inout EditedRecord) -> Void

    let name: String
    /// Whether the script has something to edit in a record.
    var suits: @Sendable (EditedRecord) -> Bool = { _ in true }
    let ours: Edit
    let theirs: Edit
    /// Whether the two contradict each other, so that somebody has to decide.
    var isContradiction = false
    /// Whether either of two orders is right, because both put something at the same place.
    var isOrderFree = false

    private static func paper(_ id: String, _ title: String) -> Value {
        [
            "id": .string(id), "title": .string(title),
            "authors": [["name": "Ada Lovelace"], ["name": "Charles Babbage"]],
            "venue": ["name": "Scientific Memoirs", "short": "SM", "type": "journal"],
            "date": "2025-03", "status": "published",
        ]
    }

    private static func news(_ id: String, _ text: String) -> Value {
        ["id": .string(id), "date": "2025-04", "text": .string(text)]
    }

    private static func has(_ path: String, _ count: Int) -> @Sendable (EditedRecord) -> Bool {
        { $0.items(path).count >= count }
    }

    /// Does something with the path of an entry by its number.
    private static func entry(
        _ list: String, _ number: Int,
        _ edit: @escaping @Sendable (inout EditedRecord, String) -> Void
    ) -> Edit {
        { record in
            if let id = record.id(list, number) { edit(&record, "\(list)/\(id)") }
        }
    }

    private static func setting(
        _ list: String, _ number: Int, _ field: String, _ value: Value?
    ) -> Edit {
        entry(list, number) { $0.set("\($1)/\(field)", to: value) }
    }

    private static func removing(_ list: String, _ number: Int) -> Edit {
        entry(list, number) { $0.set($1, to: nil) }
    }

    private static func long(_ path: String, _ words: Int) -> @Sendable (EditedRecord) -> Bool {
        { ($0[path]?.string ?? "").split(separator: " ").count >= words }
    }

    /// Edits that go together.
    static let agreeing: [RecordScript] = lists + fields + orders + texts

    private static let lists: [RecordScript] = [
        RecordScript(
            name: "a paper each",
            ours: { $0.insert(paper("ours-1", "One"), into: "/publications", at: 0) },
            theirs: { $0.insert(paper("theirs-1", "Two"), into: "/publications", at: 0) }),
        RecordScript(
            name: "two papers here, one at the end there",
            ours: {
                $0.insert(paper("ours-1", "One"), into: "/publications", at: 0)
                $0.insert(paper("ours-2", "Two"), into: "/publications", at: 0)
            }, theirs: { $0.append(paper("theirs-1", "Three"), to: "/publications") }),
        RecordScript(
            name: "a piece of news each",
            ours: { $0.insert(news("ours-1", "A talk"), into: "/news", at: 0) },
            theirs: { $0.insert(news("theirs-1", "A prize"), into: "/news", at: 0) }),
        RecordScript(
            name: "the same paper on both sides",
            ours: { $0.insert(paper("both-1", "One"), into: "/publications", at: 0) },
            theirs: { $0.insert(paper("both-1", "One"), into: "/publications", at: 0) }),
        RecordScript(
            name: "the same paper, with more of it on each side",
            ours: {
                $0.insert(paper("both-1", "One"), into: "/publications", at: 0)
                $0.set("/publications/both-1/doi", to: "10.1000/1")
            },
            theirs: {
                $0.insert(paper("both-1", "One"), into: "/publications", at: 0)
                $0.set("/publications/both-1/arxiv", to: "2501.00001")
            }),
        RecordScript(
            name: "a keyword each", suits: has("/profile/keywords", 1),
            ours: { $0.append("causality", to: "/profile/keywords") },
            theirs: { $0.append("robotics", to: "/profile/keywords") }),
        RecordScript(
            name: "a keyword goes, another one comes", suits: has("/profile/keywords", 2),
            ours: { $0.set("/profile/keywords/0", to: nil) },
            theirs: { $0.append("robotics", to: "/profile/keywords") }),
        RecordScript(
            name: "an account each",
            ours: {
                $0.append(
                    ["id": "orcid", "kind": "orcid", "handle": "0000-0001-5109-3700"],
                    to: "/profile/links")
            },
            theirs: {
                $0.append(
                    ["id": "bluesky", "kind": "bluesky", "handle": "ada.example"],
                    to: "/profile/links")
            },
            isOrderFree: true),
        RecordScript(
            name: "two neighbours go", suits: has("/publications", 3),
            ours: removing("/publications", 0), theirs: removing("/publications", 1)),
        RecordScript(
            name: "a paper goes, the next one changes", suits: has("/publications", 3),
            ours: removing("/publications", 1),
            theirs: setting("/publications", 2, "note", "To appear")),
        RecordScript(
            name: "a prize each",
            ours: {
                $0.insert(
                    ["id": "ours-1", "title": "Best paper", "date": "2025"], into: "/awards", at: 0)
            },
            theirs: {
                $0.insert(
                    ["id": "theirs-1", "title": "Fellowship", "date": "2025"], into: "/awards",
                    at: 0)
            }),
        RecordScript(
            name: "a service each, at the end",
            ours: {
                $0.append(["id": "ours-1", "role": "Reviewer", "venue": "ICML"], to: "/service")
            },
            theirs: {
                $0.append(["id": "theirs-1", "role": "Chair", "venue": "OSDI"], to: "/service")
            },
            isOrderFree: true),
    ]

    private static let fields: [RecordScript] = [
        RecordScript(
            name: "two fields of one paper", suits: has("/publications", 2),
            ours: setting("/publications", 1, "title", "Another title"),
            theirs: setting("/publications", 1, "date", "2025-01")),
        RecordScript(
            name: "two new fields of one paper", suits: has("/publications", 1),
            ours: setting("/publications", 0, "award", "Best paper"),
            theirs: setting("/publications", 0, "note", "To appear")),
        RecordScript(
            name: "two fields of the venue of a paper",
            suits: { $0.items("/publications").first?["venue"]?["name"] != nil },
            ours: setting("/publications", 0, "venue/name", "Another venue"),
            theirs: setting("/publications", 0, "venue/short", "AV")),
        RecordScript(
            name: "a link and a badge of one paper", suits: has("/publications", 1),
            ours: entry("/publications", 0) {
                $0.append(["label": "Code", "url": "https://example.org/code"], to: "\($1)/links")
            },
            theirs: entry("/publications", 0) { $0.append("Oral", to: "\($1)/badges") }),
        RecordScript(
            name: "a link each of one paper", suits: has("/publications", 1),
            ours: entry("/publications", 0) {
                $0.append(["label": "Slides", "url": "https://example.org/1"], to: "\($1)/links")
            },
            theirs: entry("/publications", 0) {
                $0.append(["label": "Video", "url": "https://example.org/2"], to: "\($1)/links")
            }, isOrderFree: true),
        RecordScript(
            name: "marks of two authors",
            suits: { $0.items("/publications").first?["authors"]?.list?.count ?? 0 >= 2 },
            ours: setting("/publications", 0, "authors/0/equal", true),
            theirs: setting("/publications", 0, "authors/1/corresponding", true)),
        RecordScript(
            name: "a new position begins, the last one ends", suits: has("/positions", 1),
            ours: {
                $0.insert(
                    [
                        "id": "ours-1", "role": "Professor", "organization": "Example University",
                        "start": "2025-09",
                    ], into: "/positions", at: 0)
            }, theirs: setting("/positions", 0, "end", "2025-08")),
        RecordScript(
            name: "a position ends on both sides, each with more", suits: has("/positions", 1),
            ours: {
                setting("/positions", 0, "end", "2025-08")(&$0)
                $0.set("/profile/role", to: "Professor")
            },
            theirs: {
                setting("/positions", 0, "end", "2025-08")(&$0)
                $0.set("/profile/location", to: "Oslo")
            }),
        RecordScript(
            name: "role and place", ours: { $0.set("/profile/role", to: "Professor") },
            theirs: { $0.set("/profile/location", to: "Oslo") }),
        RecordScript(
            name: "two parts of the name",
            ours: { $0.set("/profile/name/given", to: "Augusta") },
            theirs: { $0.set("/profile/name/pronouns", to: "she/her") }),
        RecordScript(
            name: "the heading of a part, and another part is hidden",
            suits: has("/profile/layout/sections", 2),
            ours: {
                if let name = $0.items("/profile/layout/sections")[0]["section"]?.string {
                    $0.set("/profile/layout/sections/\(name)/heading", to: "What I do")
                }
            },
            theirs: {
                if let name = $0.items("/profile/layout/sections")[1]["section"]?.string {
                    $0.set("/profile/layout/sections/\(name)/hidden", to: true)
                }
            }),
    ]

    private static let orders: [RecordScript] = [
        RecordScript(
            name: "a paper moves here and changes there", suits: has("/publications", 4),
            ours: { $0.move(in: "/publications", from: 0, to: 3) },
            theirs: setting("/publications", 0, "note", "To appear")),
        RecordScript(
            name: "all papers are sorted anew, one changes", suits: has("/publications", 3),
            ours: { $0.reverse("/publications") },
            theirs: setting("/publications", 1, "title", "Another title")),
        RecordScript(
            name: "all news is sorted anew, one is new", suits: has("/news", 3),
            ours: { $0.reverse("/news") },
            theirs: { $0.insert(news("theirs-1", "A prize"), into: "/news", at: 0) }),
        RecordScript(
            name: "a project moves here, another one changes there", suits: has("/projects", 3),
            ours: { $0.move(in: "/projects", from: 2, to: 0) },
            theirs: setting("/projects", 1, "role", "Maintainer")),
        RecordScript(
            name: "an author moves here, the title changes there",
            suits: { $0.items("/publications").first?["authors"]?.list?.count ?? 0 >= 2 },
            ours: entry("/publications", 0) { $0.reverse("\($1)/authors") },
            theirs: setting("/publications", 0, "title", "Another title")),
        RecordScript(
            name: "a paper gets another id here and a note there",
            suits: { $0.items("/publications").first?["title"] != nil },
            ours: setting("/publications", 0, "id", "ours-renamed"),
            theirs: setting("/publications", 0, "note", "To appear")),
    ]

    private static let texts: [RecordScript] = [
        RecordScript(
            name: "the first and the last word of the biography", suits: long("/profile/bio", 12),
            ours: { $0.change("/profile/bio") { $0[0] = "We" } },
            theirs: { $0.change("/profile/bio") { $0[$0.count - 1] = "end." } }),
        RecordScript(
            name: "two words of the biography, some way apart",
            suits: long("/profile/bio", 30),
            ours: { $0.change("/profile/bio") { $0[6] = "remarkable" } },
            theirs: { $0.change("/profile/bio") { $0[16] = "noteworthy" } }),
        RecordScript(
            name: "a sentence more, and a word in front", suits: long("/profile/bio", 12),
            ours: {
                $0.set(
                    "/profile/bio",
                    to: .string(($0["/profile/bio"]?.string ?? "") + "\nWrite to me.\n"))
            },
            theirs: { $0.change("/profile/bio") { $0[0] = "We" } }),
        RecordScript(
            name: "words of an abstract",
            suits: { ($0.items("/publications").first?["abstract"]?.string ?? "").count > 200 },
            ours: entry("/publications", 0) {
                $0.change("\($1)/abstract") { $0[2] = "remarkable" }
            },
            theirs: entry("/publications", 0) {
                $0.change("\($1)/abstract") { $0[$0.count - 3] = "noteworthy" }
            }),
        RecordScript(
            name: "the text of a piece of news and its badge", suits: has("/news", 1),
            ours: entry("/news", 0) { $0.change("\($1)/text") { $0[0] = "Today" } },
            theirs: setting("/news", 0, "badge", "NEW")),
    ]

    /// Edits that contradict each other.
    static let contradicting: [RecordScript] = [
        RecordScript(
            name: "two roles", ours: { $0.set("/profile/role", to: "Professor") },
            theirs: { $0.set("/profile/role", to: "Dean") }, isContradiction: true),
        RecordScript(
            name: "a paper goes here and changes there", suits: has("/publications", 1),
            ours: removing("/publications", 0),
            theirs: setting("/publications", 0, "title", "Another title"), isContradiction: true),
        RecordScript(
            name: "two last authors", suits: has("/publications", 1),
            ours: entry("/publications", 0) { $0.append(["name": "Ada"], to: "\($1)/authors") },
            theirs: entry("/publications", 0) { $0.append(["name": "Alan"], to: "\($1)/authors") },
            isContradiction: true),
        RecordScript(
            name: "the same words of the biography", suits: long("/profile/bio", 12),
            ours: { $0.change("/profile/bio") { $0[4] = "good" } },
            theirs: { $0.change("/profile/bio") { $0[4] = "bad" } }, isContradiction: true),
    ]
}
