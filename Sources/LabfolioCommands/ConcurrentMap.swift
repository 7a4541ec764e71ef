/// Applies a function to items, as many at a time as are given, and returns the results in order.
///
/// The only place where labfolio does several things at once. Items are handed out in runs, so
/// that what a task opens for itself, such as a repository, serves several of them.
func concurrentMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], limit: Int, runLength: Int = 8,
    _ transform: @escaping @Sendable ([Item]) throws(CommandError) -> [Result]
) async throws(CommandError) -> [Result] {
    let starts = Array(stride(from: 0, to: items.count, by: max(1, runLength)))
    let outcomes = await withTaskGroup(of: RunOutcome<Result>.self) { group in
        var outcomes: [RunOutcome<Result>] = []
        var waiting = starts.enumerated().makeIterator()
        var isFailed = false
        while true {
            // After a failure what is under way ends, but nothing new begins.
            guard !isFailed, let (position, start) = waiting.next() else { break }
            let run = Array(items[start..<min(start + runLength, items.count)])
            group.addTask { RunOutcome(position: position, of: run, transform) }
            guard position >= max(1, limit) - 1, let outcome = await group.next() else { continue }
            isFailed = outcome.error != nil
            outcomes.append(outcome)
        }
        for await outcome in group { outcomes.append(outcome) }
        return outcomes
    }
    var results: [Result] = []
    for outcome in outcomes.sorted(by: { $0.position < $1.position }) {
        if let error = outcome.error { throw error }
        results += outcome.results
    }
    return results
}

/// What became of one run of items.
private struct RunOutcome<Result: Sendable>: Sendable {
    /// The position of the run among all, from 0.
    let position: Int
    private(set) var results: [Result] = []
    private(set) var error: CommandError?

    init<Item>(
        position: Int, of run: [Item], _ transform: ([Item]) throws(CommandError) -> [Result]
    ) {
        self.position = position
        do throws(CommandError) { results = try transform(run) } catch { self.error = error }
    }
}
