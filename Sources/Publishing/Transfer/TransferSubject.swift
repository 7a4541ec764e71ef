internal import ProfileStore
internal import RecordModel

/// Whose site a transfer brings into a target, and where its pictures and documents come from.
struct TransferSubject {
    /// The profile; the lab goes by an id of its own.
    let id: ProfileID
    /// The id of the tree that the site was made from; nil for a work tree.
    let tree: String?
    /// Returns the bytes of a picture or document by the path that the site's files go by; nil
    /// where it is missing.
    let asset: (String) throws(StoreError) -> [UInt8]?

    /// A profile of a store.
    ///
    /// - Throws: What the world failed at.
    init(_ id: ProfileID, in reader: ProfileReader) throws(ExportError) {
        self.init(
            id: id,
            tree: try ExportError.store { () throws(StoreError) in try reader.treeName(of: id) }
        ) { path throws(StoreError) in try reader.asset(path, of: id) }
    }

    /// A profile of which nothing is in the store any more.
    init(departed id: ProfileID) {
        self.init(id: id, tree: nil) { _ throws(StoreError) in nil }
    }

    init(
        id: ProfileID, tree: String?, asset: @escaping (String) throws(StoreError) -> [UInt8]?
    ) {
        self.id = id
        self.tree = tree
        self.asset = asset
    }
}
