internal import Formats
public import Git
internal import RecordModel

extension Store {
    /// What `create` found and did.
    public struct Creation: Sendable {
        /// The store.
        public let store: Store
        /// The files that were written, from the store's root; those that were there are kept.
        public let written: [String]
        /// The first commit, nil where none was made.
        public let commitID: CommitID?
    }

    /// Makes a store of a folder: a repository where there is none, `labfolio.yml`, the schemas.
    ///
    /// Files that are there stay as they are, so running it again repairs and never overwrites.
    /// A repository that was made is given a first commit, if the author is known; in one that was
    /// there the commit is the person's to make.
    ///
    /// - Parameters:
    ///   - folder: Where; it is made if it is missing.
    ///   - name: The name of the lab.
    ///   - author: Who makes the first commit; nil looks in git's configuration.
    /// - Returns: The store and what was done.
    /// - Throws: What the file system or the repository failed at.
    public static func create(
        in folder: String, name: String, author: Signature? = nil
    ) throws(StoreError) -> Creation {
        try StoreError.file { () throws(FileError) in try FileSystem.makeFolder(folder) }
        let root = FileSystem.resolved(folder) ?? folder
        let isNew = try StoreError.file { () throws(FileError) in
            try FileSystem.kind(at: root + "/.git") == nil
        }
        if isNew {
            _ = try StoreError.git { () throws(GitError) in
                try Repository.create(at: root, .workTree)
            }
        }
        var written: [String: [UInt8]] = [:]
        for (path, bytes) in initialFiles(name: name) {
            let kind = try StoreError.file { () throws(FileError) in
                try FileSystem.kind(at: root + "/" + path)
            }
            if kind == nil { written[path] = bytes }
        }
        let files = written
        guard isNew else {
            try StoreError.file { () throws(FileError) in try write(files, below: root) }
            return Creation(
                store: try Store(at: root), written: files.keys.sorted(), commitID: nil)
        }
        // The configuration makes the folder a store, so it comes first.
        try StoreError.file { () throws(FileError) in try write(files, below: root) }
        let store = try Store(at: root)
        let repository = try store.repository()
        let signature = try StoreError.git { () throws(GitError) in
            if let author { author } else { try repository.defaultSignature() }
        }
        var commitID: CommitID?
        if let signature {
            commitID = try store.commit(message: "store: begin", author: signature) {
                _ throws(StoreError) in files.mapValues { $0 }
            }
        }
        return Creation(store: store, written: files.keys.sorted(), commitID: commitID)
    }

    private static func write(
        _ files: [String: [UInt8]], below root: String
    ) throws(FileError) {
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let file = root + "/" + path
            if let folder = FileSystem.parent(of: file) { try FileSystem.makeFolder(folder) }
            try FileSystem.write(bytes, to: file)
        }
    }

    private static func initialFiles(name: String) -> [(path: String, bytes: [UInt8])] {
        let configuration: Value = ["lab": ["name": .string(name)], "default_layout": "plain"]
        let header = "# yaml-language-server: $schema=schema/labfolio.schema.json\n"
        var files: [(String, [UInt8])] = [
            (
                StoreLayout.configuration,
                Array((header + YAMLWriter().text(configuration)).utf8)
            ),
            (".gitignore", Array("/build/\n".utf8)),
            (
                "profiles/README.md",
                Array(
                    """
                    One folder a researcher. Begin with:

                        labfolio new ada-lovelace --name "Ada Lovelace"
                        labfolio validate

                    """.utf8)
            ),
        ]
        for (name, bytes) in BundledSchemas.all {
            files.append(("\(StoreLayout.schemas)/\(name)\(StoreLayout.schemaSuffix)", bytes))
        }
        return files
    }
}
