internal import RecordModel

/// What can be told of an asset without knowing its format.
public struct AssetHead: Hashable, Sendable {
    /// The path as records write it: `assets/photo.jpg`.
    public let path: String
    /// The number of bytes; for a file beyond the limit of reading, one more than the limit.
    public let size: Int
    /// The first bytes.
    public let head: [UInt8]
}

extension ProfileReader {
    /// Returns size and first bytes of a profile's assets, in order; one that cannot be read is
    /// left out.
    public func assetHeads(
        of profile: StoredProfile, count: Int
    ) throws(StoreError) -> [AssetHead] {
        var heads: [AssetHead] = []
        for path in profile.assets {
            do throws(StoreError) {
                guard let bytes = try asset(path, of: profile.id) else { continue }
                heads.append(
                    AssetHead(path: path, size: bytes.count, head: Array(bytes.prefix(count))))
            } catch {
                guard let unreadable = UnreadableFile(error) else { throw error }
                guard unreadable.isTooLarge else { continue }
                heads.append(AssetHead(path: path, size: StoreLayout.assetLimit + 1, head: []))
            }
        }
        return heads
    }
}
