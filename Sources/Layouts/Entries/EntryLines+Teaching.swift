import Formats
import Profiles

extension EntryLines {
    /// A course.
    func course(_ course: Course) -> EntryItem {
        if let item = written(course, in: "teaching") ?? patterned(parts(of: course)) {
            return item
        }
        let line = Line.joined([
            Line.text(course.course).linked(to: course.url), courseFacts(course),
            links(course.links),
        ])
        let when = course.term ?? course.date.map(dates.text)
        var item = EntryItem(dated(when, ", ", line), prose: [course.text])
        if !course.schedule.isEmpty {
            item.blocks.append(EntryItem.list(course.schedule.map(meeting)))
        }
        return item
    }

    /// Code, role, organization, teacher and time of a course.
    func courseFacts(_ course: Course) -> Line {
        Line.joined([
            .text(course.code), .text(course.role), .text(course.organization),
            .text(course.place), .text(course.instructor), .text(course.time),
        ])
    }

    /// One week of a course.
    func meeting(_ meeting: Meeting) -> EntryItem {
        let when = Line.joined([.text(meeting.week), .text(meeting.date.map(dates.text))])
        let topic = Line.joined([.text(meeting.topic), links(meeting.links)])
        return EntryItem(Line.joined([when, topic], ": "), prose: [meeting.text])
    }
}
