internal import CGit2

extension Repository {
    /// Brings the work tree and the index from one tree to another at the given files, and
    /// touches no other.
    ///
    /// This is what has to follow when the branch that is checked out was moved from a commit of
    /// `before` (nil: there was none) to one of `after`.
    ///
    /// - Parameters:
    ///   - paths: The files, from the root of the work tree.
    ///   - before: The tree that they are as in.
    ///   - after: The tree that they are to be as in.
    ///   - isChecked: Whether `checkoutConflicts` has just found none, so that it need not be asked
    ///     again: most of the time of a checkout is spent on that.
    /// - Throws: `conflict`, and nothing is changed, when one of the files is neither as in `before`
    ///   nor as in `after`, on disk or in the index.
    public func checkout(
        _ paths: [String], from before: TreeID?, to after: TreeID, isChecked: Bool = false
    ) throws(GitError) {
        let before = if let before { before } else { try writeEmptyTree() }
        let conflicts = isChecked ? [] : try conflicts(paths, from: before, to: after)
        guard conflicts.isEmpty else {
            throw GitError(
                .conflict, in: "git_checkout_tree", on: conflicts.joined(separator: ", "))
        }
        // What is there already is not written again, only told to the index.
        var (inPlace, remaining): ([String], [String]) = ([], [])
        for path in paths {
            if try isOnDisk(path, asIn: after) {
                inPlace.append(path)
            } else {
                remaining.append(path)
            }
        }
        _ = try differing(remaining, from: before, to: after, strategy: GIT_CHECKOUT_SAFE)
        guard !inPlace.isEmpty else { return }
        let index = try indexHandle(ofFile: nil)
        for path in inPlace { try stage(path, asIn: after, index) }
        try check("git_index_write", on: gitDirectoryPath, git_index_write(index.pointer))
    }

    /// Tells the index of a file on disk that is as in a tree; nothing is read for it.
    private func stage(
        _ path: String, asIn tree: TreeID, _ index: borrowing GitObject
    ) throws(GitError) {
        guard let target = try entry(at: path, in: tree)?.target, let workTreePath else { return }
        let status = path.withCString { name in
            withEntry(target, name) { entry in
                guard var entry = entry?.pointee,
                    labfolio_git_stat(&entry, "\(workTreePath)/\(path)") == 0
                else { return GIT_ENOTFOUND.rawValue }
                return git_index_add(index.pointer, &entry)
            }
        }
        try check("git_index_add", on: path, status)
    }

    /// Returns those of the given files that have local changes which `checkout` would not
    /// overwrite; ask it before moving the branch.
    public func checkoutConflicts(
        _ paths: [String], from before: TreeID?, to after: TreeID
    ) throws(GitError) -> [String] {
        let before = if let before { before } else { try writeEmptyTree() }
        return try conflicts(paths, from: before, to: after)
    }

    /// Returns the files that have local changes; libgit2 objects also to untracked ones that hold
    /// already what they are to hold, which are none.
    private func conflicts(
        _ paths: [String], from before: TreeID, to after: TreeID
    ) throws(GitError) -> [String] {
        guard !isBare else {
            throw GitError(.bareRepository, in: "git_checkout_tree", on: gitDirectoryPath)
        }
        var conflicts = paths.filter(isBeyondLink)
        guard conflicts.isEmpty else { return conflicts }
        conflicts = try stagedConflicts(paths, from: before, to: after)
        guard conflicts.isEmpty else { return conflicts }
        for path in try differing(paths, from: before, to: after, strategy: GIT_CHECKOUT_NONE)
        where try !isOnDisk(path, asIn: after) {
            conflicts.append(path)
        }
        return conflicts
    }

