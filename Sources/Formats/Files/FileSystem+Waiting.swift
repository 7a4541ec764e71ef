#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension FileSystem {
    /// Waits a moment for another process to finish what it does with a file.
    ///
    /// The longer it was waited for already, the longer the moment; it is never the same for two
    /// processes, which would meet again.
    ///
    /// - Parameter round: How often it was waited before, from 0.
    public static func waitForOthers(round: Int) {
        let most = UInt32(1000) << UInt32(min(max(round, 0), 5))
        _ = usleep(.random(in: most / 4...most))
    }
}
