internal import Formats
public import Profiles

/// Where a command reads its surroundings and prints; tests put a recording one in its place.
public struct Terminal: Sendable {
    /// Prints results; false where nobody reads them any more.
    let write: @Sendable (String) -> Bool
    /// Prints everything else.
    let writeError: @Sendable (String) -> Void
    /// Reads all of standard input; nil where it cannot be read.
    let readInput: @Sendable () -> [UInt8]?
    /// The environment of the process.
    let environment: @Sendable (String) -> String?
    /// The absolute path of the folder that relative paths are meant from.
    let currentFolder: String
    /// Whether results go to a person.
    let isOutputTerminal: Bool
    /// Whether everything else goes to a person.
    let isErrorTerminal: Bool
    /// How many characters of results stand side by side; nil where nobody knows.
    let columns: Int?
    /// How many things are done at a time.
    let concurrency: Int
    /// The day on which the command runs; nil where nobody knows.
    let today: DateText?
    /// A text that tells one build of labfolio from every other.
    let build: @Sendable () -> String
    /// As `build`, but found out without reading the program, so that copying it may change it.
    let stamp: @Sendable () -> String

    /// Makes a terminal of functions.
    public init(
        write: @escaping @Sendable (String) -> Bool,
        writeError: @escaping @Sendable (String) -> Void,
        readInput: @escaping @Sendable () -> [UInt8]? = { nil },
        environment: @escaping @Sendable (String) -> String? = { _ in nil },
        currentFolder: String, isOutputTerminal: Bool = false, isErrorTerminal: Bool = false,
        columns: Int? = nil, concurrency: Int = 2, today: DateText? = nil,
        build: @escaping @Sendable () -> String = { "" },
        stamp: @escaping @Sendable () -> String = { "" }
    ) {
        self.write = write
        self.writeError = writeError
        self.readInput = readInput
        self.environment = environment
        self.currentFolder = currentFolder
        self.isOutputTerminal = isOutputTerminal
        self.isErrorTerminal = isErrorTerminal
        self.columns = columns
        self.concurrency = concurrency
        self.today = today
        self.build = build
        self.stamp = stamp
    }

    /// The columns that lines are broken at: the terminal's, else what a page can be read at.
    ///
    /// `COLUMNS` says it where the terminal does not, as shells do.
    var width: Int {
        let said = environment("COLUMNS").flatMap(Int.init)
        return min(max(columns ?? said ?? 100, 40), 400)
    }

    /// Whether results are coloured: for a person, unless `NO_COLOR` says otherwise
    /// (no-color.org) or the terminal cannot.
    var usesColor: Bool {
        isOutputTerminal && (environment("NO_COLOR") ?? "").isEmpty
            && environment("TERM") != "dumb"
    }
}
