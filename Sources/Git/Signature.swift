internal import CGit2

/// Who did something, and when.
public struct Signature: Hashable, Sendable {
    /// The name of the person.
    public var name: String
    /// The e-mail address, without angle brackets.
    public var email: String
    /// The time in seconds since 1970, UTC.
    public var seconds: Int64
    /// The clock's distance from UTC where it was done, in minutes; east is positive.
    public var offset: Int

    /// Creates a signature of a given time.
    public init(name: String, email: String, seconds: Int64, offset: Int = 0) {
        self.name = name
        self.email = email
        self.seconds = seconds
        self.offset = offset
    }

    /// Creates a signature of this moment in the local time zone.
    public static func now(name: String, email: String) throws(GitError) -> Signature {
        try GitLibrary.start()
        let now = try GitHandle("git_signature_now", on: name, free: git_signature_free) {
            git_signature_now(&$0, "now", "now")
        }
        var signature = Signature(now.pointer.pointee, encoding: nil)
        signature.name = name
        signature.email = email
        return signature
    }

    init(_ raw: git_signature, encoding: String?) {
        name = repairedText(raw.name, encoding: encoding)
        email = repairedText(raw.email, encoding: encoding)
        seconds = raw.when.time
        offset = Int(raw.when.offset)
    }
}

extension Signature {
    /// Returns the signature in the form that libgit2 writes.
    ///
    /// libgit2 refuses angle brackets but lets a line feed within a name through, which would
    /// let a name add a header to the commit.
    func raw() throws(GitError) -> GitHandle<UnsafeMutablePointer<git_signature>> {
        let text = "\(name) <\(email)>"
        guard !(name + email).utf8.contains(where: { $0 < 0x20 }) else {
            throw GitError(
                .invalid, in: "git_signature_new", on: text,
                message: "a name or an address contains a control character")
        }
        do throws(GitError) {
            return try GitHandle("git_signature_new", on: text, free: git_signature_free) {
                git_signature_new(&$0, name, email, seconds, Int32(clamping: offset))
            }
        } catch {
            throw error.taking(.other(status: GIT_ERROR.rawValue), as: .invalid)
        }
    }
}
