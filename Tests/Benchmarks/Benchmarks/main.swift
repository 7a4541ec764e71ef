import Foundation

// Prints how much longer labfolio takes than a peer or a physical limit, measured in one run.
// Usage: Benchmarks [PROFILES], after a release build.
let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1_000
let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
try BenchmarkSuite(profiles: count, build: build).run()
