internal import Formats
internal import Layouts

extension Transfer {
    /// Looks at the files and folders that a transfer leaves, and at those that it met.
    ///
    /// - Parameters:
    ///   - root: The folder that the paths start from.
    ///   - prefix: The folder of the homepage from there.
    /// - Returns: Their paths, and what tells their state from every other one; nil where somebody
    ///   may have changed one since, or the next run would find other things to say.
    func stamped(below root: String, prefix: String) -> (paths: PathList, mark: ContentHash)? {
        // What was kept for somebody is said differently once it is no longer in the manifest.
        guard before == after || (report.kept == 0 && after.left.isEmpty) else { return nil }
        let manifest = TargetPath(Manifest.path)
        var files = planned.union(after.left.compactMap(TargetPath.init))
        if let manifest { files.insert(manifest) }
        var touched = Set(steps.map(\.path))
        if let manifest, before != after { touched.insert(manifest) }
        let start = prefix.isEmpty ? "" : prefix + "/"
        var (all, untouched) = (PathList(), PathList())
        // A folder with folders of ours in it shows whether one of them was exchanged; one that the
        // theme may have samples in, whether there is another one.
        let hasSamples = layout?.theme != nil
        var (folders, seen): (Set<Substring>, Set<Substring>) = ([""], [""])
        for file in files.sorted() {
            all.append(start + file.description)
            if !touched.contains(file) { untouched.append(start + file.description) }
            if hasSamples { folders.insert(file.folder) }
            var folder = file.folder
            while seen.insert(folder).inserted {
                folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
                folders.insert(folder)
            }
        }
        for folder in folders.sorted() {
            let path = start + folder
            all.append(path.isEmpty ? "." : path)
        }
        guard let root = StampedFolder(at: root) else { return nil }
        let stamps = root.stamps(of: all)
        let isSettled =
            touched.isEmpty
            ? stamps.areSettled(before: began)
            : ended.map { stamps.areSettled(at: $0) } == true
                && (target.isNew || root.stamps(of: untouched).areSettled(before: began))
        return isSettled ? (all, stamps.mark) : nil
    }
}
