internal import RecordModel

extension Rule {
    /// Finds waivers that match no finding.
    ///
    /// Those of known rules are found where the rules are asked (`Lint`); here are those that no
    /// rule will ever match.
    static let unusedWaiver = Rule(
        "lint.unused-waiver", .note, "A waiver matches no finding",
        reason: """
            A waiver that is no longer needed would hide the next fault of its kind, and nobody \
            would know.
            """,
        remedy: "Remove the waiver, or mend its code or its path.",
        examples: [
            .bad(
                """
                profile:
                  waivers:
                    - code: lint.own-name
                      path: /publications/report
                      reason: A report of the whole group
                publications: [{id: report, authors: [{name: Ada Lovelace, self: true}]}]
                """, at: "/profile/waivers/0"),
            .bad(
                """
                profile:
                  waivers: [{code: lint.own-nam, reason: A group}]
                """, at: "/profile/waivers/0/code"),
            .good(
                """
                profile:
                  waivers:
                    - code: lint.own-name
                      path: /publications/report
                      reason: A report of the whole group
                publications: [{id: report, authors: [{name: The Example Group}]}]
                """),
        ]
    ) { subject, _ in
        Waiver.all(in: subject.record.value).enumerated().compactMap { position, waiver in
            let isKnown =
                Rule.all.contains { $0.code.rawValue == waiver.code }
                || LabRule.all.contains { $0.code.rawValue == waiver.code }
            guard !isKnown else { return nil }
            let codes = Rule.all.map(\.code.rawValue) + LabRule.all.map(\.code.rawValue)
            let near = Suggestion.closest(to: waiver.code, in: codes)
            return Finding(
                "No rule that can be waived has the code `\(waiver.code)`",
                at: FieldPath(steps: [Record.personSection, "waivers", String(position), "code"]),
                hint: near.map { "Did you mean `\($0)`?" }
                    ?? "labfolio explain lists the rules; what a schema says cannot be waived")
        }
    }
}
