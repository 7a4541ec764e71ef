internal import Git

/// A command of labfolio that git runs for the files which `GitAttributes` names, by the
/// repository's configuration.
struct GitDriver {
    /// What it is called when people are told about it.
    let name: String
    /// What it is set up by, key and value; the first one is the command.
    let settings: [(key: String, value: String)]
    /// The words that its command is known by.
    let command: String

    /// The drivers of a store with a work tree.
    static let all = [merge, diff]

    /// Merges files by their fields.
    ///
    /// Without labfolio on the PATH, git would take ours and call that a conflict; its own merge
    /// does better. A base that is itself a merge is left as the older one it was: markers in it
    /// could be read by nobody.
    static let merge = GitDriver(
        name: "merge driver",
        settings: [
            (
                "merge.labfolio.driver",
                "if command -v labfolio >/dev/null 2>&1; "
                    + "then labfolio git merge-driver %O %A %B %L %P; "
                    + "else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi"
            ),
            ("merge.labfolio.name", "labfolio: field by field"),
            ("merge.labfolio.recursive", "binary"),
        ], command: "labfolio git merge-driver")

    /// Compares files by their fields, in `git diff`, `git log -p` and `git show`.
    ///
    /// A conversion to text and not an external program, which `git log -p` would not run. Git can
    /// keep the texts (`diff.labfolio.cachetextconv`), but in notes that go along when a repository
    /// is mirrored, and it would keep those of an older labfolio; so that is left to the person.
    static let diff = GitDriver(
        name: "diff driver",
        settings: [
            (
                "diff.labfolio.textconv",
                "f() { if command -v labfolio >/dev/null 2>&1; then labfolio git diff-driver "
                    + "\"$1\"; else cat \"$1\"; fi; }; f"
            ),
            // The entry, at the head of each hunk.
            ("diff.labfolio.xfuncname", "^(/[^/:]+/[^/:]+)"),
        ], command: "labfolio git diff-driver")

    /// What became of a driver.
    enum Outcome {
        /// It was set up.
        case installed
        /// It is as it should be.
        case unchanged
        /// Another command stands there, which runs ours or not, and was left alone.
        case foreign
        /// It was taken out.
        case removed
        /// There was nothing to take out.
        case absent
    }

    /// Sets the driver up, unless somebody has set up another one of this name.
    func install(in repository: Repository) throws(GitError) -> Outcome {
        guard let first = settings.first else { return .unchanged }
        if let found = try repository.configuration(first.key), found != first.value,
            !found.contains(command)
        {
            return .foreign
        }
        var outcome = Outcome.unchanged
        for (key, value) in settings where try repository.configuration(key) != value {
            try repository.configure(key, as: value)
            outcome = .installed
        }
        return outcome
    }

    /// Takes the driver out, if it is ours.
    func uninstall(from repository: Repository) throws(GitError) -> Outcome {
        guard let first = settings.first, let found = try repository.configuration(first.key)
        else { return .absent }
        guard found.contains(command) else { return .foreign }
        for (key, _) in settings { try repository.configure(key, as: nil) }
        let section = first.key.split(separator: ".").dropLast().joined(separator: ".")
        ConfigurationSection(name: section).removeIfEmpty(from: repository)
        return .removed
    }
}
