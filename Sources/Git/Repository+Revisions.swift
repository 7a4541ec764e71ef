internal import CGit2

extension Repository {
    /// Returns the commit that a revision names: a branch, a tag, an ID or its first digits,
    /// `main~2`; nil when it names nothing.
    ///
    /// Throws `ambiguous` for digits that begin several IDs, `invalid` for what is not a revision
    /// or names something that is not a commit. Searches for a text in messages (`:/text`) are
    /// not revisions here: libgit2 leaks memory for every commit they pass over.
    public func resolve(_ revision: String) throws(GitError) -> CommitID? {
        let operation: StaticString = "git_revparse_single"
        try checkText(revision, in: operation)
        guard !revision.isEmpty, !revision.hasPrefix(":"),
            !revision.utf8.contains(Array("^{/".utf8))
        else {
            throw GitError(
                .invalid, in: operation.description, on: "the revision \"\(revision)\"",
                message: "it names no branch, tag or commit")
        }
        // libgit2 would go on to compare with what `git describe` writes, and leak.
        let start = Self.start(of: revision)
        let isHead = start == "@"
        guard try isKnown(isHead ? "HEAD" : start) else { return nil }
        let text = isHead ? "HEAD" + revision.dropFirst() : revision
        let found = try GitObject(ifFound: operation, on: revision, free: git_object_free) {
            git_revparse_single(&$0, handle.pointer, text)
        }
        guard let found else { return nil }
        let commit = try GitObject("git_object_peel", on: revision, free: git_object_free) {
            git_object_peel(&$0, found.pointer, GIT_OBJECT_COMMIT)
        }
        return CommitID(git_object_id(commit.pointer).pointee)
    }

    /// Returns the name or the digits that a revision begins with; empty for `@{1}`.
    private static func start(of revision: String) -> String {
        let bytes = Array(revision.utf8)
        let end = bytes.indices.first { index in
            switch bytes[index] {
            case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"): true
            case UInt8(ascii: "@"): bytes[(index + 1)...].first == UInt8(ascii: "{")
            default: false
            }
        }
        return String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    }

    private func isKnown(_ start: String) throws(GitError) -> Bool {
        if start.isEmpty { return true }
        if try isReference(start) { return true }
        return try isObject(start)
    }

    private func isReference(_ name: String) throws(GitError) -> Bool {
        let found = try GitObject(
            ifFound: "git_reference_dwim", on: name, free: git_reference_free
        ) { git_reference_dwim(&$0, handle.pointer, name) }
        return found != nil
    }

    /// Tells whether a text is an ID, or the first four or more digits of exactly one.
    private func isObject(_ digits: String) throws(GitError) -> Bool {
        let padding = String(repeating: "0", count: max(0, 40 - digits.utf8.count))
        guard digits.utf8.count >= 4, let padded = BlobID(digits + padding) else { return false }
        let objects = try objectDatabase()
        var raw = padded.raw
        return try checkFound(
            "git_odb_exists_prefix", on: digits,
            git_odb_exists_prefix(nil, objects.pointer, &raw, digits.utf8.count))
    }
}
