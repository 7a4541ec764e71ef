internal import Formats
internal import ProfileStore

/// A command with what was typed behind it.
struct Invocation: Sendable {
    /// The values of options, by name; a switch that is on has an empty one.
    let values: [String: [String]]
    /// What was typed without a name.
    let operands: [String]
    /// Where the command reads and prints.
    let terminal: Terminal

    /// The value of an option that was typed last, nil where it was not typed.
    func value(_ name: String) -> String? { values[name]?.last }

    /// All values of an option that may be repeated.
    func allValues(_ name: String) -> [String] { values[name] ?? [] }

    /// Tells whether a switch is on.
    func isOn(_ name: String) -> Bool { values[name] != nil }

    /// An operand by its position, from 0, nil where it was not typed.
    func operand(_ position: Int) -> String? {
        operands.indices.contains(position) ? operands[position] : nil
    }

    /// The form of the output that was chosen.
    func format(default text: String = "text") -> String { value("--format") ?? text }

    /// Returns a path that was typed, from the terminal's current folder.
    func path(_ text: String) -> String {
        text.hasPrefix("/") ? text : terminal.currentFolder + "/" + text
    }

    /// Opens the store that the person means.
    func store() throws(CommandError) -> Store {
        var store = try CommandError.store { () throws(StoreError) in
            if let folder = value("--store") { return try Store(at: path(folder)) }
            return try Store(foundFrom: terminal.currentFolder)
        }
        store.indexFile = terminal.environment("GIT_INDEX_FILE").map(path)
        store.historyCache = terminal.cacheFolder.flatMap {
            HistoryCache(in: $0, build: terminal.stamp())
        }
        return store
    }

    /// Returns the snapshot that `--at` names, or the one that the store reads by itself.
    func snapshot(of store: Store) throws(CommandError) -> Snapshot {
        let revision = value("--at").map(Revision.init) ?? store.defaultRevision
        return try CommandError.store { () throws(StoreError) in
            try store.snapshot(at: revision)
        }
    }
}
