/// What an object ID names; only the type matters, there are no values of it.
public protocol ObjectKind {}

/// The kind of a commit.
public enum CommitKind: ObjectKind {}

/// The kind of a tree.
public enum TreeKind: ObjectKind {}

/// The kind of a blob.
public enum BlobKind: ObjectKind {}

/// The ID of a commit.
public typealias CommitID = ObjectID<CommitKind>

/// The ID of a tree.
public typealias TreeID = ObjectID<TreeKind>

/// The ID of a blob.
public typealias BlobID = ObjectID<BlobKind>
