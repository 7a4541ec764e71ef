import Synchronization
import Testing

@testable import Merging

/// How many steps it takes to pair the items of long lists.
@Suite struct ItemPairingTests {
    /// An item that counts how often it is compared or hashed.
    private struct Counted: Hashable {
        final class Counter: Sendable {
            private let count = Atomic(0)
            var value: Int { count.load(ordering: .relaxed) }
            func increment() { count.add(1, ordering: .relaxed) }
        }

        let content: Int
        let counter: Counter

        static func == (first: Self, second: Self) -> Bool {
            first.counter.increment()
            return first.content == second.content
        }

        func hash(into hasher: inout Hasher) {
            counter.increment()
            hasher.combine(content)
        }
    }

    private static let size = 10_000

    @Test(arguments: [
        "all different", "reversed", "all equal", "shifted by one", "few different",
    ])
    func `long lists take some steps for each item, whatever they hold`(kind: String) {
        let counter = Counted.Counter()
        let size = Self.size
        func items(_ content: (Int) -> Int) -> [Counted] {
            (0..<size).map { Counted(content: content($0), counter: counter) }
        }
        let (before, after): ([Counted], [Counted]) =
            switch kind {
            case "all different": (items { $0 }, items { $0 + size })
            case "reversed": (items { $0 }, items { size - $0 })
            case "all equal": (items { _ in 0 }, Array(items { _ in 0 }.dropLast()))
            case "shifted by one": (items { $0 }, items { $0 + 1 })
            default: (items { $0 % 7 }, items { $0 % 5 })
            }
        let result = ItemPairing.inOrder(before, after)
        let pairs = result.kept
        #expect(counter.value < 20 * size, "\(counter.value) steps")
        #expect(result.moved.allSatisfy { before[$0.before] == after[$0.after] })
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.before < $1.before })
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.after < $1.after })
        switch kind {
        case "all equal", "shifted by one": #expect(pairs.count == size - 1)
        case "all different": #expect(pairs.count == size)
        default: #expect(!pairs.isEmpty)
        }
    }

    @Test(arguments: [
        ([], []), ([1], [0]), ([3, 1, 2], [1, 2]), ([2, 1], [1]), ([5, 1, 6, 2, 3], [1, 3, 4]),
    ])
    func `the longest chain keeps what grows`(numbers: [Int], chain: [Int]) {
        #expect(LongestChain.positions(in: numbers) == chain)
    }

    @Test func `the longest chain of a shuffled sequence grows`() {
        let numbers = (0..<Self.size).map { $0 * 7_919 % Self.size }
        let chain = LongestChain.positions(in: numbers)
        #expect(zip(chain, chain.dropFirst()).allSatisfy { $0 < $1 && numbers[$0] < numbers[$1] })
    }
}
