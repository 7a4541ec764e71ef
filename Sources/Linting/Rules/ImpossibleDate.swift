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
        var dates = DateCheck(year: settings.year)
        dates.look(at: subject.profile, subject.papers)
        return dates.found
    }
}

/// Looks at the dates of a profile; nothing is made for those that are fine.
private struct DateCheck {
    let year: Int?
    private(set) var found: [Finding] = []

    init(year: Int?) { self.year = year }

    mutating func look(at profile: Profile, _ papers: [Paper]) {
        // Entries are large, so the many are looked at where they are.
        let news = profile.news
        for position in news.indices { check(news[position].date, news[position].path, "date") }
        for paper in papers {
            check(paper.date, paper.path, "date", yearsAhead: 3)
            if let citations = paper.citations {
                check(citations.asOf, citations.path, "as_of", yearsAhead: 0)
            }
        }
        for entry in profile.awards { check(entry.date, entry.path, "date") }
        for entry in profile.talks { check(entry.date, entry.path, "date") }
        for entry in profile.teaching { check(entry.date, entry.path, "date") }
        for span in EntrySpan.all(of: profile) {
            check(span.start, span.path, "start")
            check(span.end, span.path, "end", yearsAhead: 10)
        }
        if let citations = profile.person.citations {
            check(citations.asOf, citations.path, "as_of", yearsAhead: 0)
        }
        for affiliation in profile.person.affiliations {
            check(affiliation.since, affiliation.path, "since")
        }
    }

    /// Looks at one date, which may lie some years ahead.
    private mutating func check(
        _ date: DateText?, _ path: FieldPath, _ key: String, yearsAhead: Int = 2
    ) {
        guard let date, let fault = fault(of: date, yearsAhead: yearsAhead) else { return }
        found.append(
            Finding("The date \(date) \(fault)", at: path.appending(key), hint: "Mend the date"))
    }

    private func fault(of date: DateText, yearsAhead: Int) -> String? {
        guard let year = date.year else { return nil }
        if year < 1900 { return "lies before everybody's time" }
        if let now = self.year, year > now + yearsAhead {
            return yearsAhead == 0 ? "has not come yet" : "lies far in the future"
        }
        if year > 2200 { return "lies far in the future" }
        guard let month = date.month else { return nil }
        guard (1...12).contains(month) else { return "has no month of a year" }
        guard let day = date.day else { return nil }
        return (1...Self.days(of: month, in: year)).contains(day) ? nil : "is in no calendar"
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
