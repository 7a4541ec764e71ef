internal import CGit2

/// The part of an object database that keeps new objects in memory.
///
/// Why not `git_mempack_dump`: it walks the commits and packs their whole trees, old objects
/// included. The IDs are noted as the objects are written, and only those go into the pack.
final class MemoryObjects {
    private let backend: UnsafeMutablePointer<git_odb_backend>
    private var written: [git_oid] = []

    /// Puts a memory store in front of the repository's own stores.
    ///
    /// The repository owns it from then on, so that there is nothing to free here.
    init(in repository: borrowing GitObject) throws(GitError) {
        let database = try GitObject("git_repository_odb", on: "objects", free: git_odb_free) {
            git_repository_odb(&$0, repository.pointer)
        }
        var created: UnsafeMutablePointer<git_odb_backend>?
        try check("git_mempack_new", on: "objects", git_mempack_new(&created))
        guard let created else { throw GitError(.notFound, in: "git_mempack_new", on: "objects") }
        backend = created
        let status = git_odb_add_backend(database.pointer, created, 1000)
        if status < 0 { created.pointee.free?(created) }
        try check("git_odb_add_backend", on: "objects", status)
    }

    /// Notes that an object was written.
    func note(_ id: git_oid) { written.append(id) }

    /// Writes the noted objects into one pack and forgets them.
    func writePack(in repository: borrowing GitObject) throws(GitError) {
        guard !written.isEmpty else { return }
        let builder = try GitObject(
            "git_packbuilder_new", on: "objects", free: git_packbuilder_free
        ) { git_packbuilder_new(&$0, repository.pointer) }
        for id in written {
            var id = id
            try check(
                "git_packbuilder_insert", on: "object \(BlobID(id))",
                git_packbuilder_insert(builder.pointer, &id, nil))
        }
        try check(
            "git_packbuilder_write", on: "objects",
            git_packbuilder_write(builder.pointer, nil, 0, nil, nil))
        try check("git_mempack_reset", on: "objects", git_mempack_reset(backend))
        written = []
    }
}
