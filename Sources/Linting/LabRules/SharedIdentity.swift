internal import RecordModel

extension LabRule {
    /// Finds two profiles that claim one account.
    static let sharedIdentity = LabRule(
        "lint.shared-identity", .warning, "Two profiles claim one identity",
        reason: """
            An ORCID iD, or an account at Google Scholar, belongs to one person. One of the two \
            pages leads to somebody else's work.
            """,
        remedy: "Mend the link of the profile that it does not belong to.",
        examples: [
            .bad(
                [
                    "ada": """
                    profile: {links: [{id: orcid, kind: orcid, handle: 0000-0002-1825-0097}]}
                    """,
                    "charles": """
                    profile: {links: [{id: o, kind: orcid, url: 'https://orcid.org/0000-0002-1825-0097'}]}
                    """,
                ], at: "charles:/profile/links/o"),
            .good([
                "ada": "profile: {links: [{id: orcid, kind: orcid, handle: 0000-0002-1825-0097}]}",
                "charles": "profile: {links: [{id: o, kind: orcid, handle: 0000-0001-5109-3700}]}",
            ]),
        ]
    ) { profiles in
        var first: [String: (profile: String, path: FieldPath)] = [:]
        var found: [LabFinding] = []
        for profile in profiles {
            for identity in profile.identities {
                let key = identity.kind + " " + identity.handle
                guard let other = first[key] else {
                    first[key] = (profile.id, identity.path)
                    continue
                }
                guard other.profile != profile.id else { continue }
                found.append(
                    LabFinding(
                        message:
                            "\(other.profile) claims \(identity.handle) (\(identity.kind)) too",
                        profile: profile.id, path: identity.path,
                        hint: "Mend the link of the one that it does not belong to",
                        related: [
                            RelatedPlace(
                                "the other claim", profile: other.profile,
                                path: other.path)
                        ]))
            }
        }
        return found
    }
}
