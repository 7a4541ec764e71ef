internal import Formats
internal import Layouts

/// The folder that an export writes into; nothing is ever written outside of it.
///
/// A path is only followed through folders that are no symbolic links, so that a link in the
/// target cannot lead a file elsewhere.
struct TargetFolder {
    let path: String
    /// What stood there before.
    let before: TargetContents
    /// Whether nothing is there yet, so that nothing can be in the way.
    let isNew: Bool
    /// Whether each file shall be on the disk before it takes its place.
    var isDurable = false
    /// The right to change the folder, where it was there already.
    private let lock: FolderLock?
    /// What tells the unfinished files of this run from those of others.
    private static let ending = FileSystem.uniqueEnding()
    /// The folders that were made, or seen to be there, to write into them.
    private var readyFolders: Set<Substring> = []
    /// What stands where folders are needed, as the plan saw it.
    private var kinds: [Substring: FileSystem.Kind?] = [:]
    private static let depthLimit = 32

    /// Takes a folder; the folder itself may be a link that the person made, what is within it may
    /// not.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - isChanged: Whether something will be written; then this waits until nobody else does.
    /// - Throws: What the world failed at.
    init(path: String, isChanged: Bool = false) throws(ExportError) {
        lock = isChanged ? FolderLock(at: path) : nil
        let kind = try ExportError.file { () throws(FileError) in try FileSystem.kind(at: path) }
        isNew = kind == nil
        self.path = isNew ? path : FileSystem.resolved(path) ?? path
        before = .folder(self.path)
    }

    /// Takes what is no folder of this machine, to plan an export into it; nil holds nothing.
    ///
    /// - Parameters:
    ///   - contents: What is there.
    ///   - name: What a person calls it.
    init(holding contents: TargetContents?, called name: String) {
        path = name
        isNew = contents == nil
        before = contents ?? .folder(name)
        lock = nil
    }

    /// Forgets what was seen of the folder, which is about to change.
    mutating func forget() {
        kinds = [:]
        readyFolders = []
    }

    /// Returns the bytes of a file, nil where nothing is there.
    func read(_ file: TargetPath) throws(ExportError) -> [UInt8]? {
        isNew ? nil : try before.read(file.description)
    }

    /// Writes a file and the folders on its way.
    mutating func write(_ bytes: [UInt8], to file: TargetPath) throws(ExportError) {
        try prepare(file.folder)
        try ExportError.file { () throws(FileError) in
            try FileSystem.write(
                bytes, to: absolute(file), ending: Self.ending, isDurable: isDurable)
        }
    }

    /// Removes a file and the folders that it leaves empty.
    func remove(_ file: TargetPath) throws(ExportError) {
        try ExportError.file { () throws(FileError) in try FileSystem.remove(absolute(file)) }
        try removeEmptyFolders(above: file)
    }

    /// Removes the folders on the way to a file that hold nothing, the deepest first.
    func removeEmptyFolders(above file: TargetPath) throws(ExportError) {
        try ExportError.file { () throws(FileError) in
            var folders: [String] = []
            var current = path
            for component in file.components.dropLast() {
                current += "/" + component
                guard case .folder? = try FileSystem.kind(at: current) else { break }
                folders.append(current)
            }
            for folder in folders.reversed() {
                guard try FileSystem.names(in: folder).isEmpty else { return }
                try FileSystem.remove(folder)
            }
        }
    }

    /// Removes a folder that holds nothing but empty folders; any other one stays.
    func removeEmptyFolder(_ folder: String, depth: Int = 0) throws(ExportError) {
        let names = try ExportError.file { () throws(FileError) -> [String] in
            guard case .folder? = try FileSystem.kind(at: path + "/" + folder) else { return [] }
            return try FileSystem.names(in: path + "/" + folder)
        }
        guard depth < Self.depthLimit else { return }
        for name in names { try removeEmptyFolder(folder + "/" + name, depth: depth + 1) }
        try ExportError.file { () throws(FileError) in
            guard case .folder? = try FileSystem.kind(at: path + "/" + folder),
                try FileSystem.names(in: path + "/" + folder).isEmpty
            else { return }
            try FileSystem.remove(path + "/" + folder)
        }
    }

    /// Something that stands in the way of a file.
    struct Obstacle {
        /// Its path in the target.
        let path: String
        /// What it is.
        let kind: FileSystem.Kind
    }

