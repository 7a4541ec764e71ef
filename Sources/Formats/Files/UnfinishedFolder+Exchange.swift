internal import CRename

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension UnfinishedFolder {
    /// Takes over all that is in the folder's place but some files: each as another name of the
    /// same file, so that it is in both folders at once, with whatever is written into it.
    ///
    /// Nothing is moved or copied: at every instant everything is in its place, and a killed run
    /// leaves names too many, never one too few.
    ///
    /// - Parameter others: The files that are not taken over, by their paths.
    /// - Throws: `notSupported` where the file system knows one name a file, or something else is
    ///   mounted within the folder.
    public mutating func takeOver(except others: Set<String>) throws(FileError) {
        try takeOver("", except: others)
        // What was for few to read stays so.
        for folder in madeFolders + [""] {
            var status = stat()
            guard lstat(place + "/" + folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR
            else { continue }
            guard chmod(path + "/" + folder, status.st_mode & 0o7777) == 0 else {
                throw FileError(number: errno, "write", place + "/" + folder)
            }
        }
    }

    private mutating func takeOver(
        _ folder: String, except others: Set<String>
    ) throws(FileError) {
        for name in try FileSystem.names(in: place + "/" + folder) {
            let file = folder.isEmpty ? name : folder + "/" + name
            guard !others.contains(file), let kind = try FileSystem.kind(at: place + "/" + file)
            else { continue }
            if kind == .folder {
                // One that would be empty now, and was not, goes with what was in it.
                if try FileSystem.names(in: place + "/" + file).isEmpty { try make(file[...]) }
                try takeOver(file, except: others)
                continue
            }
            try make(folder[...])
            guard linkat(AT_FDCWD, place + "/" + file, AT_FDCWD, path + "/" + file, 0) == 0 else {
                let code = errno
                throw code == EPERM
                    ? FileError(.notSupported, "give a second name to", place + "/" + file)
                    : FileError(number: code, "give a second name to", place + "/" + file)
            }
        }
    }

    /// Exchanges the folder with the one in its place, in one step; then that one is the unfinished
    /// folder's, and removed.
    ///
    /// What somebody did to the old folder after `takeOver` is brought along.
    ///
    /// - Parameters:
    ///   - others: The files of the old folder that are not wanted.
    ///   - marker: A file of the folder, which says until the end what has to be done still.
    /// - Throws: `notSupported` where the file system cannot exchange folders.
    public mutating func exchange(except others: Set<String>, marker: String) throws(FileError) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            path[path.utf8.index(after: $0)...]
        }
        let text = ([String(name ?? path[...])] + others.sorted()).joined(separator: "\u{0}")
        try write(Array(text.utf8), to: marker)
        try synchronize()
        guard labfolio_exchange(path, place) == 0 else {
            let code = errno
            throw code == EINVAL || code == EBUSY
                ? FileError(.notSupported, "exchange the folder", place)
                : FileError(number: code, "exchange the folder", place)
        }
        // From now on what lies under the unfinished name is the old folder, and not to be removed
        // before it was looked through.
        isFinished = true
        if isDurable, let parent = FileSystem.parent(of: place) {
            try FileSystem.synchronize(folder: parent)
        }
        try Self.settle(path, for: place, except: others)
        try FileSystem.remove(place + "/" + marker)
    }

    /// Removes what killed runs left beside a place; what somebody works on stays.
    ///
    /// A folder that was exchanged already, and may hold what came late, is looked through first.
    ///
    /// - Parameters:
    ///   - place: Where the folder was to go.
    ///   - names: The names beside it, where they are known.
    ///   - marker: The file that an exchange leaves until its end.
    /// - Throws: What cannot be looked at or removed.
    public static func removeAbandoned(
        for place: String, among names: [String]? = nil, marker: String
    ) throws(FileError) {
        let start = (place.split(separator: "/").last ?? "") + FileSystem.unfinishedSuffix
        let parent = FileSystem.parent(of: place) ?? "."
        guard case .folder? = try FileSystem.kind(at: parent) else { return }
        let mark = try exchanged(at: place, marker: marker)
        let all = if let names { names } else { try FileSystem.names(in: parent) }
        for name in all where name.hasPrefix(start) {
            let path = parent + "/" + name
            guard case .folder? = try FileSystem.kind(at: path) else { continue }
            guard let lock = FolderLock(ifFree: path) else { continue }
            if let mark, mark.first == name {
                try settle(path, for: place, except: Set(mark.dropFirst()))
            } else {
                try FileSystem.removeTree(path)
            }
            withExtendedLifetime(lock) {}
        }
        if let mark, let name = mark.first,
            try FileSystem.kind(at: parent + "/" + name) == nil
        {
            try FileSystem.remove(place + "/" + marker)
        }
    }

    /// Returns the name that the old folder got, and the files of it that are not wanted; nil
    /// where no exchange is under way.
    private static func exchanged(
        at place: String, marker: String
    ) throws(FileError) -> [String]? {
        guard case .file? = try FileSystem.kind(at: place + "/" + marker) else { return nil }
        let bytes = try FileSystem.read(place + "/" + marker)
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Brings along what is in an old folder only, then removes it.
    private static func settle(
        _ old: String, for place: String, except others: Set<String>
    ) throws(FileError) {
        try bringAlong("", from: old, to: place, except: others)
        try FileSystem.removeTree(old)
    }

    private static func bringAlong(
        _ folder: String, from old: String, to place: String, except others: Set<String>
    ) throws(FileError) {
        for name in try FileSystem.names(in: old + "/" + folder) {
            let file = folder.isEmpty ? name : folder + "/" + name
            guard !others.contains(file), let kind = try FileSystem.kind(at: old + "/" + file)
            else {
                continue
            }
            if kind == .folder {
                try bringAlong(file, from: old, to: place, except: others)
                continue
            }
            var (left, right) = (stat(), stat())
            guard lstat(old + "/" + file, &left) == 0 else { continue }
            if lstat(place + "/" + file, &right) == 0, left.st_ino == right.st_ino { continue }
            if !folder.isEmpty { try FileSystem.makeFolder(place + "/" + folder) }
            guard rename(old + "/" + file, place + "/" + file) == 0 else {
                throw FileError(number: errno, "bring along", old + "/" + file)
            }
        }
    }
}
