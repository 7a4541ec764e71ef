internal import CGit2

/// Throws when a C function failed; the error keeps the name of the function.
func check(
    _ operation: StaticString, on subject: @autoclosure () -> String, _ status: Int32
) throws(GitError) {
    guard status >= 0 else { throw GitError(status: status, in: operation, on: subject()) }
}

/// As `check`, but tells an absence, which is often an answer, by returning false.
func checkFound(
    _ operation: StaticString, on subject: @autoclosure () -> String, _ status: Int32
) throws(GitError) -> Bool {
    if status == GIT_ENOTFOUND.rawValue { return false }
    try check(operation, on: subject(), status)
    return true
}

/// Throws when a text cannot be handed to C whole: what follows a NUL would be cut off unseen.
func checkText(_ text: String, in operation: StaticString) throws(GitError) {
    guard !text.utf8.contains(0) else {
        throw GitError(
            .invalid, in: operation.description, on: text, message: "the text contains a NUL")
    }
}
