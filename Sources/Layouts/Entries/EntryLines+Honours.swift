import Profiles

extension EntryLines {
    /// An award.
    func award(_ award: Award) -> EntryItem {
        if let item = written(award, in: "awards") ?? patterned(parts(of: award)) {
            return item
        }
        let line = Line.joined([
            Line.text(award.title).linked(to: award.url), .text(award.organization),
            .text(award.amount), links(award.links),
        ])
        let date = award.period ?? award.date.map(dates.text)
        // A date with nothing around it would run into the title.
        let separator: StaticString = dates.frame == .plain ? ", " : " "
        return EntryItem(dated(date, separator, line), prose: [award.text])
    }

    /// Service; its area is the heading above it.
    func service(_ entry: ServiceEntry) -> EntryItem {
        if let item = written(entry, in: "service") ?? patterned(parts(of: entry)) {
            return item
        }
        let venue = Line.text(entry.venue).linked(to: entry.url)
        // Without a venue the role carries the link.
        let role = Line.text(entry.role).linked(to: entry.venue == nil ? entry.url : nil)
        let years = entry.years.joined(separator: ", ")
        let span = dates.range(entry.start, entry.end, isOver: false, isOpenEnded: false)
        let line = Line.joined([
            role, Line.joined([venue, .text(years)], " "), .text(entry.organization), .text(span),
            links(entry.links),
        ])
        return EntryItem(line, prose: [entry.text])
    }
}
