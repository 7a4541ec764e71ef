import Profiles

extension EntryLines {
    /// A project; its category is the heading above it.
    func project(_ project: Project) -> EntryItem {
        if let item = written(project, in: "projects") ?? patterned(parts(of: project)) {
            return item
        }
        let name = Line.text(project.name).linked(to: project.url ?? repository(project))
        let title = Line.joined([name, .markdown(project.description)], ": ")
        let badge = project.stars?.hasBadge == true ? project.repository : nil
        let head = Line.joined([title, Line([.stars(of: badge ?? "")])], " ")
        return EntryItem(Line.joined([head, projectFacts(project)]), prose: [project.text])
    }

    /// Role, time, repository, stars and links of a project.
    func projectFacts(_ project: Project) -> Line {
        let span = dates.range(project.start, project.end, isOver: false)
        // The name already leads to the repository where the project has no other page.
        let isSaid = project.url == nil || project.url == repository(project)
        let code = isSaid ? Line() : Line.text(project.repository)
        let stars = project.stars?.count.map { "★ \($0)" }
        return Line.joined([
            .text(project.role), .text(span), code.linked(to: repository(project)), .text(stars),
            links(project.links),
        ])
    }

    /// The address of a project's repository.
    func repository(_ project: Project) -> String? { project.repository.map(PageURL.gitHub) }
}
