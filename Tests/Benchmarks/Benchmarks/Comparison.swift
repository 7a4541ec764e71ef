import Foundation

/// Measures labfolio against a peer or a physical limit, in turns, and prints the ratio.
///
/// The machine is shared and noisy, so the best of several runs counts on both sides, and no time
/// is ever printed by itself.
struct Comparison {
    let title: String
    /// What the ratio is to be at most.
    let aim: Double
    var runs = 5
    let ours: () throws -> MeasuredCommand.Cost
    let theirs: () throws -> MeasuredCommand.Cost

    /// Runs both sides in turns and returns the line to print.
    func line() throws -> String {
        var (best, peer) = (MeasuredCommand.Cost(), MeasuredCommand.Cost())
        for _ in 0..<runs {
            let cost = try ours()
            best.seconds = min(best.seconds, cost.seconds)
            best.megabytes = max(best.megabytes, cost.megabytes)
            peer.seconds = min(peer.seconds, try theirs().seconds)
        }
        let ratio = best.seconds / peer.seconds
        return "\(Self.text(ratio))×  (aim \(Self.text(aim))×\(ratio <= aim ? "" : ", missed"))  "
            + "\(title); \(Int(best.megabytes)) MB"
    }

    private static func text(_ number: Double) -> String {
        // A small ratio would be nothing at all in tenths.
        let digits = number < 0.095 ? 4 : 1
        return String(format: "%.\(digits)f", number)
    }
}
