internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds several jobs that all go on.
    static let overlappingPositions = Rule(
        "lint.overlapping-positions", .note, "Two jobs at two places both go on",
        reason: """
            Whoever takes up a new job often forgets to end the old one in the record, and the \
            page tells of both as if they were held now.
            """,
        remedy: "Give the earlier one an `end`, or `ended: true`; waive it if both are held.",
        examples: [
            .bad(
                """
                positions:
                  - {id: professor, organization: Example University, kind: employment, start: 2024, end: present}
                  - {id: postdoc, organization: Sample Institute, kind: postdoc, start: 2020}
                """, at: "/positions/postdoc"),
            .good(
                """
                positions:
                  - {id: professor, organization: Example University, kind: employment, start: 2024, end: present}
                  - {id: postdoc, organization: Sample Institute, kind: postdoc, start: 2020, end: 2023-12}
                """),
            .good(
                """
                positions:
                  - {id: professor, organization: Example University, kind: employment, start: 2024}
                  - {id: visitor, organization: Sample Institute, kind: visiting, start: 2020}
                """),
        ]
    ) { subject, _ in
        let current = subject.profile.positions.filter { position in
            (position.kind == .employment || position.kind == .postdoc) && position.start != nil
                && !position.hasEnded && (position.end?.isPresent ?? true)
        }
        guard let newest = current.first else { return [] }
        return current.dropFirst().compactMap { position in
            guard position.organization != newest.organization, position.start != newest.start
            else { return nil }
            return Finding(
                "This goes on beside the position at \(newest.organization), which began later",
                at: position.path, hint: "Give it an `end`, or `ended: true`",
                related: [RelatedPlace("the later position", path: newest.path)])
        }
    }
}
