internal import Formats
internal import Git

/// A section of a repository's own configuration, such as `[merge "labfolio"]`.
struct ConfigurationSection {
    /// Its name, with a point: `merge.labfolio`.
    let name: String

    /// Takes the header out where nothing stands below it any more, which libgit2 leaves.
    ///
    /// The user's own git writes the file: it keeps the lock, the rights and every other line. A
    /// comment below the header is somebody's, and then both stay; so they do without git, as an
    /// empty section means nothing.
    func removeIfEmpty(from repository: Repository) {
        let file = repository.commonDirectoryPath + "/config"
        guard let bytes = try? FileSystem.read(file, limit: 1 << 20, links: .follow),
            isEmpty(in: String(decoding: bytes, as: UTF8.self))
        else { return }
        _ = try? Subprocess.run(
            "git", ["config", "--file", file, "--remove-section", name])
    }

    private var header: String {
        let parts = name.split(separator: ".", maxSplits: 1)
        return "[\(parts[0]) \"\(parts.dropFirst().first ?? "")\"]"
    }

    /// Tells whether the section is there and has nothing in it, wherever it is opened.
    private func isEmpty(in text: String) -> Bool {
        var (isInside, wasFound) = (false, false)
        for line in text.split(separator: "\n") {
            let content = line.drop { $0.isWhitespace }
            guard !content.isEmpty else { continue }
            if content.hasPrefix("[") {
                isInside = content.hasPrefix(header)
                if isInside {
                    wasFound = true
                    guard content.dropFirst(header.count).allSatisfy(\.isWhitespace) else {
                        return false
                    }
                }
            } else if isInside {
                return false
            }
        }
        return wasFound
    }
}
