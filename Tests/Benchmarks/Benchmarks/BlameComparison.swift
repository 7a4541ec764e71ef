import Formats
import Foundation
import RecordModel
import TestSupport

/// Measures who set each field of a profile against `git blame` of each of its files.
struct BlameComparison {
    private let labfolio: String
    private let repository: String
    private let profile: String
    private let sections: [String]
    private let commits: Int

    /// Makes a store in which one profile has many commits.
    ///
    /// Each commit edits one field, adds an entry or takes one away, as people do.
    init(
        _ generator: StoreGenerator, commits: Int = 500, labfolio: String, scratch: TemporaryFolder
    ) throws {
        self.labfolio = labfolio
        self.commits = commits
        profile = generator.id(0)
        repository = scratch.path + "/blamed"
        var record = generator.record(0)
        sections = record.map(\.section)
        var random = SeededGenerator(seed: 5)
        var stream = ""
        func write(_ path: String, _ text: String) {
            stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
        }
        for number in 0..<commits {
            let seconds = 1_600_000_000 + number * 3_600
            stream += "commit refs/heads/main\ncommitter Ada <ada@example.org> \(seconds) +0000\n"
            stream += "data 2\nc\n\n"
            if number == 0 {
                write("labfolio.yml", StoreText.configuration)
                for part in record { write(path(part.section), YAMLWriter().text(part.value)) }
                continue
            }
            let position = random.next() % 2 == 0 ? 2 : Int(random.next() % UInt64(record.count))
            let edited = Self.edited(record[position].value, number, &random)
            record[position] = (record[position].section, edited)
            write(path(record[position].section), YAMLWriter().text(edited))
        }
        let script = try scratch.write(stream, to: "blamed.stream")
        try SystemCommand.run("git", ["init", "-q", "--bare", "-b", "main", repository])
        try SystemCommand.run(
            "sh", ["-c", "git fast-import --quiet < \(script)"], in: repository)
        try SystemCommand.run("git", ["repack", "-adq"], in: repository)
    }

    /// Runs both sides in turns and returns the line to print.
    func line() throws -> String {
        let files = sections.map(path).joined(separator: " ")
        let script =
            "for file in \(files); do git -C \(repository) blame main -- $file || exit 1; done"
        return try Comparison(
            title:
                "blame of all fields of a profile with \(commits) commits : git blame of its files",
            aim: 1, runs: 10,
            ours: { [self] in
                try MeasuredCommand(labfolio, ["blame", profile, "--store", repository]).run()
            },
            theirs: { try MeasuredCommand("sh", ["-c", script]).run() }
        ).line()
    }

    private func path(_ section: String) -> String { "profiles/\(profile)/\(section).yml" }

    private static func edited(
        _ value: Value, _ number: Int, _ random: inout SeededGenerator
    ) -> Value {
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }
        switch value {
        case .mapping(var fields):
            fields["role"] = .string("Role \(number)")
            return .mapping(fields)
        case .list(var items):
            let place = below(items.count)
            if below(8) == 0, var entry = items[place].mapping {
                entry["id"] = .string("entry-\(number)")
                items.insert(.mapping(entry), at: 0)
            } else if below(16) == 0, items.count > 1 {
                items.remove(at: place)
            } else if var entry = items[place].mapping {
                let keys = entry.keys.filter { $0 != "id" && entry[$0]?.string != nil }
                entry[keys[below(keys.count)]] = .string("Text of number \(number)")
                items[place] = .mapping(entry)
            }
            return .list(items)
        default: return value
        }
    }
}
