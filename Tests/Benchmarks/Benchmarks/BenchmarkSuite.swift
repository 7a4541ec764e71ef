import Foundation
import TestSupport

/// All comparisons, over one generated store.
final class BenchmarkSuite {
    private let generator: StoreGenerator
    private let scratch: TemporaryFolder
    private let store: String
    private let fileList: String
    private let labfolio: String
    private let eventLoop: String
    /// Counts the folders that were exported into, so that each export is a cold one.
    private var generation = 0

    /// Generates the store; `build` is the folder of the release build.
    init(profiles: Int, build: String) throws {
        var generator = StoreGenerator()
        generator.profiles = profiles
        self.generator = generator
        scratch = try TemporaryFolder()
        store = scratch.path + "/store"
        labfolio = build + "/labfolio"
        eventLoop = build + "/YAMLEventLoop"
        FileHandle.standardError.write(Data("Generating \(profiles) profiles…\n".utf8))
        try generator.write(to: store)
        let root = store
        let files = (0..<profiles).flatMap { number in
            generator.record(number).map {
                "\(root)/profiles/\(generator.id(number))/\($0.section).yml"
            }
        }
        fileList = try scratch.write(files.joined(separator: "\n") + "\n", to: "files")
    }

    /// The names of the comparisons, in the order in which they run.
    static let names = [
        "validate", "revalidate", "export", "start", "hugo", "many", "records", "blame",
        "revisions", "schema", "merge",
    ]

    /// Runs the comparisons of these names and prints their lines, each as soon as it is there.
    func run(_ names: [String]) throws {
        for name in names {
            for line in try lines(of: name) {
                FileHandle.standardOutput.write(Data((line + "\n").utf8))
            }
        }
    }

    private func lines(of name: String) throws -> [String] {
        let size = "\(generator.profiles) profiles"
        switch name {
        case "validate":
            return try [
                Comparison(
                    title: "validate \(size) : libyaml events of the same files", aim: 1.3,
                    ours: validate,
                    theirs: {
                        var loop = MeasuredCommand(self.eventLoop)
                        loop.input = self.fileList
                        return try loop.run()
                    }
                ).line()
            ]
        case "revalidate":
            return try [
                Comparison(
                    title: "validate \(size) again : for the first time", aim: 0.1,
                    ours: {
                        var again = MeasuredCommand(
                            self.labfolio, ["validate", "--store", self.store])
                        again.cache = self.scratch.path + "/cache"
                        // Only the first of all runs finds nothing in the cache.
                        _ = try again.run()
                        return try again.run()
                    },
                    theirs: validate
                ).line()
            ]
        case "export":
            return try [
                Comparison(
                    title: "export \(size), cold : cp -r of the output", aim: 2,
                    ours: { try self.coldExport() }, theirs: copy
                ).line()
            ]
        case "start":
            return try [
                Comparison(
                    title: "labfolio --help : git --version", aim: 6, runs: 40,
                    ours: { try MeasuredCommand(self.labfolio, ["--help"]).run() },
                    theirs: { try MeasuredCommand("git", ["--version"]).run() }
                ).line()
            ]
        case "hugo":
            let hugo = try HugoComparison(generator, files: store, scratch: scratch)
            return try [
                hugo.line("in four layouts", export: { try self.coldExport() }),
                // As Hugo does: a page of each.
                hugo.line(
                    "one page each", export: { try self.coldExport(["--layout", "acad-homepage"]) }),
            ]
        case "many": return try ExportComparison(labfolio: labfolio, scratch: scratch).lines()
        case "records":
            return try [("deepdiff", 200), ("graphtage", 20)].map { peer, size in
                try DiffComparison(publications: size, scratch: scratch).line(peer: peer)
            }
        case "blame":
            return try [BlameComparison(generator, labfolio: labfolio, scratch: scratch).line()]
        case "revisions":
            return try [RevisionComparison(generator, labfolio: labfolio, scratch: scratch).line()]
        case "schema":
            return try [SchemaComparison(generator, labfolio: labfolio, scratch: scratch).line()]
        case "merge":
            return try [
                MergeComparison(generator, labfolio: labfolio, files: store, scratch: scratch)
                    .line()
            ]
        default:
            throw BenchmarkFailure(
                message: "No comparison `\(name)`; there are \(Self.names.joined(separator: ", "))")
        }
    }

    private func validate() throws -> MeasuredCommand.Cost {
        try MeasuredCommand(labfolio, ["validate", "--store", store]).run()
    }

    private var sites: String { "\(scratch.path)/sites-\(generation)" }

    /// Exports into a folder that is not there yet.
    ///
    /// Nothing is removed before the end: a file system that has just removed thousands of files
    /// is slow to make new ones, and only one side would pay.
    private func coldExport(_ options: [String] = []) throws -> MeasuredCommand.Cost {
        generation += 1
        return try MeasuredCommand(
            labfolio, ["export", "--to", sites, "--store", store] + options
        ).run()
    }

    private func copy() throws -> MeasuredCommand.Cost {
        try MeasuredCommand("cp", ["-r", sites, "\(scratch.path)/copy-\(generation)"]).run()
    }
}
