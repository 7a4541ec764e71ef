internal import RecordModel

extension LabRule {
    /// Finds authors who are members of the lab and are not linked to their profile.
    static let unlinkedMember = LabRule(
        "lint.unlinked-member", .note, "An author is a member of the lab, and is not linked",
        reason: "With `profile` a page links its author to the homepage of the member.",
        remedy: "Write `profile` with the member's id under the author; waive it for a namesake.",
        examples: [
            .bad(
                [
                    "ada": """
                    publications: [{id: paper, title: P, authors: [{name: Charles Babbage}]}]
                    """, "charles": "profile: {name: {display: Charles Babbage}}",
                ], at: "ada:/publications/paper/authors/0"),
            .good([
                "ada": """
                publications: [{id: paper, title: P, authors: [{name: Charles Babbage, profile: charles}]}]
                """, "charles": "profile: {name: {display: Charles Babbage}}",
            ]),
            // A name that two members have tells nothing.
            .good([
                "ada": "publications: [{id: paper, title: P, authors: [{name: Charles Babbage}]}]",
                "charles": "profile: {name: {display: Charles Babbage}}",
                "charles-2": "profile: {name: {display: Charles Babbage}}",
            ]),
        ]
    ) { profiles in
        var members: [String: String?] = [:]
        for profile in profiles {
            for name in profile.names {
                members.updateValue(members[name] == nil ? profile.id : nil, forKey: name)
            }
        }
        return profiles.flatMap { profile in
            profile.coauthors.compactMap { author in
                guard let member = members[author.key] ?? nil, member != profile.id
                else { return nil }
                let paths = author.places.map(profile.path)
                let count = paths.count == 1 ? "" : ", on \(paths.count) publications"
                return LabFinding(
                    message: "This author is the member `\(member)` by name\(count)",
                    profile: profile.id, path: paths[0],
                    hint: "Write `profile: \(member)` under it",
                    fix: Fix(
                        "Link the author to \(member)", isSafe: false,
                        edits: paths.map {
                            FieldEdit($0.appending("profile"), .string(member))
                        }))
            }
        }
    }
}
