internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds entries that end before they start.
    static let dateOrder = Rule(
        "lint.date-order", .warning, "An entry ends before it starts",
        reason: "A page shows the span as it is, and lists order the entry by the wrong date.",
        remedy: "Exchange the two dates, or mend one of them.",
        examples: [
            .bad(
                """
                positions:
                  - {id: intern, start: 2024-05, end: 2024-03}
                """, at: "/positions/intern/end"),
            .bad(
                "education: [{id: phd, start: '2024', end: '2019-06'}]", at: "/education/phd/end"),
            .good(
                """
                positions:
                  - {id: intern, start: 2024-03, end: 2024-05}
                """),
            .good("positions: [{id: intern, start: '2024-05', end: '2024'}]"),
            .good("positions: [{id: intern, start: '2024-05', end: present}]"),
        ]
    ) { subject, _ in
        EntrySpan.all(of: subject.profile).compactMap { span in
            guard let start = span.start, let end = span.end, !end.isPresent,
                isBefore(end, start)
            else { return nil }
            let (startPath, endPath) = (
                span.path.appending("start"), span.path.appending("end")
            )
            return Finding(
                "It ends, \(end), before it starts, \(start)", at: endPath,
                hint: "Exchange the two dates, or mend one of them",
                related: [RelatedPlace("the start", path: startPath)],
                fix: Fix(
                    "Exchange the two dates", isSafe: false,
                    edits: [
                        FieldEdit(startPath, .string(end.description)),
                        FieldEdit(endPath, .string(start.description)),
                    ]))
        }
    }

    /// Tells whether a date lies before another one for certain: 2024 does not lie before 2024-05.
    private static func isBefore(_ date: DateText, _ other: DateText) -> Bool {
        for (mine, yours) in [
            (date.year, other.year), (date.month, other.month), (date.day, other.day),
        ] {
            guard let mine, let yours else { return false }
            if mine != yours { return mine < yours }
        }
        return false
    }
}

/// An entry that lasts: where it stands, and from when to when.
struct EntrySpan {
    let path: FieldPath
    let start: DateText?
    let end: DateText?

    /// All of a profile.
    static func all(of profile: Profile) -> [EntrySpan] {
        profile.positions.map { EntrySpan(path: $0.path, start: $0.start, end: $0.end) }
            + profile.education.map { EntrySpan(path: $0.path, start: $0.start, end: $0.end) }
            + profile.service.map { EntrySpan(path: $0.path, start: $0.start, end: $0.end) }
            + profile.projects.map { EntrySpan(path: $0.path, start: $0.start, end: $0.end) }
    }
}
