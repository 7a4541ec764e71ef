import RecordModel
import TestSupport
import Testing

@testable import Merging

/// The check of a merge, tried on results that somebody tampered with.
@Suite struct MergeCheckTests {
    private let shape = ValueGenerator.shape

    /// A base with two edits of different sections of it, so that each edit can be told apart.
    private func sides(seed: UInt64) -> (base: Value, ours: Value, theirs: Value)? {
        var generator = ValueGenerator(seed: seed)
        let base = generator.record()
        guard var ours = base.mapping, var theirs = base.mapping else { return nil }
        for (number, key) in ours.keys.enumerated() {
            let edited = base[key].map { generator.edited($0, shape: shape.shape(ofKey: key)) }
            if number.isMultiple(of: 2) { ours[key] = edited } else { theirs[key] = edited }
        }
        return (base, .mapping(ours), .mapping(theirs))
    }

    private func lost(_ sides: (base: Value, ours: Value, theirs: Value), in result: Value)
        -> [LostEdit]
    {
        MergeCheck(
            base: sides.base, ours: sides.ours, theirs: sides.theirs, result: result,
            conflicts: [], shape: shape
        ).lostEdits
    }

    @Test(arguments: UInt64(0)..<400)
    func `a section that is taken back is missed`(seed: UInt64) {
        guard let sides = sides(seed: seed) else { return }
        let merge = Merge(
            base: sides.base, ours: sides.ours, theirs: sides.theirs, shape: shape)
        guard merge.conflicts.isEmpty, let result = merge.result.mapping else { return }
        #expect(lost(sides, in: merge.result).isEmpty)
        for key in result.keys {
            var tampered = result
            tampered[key] = sides.base[key]
            let edits =
                (Diff(from: sides.base, to: sides.ours, shape: shape).changes
                + Diff(from: sides.base, to: sides.theirs, shape: shape).changes).filter {
                    $0.path.steps.first == key
                }
            let found = lost(sides, in: .mapping(tampered)).map(\.change)
            #expect(Set(found) == Set(edits), "seed \(seed): \(key)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `an edit that is taken back is missed`(seed: UInt64) throws {
        guard let sides = sides(seed: seed) else { return }
        let merge = Merge(
            base: sides.base, ours: sides.ours, theirs: sides.theirs, shape: shape)
        guard merge.conflicts.isEmpty else { return }
        // What the edits of one entry do is taken back, one after the other.
        let edits = Diff(from: sides.base, to: merge.result, shape: shape)
        for change in edits.changes where change.kind == .replace {
            guard let place = edits.path(after: change.path),
                merge.result.value(at: place, shape: shape) == change.after,
                let tampered = merge.result.setting(place, to: change.before, shape: shape)
            else { continue }
            let found = lost(sides, in: tampered)
            #expect(!found.isEmpty, "seed \(seed): \(change.compact)")
        }
    }

    @Test func `a conflict covers its own field and nothing else`() throws {
        let base: Value = ["a": 1, "b": 1, "c": [["id": "x", "f": 1, "g": 1]]]
        let ours: Value = ["a": 2, "b": 2, "c": [["id": "x", "f": 2, "g": 2]]]
        let theirs: Value = ["a": 3, "b": 1, "c": [["id": "x", "f": 3, "g": 1]]]
        let merge = Merge(base: base, ours: ours, theirs: theirs, shape: .any)
        #expect(merge.conflicts.map(\.path.description) == ["/a", "/c/x/f"])
        #expect(merge.lostEdits.isEmpty)
        let check = MergeCheck(
            base: base, ours: ours, theirs: theirs, result: base, conflicts: merge.conflicts,
            shape: .any)
        #expect(check.lostEdits.map(\.change.path.description) == ["/b", "/c/x/g"])
        #expect(check.lostEdits.allSatisfy { $0.side == .ours })
    }

    @Test(arguments: [
        // Words that are gone, that are there twice, and the whole text of one side.
        "one two three four", "1 two three four", "one two three 4", "1 1 two three 4 four",
    ])
    func `a text without the words of both sides is missed`(text: String) {
        let check = MergeCheck(
            base: "one two three four", ours: "1 two three four", theirs: "one two three 4",
            result: .string(text), conflicts: [], shape: .prose)
        #expect(!check.lostEdits.isEmpty)
    }

    @Test func `the order of one side is missed`() {
        let base: Value = [["id": "a"], ["id": "b"], ["id": "c"]]
        let ours: Value = [["id": "c"], ["id": "a"], ["id": "b"]]
        let theirs: Value = [["id": "a", "x": 1], ["id": "b"], ["id": "c"]]
        let merge = Merge(base: base, ours: ours, theirs: theirs, shape: .any)
        #expect(merge.lostEdits.isEmpty)
        let check = MergeCheck(
            base: base, ours: ours, theirs: theirs, result: theirs, conflicts: [], shape: .any)
        #expect(check.lostEdits.map(\.change.kind) == [.move])
    }

    @Test func `a proof stays the same and tells edits apart`() {
        func proof(_ ours: Value, _ result: Value? = nil) -> String {
            let merge = Merge(
                base: ["a": 1, "b": 1], ours: ours, theirs: ["a": 1, "b": 2], shape: .any)
            guard let result else { return merge.proof }
            return MergeCheck(
                base: ["a": 1, "b": 1], ours: ours, theirs: ["a": 1, "b": 2], result: result,
                conflicts: merge.conflicts, shape: .any
            ).proof
        }
        #expect(
            proof(["a": 2, "b": 1])
                == "ours=1 theirs=1 kept=2 contested=0 lost=0 conflicts=0 edits=097de9495082a576")
        #expect(proof(["a": 2, "b": 1]) != proof(["a": 3, "b": 1]))
        #expect(proof(["a": 2, "b": 1], ["a": 2, "b": 1]).contains("lost=1"))
        #expect(proof(["a": 2, "b": 1], ["b": 2, "a": 2]) == proof(["a": 2, "b": 1]))
        #expect(proof(["a": 2, "b": 3]).contains("contested=2 lost=0 conflicts=1"))
    }

