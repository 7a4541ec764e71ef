#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Another program that is run to its end: the user's own `git`, with their settings and keys.
///
/// There is no shell between: what is an argument here is one argument there.
public enum Subprocess {
    /// What a program left behind.
    public struct Outcome: Sendable {
        /// The exit status; 128 and the number of the signal for one that was killed.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: [UInt8]
    }

    /// Runs a program, found as a shell finds it, with the environment of this one.
    ///
    /// It reads nothing; what it writes to standard error is dropped.
    ///
    /// - Parameters:
    ///   - name: The name of the program, or its path.
    ///   - arguments: What follows the name.
    ///   - limit: The number of bytes that are read of its output at most; more throws.
    /// - Returns: What came of it.
    /// - Throws: Why it could not be run; `notFound` where there is no such program.
    public static func run(
        _ name: String, _ arguments: [String], limit: Int = 1 << 20
    ) throws(FileError) -> Outcome {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FileError(number: errno, "run", name) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        let process: pid_t
        do throws(FileError) {
            process = try spawn(name, arguments, writingTo: writing, notTo: reading)
            close(writing)
        } catch {
            close(writing)
            throw error
        }
        let output: Result<[UInt8], FileError>
        do throws(FileError) {
            output = .success(
                try FileSystem.bytes(from: reading, expected: 4_096, limit: limit, path: name))
        } catch {
            kill(process, SIGKILL)
            output = .failure(error)
        }
        let status = wait(for: process)
        return Outcome(status: status, output: try output.get())
    }

    private static func spawn(
        _ name: String, _ arguments: [String], writingTo output: Int32, notTo other: Int32
    ) throws(FileError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        for end in [output, other] where end > 2 {
            posix_spawn_file_actions_addclose(&actions, end)
        }
        var words = ([name] + arguments).map { (word: String) in strdup(word) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let number = posix_spawnp(&process, name, &actions, nil, &words, environ)
        guard number == 0 else { throw FileError(number: number, "run", name) }
        return process
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
