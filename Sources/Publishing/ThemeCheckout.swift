internal import Formats
internal import Layouts
internal import RecordModel

/// A checkout of a theme that the person has, as the ground an export is laid over.
struct ThemeCheckout {
    let path: String
    /// The files of the checkout that a site is made of, in order.
    let files: [TargetPath]

    /// What belongs to the checkout's history or to an earlier build, not to the theme.
    private static let ignored: Set<String> = [
        ".git", ".github", ".labfolio", "_site", ".jekyll-cache", ".sass-cache", "node_modules",
        ".bundle",
    ]
    private static let depthLimit = 32

    /// Lists a checkout without the samples that the layout names; symbolic links are left out.
    init(at folder: String, isSample: (TargetPath) -> Bool) throws(ExportError) {
        guard let path = FileSystem.resolved(folder) else {
            throw .rejected(
                .init(
                    .exportTheme, "There is no theme in \(folder)",
                    hint: "Name a checkout of the theme: git clone it first"))
        }
        self.path = path
        var found: [TargetPath] = []
        try Self.list("", below: path, depth: 0, into: &found)
        files = found.filter { !isSample($0) }
    }

    /// Returns what tells the state of a checkout from every other one: the stamps of its files, or
    /// their content where they have just been changed.
    static func state(of folder: String) throws(ExportError) -> ContentHash {
        let start = FileTime.tick
        let checkout = try ThemeCheckout(at: folder) { _ in false }
        var paths = PathList()
        for file in checkout.files { paths.append(file.description) }
        var hash = ContentHash(Array(paths.bytes))
        if let stamps = StampedFolder(at: checkout.path)?.stamps(of: paths),
            stamps.areSettled(before: start)
        {
            hash.combine(stamps.mark.description)
            return hash
        }
        for file in checkout.files { hash.combine(try checkout.read(file)) }
        return hash
    }

    /// Returns the bytes of a file of the checkout.
    func read(_ file: TargetPath) throws(ExportError) -> [UInt8] {
        try ExportError.file { () throws(FileError) in
            try FileSystem.read(path + "/" + file.description)
        }
    }

    private static func list(
        _ folder: String, below root: String, depth: Int, into found: inout [TargetPath]
    ) throws(ExportError) {
        guard depth < depthLimit else { return }
        let names = try ExportError.file { () throws(FileError) in
            try FileSystem.names(in: root + "/" + folder)
        }
        for name in names where !ignored.contains(name) {
            // At the root these are Ruby's packages; further down, `_sass/vendor`, the theme's.
            if folder.isEmpty, name == "vendor" { continue }
            let relative = folder.isEmpty ? name : folder + "/" + name
            let kind = try ExportError.file { () throws(FileError) in
                try FileSystem.kind(at: root + "/" + relative)
            }
            switch kind {
            case .folder: try list(relative, below: root, depth: depth + 1, into: &found)
            case .file: if let path = TargetPath(relative) { found.append(path) }
            default: break
            }
        }
    }
}
