internal import Formats
internal import Profiles
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Labfolio {
    /// The most bytes of standard input that are read: no text of a record is as long.
    private static let inputLimit = 64 << 20

    /// The day in universal time, as records write days.
    private static var today: String {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe gmtime_r(&now, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// How wide the terminal is that results go to, nil where they go elsewhere.
    private static var columns: Int? {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
        let columns = Int(size.ws_col)
        return columns > 0 ? columns : nil
    }

    /// Runs the process: its arguments, its streams, its environment; then ends it.
    ///
    /// Nothing else in labfolio reads any of these.
    public static func main() async -> Never {
        // A reader that goes away, such as `head`, is told by the write that fails.
        _ = signal(SIGPIPE, SIG_IGN)
        let failure = Mutex<FileError?>(nil)
        let terminal = Terminal(
            write: { text in
                do throws(FileError) { return try OutputStream.standardOutput.write(text) } catch {
                    failure.withLock { $0 = error }
                    return false
                }
            },
            // Nobody can be told that there is nobody to tell.
            writeError: { _ = try? OutputStream.standardError.write($0) },
            readInput: { try? FileSystem.readStandardInput(limit: inputLimit) },
            environment: { name in
                unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
            },
            currentFolder: FileSystem.currentFolder,
            isOutputTerminal: OutputStream.standardOutput.isTerminal,
            isErrorTerminal: OutputStream.standardError.isTerminal, columns: Self.columns,
            concurrency: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            today: DateText(Self.today), build: { FileSystem.executableHash ?? "" },
            stamp: { FileSystem.executableStamp ?? "" })
        let status = await run(Array(CommandLine.arguments.dropFirst()), on: terminal)
        // Results that got lost half-way must not look like all of them.
        if let error = failure.withLock({ $0 }) {
            terminal.writeError("labfolio: \(error.description)\n")
            exit(ExitStatus.failure.rawValue)
        }
        exit(status)
    }
}
