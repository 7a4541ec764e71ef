internal import Formats

/// The folder of all homepages, opened once to look at their files.
public struct StampedTarget: Sendable {
    let folder: StampedFolder

    /// Opens a folder; nil where there is none.
    public init?(at path: String) {
        guard let folder = StampedFolder(at: path) else { return nil }
        self.folder = folder
    }
}
