import Formats
import Foundation
import Merging
import RecordModel
import TestSupport

/// Compares two versions of a large record with labfolio's diff and with programs that compare any
/// JSON, each in its own process and with both values read already.
///
/// None of them knows which entry is which; so the entries keep their order, which is where they
/// are fastest, and their answer is no better for it.
struct DiffComparison {
    private let before: Value
    private let after: Value
    private let files: [String]
    private let script: String
    private let size: Int
    private static let python = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../.build/python/bin/python3").standardized.path
    private static let shape = Shape.list(
        .any, ListRule(identity: .key("id"), hasOwnOrder: false, recognise: [["doi"], ["title"]]))

    /// Makes the two versions of a list of publications.
    init(publications: Int, scratch: TemporaryFolder) throws {
        var generator = StoreGenerator()
        generator.publications = publications
        size = publications
        let record = generator.record(0).first { $0.section == "publications" }
        var items = record?.value.list ?? []
        before = .list(items)
        for index in stride(from: 0, to: items.count, by: 20) {
            guard var paper = items[index].mapping else { continue }
            paper["title"] = .string("Another title, \(index)")
            paper["award"] = "Best paper"
            items[index] = .mapping(paper)
        }
        items.append(["id": "one-more", "title": "One more"])
        items.remove(at: items.count / 2)
        after = .list(items)
        let writer = JSONWriter(style: .compact)
        files = [
            try scratch.write(writer.text(before), to: "before-\(size).json"),
            try scratch.write(writer.text(after), to: "after-\(size).json"),
        ]
        script = try scratch.write(
            """
            import json, sys, time
            before, after = [json.load(open(name)) for name in sys.argv[2:]]
            if sys.argv[1] == "deepdiff":
                from deepdiff import DeepDiff
                run = lambda: DeepDiff(before, after)
            else:
                from graphtage import json as tree
                run = lambda: tree.build_tree(before).get_all_edits(tree.build_tree(after))
            start = time.perf_counter()
            result = run()
            sum(1 for _ in result)
            print(time.perf_counter() - start)
            """, to: "compare.py")
    }

    /// Runs both sides in turns and returns the line to print.
    func line(peer: String) throws -> String {
        let title = "diff of two records with \(size) publications : Python's \(peer)"
        guard (try? MeasuredCommand(Self.python, ["-c", "import \(peer)"]).run()) != nil else {
            return "skipped: \(title); .ci/install-test-tools brings it"
        }
        return try Comparison(
            title: title, aim: 0.02, runs: 3, ours: ours,
            theirs: {
                let outcome = try SystemCommand.run(Self.python, [script, peer] + files)
                let words = outcome.output.split(separator: "\n").last ?? ""
                guard let seconds = Double(words) else {
                    throw BenchmarkFailure(message: "\(peer): \(outcome.errors)")
                }
                return MeasuredCommand.Cost(seconds: seconds)
            }
        ).line()
    }

    private func ours() throws -> MeasuredCommand.Cost {
        let runs = 20
        let start = ContinuousClock.now
        var changes = 0
        for _ in 0..<runs {
            changes += Diff(from: before, to: after, shape: Self.shape).changes.count
        }
        let elapsed = (ContinuousClock.now - start) / runs
        guard changes > 0 else { throw BenchmarkFailure(message: "the diff is empty") }
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return MeasuredCommand.Cost(seconds: seconds)
    }
}
