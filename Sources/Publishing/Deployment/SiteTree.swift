internal import Formats
internal import Git
internal import Layouts

/// The files of a branch that homepages are published on, as of one commit or with some of them
/// published already.
struct SiteTree {
    let repository: Repository
    /// The commit that the branch is at, nil where there is no branch yet.
    let tip: CommitID?
    /// The files, nil where there are none yet.
    var tree: TreeID?

    /// Takes the branch as it is at a commit.
    init(at tip: CommitID?, in repository: Repository) throws(ExportError) {
        self.repository = repository
        self.tip = tip
        tree = try tip.map { id throws(ExportError) in
            try ExportError.git { () throws(GitError) in try repository.commit(id).treeID }
        }
    }

    /// The path of a file of a folder, from the top of the tree.
    func path(_ file: String, in folder: String) -> String {
        folder.isEmpty ? file : folder + "/" + file
    }

    /// Returns what a folder of the tree holds; nil where there is nothing at all.
    func contents(of folder: String) -> TargetContents? {
        guard let tree else { return nil }
        let all = TargetContents.tree(tree, in: repository)
        guard !folder.isEmpty else { return all }
        return TargetContents(
            kind: { path throws(ExportError) in try all.kind(self.path(path, in: folder)) },
            names: { path throws(ExportError) in
                try all.names(path.isEmpty ? folder : folder + "/" + path)
            },
            read: { path throws(ExportError) in try all.read(self.path(path, in: folder)) })
    }

    /// Returns the branch as it was when a folder was last published: the commit that last changed
    /// the manifest there.
    func lastPublished(in folder: String) throws(ExportError) -> SiteTree? {
        guard let tip else { return nil }
        let manifest = path(Manifest.path, in: folder)
        let found = try ExportError.git { () throws(GitError) in
            try repository.history(of: manifest, from: tip).next()
        }
        return try found.map { id throws(ExportError) in try SiteTree(at: id, in: repository) }
    }

    /// Returns the commit of the store that a folder was last published from, as the message of
    /// that commit says.
    func lastSource(in folder: String) throws(ExportError) -> String? {
        guard let id = try lastPublished(in: folder)?.tip else { return nil }
        let message = try ExportError.git { () throws(GitError) in
            try repository.commit(id).message
        }
        return PublicationTrailer.source(in: message)
    }

    /// Returns the tree with what a plan writes and removes; nil where that is nothing.
    func applying(_ transfer: Transfer, in folder: String) throws(ExportError) -> TreeID? {
        // What else a manifest says changes with every commit of the store, and is no reason to
        // make one on the site.
        let (before, after) = (transfer.before, transfer.after)
        guard
            !transfer.steps.isEmpty || !transfer.removals.isEmpty
                || Set((before?.files ?? [:]).keys) != Set(after.files.keys)
                || (before != nil && before?.left != after.left)
        else { return nil }
        var files: [(path: String, bytes: [UInt8])] = []
        for step in transfer.steps {
            files.append((step.path.description, try transfer.bytes(of: step)))
        }
        files.append((Manifest.path, transfer.after.bytes()))
        return try ExportError.git { () throws(GitError) in
            var edit = TreeEdit()
            for removal in transfer.removals {
                try edit.delete(path(removal.description, in: folder))
            }
            for file in files {
                let place = path(file.path, in: folder)
                let blob = try repository.writeBlob(file.bytes)
                if transfer.clearedFolders.contains(file.path) {
                    // All that was in the folder is ours and goes; so does the folder.
                    try edit.put(.blob(blob), at: place)
                } else {
                    try edit.write(blob, to: place)
                }
            }
            let written = try repository.writeTree(edit, on: tree)
            return written == tree ? nil : written
        }
    }
}
