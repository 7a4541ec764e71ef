import Foundation

/// Runs a program and measures it.
struct MeasuredCommand {
    /// What a run cost.
    struct Cost {
        /// Wall-clock time in seconds.
        var seconds = Double.infinity
        /// The most memory that was resident, in MB.
        var megabytes = 0.0
    }

    let program: String
    let arguments: [String]
    var input: String?
    /// Where labfolio keeps what it can find again; `off` makes each run a first one.
    var cache = "off"

    init(_ program: String, _ arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// Runs the program once; its output is thrown away, its failure ends the benchmark.
    func run() throws -> Cost {
        setenv("LABFOLIO_CACHE", cache, 1)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let start = ContinuousClock.now
        let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
        guard code == 0 else { throw BenchmarkFailure(message: "\(program) does not start") }
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        let elapsed = ContinuousClock.now - start
        guard status == 0 else {
            throw BenchmarkFailure(
                message: "\(program) \(arguments.joined(separator: " ")): status \(status)")
        }
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Cost(seconds: seconds, megabytes: Double(usage.ru_maxrss) / 1024)
    }
}

/// Why a benchmark could not be run.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let message: String

    var description: String { message }
}
