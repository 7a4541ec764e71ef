internal import CGit2

extension Repository {
    /// Returns the commit that a reference of this whole name leads to; nil when there is none.
    public func commitID(ofReference name: String) throws(GitError) -> CommitID? {
        try checkText(name, in: "git_reference_lookup")
        let found = try GitObject(
            ifFound: "git_reference_lookup", on: name, free: git_reference_free
        ) { git_reference_lookup(&$0, handle.pointer, name) }
        guard let found else { return nil }
        let commit = try GitObject(
            ifFound: "git_reference_peel", on: name, free: git_object_free
        ) { git_reference_peel(&$0, found.pointer, GIT_OBJECT_COMMIT) }
        guard let commit else { return nil }
        return CommitID(git_object_id(commit.pointer).pointee)
    }

    /// Returns the commit that HEAD leads to; nil when there is none yet.
    public func headCommitID() throws(GitError) -> CommitID? {
        try commitID(ofReference: "HEAD")
    }

    /// Returns the whole name of the reference that HEAD names, be it there or not; nil when HEAD
    /// names a commit itself.
    public func headReferenceName() throws(GitError) -> String? {
        try symbolicTarget(of: "HEAD")
    }

    /// Returns the name of the branch that is checked out, be it there or not; nil when none is.
    public func currentBranchName() throws(GitError) -> String? {
        guard let name = try headReferenceName() else { return nil }
        return Branch.name(ofReference: name)
    }

    /// Lists the branches whose names begin with a prefix, in the order of their names.
    ///
    /// Left out is what no other function here could name: a name that is not UTF-8, and a
    /// symbolic one that leads nowhere.
    public func branches(prefix: String = "") throws(GitError) -> [Branch] {
        let iterator = try GitObject(
            "git_reference_iterator_glob_new", on: Branch.prefix, free: git_reference_iterator_free
        ) { git_reference_iterator_glob_new(&$0, handle.pointer, Branch.prefix + "*") }
        var branches: [Branch] = []
        var rawName: UnsafePointer<CChar>?
        while true {
            let status = git_reference_next_name(&rawName, iterator.pointer)
            if status == GIT_ITEROVER.rawValue { break }
            try check("git_reference_next_name", on: Branch.prefix, status)
            guard let rawName, let reference = String(validatingCString: rawName),
                let name = Branch.name(ofReference: reference),
                name.utf8.starts(with: prefix.utf8)
            else { continue }
            guard let commitID = try commitID(ofReference: reference) else { continue }
            branches.append(Branch(name: name, commitID: commitID))
        }
        return branches.sorted { $0.name < $1.name }
    }

    /// Moves a reference to a commit, or creates it, if it still is what it is expected to be.
    ///
    /// One that names another one (HEAD) is followed. Throws `moved` when someone else was
    /// faster, `locked` while someone else is writing. `message` goes into the reference's log.
    public func update(
        reference name: String, to commitID: CommitID, expected: ExpectedReference, message: String
    ) throws(GitError) {
        let operation: StaticString = "git_reference_create_matching"
        try checkText(message, in: operation)
        // What a reference names must be on the disk before it does.
        try flush()
        let direct = try followed(name)
        var target = commitID.raw
        var old = git_oid()  // All zeros: the reference must not exist.
        if case .at(let expected) = expected { old = expected.raw }
        do throws(GitError) {
            _ = try GitObject(operation, on: direct, free: git_reference_free) {
                git_reference_create_matching(
                    &$0, handle.pointer, direct, &target, 1, &old, message)
            }
        } catch {
            throw error.taking(.notFound, .exists, as: .moved)
        }
    }

    /// Deletes a reference that still names the commit it is expected to name.
    ///
    /// Throws `moved` when it names another one or is gone.
    public func delete(reference name: String, expected: CommitID) throws(GitError) {
        try checkText(name, in: "git_reference_lookup")
        do throws(GitError) {
            let reference = try GitObject(
                "git_reference_lookup", on: name, free: git_reference_free
            ) { git_reference_lookup(&$0, handle.pointer, name) }
            guard let found = git_reference_target(reference.pointer),
                CommitID(found.pointee) == expected
            else {
                throw GitError(.moved, in: "git_reference_target", on: name)
            }
            // Compares once more, under the lock, with the value just read.
            try check("git_reference_delete", on: name, git_reference_delete(reference.pointer))
        } catch {
            throw error.taking(.notFound, as: .moved)
        }
    }

    /// Returns the name that a symbolic reference holds; nil when it is direct or absent.
    private func symbolicTarget(of name: String) throws(GitError) -> String? {
        try checkText(name, in: "git_reference_lookup")
        let found = try GitObject(
            ifFound: "git_reference_lookup", on: name, free: git_reference_free
        ) { git_reference_lookup(&$0, handle.pointer, name) }
        guard let found, let target = git_reference_symbolic_target(found.pointer) else {
            return nil
        }
        return try exactText(target, in: "git_reference_symbolic_target", on: name)
    }

    /// Follows symbolic references to the name that is to be written, as git does.
    private func followed(_ name: String) throws(GitError) -> String {
        var name = name
        for _ in 0..<5 {
            guard let target = try symbolicTarget(of: name) else { return name }
            name = target
        }
        throw GitError(
            .invalid, in: "git_reference_symbolic_target", on: name,
            message: "more than five references name one another")
    }
}
