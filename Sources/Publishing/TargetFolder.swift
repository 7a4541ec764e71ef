internal import Formats
internal import Layouts

/// The folder that an export writes into; nothing is ever written outside of it.
///
/// A path is only followed through folders that are no symbolic links, so that a link in the
/// target cannot lead a file elsewhere.
struct TargetFolder {
    let path: String
    private var knownFolders: Set<String> = []

    init(path: String) { self.path = path }

    /// Returns the bytes of a file, nil where nothing is there.
    func read(_ file: TargetPath) throws(ExportError) -> [UInt8]? {
        try ExportError.file { () throws(FileError) in
            do throws(FileError) { return try FileSystem.read(absolute(file)) } catch {
                if error.code == .notFound { return nil }
                throw error
            }
        }
    }

    /// Writes a file and the folders on its way.
    mutating func write(_ bytes: [UInt8], to file: TargetPath) throws(ExportError) {
        var folder = path
        for component in file.components.dropLast() {
            folder += "/" + component
            try prepare(folder)
        }
        try ExportError.file { () throws(FileError) in
            try FileSystem.write(bytes, to: absolute(file))
        }
    }

    /// Removes a file and the folders that it leaves empty.
    func remove(_ file: TargetPath) throws(ExportError) {
        try ExportError.file { () throws(FileError) in try FileSystem.remove(absolute(file)) }
        var folder = FileSystem.parent(of: absolute(file))
        while let current = folder, current.count > path.count {
            // A folder that is not empty is not ours to remove, which the system refuses itself.
            guard (try? FileSystem.remove(current)) != nil else { return }
            folder = FileSystem.parent(of: current)
        }
    }

    /// Tells whether something stands in the way of a file: a link or a file where a folder is
    /// needed, or a folder where the file is to be.
    func obstacle(for file: TargetPath) throws(ExportError) -> String? {
        var current = path
        let components = file.components
        for (index, component) in components.enumerated() {
            current += "/" + component
            if knownFolders.contains(current) { continue }
            let place = current
            let kind = try ExportError.file { () throws(FileError) in
                try FileSystem.kind(at: place)
            }
            switch kind {
            case nil: return nil
            case .folder where index < components.count - 1: continue
            case .file where index == components.count - 1: return nil
            default: return String(place.dropFirst(path.count + 1))
            }
        }
        return nil
    }

    private mutating func prepare(_ folder: String) throws(ExportError) {
        guard knownFolders.insert(folder).inserted else { return }
        try ExportError.file { () throws(FileError) in
            if case .symbolicLink = try FileSystem.kind(at: folder) {
                throw FileError(.symbolicLink, "write into", folder)
            }
            try FileSystem.makeFolder(folder)
        }
    }

    private func absolute(_ file: TargetPath) -> String { path + "/" + file.description }
}
