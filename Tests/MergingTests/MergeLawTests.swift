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
            for edited in [sides.ours, sides.theirs] {
                for merge in [
                    Merge(base: sides.base, ours: edited, theirs: sides.base, shape: sides.shape),
                    Merge(base: sides.base, ours: sides.base, theirs: edited, shape: sides.shape),
                    Merge(base: sides.base, ours: edited, theirs: edited, shape: sides.shape),
                ] {
                    #expect(isSame(merge.result, edited, sides.shape), "seed \(seed): \(sides)")
                    #expect(merge.conflicts.isEmpty, "seed \(seed): \(merge.conflicts)")
                }
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `swapping the sides swaps nothing but the sides of conflicts`(seed: UInt64) {
        for sides in sides(seed: seed) {
            let merge = merge(sides)
            let swapped = Merge(
                base: sides.base, ours: sides.theirs, theirs: sides.ours, shape: sides.shape)
            #expect(
                Set(swapped.conflicts) == Set(merge.conflicts.map(\.swapped)),
                "seed \(seed): \(sides)")
            if merge.conflicts.isEmpty {
                #expect(
                    isSame(merge.result, swapped.result, sides.shape), "seed \(seed): \(sides)")
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `no edit is lost`(seed: UInt64) {
        for sides in sides(seed: seed) {
            let merge = merge(sides)
            for edit in merge.lostEdits {
                let place = FieldPath(steps: Array(edit.change.path.steps.prefix(1)))
                let texts = [sides.base, sides.ours, sides.theirs, merge.result].map {
                    $0.value(at: place)?.compact ?? "-"
                }
                Issue.record(
                    "seed \(seed): \(edit.side) \(edit.change.compact) in \(texts.joined(separator: "\n"))"
                )
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `each conflict is on a field that both sides edited`(seed: UInt64) {
        for sides in sides(seed: seed) {
            let diffs = [sides.ours, sides.theirs].map {
                Diff(from: sides.base, to: $0, shape: sides.shape)
            }
            for conflict in merge(sides).conflicts {
                for diff in diffs {
                    #expect(
                        diff.changes.contains {
                            $0.path.isInside(conflict.path) || conflict.path.isInside($0.path)
                                || $0.isRename
                                    && conflict.path.steps.contains($0.after?.string ?? "")
                        }, "seed \(seed): \(sides) \(conflict)")
                }
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
