internal import Formats
internal import Git
public import Layouts
public import RecordModel

/// A homepage's source: one page, the folder of a site, or a git revision of one.
///
/// Whatever it is, it is read through the same two questions: which files are there, and which
/// bytes does one hold. Links are never followed, and nothing is fetched.
public struct ImportSource: Sendable {
    /// How the source was named, to find it again.
    public let name: String
    /// The files, those with words as text.
    public let site: SiteSource
    /// The characters that were put right while the texts were decoded.
    public let repairs: [ImportReport.Repair]
    /// What was not read, or not looked at.
    public let diagnostics: [Diagnostic]
    private let origin: Origin

    /// Where the bytes come from.
    private enum Origin: Sendable {
        /// One file.
        case page(String)
        /// A folder.
        case folder(String)
        /// The tree of a commit, from a folder of it on.
        case tree(repository: String, CommitID, folder: String)
    }

    /// The largest text that is read, in bytes.
    public static let textLimit = 4 << 20
    /// The largest other file that is read, in bytes.
    public static let assetLimit = 32 << 20
    /// How many files a site has at most.
    public static let fileLimit = 50_000

    /// Opens what a person named.
    ///
    /// - Parameters:
    ///   - path: A page, a folder, or `REPOSITORY@REVISION`; with `REVISION:FOLDER` a folder of it.
    ///   - revision: The revision of the repository that `path` then is.
    ///   - name: How the source is called in messages and in the history.
    /// - Throws: Why it cannot be read.
    public init(at path: String, revision: String? = nil, name: String) throws(ImportError) {
        if let revision {
            try self.init(
                repository: path, revision: revision, name: name + "@" + revision)
            return
        }
        switch try Self.kind(at: path) {
        case .file:
            try self.init(page: path, name: name)
        case .folder:
            try self.init(folder: path, name: name)
        default:
            guard let at = path.lastIndex(of: "@"), at > path.startIndex,
                case .folder? = try Self.kind(at: String(path[..<at]))
            else { throw .nothing(name) }
            try self.init(
                repository: String(path[..<at]), revision: String(path[path.index(after: at)...]),
                name: name)
        }
    }

    private static func kind(at path: String) throws(ImportError) -> FileSystem.Kind? {
        do throws(FileError) {
            let kind = try FileSystem.kind(at: path)
            // A person may name a link; within a site none is followed.
            guard case .symbolicLink = kind, let target = FileSystem.resolved(path) else {
                return kind
            }
            return try FileSystem.kind(at: target)
        } catch { throw .file(error) }
    }

