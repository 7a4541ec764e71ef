internal import Formats

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Labfolio {
    /// Runs the process: its arguments, its streams, its environment; then ends it.
    ///
    /// Nothing else in labfolio reads any of these.
    public static func main() async -> Never {
        // A reader that goes away, such as `head`, is told by the write that fails.
        _ = signal(SIGPIPE, SIG_IGN)
        let terminal = Terminal(
            write: { OutputStream.standardOutput.write($0) },
            writeError: { _ = OutputStream.standardError.write($0) },
            environment: { name in
                unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
            },
            currentFolder: FileSystem.currentFolder,
            isOutputTerminal: OutputStream.standardOutput.isTerminal,
            isErrorTerminal: OutputStream.standardError.isTerminal,
            concurrency: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        exit(await run(Array(CommandLine.arguments.dropFirst()), on: terminal))
    }
}
