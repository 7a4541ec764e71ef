internal import Synchronization

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

    /// A program that is to be run.
    public struct Call: Sendable {
        /// The name of the program, or its path.
        public let name: String
        /// What follows the name.
        public let arguments: [String]
        /// What its environment has beyond this one's; nil for what it shall not have.
        public var environment: [String: String?] = [:]
        /// Whether what it writes to standard error is read with its output, or dropped.
        public var readsErrors = false

        /// Makes a call with the environment of this program.
        public init(_ name: String, _ arguments: [String]) {
            self.name = name
            self.arguments = arguments
        }
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
        try start(Call(name, arguments)).finished(limit: limit)
    }

    /// Makes a call and returns what came of it.
    ///
    /// - Parameters:
    ///   - call: What to run.
    ///   - limit: The number of bytes that are read of its output at most; more throws.
    /// - Returns: What came of it.
    /// - Throws: Why it could not be run; `notFound` where there is no such program.
    public static func run(_ call: Call, limit: Int = 1 << 20) throws(FileError) -> Outcome {
        try start(call).finished(limit: limit)
    }

    /// Runs programs side by side: all are started, then waited for.
    ///
    /// - Parameters:
    ///   - calls: What to run, no more than shall run at a time.
    ///   - limit: The number of bytes that are read of each one's output at most.
    /// - Returns: What came of each, in the order of the calls.
    public static func runTogether(
        _ calls: [Call], limit: Int = 1 << 20
    ) -> [Result<Outcome, FileError>] {
        let running = calls.map { call -> Result<Running, FileError> in
            do throws(FileError) { return .success(try start(call)) } catch {
                return .failure(error)
            }
        }
        return running.map { start in
            do throws(FileError) { return .success(try start.get().finished(limit: limit)) } catch {
                return .failure(error)
            }
        }
    }

    /// A program that was started, and the end of the pipe that it writes to.
    private struct Running {
        let name: String
        let process: pid_t
        let reading: Int32

        func finished(limit: Int) throws(FileError) -> Outcome {
            let output: Result<[UInt8], FileError>
            do throws(FileError) {
                output = .success(
                    try FileSystem.bytes(from: reading, expected: 4_096, limit: limit, path: name))
            } catch {
                kill(process, SIGKILL)
                output = .failure(error)
            }
            close(reading)
            let status = Subprocess.wait(for: process)
            return Outcome(status: status, output: try output.get())
        }
    }

    /// Held while a program is started: another one that is started at that moment would hold an
    /// end of this one's pipe, and its output would not end before that one does.
    private static let starting = Mutex(())

    private static func start(_ call: Call) throws(FileError) -> Running {
        let started = starting.withLock { _ -> Result<Running, FileError> in
            do throws(FileError) { return .success(try startAlone(call)) } catch {
                return .failure(error)
            }
        }
        return try started.get()
    }

    private static func startAlone(_ call: Call) throws(FileError) -> Running {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FileError(number: errno, "run", call.name) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        do throws(FileError) {
            return Running(
                name: call.name, process: try spawn(call, writingTo: ends[1]), reading: ends[0])
        } catch {
            close(ends[0])
            throw error
        }
    }

    private static func spawn(_ call: Call, writingTo output: Int32) throws(FileError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if call.readsErrors {
            posix_spawn_file_actions_adddup2(&actions, output, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        var words = ([call.name] + call.arguments).map { (word: String) in strdup(word) } + [nil]
        var variables = environment(changedBy: call.environment).map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let number = posix_spawnp(&process, call.name, &actions, nil, &words, &variables)
        guard number == 0 else { throw FileError(number: number, "run", call.name) }
        return process
    }

    /// The environment of this program as `NAME=value`, with changes.
    private static func environment(changedBy changes: [String: String?]) -> [String] {
        var variables: [String] = []
        var next = environ
        while let variable = next.pointee {
            next += 1
            let text = String(cString: variable)
            let name = String(text.prefix { $0 != "=" })
            if changes.index(forKey: name) == nil { variables.append(text) }
        }
        for (name, value) in changes {
            if let value { variables.append("\(name)=\(value)") }
        }
        return variables
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
