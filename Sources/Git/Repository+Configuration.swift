internal import CGit2

extension Repository {
    /// The folder that all work trees of the repository share, without a slash at the end.
    public var commonDirectoryPath: String {
        let path = String(cString: git_repository_commondir(handle.pointer))
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Returns what the configuration says about a key, whichever of its files does; nil where
    /// none does.
    public func configuration(_ key: String) throws(GitError) -> String? {
        let configuration = try GitObject(
            "git_repository_config_snapshot", on: gitDirectoryPath, free: git_config_free
        ) { git_repository_config_snapshot(&$0, handle.pointer) }
        var value: UnsafePointer<CChar>?
        guard
            try checkFound(
                "git_config_get_string", on: key,
                git_config_get_string(&value, configuration.pointer, key))
        else { return nil }
        return value.map { repairedText($0) }
    }

    /// Tells whether the configuration says yes to a key; no where it says nothing.
    public func isOn(_ key: String) throws(GitError) -> Bool {
        let configuration = try GitObject(
            "git_repository_config_snapshot", on: gitDirectoryPath, free: git_config_free
        ) { git_repository_config_snapshot(&$0, handle.pointer) }
        var value: Int32 = 0
        let isThere = try checkFound(
            "git_config_get_bool", on: key,
            git_config_get_bool(&value, configuration.pointer, key))
        return isThere && value != 0
    }

    /// Writes a key into the repository's own configuration; nil takes it out, if it is there.
    public func configure(_ key: String, as value: String?) throws(GitError) {
        let all = try GitObject(
            "git_repository_config", on: gitDirectoryPath, free: git_config_free
        ) { git_repository_config(&$0, handle.pointer) }
        let own = try GitObject(
            "git_config_open_level", on: gitDirectoryPath, free: git_config_free
        ) { git_config_open_level(&$0, all.pointer, GIT_CONFIG_LEVEL_LOCAL) }
        guard let value else {
            _ = try checkFound(
                "git_config_delete_entry", on: key, git_config_delete_entry(own.pointer, key))
            return
        }
        try checkText(value, in: "git_config_set_string")
        try check("git_config_set_string", on: key, git_config_set_string(own.pointer, key, value))
    }
}