    private init(page: String, name: String) throws(ImportError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(page, limit: Self.textLimit)
        } catch { throw .file(error) }
        let last = page.split(separator: "/").last.map(String.init) ?? page
        let file = SitePages.isProseFile(last) || last.hasSuffix(".bib") ? last : last + ".md"
        var texts = SourceTexts()
        texts.add(bytes, as: file)
        self.init(name: name, paths: [file], texts: texts, origin: .page(page))
    }

    private init(folder: String, name: String) throws(ImportError) {
        var paths: [String] = []
        do throws(FileError) {
            try Self.walk(folder, "", into: &paths)
        } catch {
            throw .file(error)
        }
        guard paths.count <= Self.fileLimit else {
            throw .tooLarge(folder, limit: "\(Self.fileLimit) files")
        }
        var texts = SourceTexts()
        for path in paths where SourceTexts.isText(path) {
            do throws(FileError) {
                texts.add(
                    try FileSystem.read(
                        folder + "/" + path, limit: Self.textLimit, links: .refuse), as: path)
            } catch {
                guard case .tooLarge = error.code else { throw .file(error) }
                texts.leaveOut(path, limit: Self.textLimit)
            }
        }
        self.init(name: name, paths: paths, texts: texts, origin: .folder(folder))
    }

    private static func walk(
        _ root: String, _ folder: String, into paths: inout [String]
    ) throws(FileError) {
        let place = folder.isEmpty ? root : root + "/" + folder
        for name in try FileSystem.names(in: place) where !isLeftOut(name) {
            guard paths.count <= fileLimit else { return }
            let path = folder.isEmpty ? name : folder + "/" + name
            switch try FileSystem.kind(at: root + "/" + path) {
            case .file: paths.append(path)
            case .folder: try walk(root, path, into: &paths)
            default: continue
            }
        }
    }

    /// Folders and files that a site is built with or from, and git's own.
    private static func isLeftOut(_ name: String) -> Bool {
        name.hasPrefix(".") || ["node_modules", "_site", "vendor", "_sass"].contains(name)
    }

    private init(repository path: String, revision: String, name: String) throws(ImportError) {
        let (revision, folder) = Self.parts(of: revision)
        let repository: Repository
        do throws(GitError) { repository = try Repository(at: path) } catch {
            guard error.code == .notARepository || error.code == .notFound else {
                throw .git(error)
            }
            throw .notARepository(path)
        }
        var found: CommitID?
        do throws(GitError) { found = try repository.resolve(revision) } catch {
            guard error.code == .invalid else { throw .git(error) }
        }
        guard let commit = found else { throw .unknownRevision(revision, repository: path) }
        do throws(GitError) {
            var root = try repository.commit(commit).treeID
            var hasFolder = true
            if !folder.isEmpty {
                let tree = try repository.entry(at: folder, in: root)?.target.treeID
                hasFolder = tree != nil
                root = tree ?? root
            }
            var files: [(path: String, id: BlobID)] = []
            if hasFolder { try Self.walk(root, "", in: repository, into: &files) }
            var texts = SourceTexts()
            for file in files where SourceTexts.isText(file.path) {
                guard let bytes = try Self.bytes(file.id, in: repository) else {
                    texts.leaveOut(file.path, limit: Self.textLimit)
                    continue
                }
                texts.add(bytes, as: file.path)
            }
            self.init(
                name: name, paths: files.map(\.path), texts: texts,
                origin: .tree(repository: path, commit, folder: folder))
        } catch { throw .git(error) }
        guard !site.paths.isEmpty else { throw .nothing(name) }
    }

    /// `REVISION:FOLDER` in its parts.
    private static func parts(of revision: String) -> (revision: String, folder: String) {
        guard let colon = revision.firstIndex(of: ":") else { return (revision, "") }
        let folder = revision[revision.index(after: colon)...].split(separator: "/")
        return (String(revision[..<colon]), folder.joined(separator: "/"))
    }

    private static func walk(
        _ tree: TreeID, _ folder: String, in repository: Repository,
        into files: inout [(path: String, id: BlobID)]
    ) throws(GitError) {
        for entry in try repository.tree(tree) where !isLeftOut(entry.name) {
            guard files.count <= fileLimit else { return }
            let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
            switch entry.target {
            case .blob(let id), .executable(let id): files.append((path, id))
            case .tree(let id): try walk(id, path, in: repository, into: &files)
            case .symlink, .submodule: continue
            }
        }
    }

    /// The bytes of a text in a repository, nil where it is too large for one.
    private static func bytes(_ id: BlobID, in repository: Repository) throws(GitError) -> [UInt8]?
    {
        do throws(GitError) { return try repository.blob(id, limit: textLimit) } catch {
            if error.code == .tooLarge { return nil }
            throw error
        }
    }

    private init(name: String, paths: [String], texts: SourceTexts, origin: Origin) {
        self.name = name
        self.origin = origin
        site = SiteSource(
            paths: paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            texts: texts.texts)
        repairs = texts.repairs
        diagnostics = texts.diagnostics
    }

    /// Returns the bytes of a file of the site; nil where it is not there or too large.
    public func bytes(of path: String) throws(ImportError) -> [UInt8]? {
        guard site.contains(path) else { return nil }
        switch origin {
        case .page: return nil
        case .folder(let folder):
            do throws(FileError) {
                return try FileSystem.read(
                    folder + "/" + path, limit: Self.assetLimit, links: .refuse)
            } catch {
                if case .tooLarge = error.code { return nil }
                if error.code == .notFound { return nil }
                throw .file(error)
            }
        case .tree(let repository, let commit, let folder):
            do throws(GitError) {
                let repository = try Repository(at: repository)
                let whole = folder.isEmpty ? path : folder + "/" + path
                guard let id = try repository.entry(at: whole, in: commit)?.target.blobID else {
                    return nil
                }
                return try repository.blob(id, limit: Self.assetLimit)
            } catch {
                if error.code == .tooLarge { return nil }
                throw .git(error)
            }
        }
    }
}
