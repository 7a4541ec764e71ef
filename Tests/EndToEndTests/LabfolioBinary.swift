import Foundation
import TestSupport
import Testing

/// The tool as it was built, beside the bundle of these tests.
enum LabfolioBinary {
    /// The path of the tool, nil where it was not built.
    static let path: String? = {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
            .resolvingSymlinksInPath().deletingLastPathComponent()
        // On a Mac the bundle has folders of its own.
        for _ in 0..<4 {
            let tool = folder.appendingPathComponent("labfolio").path
            if FileManager.default.isExecutableFile(atPath: tool) { return tool }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()

    /// An environment in which nothing of this machine says who commits.
    static let environment = [
        "GIT_AUTHOR_NAME": "Ada Lovelace", "GIT_AUTHOR_EMAIL": "ada@example.org",
        "LABFOLIO_CACHE": "off",
    ]

    static func run(
        _ arguments: [String], in folder: String, cache: String = "off"
    ) throws -> SystemCommand.Outcome {
        try SystemCommand.run(
            try #require(path), arguments, in: folder,
            environment: environment.merging(["LABFOLIO_CACHE": cache]) { $1 })
    }

    /// Starts the tool and kills it at an instant that the timing names; true if it was still
    /// running.
    static func kill(
        _ arguments: [String], in folder: String, at timing: inout KillTiming,
        using random: inout SeededGenerator, cache: String = "off"
    ) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            .merging(["LABFOLIO_CACHE": cache]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(timing.delay(using: &random))
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let wasKilled = process.terminationReason == .uncaughtSignal
        timing.note(wasKilled: wasKilled)
        return wasKilled
    }

    /// How many times something is killed.
    static var kills: Int {
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 300 : 20
    }
}
