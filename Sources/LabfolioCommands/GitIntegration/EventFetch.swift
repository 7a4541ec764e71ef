internal import Git

/// Lets git bring the events of proposals along with the branches.
enum EventFetch {
    private static let source = "refs/labfolio/events*"

    /// Sets it up for all remote repositories; returns the names of those that are new to it.
    static func install(in repository: Repository) throws(GitError) -> [String] {
        var names: [String] = []
        for name in try repository.remoteNames() {
            let target = "refs/labfolio/remotes/\(name)/events*"
            if try repository.addFetch(of: source, to: target, from: name) { names.append(name) }
        }
        return names
    }

    /// Takes it back; returns the names of the remote repositories that had it.
    static func uninstall(from repository: Repository) throws(GitError) -> [String] {
        var names: [String] = []
        for name in try repository.remoteNames()
        where try repository.removeFetch(of: source, from: name) {
            names.append(name)
        }
        return names
    }
}