    /// Returns what stands in the way of a file: a link or a file where a folder is needed, or a
    /// folder where the file is to be.
    mutating func obstacle(for file: TargetPath) throws(ExportError) -> Obstacle? {
        guard !isNew else { return nil }
        if let obstacle = try obstacle(inFolder: file.folder) { return obstacle }
        guard !isMissing(folderOf: file) else { return nil }
        switch try kind(at: file.description[...]) {
        case nil, .file: return nil
        case let kind?: return Obstacle(path: file.description, kind: kind)
        }
    }

    /// Returns what stands where a folder of the target or one above it has to be.
    ///
    /// Thousands of files share few folders, so each is looked at once.
    private mutating func obstacle(inFolder folder: Substring) throws(ExportError) -> Obstacle? {
        guard !folder.isEmpty else { return nil }
        if let known = kinds[folder], known == nil || known == .folder { return nil }
        let above = Self.parent(of: folder)
        if let obstacle = try obstacle(inFolder: above) { return obstacle }
        let kind = above.isEmpty || kinds[above] == .folder ? try kind(at: folder) : nil
        kinds[folder] = .some(kind)
        guard let kind, kind != .folder else { return nil }
        return Obstacle(path: String(folder), kind: kind)
    }

    /// Tells whether the folder of a file is known not to be there.
    func isMissing(folderOf file: TargetPath) -> Bool {
        if isNew { return true }
        return if case .some(nil) = kinds[file.folder] { true } else { false }
    }

    private func kind(at place: Substring) throws(ExportError) -> FileSystem.Kind? {
        try before.kind(String(place))
    }

    private static func parent(of folder: Substring) -> Substring {
        let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
        return folder[..<(slash ?? folder.startIndex)]
    }

    /// Returns all that a folder holds, at any depth, but folders; nil where there are too many
    /// levels to look at.
    func contents(of folder: String, depth: Int = 0) throws(ExportError) -> [String]? {
        guard depth < Self.depthLimit else { return nil }
        var found: [String] = []
        for name in try before.names(folder) {
            let inner = folder + "/" + name
            if try before.kind(inner) == .folder {
                guard let below = try contents(of: inner, depth: depth + 1) else { return nil }
                found += below
            } else {
                found.append(inner)
            }
        }
        return found
    }

    /// Returns what runs that were killed left of files that they were writing.
    func unfinished(of files: some Sequence<String>) throws(ExportError) -> [TargetPath] {
        guard !isNew else { return [] }
        let ours = Set(files)
        var found: [TargetPath] = []
        for folder in Set(ours.compactMap { TargetPath($0)?.folder }).sorted() {
            let place = path + "/" + folder
            let names = try ExportError.file { () throws(FileError) -> [String] in
                guard case .folder? = try FileSystem.kind(at: place) else { return [] }
                return try FileSystem.names(in: place)
            }
            for name in names {
                let parts = name.split(separator: FileSystem.unfinishedSuffix, maxSplits: 1)
                guard parts.first != name[...], let first = parts.first else { continue }
                let start = folder.isEmpty ? "" : folder + "/"
                guard ours.contains(start + first), let file = TargetPath(start + name) else {
                    continue
                }
                found.append(file)
            }
        }
        return found
    }

    /// Removes what runs that were killed left of files that they were writing.
    func removeUnfinished(of files: some Sequence<String>) throws(ExportError) {
        for file in try unfinished(of: files) {
            try ExportError.file { () throws(FileError) in
                // Whatever is no file is not what a run left.
                guard case .file? = try FileSystem.kind(at: absolute(file)) else { return }
                try FileSystem.remove(absolute(file))
            }
        }
    }

    /// Makes a folder of the target and those above it.
    private mutating func prepare(_ folder: Substring) throws(ExportError) {
        guard !folder.isEmpty, !readyFolders.contains(folder) else { return }
        try prepare(Self.parent(of: folder))
        let place = path + "/" + folder
        try ExportError.file { () throws(FileError) in
            if case .symbolicLink = try FileSystem.kind(at: place) {
                throw FileError(.symbolicLink, "write into", place)
            }
            try FileSystem.makeFolder(place)
        }
        readyFolders.insert(folder)
    }

    /// Waits until the names in the folders that were written into are on the disk.
    func synchronize() throws(ExportError) {
        guard isDurable else { return }
        try ExportError.file { () throws(FileError) in
            for folder in readyFolders { try FileSystem.synchronize(folder: path + "/" + folder) }
            try FileSystem.synchronize(folder: path)
        }
    }

    private func absolute(_ file: TargetPath) -> String { path + "/" + file.description }
}
