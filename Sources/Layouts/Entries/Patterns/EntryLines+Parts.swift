import Formats
import Profiles
import Prose

/// What entries say, part by part, for the patterns of a page.
extension EntryLines {
    /// An entry as a pattern of its section writes it, nil where none fits.
    func patterned(_ parts: @autoclosure () -> [EntryPart]?) -> EntryItem? {
        guard !patterns.isEmpty, let parts = parts() else { return nil }
        let said = parts.filter { !$0.isEmpty }
        for pattern in patterns {
            if let line = pattern.line(said) { return EntryItem(line) }
        }
        return nil
    }

    /// The parts of a piece of news.
    func parts(of item: NewsItem) -> [EntryPart]? {
        prose(item.text).map { text in
            [
                date("date", item.date), .init("emoji", .text(item.emoji)),
                .init("badge", .text(item.badge)), .init("title", .text(item.title)), text,
                .init("links", links: item.links.map(link)),
            ]
        }
    }

    /// The parts of a position.
    func parts(of position: Position) -> [EntryPart]? {
        prose(position.text).map { text in
            span(position.start, position.end, isOver: position.hasEnded) + [
                .init("role", .text(position.role)),
                .init("organization", Line.text(position.organization).linked(to: position.url)),
                .init("unit", .text(position.unit)), .init("place", .text(position.place)),
                .init("advisors", people: position.advisors.map(advisor)), text,
                .init("links", links: position.links.map(link)),
            ]
        }
    }

    /// The parts of a degree.
    func parts(of education: Education) -> [EntryPart]? {
        prose(education.text).map { text in
            span(education.start, education.end, isOver: education.hasEnded) + [
                .init("degree", .text(education.degree)), .init("field", .text(education.field)),
                .init("organization", Line.text(education.organization).linked(to: education.url)),
                .init("unit", .text(education.unit)), .init("place", .text(education.place)),
                .init("grade", .text(education.grade)), .init("thesis", thesis(education.thesis)),
                .init("advisors", people: education.advisors.map(advisor)), text,
                .init("links", links: education.links.map(link)),
            ]
        }
    }

    /// The parts of an award.
    func parts(of award: Award) -> [EntryPart]? {
        prose(award.text).map { text in
            [
                .init("date", .text(award.period ?? award.date.map(dates.text))),
                .init("title", Line.text(award.title).linked(to: award.url)),
                .init("organization", .text(award.organization)),
                .init("amount", .text(award.amount)), text,
                .init("links", links: award.links.map(link)),
            ]
        }
    }

    /// The parts of service.
    func parts(of entry: ServiceEntry) -> [EntryPart]? {
        prose(entry.text).map { text in
            let role = Line.text(entry.role).linked(to: entry.venue == nil ? entry.url : nil)
            return [
                date("start", entry.start), date("end", entry.end), .init("role", role),
                .init("venue", Line.text(entry.venue).linked(to: entry.url)),
                .init("years", .text(entry.years.joined(separator: ", "))),
                .init("organization", .text(entry.organization)), text,
                .init("links", links: entry.links.map(link)),
            ]
        }
    }

    /// The parts of a course; one with a schedule is more than a line.
    func parts(of course: Course) -> [EntryPart]? {
        guard course.schedule.isEmpty else { return nil }
        return prose(course.text).map { text in
            [
                .init("term", .text(course.term ?? course.date.map(dates.text))),
                .init("course", Line.text(course.course).linked(to: course.url)),
                .init("code", .text(course.code)), .init("role", .text(course.role)),
                .init("organization", .text(course.organization)),
                .init("place", .text(course.place)), .init("instructor", .text(course.instructor)),
                .init("time", .text(course.time)), text,
                .init("links", links: course.links.map(link)),
            ]
        }
    }

    /// The parts of a talk.
    func parts(of talk: Talk) -> [EntryPart]? {
        prose(talk.text).map { text in
            [
                date("date", talk.date), .init("title", Line.text(talk.title).linked(to: talk.url)),
                .init("kind", .text(talk.kind?.label), isOptional: true),
                .init("event", .text(talk.event)),
                .init("organization", .text(talk.organization)),
                .init("place", .text(talk.place)), text,
                .init("links", links: talk.links.map(link)),
            ]
        }
    }

    /// The parts of a project; the pictures that services make are no part of a pattern.
    func parts(of project: Project) -> [EntryPart]? {
        guard project.stars == nil else { return nil }
        let address = repository(project)
        let isSaid = project.url == nil || project.url == address
        return prose(project.text).map { text in
            span(project.start, project.end, isOver: false) + [
                .init("name", Line.text(project.name).linked(to: project.url ?? address)),
                .init("description", .markdown(project.description)),
                .init("role", .text(project.role)),
                .init(
                    "repository",
                    isSaid ? Line() : Line.text(project.repository).linked(to: address)), text,
                .init("links", links: project.links.map(link)),
            ]
        }
    }

    // MARK: Parts that many entries have

    /// Prose of an entry, nil where it is more than a line holds.
    private func prose(_ text: String?) -> EntryPart? {
        guard ProseShape.isParagraph(text ?? "") else { return nil }
        return EntryPart("text", .markdown(text))
    }

    private func date(_ name: String, _ date: DateText?) -> EntryPart {
        EntryPart(name, .text(date.map(dates.text)))
    }

    /// Beginning and end; behind the name of the end is the word for one that is still to come.
    private func span(_ start: DateText?, _ end: DateText?, isOver: Bool) -> [EntryPart] {
        let isOpen = end == nil && start != nil && !isOver || end?.description == "present"
        guard isOpen else { return [date("start", start), date("end", end)] }
        let present = dates.present
        let words = ["Present", "now", "Now", "Current", "current", "至今", "现在", "(now)", "Today"]
        return [
            date("start", start),
            EntryPart("end", ways: words) { .text($0 ?? present) },
        ]
    }
}
