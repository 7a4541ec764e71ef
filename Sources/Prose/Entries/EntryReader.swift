import Synchronization

/// Reads items as `EntryGrammar` does, and none of them twice.
///
/// An import reads an item, writes it as its theme would and reads that again, as often as there is
/// something to compare; an export asks of an entry in several places whether its text still holds.
public final class EntryReader: Sendable {
    private struct Question: Hashable {
        let markdown: String
        let kind: SectionKind
        let context: EntryContext
    }

    /// What was read so far.
    private struct Memory {
        var items: [String: Item?] = [:]
        var readings: [Question: [EntryReading]?] = [:]
    }

    private let memory = Mutex(Memory())

    /// Makes a reader that knows nothing yet.
    public init() {}

    /// Returns what `EntryGrammar.readAll` returns.
    ///
    /// Two threads that ask for the same item at once both read it.
    public func readAll(
        _ markdown: String, as kind: SectionKind, context: EntryContext = EntryContext()
    ) -> [EntryReading]? {
        let question = Question(markdown: markdown, kind: kind, context: context)
        if let readings = memory.withLock({ $0.readings[question] }) { return readings }
        let readings = item(markdown).flatMap {
            EntryGrammar.readAll($0, as: kind, context: context)
        }
        memory.withLock { $0.readings[question] = .some(readings) }
        return readings
    }

    private func item(_ markdown: String) -> Item? {
        if let item = memory.withLock({ $0.items[markdown] }) { return item }
        let item = EntryGrammar.item(markdown)
        memory.withLock { $0.items[markdown] = .some(item) }
        return item
    }
}
