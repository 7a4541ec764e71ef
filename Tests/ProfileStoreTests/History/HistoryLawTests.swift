import Foundation
import Git
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Blame, log and undo against what is known of a generated history.
@Suite(.enabled(if: GitOracle.isInstalled)) struct HistoryLawTests {
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 600 : 40)

    @Test(arguments: seeds)
    func `a field is blamed on the commit in which its text is new`(seed: UInt64) throws {
        let history = try GeneratedHistory(seed: seed, commits: 6 + Int(seed % 30))
        // The commits that hold a text which none of their parents does.
        var authors: [String: [CommitID]] = [:]
        let texts = history.nodes.map { GeneratedHistory.texts(of: $0.record) }
        for (number, node) in history.nodes.enumerated() {
            let known = node.parents.reduce(into: Set<String>()) { $0.formUnion(texts[$1]) }
            for text in texts[number].subtracting(known) {
                authors[text, default: []].append(node.id)
            }
        }
        let (search, head) = try history.search()
        let found = try search.blame(of: GeneratedHistory.id, field: .root, in: head)
        let records = Dictionary(
            history.nodes.map { ($0.id, $0.record) }, uniquingKeysWith: { $1 })
        #expect(
            Set(found.compactMap(\.value.string)) == GeneratedHistory.texts(of: history.head.record)
        )
        for field in found {
            let text = try #require(field.value.string)
            #expect(
                authors[text] == [field.commit.id],
                "\(field.path) on \(field.commit.summary), seed \(seed)")
            let value = records[field.commit.id]?.value(at: field.origin, shape: history.shape)
            #expect(value == field.value, "origin \(field.origin)")
        }
    }

    @Test(arguments: seeds)
    func `the log of a field has the commits that differ from every parent`(seed: UInt64) throws {
        let history = try GeneratedHistory(
            seed: seed, commits: 6 + Int(seed % 30), renames: false)
        var paths = ["/profile/role", "/profile", "/publications", "/sections"]
        for section in ["publications", "sections"] {
            for item in history.nodes.flatMap({ $0.record[section]?.list ?? [] }).prefix(4) {
                guard let id = item["id"]?.string else { continue }
                paths += ["/\(section)/\(id)", "/\(section)/\(id)/title"]
            }
        }
        let (search, head) = try history.search()
        for text in Set(paths) {
            let path = try #require(FieldPath(parsing: text))
            var walk = LogWalk(search, from: head, GeneratedHistory.id, path)
            var found: [CommitID] = []
            while let stop = try walk.next() { found.append(stop.commit.id) }
            #expect(Set(found) == Self.log(of: path, in: history), "\(text), seed \(seed)")
            #expect(Set(found).count == found.count)
        }
    }

    /// What git would show if the field were a file.
    private static func log(of path: FieldPath, in history: GeneratedHistory) -> Set<CommitID> {
        func same(_ one: Int, _ other: Int) -> Bool {
            let values = (
                history.nodes[one].record.value(at: path, shape: history.shape),
                history.nodes[other].record.value(at: path, shape: history.shape)
            )
            guard let before = values.0, let after = values.1 else {
                return values.0 == nil && values.1 == nil
            }
            var shape = history.shape
            for (depth, step) in path.steps.enumerated() {
                shape =
                    depth == 1 && path.steps[0] != "profile"
                    ? shape.itemShape : shape.shape(ofKey: step)
            }
            return Diff(from: before, to: after, shape: shape).isEmpty
        }
        var (found, seen): (Set<CommitID>, Set<Int>) = ([], [])
        var waiting = [history.nodes.count - 1]
        while let number = waiting.popLast() {
            guard seen.insert(number).inserted else { continue }
            let node = history.nodes[number]
            if let parent = node.parents.first(where: { same($0, number) }) {
                waiting.append(parent)
                continue
            }
            waiting += node.parents
            if !node.parents.isEmpty || node.record.value(at: path, shape: history.shape) != nil {
                found.insert(node.id)
            }
        }
        return found
    }

    @Test(arguments: seeds.prefix(max(20, seeds.count / 4)))
    func `what is taken back and taken back again is as it was`(seed: UInt64) throws {
        let history = try GeneratedHistory(
            seed: seed, commits: 6 + Int(seed % 20), branches: false, renames: false)
        let store = try history.store
        let id = GeneratedHistory.id
        var random = SeededGenerator(seed: seed)
        let number = Int.random(in: 1..<history.nodes.count, using: &random)
        let (before, after) = (history.nodes[number - 1].record, history.nodes[number].record)
        for change in Diff(from: before, to: after, shape: history.shape).changes
        where change.kind == .replace && change.path.steps.count > 1 {
            let path = change.path
            let head = try store.snapshot(at: .commit("HEAD"))
            let now = try head.profile(id.text).record.value
            let value = now.value(at: path, shape: history.shape)
            let undo = try undone(path, history.nodes[number].id, store, head)
            guard let value, value == change.after else {
                // It was changed again, or its entry is gone.
                #expect(undo?.conflicts.count == 1 || undo == nil, "\(path), seed \(seed)")
                #expect(undo?.edit.files.isEmpty != false)
                continue
            }
            let files = try #require(undo).edit.files
            let first = try #require(
                try store.commit(message: "undo", author: ada) { _ in files })
            let taken = try store.snapshot(at: .commit("HEAD")).profile(id.text).record.value
            #expect(taken == now.setting(path, to: change.before, shape: history.shape))
            let redo = try #require(
                try undone(path, first, store, store.snapshot(at: .commit("HEAD"))))
            try store.commit(message: "redo", author: ada) { _ in redo.edit.files }
            #expect(try store.snapshot(at: .commit("HEAD")).profile(id.text).record.value == now)
        }
    }

    /// What taking a change back comes to; nil where the record would not be valid.
    private func undone(
        _ path: FieldPath, _ commit: CommitID, _ store: Store, _ snapshot: Snapshot
    ) throws -> FieldUndo? {
        do throws(StoreError) {
            return try store.undo(
                of: path, in: GeneratedHistory.id, from: commit.description, on: snapshot)
        } catch {
            guard case .rejected = error else { throw error }
            return nil
        }
    }
}
