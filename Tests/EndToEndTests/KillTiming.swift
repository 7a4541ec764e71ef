import TestSupport

/// When to kill a program that runs for an unknown time, so that it is met at any instant of its run.
///
/// What a run took once says little: on a machine that many share the next one may take a fifth of
/// it. So each run that ended before it was killed makes the longest wait shorter, and each one that
/// was killed a little longer.
struct KillTiming {
    private var longest = 100_000.0

    /// How many microseconds to wait before the kill.
    func delay(using random: inout SeededGenerator) -> UInt32 {
        UInt32.random(in: 0..<UInt32(longest), using: &random)
    }

    /// Learns from a run whether it was still running when it was to be killed.
    mutating func note(wasKilled: Bool) {
        longest = min(10_000_000, max(1_000, longest * (wasKilled ? 1.1 : 0.5)))
    }
}
