internal import RecordModel

extension LabRule {
    /// Finds fields that name a profile which the lab does not have.
    static let unknownMember = LabRule(
        "lint.unknown-member", .warning, "A field names a profile that is not there",
        reason: "A page links its author to the member's homepage, and there is none.",
        remedy: "Write the id of the profile as it is now, or a `url` in its place.",
        examples: [
            .bad(
                [
                    "ada": """
                    publications: [{id: paper, title: P, authors: [{name: C. Babbage, profile: charle}]}]
                    """, "charles": "profile: {name: {display: Charles Babbage}}",
                ], at: "ada:/publications/paper/authors/0/profile"),
            .good([
                "ada": """
                publications: [{id: paper, title: P, authors: [{name: C. Babbage, profile: charles}]}]
                """, "charles": "profile: {name: {display: Charles Babbage}}",
            ]),
        ]
    ) { profiles in
        let ids = Set(profiles.map(\.id))
        return profiles.flatMap { profile in
            profile.members.compactMap { mention in
                guard !ids.contains(mention.id) else { return nil }
                let near = Suggestion.closest(to: mention.id, in: ids.sorted())
                let path = mention.path
                return LabFinding(
                    message: "The lab has no profile `\(mention.id)`", profile: profile.id,
                    path: path,
                    hint: near.map { "Did you mean `\($0)`?" }
                        ?? "Write the id of a profile, or a `url` in its place",
                    fix: near.map { .set(path, to: $0, "Name `\($0)`") })
            }
        }
    }
}
