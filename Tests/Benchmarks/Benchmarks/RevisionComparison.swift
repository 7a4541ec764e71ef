import Foundation
import TestSupport

/// `labfolio diff` of two commits between which twenty profiles of the store changed, against
/// `git diff` of the same two.
struct RevisionComparison {
    private let store: String
    private let labfolio: String

    /// Commits the store twice into a repository of its own.
    init(_ generator: StoreGenerator, labfolio: String, scratch: TemporaryFolder) throws {
        self.labfolio = labfolio
        store = scratch.path + "/history"
        try generator.write(to: store)
        try git("init", "-q")
        try commit("before")
        let step = max(1, generator.profiles / 20)
        for number in stride(from: 0, to: generator.profiles, by: step) {
            let folder = "\(store)/profiles/\(generator.id(number))"
            try edit(folder + "/profile.yml") {
                $0.replacingOccurrences(of: "Postdoctoral researcher", with: "Professor")
                    .replacingOccurrences(of: "learning", with: "training")
            }
            try edit(folder + "/publications.yml") { text in
                var entries = text.components(separatedBy: "\n- ")
                entries[3] = entries[3].replacingOccurrences(of: "published", with: "accepted")
                entries.insert(
                    "id: new-paper\n  title: A new paper\n  authors:\n    - name: Ada", at: 1)
                return entries.joined(separator: "\n- ")
            }
            try edit(folder + "/positions.yml") {
                $0.replacingOccurrences(of: "  place:", with: "  kind: internship\n  place:")
            }
        }
        try commit("after")
        try git("repack", "-adq")
    }

    /// Runs both and returns the line to print.
    func line() throws -> String {
        try Comparison(
            title: "diff of two commits, 20 profiles changed : git diff of the same", aim: 3,
            runs: 15,
            ours: {
                try MeasuredCommand(labfolio, ["diff", "HEAD~", "HEAD", "--store", store]).run()
            },
            theirs: { try MeasuredCommand("git", ["-C", store, "diff", "HEAD~", "HEAD"]).run() }
        ).line()
    }

    private func edit(_ file: String, _ change: (String) -> String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try change(text).write(toFile: file, atomically: false, encoding: .utf8)
    }

    private func commit(_ message: String) throws {
        try git("add", "--all")
        try git(
            "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "gc.auto=0", "commit",
            "-qm", message)
    }

    private func git(_ arguments: String...) throws {
        _ = try MeasuredCommand("git", ["-C", store] + arguments).run()
    }
}
