import Foundation
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// A comparison that reads only what differs says what one of the whole records says.
@Suite(.enabled(if: GitOracle.isInstalled)) struct RecordComparisonTests {
    private func changes(_ before: Record?, _ after: Record?, _ shape: Shape, _ id: ProfileID)
        -> Value
    {
        DiffJSON.value(
            [ProfileDiff(id: id, before: before, after: after, shape: shape)], before: nil,
            after: nil)
    }

    /// Compares both ways and returns how many changes there are.
    private func check(
        _ store: Store, _ revisions: (Revision, Revision), _ note: Comment
    ) throws -> Int {
        let comparison = RecordComparison(
            from: try ComparedState(revisions.0, of: store),
            to: try ComparedState(revisions.1, of: store))
        let snapshots = (
            try store.snapshot(at: revisions.0), try store.snapshot(at: revisions.1)
        )
        let shape = snapshots.1.schemas.recordShape
        let ids = try comparison.profileIDs()
        let reader = try comparison.reader(try comparison.schemas(for: ids))
        var count = 0
        for id in Set(snapshots.0.profileIDs + snapshots.1.profileIDs).sorted() {
            let whole = changes(
                try snapshots.0.reader().profile(id)?.record,
                try snapshots.1.reader().profile(id)?.record, shape, id)
            guard ids.contains(id) else {
                #expect(whole["changes"] == [], note)
                continue
            }
            let pair = try reader.records(of: id)
            // The values are too long to be printed.
            let isSame = changes(pair.before, pair.after, shape, id) == whole
            #expect(isSame, note)
            count += whole["changes"]?.list?.count ?? 0
        }
        return count
    }

    /// Lines that are hard to tell from entries, and lines that are none.
    private static let odd = [
        "- id: odd\n  text: \"a\n- id: b\n  text: c\"\n", "- id: odd\n  text: 'it''s\n- x'\n",
        "- {id: odd, text: x}\n", "- id: odd\n  text: |\n    - id: b\n   \n    \"open\n",
        "# between\n", "- id: odd\n  text: >-\n    'open\n\n  date: 2024\n", "- &a\n  id: odd\n",
        "-\n  id: odd\n  text: x # \"\n", "- id: odd\n  text: don't [stop {now\n",
        "- id: odd\n  text: a\r- id: b\n", "- id: odd\n  text: [a,\n- b]\n", "---\n", "...\n",
        "- id: odd\n  text: a\u{2028}- id: b\n",
        "- id: odd\n  links:\n  - url: https://x.example\n",
        "- id: odd\n  ? text\n  : x\n", "- text: x\n", "- x\n",
        "- id: odd\n  text: - | x\n     \"y\n",
        "- - |\n   \"\n  - z\n", "- id: odd\n  'text': \"x\" \n",
        "- id: odd\n  text: \"x\\\"\n- y\"\n",
    ]

    @Test(arguments: UInt64(0)..<20)
    func `the diff of what differs is the diff of the whole`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
        let oracle = try GitOracle()
        var generator = StoreGenerator()
        generator.profiles = 3
        generator.publications = 8
        generator.news = 6
        generator.seed = seed
        try generator.write(to: oracle.path)
        try oracle.commit("before")
        /// Damages or edits a file by its entries and lines.
        func edited(_ text: String) -> String {
            var entries = text.components(separatedBy: "\n- ")
            for _ in 0...number(3) {
                let place = number(entries.count)
                switch number(7) {
                case 0: entries.remove(at: place)
                case 1: entries.swapAt(place, number(entries.count))
                case 2: entries.insert(entries[place], at: number(entries.count + 1))
                case 3: entries[place] += "\n" + Self.odd[number(Self.odd.count)].dropLast()
                case 4:
                    entries[place] = entries[place].replacingOccurrences(of: "learning", with: "L")
                case 5: entries[place] = entries[place].replacingOccurrences(of: "\n", with: "\n\n")
                default:
                    entries[place] += "\n" + Self.odd[number(Self.odd.count)].dropLast()
                }
                if entries.isEmpty { entries = ["# nothing"] }
            }
            return entries.joined(separator: "\n- ") + "\n"
        }
        func edit() throws {
            for id in 0..<2 {
                for section in ["news", "publications", "service", "profile"] where number(2) == 0 {
                    let file = "profiles/\(generator.id(id))/\(section).yml"
                    guard let text = try? oracle.read(file) else { continue }
                    if number(12) == 0 {
                        try oracle.git("rm", "-qf", "--cached", file)
                        try FileManager.default.removeItem(atPath: oracle.path + "/" + file)
                    } else {
                        try oracle.write(edited(text), to: file)
                    }
                }
            }
        }
        try edit()
        try oracle.commit("middle")
        try edit()
        if number(4) == 0 {
            try FileManager.default.removeItem(atPath: oracle.path + "/profiles/" + generator.id(2))
        }
        try oracle.git("add", "--all")
        try edit()
        let store = try Store(at: oracle.path)
        let states: [Revision] = [.commit("HEAD~"), .commit("HEAD"), .index, .workTree]
        for before in states {
            for after in states {
                _ = try check(store, (before, after), "seed \(seed): \(before) → \(after)")
            }
        }
        #expect(try check(store, (.commit("HEAD"), .commit("HEAD")), "seed \(seed)") == 0)
    }
}
