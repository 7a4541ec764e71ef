import RecordModel
import TestSupport
import Testing

@testable import Merging

/// The laws of diffs, over records that the seeds make: one edited a little, and two that have
/// nothing to do with each other.
@Suite struct DiffLawTests {
    /// The value before and five values after: the second one far, the others near.
    private func values(seed: UInt64) -> (before: Value, afters: [Value], ValueGenerator) {
        var generator = ValueGenerator(seed: seed)
        let before = generator.record()
        let afters = [
            generator.edited(before), generator.record(), generator.edited(before),
            generator.edited(before), generator.edited(before),
        ]
        return (before, afters, generator)
    }

    private let shape = ValueGenerator.shape

    /// Tells whether two values are the same up to the order that a shape says does not count; the
    /// order that does count is compared exactly.
    private func isSame(_ first: Value, _ second: Value) -> Bool {
        CanonicalValue.of(first, shape) == CanonicalValue.of(second, shape)
    }

    @Test(arguments: UInt64(0)..<400)
    func `a diff applied to the value before gives the value after`(seed: UInt64) throws {
        let (before, afters, _) = values(seed: seed)
        for after in afters {
            let diff = Diff(from: before, to: after, shape: shape)
            let result = try diff.applied(to: before)
            #expect(isSame(result, after), "seed \(seed): \(before) → \(after): \(diff.changes)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `where all lists have an order of their own it gives exactly the value after`(
        seed: UInt64
    ) throws {
        let (before, afters, _) = values(seed: seed)
        for after in afters {
            let result = try Diff(from: before, to: after, shape: .any).applied(to: before)
            #expect(result == after, "seed \(seed): \(before) → \(after)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `a diff is empty exactly where nothing differs`(seed: UInt64) {
        let (before, afters, _) = values(seed: seed)
        #expect(Diff(from: before, to: before, shape: shape).isEmpty, "seed \(seed)")
        for after in afters {
            let diff = Diff(from: before, to: after, shape: shape)
            if diff.isEmpty { #expect(isSame(before, after), "seed \(seed)") }
            if before == after { #expect(diff.isEmpty, "seed \(seed)") }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `the inverse is the diff of the other direction`(seed: UInt64) throws {
        let (before, afters, _) = values(seed: seed)
        for after in afters {
            for shape in [shape, .any] {
                let diff = Diff(from: before, to: after, shape: shape)
                let back = Diff(from: after, to: before, shape: shape)
                #expect(diff.inverse == back, "seed \(seed): \(before) → \(after)")
                #expect(diff.inverse.inverse == diff, "seed \(seed)")
                let result = try diff.inverse.applied(to: after)
                #expect(Diff(from: result, to: before, shape: shape).isEmpty, "seed \(seed)")
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `an inverse undoes what its diff did`(seed: UInt64) throws {
        let (before, afters, _) = values(seed: seed)
        for after in afters {
            let diff = Diff(from: before, to: after, shape: shape)
            let result = try diff.inverse.applied(to: try diff.applied(to: before))
            #expect(isSame(result, before), "seed \(seed): \(before) → \(after)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `an order that does not count is no change`(seed: UInt64) throws {
        let seeded = values(seed: seed)
        var generator = seeded.2
        let before = seeded.before
        let after = generator.reordered(before)
        let diff = Diff(from: before, to: after, shape: shape)
        #expect(diff.isEmpty, "seed \(seed): \(before) → \(after): \(diff.changes)")
    }

    @Test(arguments: UInt64(0)..<400)
    func `a value that a diff was not made for is refused at a place the diff changes`(
        seed: UInt64
    ) {
        let (before, afters, _) = values(seed: seed)
        let diff = Diff(from: before, to: afters[0], shape: shape)
        do {
            _ = try diff.applied(to: afters[1])
        } catch {
            #expect(diff.changes.contains { $0.path.isInside(error.path) }, "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func `the path of what changed leads to it`(seed: UInt64) {
        let (before, afters, _) = values(seed: seed)
        for change in Diff(from: before, to: afters[0], shape: shape).changes {
            let found = before.value(at: change.path, shape: shape)
            switch change.kind {
            case .remove, .replace: #expect(found == change.before, "seed \(seed): \(change)")
            case .move: #expect(found != nil, "seed \(seed): \(change)")
            case .add where change.position == nil: #expect(found == nil, "seed \(seed): \(change)")
            case .add: break
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `two diffs together are the diff of both`(seed: UInt64) throws {
        var (before, afters, generator) = values(seed: seed)
        afters = [afters[0], afters[1], afters[2], generator.edited(afters[0]), before]
        let first = Diff(from: before, to: afters[0], shape: shape)
        for last in afters {
            let next = Diff(from: afters[0], to: last, shape: shape)
            let both = try first.composing(next, from: before)
            #expect(isSame(try both.applied(to: before), last), "seed \(seed)")
            #expect(both.isEmpty == Diff(from: before, to: last, shape: shape).isEmpty)
        }
        let back = try first.composing(first.inverse, from: before)
        #expect(back.isEmpty, "seed \(seed)")
        let exact = Diff(from: before, to: afters[0], shape: .any)
        let next = Diff(from: afters[0], to: afters[2], shape: .any)
        #expect(
            try exact.composing(next, from: before)
                == Diff(from: before, to: afters[2], shape: .any), "seed \(seed)")
    }
}
