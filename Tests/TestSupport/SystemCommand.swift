import Foundation

/// Runs another program, as an oracle or as the thing under test.
public struct SystemCommand: Sendable {
    /// What a program left behind.
    public struct Outcome: Sendable {
        /// The exit status.
        public let status: Int32
        /// All of standard output, as text.
        public let output: String
        /// All of standard error, as text.
        public let errors: String
    }

    /// The path of the program, nil where this machine has none of that name.
    public static func find(_ name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end and returns its status and what it printed.
    ///
    /// Output goes through files, not pipes, so that no amount of it can block the program.
    @discardableResult
    public static func run(
        _ name: String, _ arguments: [String], in folder: String? = nil,
        environment: [String: String] = [:], input: String? = nil
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let process = Process()
        let path = name.contains("/") ? name : find(name) ?? "/usr/bin/env"
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = path == "/usr/bin/env" ? [name] + arguments : arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let standardInput = try scratch.write(input ?? "", to: "input")
        try scratch.write("", to: "output")
        try scratch.write("", to: "errors")
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: standardInput))
        process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/output")
        process.standardError = FileHandle(forWritingAtPath: scratch.path + "/errors")
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try scratch.read("output"),
            errors: try scratch.read("errors"))
    }
}
