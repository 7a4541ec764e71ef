internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio git install`.
    static let gitInstall = CommandDescription(
        name: "git install", summary: "Let git check, merge and compare records as labfolio does",
        discussion: """
            Puts a pre-commit hook into the repository, where core.hooksPath says or in \
            .git/hooks, and sets up drivers in .git/config for the files that \
            .git/info/attributes names: plain git merge, rebase and cherry-pick then merge \
            records field by field; git fetch then brings the events of proposals along. In a \
            bare store, to which people push, it puts a pre-receive hook in place that checks \
            each push, and nothing else. What somebody else has put there is never overwritten: \
            the command says how to run both. Running it again changes nothing.
            """,
        options: [.store],
        examples: [
            Example(line: "labfolio git install", meaning: "In the store, once for each clone"),
            Example(
                line: "labfolio git install --store /srv/git/homepages.git",
                meaning: "On the server, so that pushes are checked"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let folder = try CommandError.store { () throws(StoreError) in try store.hooksPath() }
        var isForeign = false
        for hook in GitHook.hooks(of: store) {
            let place = store.shown(folder + "/" + hook.name)
            switch try file({ () throws(FileError) in try hook.install(in: folder) }) {
            case .installed: _ = invocation.terminal.write("\(hook.name): written to \(place)\n")
            case .chained:
                _ = invocation.terminal.write("\(hook.name): \(place) runs labfolio already\n")
            case .foreign:
                isForeign = true
                invocation.terminal.writeError(
                    """
                    \(hook.name): \(place) is not labfolio's, so it was left alone
                        hint: Add this line to it: \(hook.command) || exit 1

                    """)
            default: _ = invocation.terminal.write("\(hook.name): \(place) is up to date\n")
            }
        }
        // Nobody merges or looks at differences in a bare store.
        guard !store.isBare else { return isForeign ? .failure : .fine }
        let repository = try CommandError.store { () throws(StoreError) in
            try store.repository()
        }
        for driver in GitDriver.all {
            switch try git({ () throws(GitError) in try driver.install(in: repository) }) {
            case .installed: _ = invocation.terminal.write("\(driver.name): set up\n")
            case .foreign:
                isForeign = true
                invocation.terminal.writeError(
                    """
                    \(driver.name): another command is set up, so it was left alone
                        hint: Look at git config \(driver.settings[0].key); ours is: \
                    \(driver.command)

                    """)
            default: _ = invocation.terminal.write("\(driver.name): up to date\n")
            }
        }
        for name in try git({ () throws(GitError) in try EventFetch.install(in: repository) }) {
            _ = invocation.terminal.write("events: git fetch \(name) brings them\n")
        }
        let attributes = GitAttributes(in: repository.commonDirectoryPath)
        let place = store.shown(attributes.path)
        switch try file({ () throws(FileError) in try attributes.install() }) {
        case .written: _ = invocation.terminal.write("attributes: written to \(place)\n")
        default: _ = invocation.terminal.write("attributes: \(place) is up to date\n")
        }
        return isForeign ? .failure : .fine
    }

    /// Describes `labfolio git uninstall`.
    static let gitUninstall = CommandDescription(
        name: "git uninstall", summary: "Take labfolio's hooks and drivers out of the repository",
        discussion: "Removes only what `labfolio git install` has written.",
        options: [.store],
        examples: [Example(line: "labfolio git uninstall", meaning: "In the store")]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let folder = try CommandError.store { () throws(StoreError) in try store.hooksPath() }
        for hook in GitHook.hooks(of: store) {
            let place = store.shown(folder + "/" + hook.name)
            switch try file({ () throws(FileError) in try hook.uninstall(from: folder) }) {
            case .removed: _ = invocation.terminal.write("\(hook.name): removed \(place)\n")
            case .chained:
                invocation.terminal.writeError(
                    """
                    \(hook.name): \(place) is not labfolio's, but runs it
                        hint: Take this out of it: \(hook.command)

                    """)
            default: _ = invocation.terminal.write("\(hook.name): there is nothing to remove\n")
            }
        }
        guard !store.isBare else { return .fine }
        let repository = try CommandError.store { () throws(StoreError) in
            try store.repository()
        }
        // The attributes first: git would look for a driver that is not there any more.
        let attributes = GitAttributes(in: repository.commonDirectoryPath)
        let place = store.shown(attributes.path)
        let found = try file { () throws(FileError) in try attributes.uninstall() }
        for driver in GitDriver.all {
            switch try git({ () throws(GitError) in try driver.uninstall(from: repository) }) {
            case .removed: _ = invocation.terminal.write("\(driver.name): removed\n")
            case .foreign:
                invocation.terminal.writeError(
                    "\(driver.name): another command is set up, so it was left alone\n")
            default: _ = invocation.terminal.write("\(driver.name): there is nothing to remove\n")
            }
        }
        for name in try git({ () throws(GitError) in try EventFetch.uninstall(from: repository) }) {
            _ = invocation.terminal.write("events: git fetch \(name) leaves them\n")
        }
        switch found {
        case .removed: _ = invocation.terminal.write("attributes: removed from \(place)\n")
        default: _ = invocation.terminal.write("attributes: there is nothing to remove\n")
        }
        return .fine
    }

    private static func git<Result>(
        _ call: () throws(GitError) -> Result
    ) throws(CommandError) -> Result {
        do throws(GitError) { return try call() } catch {
            throw CommandError(StoreError.git(error))
        }
    }

    private static func file<Result>(
        _ call: () throws(FileError) -> Result
    ) throws(CommandError) -> Result {
        do throws(FileError) { return try call() } catch { throw .failure(error.description) }
    }
}

extension Store {
    /// A path as a person in the store would type it.
    fileprivate func shown(_ file: String) -> String {
        VisibleText.line(
            file.hasPrefix(path + "/") ? String(file.dropFirst(path.count + 1)) : file)
    }
}
