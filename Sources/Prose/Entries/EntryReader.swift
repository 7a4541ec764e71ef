import Synchronization

/// Reads items as `EntryGrammar` does, and none of them twice.
///
/// An import reads an item, writes it as its theme would and reads that again, as often as there is
/// something to compare; an export asks of an entry in several places whether its text still holds.
public final class EntryReader: Sendable {
    private struct Item: Hashable {
        let markdown: String
        let kind: SectionKind
        let context: EntryContext
    }

    private let known = Mutex<[Item: [EntryReading]?]>([:])

    /// Makes a reader that knows nothing yet.
    public init() {}

    /// Returns what `EntryGrammar.readAll` returns.
    ///
    /// Two threads that ask for the same item at once both read it.
    public func readAll(
        _ markdown: String, as kind: SectionKind, context: EntryContext = EntryContext()
    ) -> [EntryReading]? {
        let item = Item(markdown: markdown, kind: kind, context: context)
        if let readings = known.withLock({ $0[item] }) { return readings }
        let readings = EntryGrammar.readAll(markdown, as: kind, context: context)
        known.withLock { $0[item] = .some(readings) }
        return readings
    }
}
