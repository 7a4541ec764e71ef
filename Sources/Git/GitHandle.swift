/// The owner of one of libgit2's opaque objects.
typealias GitObject = GitHandle<OpaquePointer>

/// The sole owner of something that libgit2 allocated; frees it when it goes out of scope.
///
/// Most of libgit2's types are opaque to Swift (`GitObject`); a few are structs.
struct GitHandle<Pointer>: ~Copyable {
    let pointer: Pointer
    private let free: (Pointer?) -> Void

    init(
        _ operation: StaticString, on subject: @autoclosure () -> String,
        free: @escaping (Pointer?) -> Void, open: (inout Pointer?) -> Int32
    ) throws(GitError) {
        var opened: Pointer?
        try check(operation, on: subject(), open(&opened))
        guard let opened else {
            throw GitError(.notFound, in: operation.description, on: subject())
        }
        pointer = opened
        self.free = free
    }

    /// Opens an object whose absence is an answer.
    init?(
        ifFound operation: StaticString, on subject: @autoclosure () -> String,
        free: @escaping (Pointer?) -> Void, open: (inout Pointer?) -> Int32
    ) throws(GitError) {
        var opened: Pointer?
        guard try checkFound(operation, on: subject(), open(&opened)), let opened else {
            return nil
        }
        pointer = opened
        self.free = free
    }

    deinit { free(pointer) }
}
