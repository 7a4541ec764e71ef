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
}
