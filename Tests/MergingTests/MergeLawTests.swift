import RecordModel
import TestSupport
import Testing

@testable import Merging

/// The laws of merges, over records that the seeds make and edit on both sides.
@Suite struct MergeLawTests {
    /// One of the cases of a seed: a base and two edits of it, near or far.
    private struct Sides {
        let base: Value
        let ours: Value
        let theirs: Value
        let shape: Shape
    }

    /// How many cases each seed stands for.
    private static let casesPerSeed = 5

    private func sides(seed: UInt64) -> [Sides] {
        var generator = ValueGenerator(seed: seed)
        let base = generator.record()
        let shape = ValueGenerator.shape
        var cases = (0..<Self.casesPerSeed - 2).map { _ in
            Sides(
                base: base, ours: generator.edited(base), theirs: generator.edited(base),
                shape: shape)
        }
        cases.append(
            Sides(
                base: base, ours: generator.edited(base), theirs: generator.record(), shape: shape))
        cases.append(
            Sides(
                base: base, ours: generator.edited(base), theirs: generator.edited(base),
                shape: .any))
        return cases
    }

    private func isSame(_ first: Value, _ second: Value, _ shape: Shape) -> Bool {
        CanonicalValue.of(first, shape) == CanonicalValue.of(second, shape)
    }

    private func merge(_ sides: Sides) -> Merge {
        Merge(base: sides.base, ours: sides.ours, theirs: sides.theirs, shape: sides.shape)
    }

    @Test(arguments: UInt64(0)..<400)
    func `what only one side edited is what that side has`(seed: UInt64) {
        for sides in sides(seed: seed) {
            let (base, edited, shape) = (sides.base, sides.ours, sides.shape)
            for (ours, theirs) in [(edited, base), (base, edited), (edited, edited)] {
                let merge = Merge(base: base, ours: ours, theirs: theirs, shape: shape)
                #expect(isSame(merge.result, edited, shape), "seed \(seed): \(base.compact)")
                #expect(merge.conflicts.isEmpty, "seed \(seed): \(merge.conflicts)")
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `no edit is lost, and swapping the sides swaps nothing but the sides of conflicts`(
        seed: UInt64
    ) {
        for sides in sides(seed: seed) {
            let merge = merge(sides)
            for edit in merge.lostEdits {
                Issue.record("seed \(seed): \(edit.side) \(edit.change.compact)")
            }
            let swapped = Merge(
                base: sides.base, ours: sides.theirs, theirs: sides.ours, shape: sides.shape)
            #expect(
                Set(swapped.conflicts) == Set(merge.conflicts.map(\.swapped)), "seed \(seed)")
            if merge.conflicts.isEmpty {
                #expect(isSame(merge.result, swapped.result, sides.shape), "seed \(seed)")
            } else {
                checkConflicts(merge, sides, seed)
            }
        }
    }

    /// Each conflict is on a field that both sides edited.
    private func checkConflicts(_ merge: Merge, _ sides: Sides, _ seed: UInt64) {
        for side in [sides.ours, sides.theirs] {
            let changes = Diff(from: sides.base, to: side, shape: sides.shape).changes
            for conflict in merge.conflicts {
                let isEdited = changes.contains {
                    $0.path.isInside(conflict.path) || conflict.path.isInside($0.path)
                        || $0.isRename && conflict.path.steps.contains($0.after?.string ?? "")
                }
                #expect(isEdited, "seed \(seed): \(conflict.path) \(conflict.reason)")
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `edits of different fields never meet in a conflict`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        for _ in 0..<Self.casesPerSeed {
            let base = generator.record()
            // Each side gets fields of its own; what they hold is edited in any way.
            guard let mapping = base.mapping else { continue }
            let shape = ValueGenerator.shape
            var sides = (mapping, mapping)
            var expected = mapping
            for key in mapping.keys + ["new one", "new two"] {
                let value = mapping[key].map {
                    generator.edited($0, shape: shape.shape(ofKey: key))
                }
                let edited = generator.number(below: 5) == 0 ? nil : value ?? generator.value()
                switch generator.number(below: 3) {
                case 0: sides.0[key] = edited
                case 1: sides.1[key] = edited
                default: continue
                }
                expected[key] = edited
            }
            let merge = Merge(
                base: base, ours: .mapping(sides.0), theirs: .mapping(sides.1), shape: shape)
            #expect(merge.conflicts.isEmpty, "seed \(seed)")
            #expect(isSame(merge.result, .mapping(expected), shape), "seed \(seed)")
        }
    }
}