    /// Edits that are all there, though the result by itself does not say which entry became which.
    struct Renaming: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let base: Value
        let ours: Value
        let theirs: Value
        /// A result in which an edit of theirs is missing.
        let tampered: Value
    }

    static let renamings = [
        Renaming(
            testDescription: "renamed here, and there no longer what it is recognised by",
            base: [["id": "a", "title": "x", "f": 1], ["id": "b", "title": "y"]],
            ours: [["id": "c", "title": "x", "f": 1], ["id": "b", "title": "y"]],
            theirs: [["id": "a", "title": nil, "f": 2], ["id": "b", "title": "y"]],
            tampered: [["id": "c", "title": nil, "f": 1], ["id": "b", "title": "y"]]),
        Renaming(
            testDescription: "renamed there to what is new here",
            base: [["id": "a", "title": "x", "f": 1], ["id": "b", "title": "y"]],
            ours: [
                ["id": "a", "title": "x", "f": 1], ["id": "c", "title": "z", "f": 3],
                ["id": "b", "title": "y"],
            ],
            theirs: [["id": "c", "title": "x"], ["id": "b", "title": "y"]],
            tampered: [
                ["id": "a", "title": "x", "f": 1], ["id": "c", "title": "z", "f": 3],
                ["id": "b", "title": "y"],
            ]),
        Renaming(
            testDescription: "two entries renamed alike",
            base: [["id": "a", "title": "x"], ["id": "b", "title": "y"]],
            ours: [["id": "a", "title": "x"], ["id": "c", "title": "y"]],
            theirs: [["id": "c", "title": "x"], ["id": "b", "title": "y"]],
            tampered: [["id": "a", "title": "x"], ["id": "c", "title": "y"]]),
        Renaming(
            testDescription: "changed and copied there, renamed here",
            base: [["id": "a", "title": "x", "f": 1], ["id": "b", "title": "y"]],
            ours: [["id": "c", "title": "x", "f": 1], ["id": "b", "title": "y"]],
            theirs: [
                ["id": "a", "title": "x", "f": 2], ["id": "a", "title": "x", "f": 2],
                ["id": "b", "title": "y"],
            ], tampered: [["id": "c", "title": "x", "f": 2], ["id": "b", "title": "y"]]),
        Renaming(
            testDescription: "a second entry of a name comes before the first one",
            base: [["id": "a", "title": "x"], ["id": "b"], ["id": "c"], ["id": "d"]],
            ours: [["id": "a", "title": "x"], ["id": "b"], ["id": "c"], ["id": "a"], ["id": "d"]],
            theirs: [["id": "c"], ["id": "b"], ["id": "a", "title": "x"], ["id": "d"]],
            tampered: [
                ["id": "a", "title": "x"], ["id": "b"], ["id": "c"], ["id": "a"], ["id": "d"],
            ]),
    ]

    @Test(arguments: renamings)
    func `an entry is found again under the name that a side gave it`(test: Renaming) {
        let shape = Shape.list(.any, ListRule(identity: .key("id"), recognise: [["title"]]))
        for (ours, theirs) in [(test.ours, test.theirs), (test.theirs, test.ours)] {
            let merge = Merge(base: test.base, ours: ours, theirs: theirs, shape: shape)
            #expect(merge.lostEdits.isEmpty)
        }
        let merge = Merge(base: test.base, ours: test.ours, theirs: test.theirs, shape: shape)
        let check = MergeCheck(
            base: test.base, ours: test.ours, theirs: test.theirs, result: test.tampered,
            conflicts: merge.conflicts, shape: shape)
        #expect(check.lostEdits.contains { $0.side == .theirs })
    }

    @Test(arguments: UInt64(0)..<400)
    func `no edit of entries is lost, however they are called`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        let shape = Shape.list(
            .mapping(["id": .text, "title": .text], others: .any),
            ListRule(identity: .key("id"), recognise: [["title"]]))
        let base: Value = [
            ["id": "one", "title": "x", "f": 1], ["id": "two", "title": "y", "f": 2],
            ["id": "three", "title": "z", "f": 3],
        ]
        for _ in 0..<5 {
            let (ours, theirs) = (
                generator.edited(base, shape: shape), generator.edited(base, shape: shape)
            )
            let merge = Merge(base: base, ours: ours, theirs: theirs, shape: shape)
            for edit in merge.lostEdits {
                Issue.record(
                    "\(ours.compact) \(theirs.compact): \(edit.side) \(edit.change.compact)")
            }
        }
    }
}