    /// Runs a checkout, or with `GIT_CHECKOUT_NONE` only asks what it would do, and returns the
    /// files whose content on disk is not that of `before`.
    func differing(
        _ paths: [String], from before: TreeID, to after: TreeID,
        strategy: git_checkout_strategy_t
    ) throws(GitError) -> [String] {
        // Without paths libgit2 checks out all of them.
        guard !paths.isEmpty else { return [] }
        // Without a baseline libgit2 takes HEAD, which may have moved already.
        let baseline = try treeHandle(before)
        let target = try treeHandle(after)
        let arguments = CStringArray(paths)
        let found = PathCollector()
        var options = git_checkout_options()
        try check(
            "git_checkout_options_init", on: "checkout",
            git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION)))
        options.checkout_strategy =
            strategy.rawValue | GIT_CHECKOUT_DISABLE_PATHSPEC_MATCH.rawValue
        options.baseline = baseline.pointer
        options.paths = arguments.raw
        options.notify_flags = GIT_CHECKOUT_NOTIFY_CONFLICT.rawValue
        options.notify_cb = { _, path, _, _, _, payload in
            guard let path, let payload else { return 0 }
            let collector = Unmanaged<PathCollector>.fromOpaque(payload).takeUnretainedValue()
            collector.paths.append(String(cString: path))
            return 0
        }
        options.notify_payload = Unmanaged.passUnretained(found).toOpaque()
        let status = git_checkout_tree(handle.pointer, target.pointer, &options)
        withExtendedLifetime((arguments, found)) {}
        let isTrial = strategy == GIT_CHECKOUT_NONE && status == GIT_ECONFLICT.rawValue
        if !isTrial {
            try check("git_checkout_tree", on: found.paths.joined(separator: ", "), status)
        }
        return found.paths
    }

    /// Tells whether a folder on the way to a file is a symbolic link, which libgit2 would follow
    /// even to a place outside the work tree.
    private func isBeyondLink(_ path: String) -> Bool {
        var folder = workTreePath ?? ""
        for part in path.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
            folder += "/" + String(decoding: part, as: UTF8.self)
            if labfolio_is_symlink(folder) == 1 { return true }
        }
        return false
    }

    /// Tells whether the file on disk has the content it has in a tree.
    private func isOnDisk(_ path: String, asIn tree: TreeID) throws(GitError) -> Bool {
        guard let target = try entry(at: path, in: tree)?.target, let blobID = target.blobID,
            let workTreePath
        else { return false }
        var raw = git_oid()
        let status = git_repository_hashfile(
            &raw, handle.pointer, "\(workTreePath)/\(path)", GIT_OBJECT_BLOB, path)
        // A file that cannot be read is not as in the tree; the checkout says what is wrong.
        return status == 0 && BlobID(raw) == blobID
    }

    /// Returns the files whose staged content would be lost; libgit2 looks only at those on disk.
    private func stagedConflicts(
        _ paths: [String], from before: TreeID, to after: TreeID
    ) throws(GitError) -> [String] {
        var conflicts: [String] = []
        let unmerged = Set(try indexEntries().lazy.filter { $0.stage > 0 }.map(\.path))
        for path in paths {
            let old = try entry(at: path, in: before)?.target
            let new = try entry(at: path, in: after)?.target
            guard old?.treeID == nil, new?.treeID == nil else {
                throw GitError(
                    .invalid, in: "git_checkout_tree", on: path, message: "it is a folder")
            }
            let staged = try indexTarget(at: path)
            if unmerged.contains(path) || (staged != old && staged != new) {
                conflicts.append(path)
            }
        }
        return conflicts
    }
}

/// Where a callback of libgit2 puts the paths it is told.
private final class PathCollector {
    var paths: [String] = []
}

/// The sole owner of an array of C strings, which libgit2 takes paths in.
final class CStringArray {
    private let strings: [UnsafeMutablePointer<CChar>]
    private let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

    init(_ texts: [String]) {
        strings = texts.map { text in
            let bytes = text.utf8CString
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: Array(bytes), count: bytes.count)
            return copy
        }
        pointers = .allocate(capacity: texts.count)
        _ = pointers.initialize(from: strings)
    }

    var raw: git_strarray { git_strarray(strings: pointers.baseAddress, count: pointers.count) }

    deinit {
        for string in strings { string.deallocate() }
        pointers.deallocate()
    }
}
