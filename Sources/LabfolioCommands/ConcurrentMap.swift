/// Applies a function to items, as many at a time as are given, and returns the results in order.
///
/// The only place where labfolio does several things at once. Items are handed out in runs, so
/// that what a task opens for itself, such as a repository, serves several of them.
func concurrentMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], limit: Int, runLength: Int = 8,
    _ transform: @escaping @Sendable ([Item]) async throws(CommandError) -> [Result]
) async throws(CommandError) -> [Result] {
    let starts = Array(stride(from: 0, to: items.count, by: max(1, runLength)))
    let outcomes = await withTaskGroup(
        of: (Int, Swift.Result<[Result], CommandError>).self
    ) { group in
        var outcomes: [Swift.Result<[Result], CommandError>?] = Array(
            repeating: nil, count: starts.count)
        var next = 0
        func start() {
            guard next < starts.count else { return }
            let position = next
            let run = Array(
                items[starts[position]..<min(starts[position] + runLength, items.count)])
            next += 1
            group.addTask {
                do throws(CommandError) {
                    return (position, .success(try await transform(run)))
                } catch { return (position, .failure(error)) }
            }
        }
        for _ in 0..<max(1, limit) { start() }
        for await (position, outcome) in group {
            outcomes[position] = outcome
            // After a failure what is under way ends, but nothing new begins.
            if case .success = outcome { start() }
        }
        return outcomes
    }
    var results: [Result] = []
    for outcome in outcomes { if let outcome { results += try outcome.get() } }
    return results
}
