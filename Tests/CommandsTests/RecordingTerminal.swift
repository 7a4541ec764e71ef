import Foundation
import Synchronization
import TestSupport

@testable import LabfolioCommands

/// Runs commands in this process and keeps what they print.
struct RecordingTerminal: Sendable {
    /// What one command left behind.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that the commands run in.
    var folder: String
    /// The environment that they see.
    var environment = ["GIT_AUTHOR_NAME": "Ada Lovelace", "GIT_AUTHOR_EMAIL": "ada@example.org"]
    /// Whether a person looks at the results.
    var isTerminal = false
    /// Whether a person looks at everything else.
    var isErrorTerminal = false
    /// Whether somebody reads the results.
    var isRead = true
    /// What standard input holds.
    var input: String?
    /// What tells the build of labfolio from others; nothing is remembered without one.
    var build = ""

    func run(_ arguments: [String]) async -> Outcome {
        let (output, errors) = (Recording(), Recording())
        let (environment, isRead, build, input) = (environment, isRead, build, input)
        let terminal = Terminal(
            write: {
                if isRead { output.append($0) }
                return isRead
            },
            writeError: { errors.append($0) }, readInput: { input.map { Array($0.utf8) } },
            environment: { environment[$0] },
            currentFolder: folder, isOutputTerminal: isTerminal, isErrorTerminal: isErrorTerminal,
            build: { build }, stamp: { build })
        let status = await Labfolio.run(arguments, on: terminal)
        return Outcome(status: status, output: output.text, errors: errors.text)
    }
}

/// Text that several tasks add to.
private final class Recording: Sendable {
    private let storage = Mutex<[String]>([])
    var text: String { storage.withLock { $0.joined() } }
    func append(_ text: String) { storage.withLock { $0.append(text) } }
}

/// What a person sees who types one command after the other: each line typed, what it printed,
/// what went to standard error behind `!`, and the exit status unless it is 0.
struct Transcript {
    var terminal: RecordingTerminal
    private(set) var text = ""
    /// What is other on each machine and at each time, and what is shown instead.
    private var replacements: [(String, String)] = []

    init(in folder: String) { terminal = RecordingTerminal(folder: folder) }

    mutating func run(_ arguments: String...) async { await run(arguments) }

    mutating func run(_ arguments: [String]) async {
        let typed = (["labfolio"] + arguments).map { word in
            let isPlain = !word.isEmpty && !word.contains { " \"'$&;()<>|*?#`".contains($0) }
            return isPlain ? word : "'\(word)'"
        }
        text += "$ " + typed.joined(separator: " ") + "\n"
        let outcome = await terminal.run(arguments)
        text += outcome.output
        for line in outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        {
            text += line.isEmpty ? "!\n" : "! \(line)\n"
        }
        if outcome.status != 0 { text += "[\(outcome.status)]\n" }
    }

    /// Says in words what happens between two commands.
    mutating func note(_ words: String) { text += "# \(words)\n" }

    mutating func hide(_ volatile: String, as name: String) {
        replacements.append((volatile, name))
    }

    /// What differs from a golden file, nil where nothing does.
    func mismatch(_ name: String) throws -> String? {
        var shown = text
        for (volatile, name) in replacements {
            shown = shown.replacingOccurrences(of: volatile, with: name)
        }
        return try Golden.mismatch(shown, name + ".txt", beside: #filePath)
    }
}

/// A store of three people with a little history; every commit has the same id everywhere.
struct LabFixture {
    let oracle: GitOracle
    var path: String { oracle.path }

    static let publication = """
        - id: fast-sgd-2024
          title: Fast SGD
          authors:
            - name: A. Lovelace
              self: true
          venue:
            name: Conference on Engines
            type: conference
          date: 2024-07
          status: accepted

        """

    init() throws {
        oracle = try GitOracle()
        var files = StoreText.two
        files["profiles/ada-lovelace/publications.yml"] = Self.publication
        // As a JPEG picture begins.
        try oracle.folder.write(
            [0xFF, 0xD8, 0xFF, 0xE0], to: "repository/profiles/ada-lovelace/assets/photo.jpg")
        files["profiles/grace-hopper/profile.yml"] = StoreText.person(
            "Grace Brewster Murray Hopper, Rear Admiral", more: "role: Officer\n")
        try oracle.commit("store: begin", files)
        try oracle.git("tag", "v1")
        try oracle.commit(
            "ada: a year on",
            [
                "profiles/ada-lovelace/profile.yml": StoreText.person(
                    "Ada Lovelace",
                    more: "role: Countess\nphoto:\n  file: assets/photo.jpg\n  alt: Ada\n"),
                "profiles/ada-lovelace/news.yml": StoreText.news(
                    ("engine", "The engine *runs*."), ("award", "An award.")),
                "profiles/ada-lovelace/publications.yml": Self.publication
                    .replacingOccurrences(of: "accepted", with: "published")
                    .replacingOccurrences(
                        of: "    - name: A. Lovelace\n      self: true\n",
                        with: "    - name: C. Babbage\n    - name: A. Lovelace\n      self: true\n"
                            + "    - name: L. Menabrea\n    - name: M. Somerville\n"),
            ], at: 1_710_000_000)
    }

    func transcript() -> Transcript {
        var transcript = Transcript(in: path)
        transcript.hide(oracle.folder.path, as: "/tmp/lab")
        return transcript
    }
}
