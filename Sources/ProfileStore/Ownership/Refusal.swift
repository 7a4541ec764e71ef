public import RecordModel

/// A change that somebody may not make, with the rules that say so.
public struct Refusal: Hashable, Sendable {
    /// What would change, from the store's root: a field or a file.
    public let place: FieldPath
    /// The rules that decide about it; none where no rule gives anybody the right.
    public let rules: [OwnerRule]
    /// Who would change it.
    public let actor: Actor

    /// The profile that the place is in, nil for the store's own files.
    public var profile: ProfileID? {
        guard place.steps.first == StoreLayout.profiles, place.steps.count > 1 else { return nil }
        return ProfileID(place.steps[1])
    }

    /// The place from the root of the profile's record, or from the store's root where it is in
    /// none.
    public var path: FieldPath {
        profile == nil ? place : FieldPath(steps: Array(place.steps.dropFirst(2)))
    }

    /// What is refused, as a sentence.
    public var message: String {
        let what = "\(actor) may not change \(place.steps.isEmpty ? "/" : place.description)"
        return isForSignature ? what + " without a good signature" : what
    }

    /// What to do about it.
    public var hint: String {
        guard !rules.isEmpty else {
            return "No rule of owners in \(StoreLayout.configuration) gives anybody the right; "
                + "a maintainer of the file can add one"
        }
        if case .bad(let reason) = actor.signature, dependsOnSignature {
            return "The commit has a signature, but \(reason)"
        }
        if isForSignature {
            return "Sign the commit: git commit --amend -S, with user.signingKey set"
        }
        var seen: Set<String> = []
        let owners = rules.flatMap(\.owners).filter { seen.insert($0).inserted }
        guard !owners.isEmpty else { return "The rule lets nobody change it" }
        let shown = owners.prefix(4).joined(separator: ", ") + (owners.count > 4 ? ", …" : "")
        return "Ask who may: \(shown)" + (canSign ? "; or sign with such a key" : "")
    }

    /// Whether a good signature might have made a difference.
    private var dependsOnSignature: Bool {
        rules.contains { $0.dependsOnSignature(of: actor.email) }
    }

    /// Whether a key is enough, and no signature was there.
    private var canSign: Bool {
        actor.signature == .none && rules.contains { !$0.keys.isEmpty }
    }

    /// Whether the address is an owner's, and only a signature is missing.
    public var isForSignature: Bool {
        if case .verified = actor.signature { return false }
        let trusted = Actor(
            email: actor.email, signature: .verified([], principal: actor.email))
        return rules.contains { $0.requiresSignature && $0.admits(trusted) }
    }

    /// The refusal as a finding; the rules stand in it as other places.
    public var diagnostic: Diagnostic {
        let code: Diagnostic.Code =
            if rules.isEmpty { .ownersNoRule } else if isForSignature { .ownersUnsigned } else {
                .ownersNotOwner
            }
        return Diagnostic(
            code, message, hint: hint, profile: profile?.text, path: path,
            related: rules.map {
                RelatedPlace("the rule `match: \($0.pattern)`", location: $0.location)
            })
    }
}

extension Diagnostic.Code {
    static let ownersNoRule: Self = "owners.no-rule"
    static let ownersNotOwner: Self = "owners.not-owner"
    static let ownersUnsigned: Self = "owners.unsigned"
}
