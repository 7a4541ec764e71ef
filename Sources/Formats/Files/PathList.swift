/// Paths in the form that the system takes them in: each ended by a zero, one after the other.
///
/// Tens of thousands of files are looked at in each run; as texts their paths would cost more than
/// the looking.
public struct PathList: Hashable, Sendable {
    /// The bytes of all paths.
    public private(set) var bytes: ArraySlice<UInt8>

    /// Makes an empty list.
    public init() { bytes = [] }

    /// Takes bytes that were kept; nil unless the last path is ended.
    public init?(bytes: ArraySlice<UInt8>) {
        guard bytes.last ?? 0 == 0 else { return nil }
        self.bytes = bytes
    }

    /// Adds a path; one that holds a zero names nothing, and is two here.
    public mutating func append(_ path: some StringProtocol) {
        bytes.append(contentsOf: path.utf8)
        bytes.append(0)
    }

    /// The paths as texts.
    public var paths: [String] {
        bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
