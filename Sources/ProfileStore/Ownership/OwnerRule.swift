public import RecordModel

/// One rule of `owners` in `labfolio.yml`: who may change the places that it matches.
public struct OwnerRule: Hashable, Sendable {
    /// The places that it is about.
    public let pattern: OwnerPattern
    /// The addresses of the owners; in one, `*` stands for any run of characters but `@`.
    public let emails: [String]
    /// The keys of the owners, as they were written.
    public let keys: [String]
    /// Whether an address does without a signature that was checked.
    public let requiresSignature: Bool
    /// Where the rule stands.
    public let location: SourceLocation
    /// The keys, as they are compared.
    private let signingKeys: Set<SigningKey>

    /// Reads a rule; nil where it names no place, so that it gives nobody a right.
    init?(_ value: Value, at location: SourceLocation) {
        guard let pattern = value["match"]?.string.flatMap(OwnerPattern.init) else { return nil }
        self.pattern = pattern
        emails = value["emails"]?.list?.compactMap(\.string) ?? []
        keys = value["keys"]?.list?.compactMap(\.string) ?? []
        signingKeys = Set(keys.compactMap(SigningKey.init))
        // A word that is not known must not be weaker than the one that is.
        requiresSignature = value["require"] != nil
        self.location = location
    }

    /// Tells whether the rule lets somebody change what it matches.
    ///
    /// One of its keys is enough by itself. An address is enough where no signature is required;
    /// where one is, it has to be good and the address that of the key's owner.
    public func admits(_ actor: Actor) -> Bool {
        if case .verified(let keys, let principal) = actor.signature {
            if !signingKeys.isDisjoint(with: keys) { return true }
            if let principal, isNamed(principal) { return true }
        }
        return !requiresSignature && isNamed(actor.email)
    }

    /// Tells whether a signature could make a difference to what the rule says of an address.
    public func dependsOnSignature(of email: String) -> Bool {
        (!keys.isEmpty || requiresSignature) && !(!requiresSignature && isNamed(email))
    }

    private func isNamed(_ email: String) -> Bool {
        let email = email.lowercased()
        return emails.contains { pattern in
            let parts = [pattern.lowercased(), email].map {
                $0.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
            }
            return parts[0].count == 2 && parts[1].count == 2
                && zip(parts[0], parts[1]).allSatisfy(OwnerPattern.matches)
        }
    }

    /// Who may change what the rule matches, for a message: addresses, then keys.
    public var owners: [String] {
        emails
            + keys.map { key in
                guard let known = SigningKey(key) else { return key }
                // What stands behind a key of SSH says whose it is.
                let comment = key.split(separator: " ", maxSplits: 2).dropFirst(2).first
                return "key \(known)" + (known.isSSH ? comment.map { " (\($0))" } ?? "" : "")
            }
    }
}
