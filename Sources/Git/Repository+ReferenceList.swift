internal import CGit2

/// A reference and the commit that it leads to.
public struct NamedReference: Hashable, Sendable {
    /// The whole name, `refs/…`.
    public let name: String
    /// The commit.
    public let commitID: CommitID
}

extension Repository {
    /// Lists the references whose whole names match a pattern, in the order of their names.
    ///
    /// A `*` stands for any run of characters, slashes too. Left out is what leads to no commit
    /// and what has a name that is not UTF-8.
    public func references(matching pattern: String) throws(GitError) -> [NamedReference] {
        try checkText(pattern, in: "git_reference_iterator_glob_new")
        let iterator = try GitObject(
            "git_reference_iterator_glob_new", on: pattern, free: git_reference_iterator_free
        ) { git_reference_iterator_glob_new(&$0, handle.pointer, pattern) }
        var found: [NamedReference] = []
        var rawName: UnsafePointer<CChar>?
        while true {
            let status = git_reference_next_name(&rawName, iterator.pointer)
            if status == GIT_ITEROVER.rawValue { break }
            try check("git_reference_next_name", on: pattern, status)
            guard let rawName, let name = String(validatingCString: rawName),
                let commitID = try commitID(ofReference: name)
            else { continue }
            found.append(NamedReference(name: name, commitID: commitID))
        }
        return found.sorted { $0.name < $1.name }
    }
}
