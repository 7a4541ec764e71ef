internal import CGit2

/// A failure of the repository: what was tried, on what, and why it did not work.
public struct GitError: Error, Hashable, Sendable {
    /// The failures that a caller can do something about.
    public enum Code: Hashable, Sendable {
        /// There is no such object, reference or path.
        case notFound
        /// Something is there already.
        case exists
        /// A revision names more than one object.
        case ambiguous
        /// A name, path, text or object is not of the form that is needed.
        case invalid
        /// A reference no longer has the value it was expected to have.
        case moved
        /// The operation needs a work tree.
        case bareRepository
        /// There is no repository at the path.
        case notARepository
        /// The repository uses a feature this library does not know.
        case unsupportedExtension
        /// The folder belongs to another user (git's `safe.directory`).
        case owner
        /// Another process holds the lock file.
        case locked
        /// Local changes would be overwritten.
        case conflict
        /// An object is larger than the caller allows.
        case tooLarge
        /// A commit could not be signed.
        case unsigned
        /// Anything else, with libgit2's status.
        case other(status: Int32)
    }

    /// What kind of failure it is.
    public let code: Code
    /// The name of the C function that failed.
    public let operation: String
    /// The path, reference or object ID it was about.
    public let subject: String
    /// What libgit2 said; it may be empty.
    public let message: String

    /// Makes a failure of a call that libgit2 has no part in.
    public init(_ code: Code, in operation: String, on subject: String, message: String = "") {
        self.code = code
        self.operation = operation
        self.subject = subject
        self.message = message
    }

    /// Takes the status and the message of the call that just failed on this thread.
    init(status: Int32, in operation: StaticString, on subject: String) {
        let message = git_error_last()?.pointee.message.map { String(cString: $0) } ?? ""
        let code =
            if message.hasPrefix("unsupported extension")
                || message.hasPrefix("unsupported repository version")
            {
                Code.unsupportedExtension
            } else if message.contains("'safe.directory' was not found") {
                // What libgit2 1.5 says when nobody ever trusted any folder of another user.
                Code.owner
            } else {
                Code(status: status)
            }
        self.init(code, in: operation.description, on: subject, message: message)
    }

    /// Returns the failure with another code when it has one of these, else as it is.
    ///
    /// What a status means depends on what was asked for: "not found" on opening a repository is
    /// "not a repository", "exists" on a reference that must not exist is "moved".
    func taking(_ codes: Code..., as code: Code) -> GitError {
        guard codes.contains(self.code) else { return self }
        return GitError(code, in: operation, on: subject, message: message)
    }
}

extension GitError.Code {
    init(status: Int32) {
        self =
            switch git_error_code(status) {
            case GIT_ENOTFOUND: .notFound
            case GIT_EEXISTS: .exists
            case GIT_EAMBIGUOUS: .ambiguous
            case GIT_EINVALIDSPEC, GIT_EINVALID, GIT_EPEEL: .invalid
            case GIT_EMODIFIED: .moved
            case GIT_EBAREREPO: .bareRepository
            case GIT_EOWNER: .owner
            case GIT_ELOCKED: .locked
            case GIT_ECONFLICT: .conflict
            default: .other(status: status)
            }
    }
}

extension GitError: CustomStringConvertible {
    /// A sentence for a person, then the function and the message for whoever reports it.
    public var description: String {
        let said = message.isEmpty ? "" : ": \(message)"
        return "\(sentence) [\(operation)\(said)]"
    }

    private var sentence: String {
        switch code {
        case .notFound: "\(subject) was not found"
        case .exists: "\(subject) already exists"
        case .ambiguous: "\(subject) names more than one object"
        case .invalid: "\(subject) is not valid"
        case .moved: "\(subject) was changed by someone else in the meantime"
        case .bareRepository: "\(subject) is a bare repository, and this needs a work tree"
        case .notARepository: "\(subject) is not in a git repository"
        case .unsupportedExtension: "\(subject) uses a git feature that is not supported"
        case .owner:
            "\(subject) belongs to another user; to trust it, run: "
                + "git config --global --add safe.directory \(subject)"
        case .locked:
            "\(subject) is locked by another git process; if none runs, remove its .lock file"
        case .conflict: "\(subject) has local changes that would be overwritten"
        case .tooLarge: "\(subject) is larger than allowed"
        case .unsigned: "\(subject) could not be signed"
        case .other: "\(subject): git failed"
        }
    }
}
