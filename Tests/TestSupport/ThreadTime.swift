import Foundation

/// How long a thread computes, which waiting for others does not change.
///
/// For laws of growth alone: what costs how many times as much as what.
public enum ThreadTime {
    /// The seconds of the processor that this thread spends on something, the least of some runs.
    public static func cost(ofRuns count: Int, _ body: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<count {
            let start = now()
            try body()
            least = min(least, now() - start)
        }
        return least
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
