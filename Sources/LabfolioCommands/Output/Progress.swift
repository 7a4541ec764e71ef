internal import Synchronization

/// A bar that grows while a long command runs; only where a person looks at it.
final class Progress: Sendable {
    private let terminal: Terminal
    private let title: String
    private let total: Int
    private let done = Atomic<Int>(0)
    private static let width = 30

    init(_ title: String, total: Int, on terminal: Terminal) {
        self.terminal = terminal
        self.title = title
        self.total = total
    }

    /// Says that so many more things are done.
    func advance(by count: Int = 1) {
        guard terminal.isErrorTerminal, total > 1 else { return }
        let (before, now) = done.add(count, ordering: .relaxed)
        let (filled, last) = (now * Self.width / total, before * Self.width / total)
        // Writing to a terminal is slow; only a change that shows is worth it.
        guard filled != last || now >= total else { return }
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: max(0, Self.width - filled))
        terminal.writeError("\r\(title) \(bar) \(now)/\(total)")
        if now >= total { terminal.writeError("\r\u{1B}[K") }
    }
}
