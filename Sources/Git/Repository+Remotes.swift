internal import CGit2

extension Repository {
    /// The names of the repositories that this one knows, in order.
    public func remoteNames() throws(GitError) -> [String] {
        var found = git_strarray()
        try check("git_remote_list", on: gitDirectoryPath, git_remote_list(&found, handle.pointer))
        defer { git_strarray_dispose(&found) }
        var names: [String] = []
        for index in 0..<found.count {
            names.append(try exactText(found.strings[index], in: "git_remote_list", on: "remotes"))
        }
        return names.sorted()
    }

    /// Lets `git fetch` bring the references of a pattern from a remote repository, too.
    ///
    /// - Parameters:
    ///   - source: The pattern there, with a `*`.
    ///   - target: The pattern here, with a `*`.
    ///   - remote: The name of the remote repository.
    /// - Returns: Whether it was not so before.
    /// - Throws: What git failed at.
    public func addFetch(
        of source: String, to target: String, from remote: String
    ) throws(GitError) -> Bool {
        let value = "+\(source):\(target)"
        guard try !fetches(of: remote).contains(value) else { return false }
        try setFetch(of: source, from: remote, to: value)
        return true
    }

    /// Takes back what `addFetch` has set up.
    ///
    /// - Returns: Whether there was anything.
    public func removeFetch(of source: String, from remote: String) throws(GitError) -> Bool {
        guard try fetches(of: remote).contains(where: { $0.hasPrefix("+\(source):") }) else {
            return false
        }
        try setFetch(of: source, from: remote, to: nil)
        return true
    }

    /// What is fetched from a remote repository, in git's words.
    private func fetches(of name: String) throws(GitError) -> [String] {
        let remote = try GitObject("git_remote_lookup", on: name, free: git_remote_free) {
            git_remote_lookup(&$0, handle.pointer, name)
        }
        var found = git_strarray()
        try check(
            "git_remote_get_fetch_refspecs", on: name,
            git_remote_get_fetch_refspecs(&found, remote.pointer))
        defer { git_strarray_dispose(&found) }
        return (0..<found.count).compactMap { index in
            found.strings[index].map { String(cString: $0) }
        }
    }

    private func setFetch(
        of source: String, from remote: String, to value: String?
    ) throws(GitError) {
        let configuration = try GitObject(
            "git_repository_config", on: gitDirectoryPath, free: git_config_free
        ) { git_repository_config(&$0, handle.pointer) }
        let key = "remote.\(remote).fetch"
        // Only a line of ours is replaced; where there is none, one is added.
        var pattern = "^[+]"
        for character in source {
            pattern += character == "*" || character == "." ? "[\(character)]" : String(character)
        }
        pattern += ":"
        if let value {
            try check(
                "git_config_set_multivar", on: key,
                git_config_set_multivar(configuration.pointer, key, pattern, value))
        } else {
            _ = try checkFound(
                "git_config_delete_multivar", on: key,
                git_config_delete_multivar(configuration.pointer, key, pattern))
        }
    }
}
