import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Writes the courses: a file each since 2026, one page before that.
    func teaching(to draft: inout Draft) {
        guard shows(.teaching), !profile.teaching.isEmpty else { return }
        var page = Mapping()
        page["layout"] = "page"
        page["title"] = pageTitle(.teaching, "teaching")
        page["permalink"] = "/teaching/"
        page["nav"] = true
        page["nav_order"] = 6
        if era.isBefore(.teachings) {
            let words = words(.teaching)
            draft.add(
                "_pages/teaching.md", frontMatter: page,
                body: EntryItem.list(profile.teaching.map(words.course)))
            return
        }
        var permalinks = Permalinks(taken: ["/teaching/"])
        for course in profile.teaching {
            add(course, permalinks: &permalinks, to: &draft)
        }
        draft.add("_pages/teaching.md", frontMatter: page, body: include("courses"))
    }

    private func add(_ course: Course, permalinks: inout Permalinks, to draft: inout Draft) {
        let words = words(.teaching)
        var front = Mapping()
        front["layout"] = "course"
        front["title"] = .string(HTMLText.escape(course.course))
        // Courses are grouped by it; a year that is text would not sort with one that is a number.
        front["year"] = course.date?.year.map { .number(Number($0)) }
        front["term"] = course.term.map { .string(HTMLText.escape($0)) }
        front["instructor"] = course.instructor.map { .string(HTMLText.escape($0)) }
        front["location"] = course.place.map { .string(HTMLText.escape($0)) }
        front["time"] = course.time.map { .string(HTMLText.escape($0)) }
        front["course_id"] = .string(Slugs.slug(course.id))
        // The theme prints no code, role or organization, but Markdown below the title, in the
        // list and on the page.
        let facts = Line.joined([
            .text(course.code), .text(course.role), .text(course.organization),
        ])
        front["description"] = facts.isEmpty ? nil : .string(facts.kramdown)
        if !course.schedule.isEmpty { front["schedule"] = .list(course.schedule.map(meeting)) }
        if course.permalink != nil {
            let usual = "/teachings/\(Slugs.slug(course.id))/"
            front["permalink"] = .string(permalinks.unique(course.permalink, or: usual))
        }
        let page = Line.text(course.url.map { _ in course.course }).linked(to: course.url)
        draft.add(
            "_teachings/\(Slugs.slug(course.id)).md", frontMatter: front,
            body: PageBody.blocks([
                course.text.map { KramdownText.block($0) } ?? "",
                PageBody.paragraphs([Line.joined([page] + course.links.map(words.link), " · ")]),
            ]))
    }

    /// One week of a course.
    private func meeting(_ meeting: Meeting) -> Value {
        let words = words(.teaching)
        var entry = Mapping()
        entry["week"] = meeting.week.map { .string(HTMLText.escape($0)) }
        entry["date"] = meeting.date.map { .string(HTMLText.escape(words.dates.text($0))) }
        entry["topic"] = .string(HTMLText.escape(meeting.topic))
        entry["description"] = meeting.text.map { .string(Line.markdown($0).kramdown) }
        let materials = meeting.links.map { link -> Value in
            var material = Mapping()
            material["name"] = .string(words.link(link).unlinked.escaped)
            // The theme itself puts the folder of the site before a path.
            let path = assets.path(link.file, .document).map { "/" + $0 }
            let url = link.url.flatMap(PageURL.safe).map(HTMLText.escape) ?? path
            material["url"] = url.map(Value.string)
            return .mapping(material)
        }
        if !materials.isEmpty { entry["materials"] = .list(materials) }
        return .mapping(entry)
    }
}
