import Formats
import Profiles
import RecordModel

/// Pages of talks, courses and projects. The theme prints their keys as HTML.
extension AcademicPages {
    /// Writes a page for every talk that has a date.
    func talks(to draft: inout Draft, permalinks: inout Permalinks) {
        guard shows(.talks) else { return }
        let words = words(.talks)
        for talk in input.profile.talks {
            guard let file = talkFiles[talk] else {
                reportUndated(talk, in: &draft)
                continue
            }
            // The lists print kind and place only behind a venue, and the page only from
            // `talk_type`, which no sample of the theme has.
            let type = HTMLText.escape(talk.kind?.label ?? "Talk")
            let venue = Line.joined([.text(talk.event), .text(talk.organization)])
            var front = Mapping()
            front["title"] = .string(Line.text(talk.title).kramdown)
            front["collection"] = "talks"
            front["type"] = .string(type)
            front["talk_type"] = .string(type)
            front["permalink"] = .string(
                permalinks.unique(talk.permalink, or: "/talks/" + file.stem))
            front["venue"] = .string(venue.html)
            front["date"] = .string(file.date)
            front["location"] = .string(HTMLText.escape(talk.place ?? ""))
            front["excerpt"] = ""
            widened(talk.date, of: talk, in: &draft)
            let page = Line.text(talk.url == nil ? nil : "Page of the talk").linked(to: talk.url)
            let links = Line.joined([page] + talk.links.map(words.link), " · ")
            draft.add(
                "_talks/\(file.stem).md", frontMatter: front,
                body: PageBody.blocks([block(talk.text), PageBody.paragraphs([links])]))
        }
    }

    /// Writes a page for every course that has a date.
    func courses(to draft: inout Draft, permalinks: inout Permalinks) {
        guard shows(.teaching) else { return }
        let words = words(.teaching)
        for course in input.profile.teaching {
            guard let file = courseFiles[course] else {
                reportUndated(course, in: &draft)
                continue
            }
            let facts = Line.joined([
                .text(course.term), .text(course.code), .text(course.place),
                .text(course.instructor), .text(course.time),
            ])
            var front = Mapping()
            front["title"] = .string(Line.text(course.course).kramdown)
            front["collection"] = "teaching"
            front["type"] = .string(HTMLText.escape(course.role ?? "Course"))
            front["permalink"] = .string(
                permalinks.unique(course.permalink, or: "/teaching/" + file.stem))
            front["venue"] = .string(HTMLText.escape(course.organization ?? ""))
            front["date"] = .string(file.date)
            front["excerpt"] = .string(facts.kramdown)
            let page = Line.text(course.url == nil ? nil : "Page of the course")
                .linked(to: course.url)
            let links = Line.joined([page] + course.links.map(words.link), " · ")
            draft.add(
                "_teaching/\(file.stem).md", frontMatter: front,
                body: PageBody.blocks([
                    PageBody.paragraphs([facts]), block(course.text),
                    EntryItem.list(course.schedule.map(words.meeting)),
                    PageBody.paragraphs([links]),
                ]))
        }
    }

    /// Writes a page for every project that has a date.
    func projects(to draft: inout Draft, permalinks: inout Permalinks) {
        guard shows(.projects) else { return }
        let words = words(.projects)
        for project in input.profile.projects {
            guard let file = projectFiles[project] else {
                reportUndated(project, in: &draft)
                continue
            }
            let picture = assets.address(project.image?.file, .picture).map { address in
                "<br/><img src='\(address)' alt='\(HTMLText.escape(project.image?.alt ?? ""))'>"
            }
            var front = Mapping()
            front["title"] = .string(Line.text(project.name).kramdown)
            front["collection"] = "portfolio"
            front["permalink"] = .string(
                permalinks.unique(project.permalink, or: "/portfolio/" + file.stem))
            front["excerpt"] = .string(
                Line.markdown(project.description).kramdown + (picture ?? ""))
            front["date"] = .string(file.date)
            if !project.tags.isEmpty {
                front["tags"] = .list(project.tags.map { .string(HTMLText.escape($0)) })
            }
            widened(project.start ?? project.end, of: project, in: &draft)
            let page = Line.text(project.url == nil ? nil : "Page of the project")
                .linked(to: project.url)
            let facts = Line.joined([page, .text(project.category), words.projectFacts(project)])
            draft.add(
                "_portfolio/\(file.stem).md", frontMatter: front,
                body: PageBody.blocks([
                    PageBody.paragraphs([.markdown(project.description)]), block(project.text),
                    PageBody.paragraphs([facts]),
                ]))
        }
    }

    private func block(_ text: String?) -> String { text.map { KramdownText.block($0) } ?? "" }

    /// Reports a date that the theme shows as a day though only its month or year is known.
    private func widened(_ date: DateText?, of entry: some Entry, in draft: inout Draft) {
        guard let date, date.day == nil else { return }
        draft.report(
            .widenedDate, "\(entry.path) is of \(date), and the theme shows a day of it",
            at: entry.path, severity: .note)
    }
}
