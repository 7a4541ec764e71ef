import Foundation

// Prints how much longer labfolio takes than a peer or a physical limit, measured in one run.
// Usage: Benchmarks [PROFILES] [NAME…], after a release build.
var words = CommandLine.arguments.dropFirst()
let count = words.first.flatMap(Int.init)
if count != nil { words = words.dropFirst() }
let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
try BenchmarkSuite(profiles: count ?? 1_000, build: build)
    .run(words.isEmpty ? BenchmarkSuite.names : Array(words))
