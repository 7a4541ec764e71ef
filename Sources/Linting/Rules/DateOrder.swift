internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds entries that end before they start.
    static let dateOrder = Rule("lint.date-order", "An entry ends before it starts") { subject in
        let profile = subject.profile
        let spans: [(path: FieldPath, start: DateText?, end: DateText?)] =
            profile.positions.map { ($0.path, $0.start, $0.end) }
            + profile.education.map { ($0.path, $0.start, $0.end) }
            + profile.service.map { ($0.path, $0.start, $0.end) }
            + profile.projects.map { ($0.path, $0.start, $0.end) }
        return spans.compactMap { span in
            guard let start = span.start, let end = span.end, !end.isPresent,
                isBefore(end, start)
            else { return nil }
            return Diagnostic(
                "lint.date-order", "It ends, \(end), before it starts, \(start)",
                severity: .warning, hint: "Exchange the two dates, or mend one of them",
                path: span.path.appending("end"))
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
