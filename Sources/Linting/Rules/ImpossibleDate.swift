internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds dates that no calendar has, and dates that are too far away to be meant.
    static let impossibleDate = Rule(
        "lint.impossible-date", .warning, "A date cannot be",
        reason: """
            Entries are ordered by their dates, so a slip of one digit puts an entry at the top or \
            at the bottom of its list for good.
            """,
        remedy: "Mend the date; a year or a month alone is enough.",
        examples: [
            .bad("news: [{id: first, date: 2024-02-30}]", at: "/news/first/date"),
            .bad("news: [{id: first, date: 2042}]", at: "/news/first/date"),
            .bad("publications: [{id: paper, date: '0204'}]", at: "/publications/paper/date"),
            .bad("positions: [{id: job, start: 2024-13}]", at: "/positions/job/start"),
            .bad(
                "profile: {citations: {total: 3, as_of: 2031-01-01}}",
                at: "/profile/citations/as_of"),
            .good("news: [{id: first, date: 2024-02-29}, {id: second, date: 2027}]"),
            .good("positions: [{id: job, start: 2024-09, end: 2029-08}]"),
        ]
    ) { subject, settings in
        Dates(subject.profile).all.compactMap { date in
            guard !date.text.isPresent, let fault = fault(of: date, in: settings.year) else {
                return nil
            }
            return Finding(
                "The date \(date.text) \(fault)", at: date.path, hint: "Mend the date")
        }
    }

    private static func fault(of date: Dates.Dated, in now: Int?) -> String? {
        let text = date.text
        guard let year = text.year else { return nil }
        if year < 1900 { return "lies before everybody's time" }
        if let now, year > now + date.yearsAhead {
            return date.yearsAhead == 0 ? "has not come yet" : "lies far in the future"
        }
        if year > 2200 { return "lies far in the future" }
        let parts = text.description.split(separator: "-").compactMap { Int($0) }
        if parts.count > 1, !(1...12).contains(parts[1]) { return "has no month of a year" }
        if parts.count > 2, !(1...days(of: parts[1], in: year)).contains(parts[2]) {
            return "is in no calendar"
        }
        return nil
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// The dates of a profile.
private struct Dates {
    struct Dated {
        let path: FieldPath
        let text: DateText
        /// How many years ahead it may lie.
        let yearsAhead: Int
    }

    private(set) var all: [Dated] = []

    init(_ profile: Profile) {
        for entry in profile.news { add(entry.path, "date", entry.date) }
        for entry in profile.publications {
            add(entry.path, "date", entry.date, 3)
            add(entry.path.appending("citations"), "as_of", entry.citations?.asOf, 0)
        }
        for entry in profile.awards { add(entry.path, "date", entry.date) }
        for entry in profile.talks { add(entry.path, "date", entry.date) }
        for entry in profile.teaching { add(entry.path, "date", entry.date) }
        for span in EntrySpan.all(of: profile) {
            add(span.path, "start", span.start)
            add(span.path, "end", span.end, 10)
        }
        if let citations = profile.person.citations {
            add(citations.path, "as_of", citations.asOf, 0)
        }
        for affiliation in profile.person.affiliations {
            add(affiliation.path, "since", affiliation.since)
        }
    }

    private mutating func add(
        _ path: FieldPath, _ key: String, _ date: DateText?, _ yearsAhead: Int = 2
    ) {
        guard let date else { return }
        all.append(Dated(path: path.appending(key), text: date, yearsAhead: yearsAhead))
    }
}
