/// Who makes a change, as far as it is known.
///
/// The address of a commit is only a claim: anybody can write any address there. It is as good as
/// the way by which the commit came, so a rule that goes by it trusts whoever may push. What a
/// signature says was checked.
public struct Actor: Hashable, Sendable {
    /// What is known of the signature of a commit.
    public enum Signature: Hashable, Sendable {
        /// There is none, or nobody looked.
        case none
        /// It is good. A key of OpenPGP may be a part of another one, so there can be several
        /// names for it; `principal` is whose key it is in the eyes of the user's own git, nil
        /// where git does not know.
        case verified([SigningKey], principal: String?)
        /// It is not good, and why, as the end of the sentence "its signature …".
        case bad(String)
    }

    /// The address that the commit names.
    public let email: String
    /// What is known of the signature.
    public let signature: Signature

    /// Makes an actor.
    public init(email: String, signature: Signature = .none) {
        self.email = email
        self.signature = signature
    }
}

extension Actor: CustomStringConvertible {
    /// The address, and the key where one was checked.
    public var description: String {
        switch signature {
        case .none, .bad: email
        case .verified(let keys, _): "\(email) (key \(keys.first?.fingerprint ?? ""))"
        }
    }
}
