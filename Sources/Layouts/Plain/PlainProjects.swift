internal import Formats
internal import Profiles
internal import RecordModel

/// The projects as templates show them, under their categories.
struct PlainProjects {
    let style: PlainStyle
    let dates: LayoutChoices.DateForm?
    /// The level of the heading below which come those in texts.
    let level: Int
    let references: PlainReferences

    /// Every project, in the order of the profile.
    var entries: [PlainEntry] {
        style.profile.projects.map {
            PlainEntry(group: $0.writing.group(and: $0.category), value: value($0))
        }
    }

    private func value(_ project: Project) -> Value {
        let repository = repository(of: project)
        let own = style.url(project.url)
        let links = style.links(project.links)
        // A name that leads to the project's own page leaves the repository to a link.
        let isLinked = own != nil && own != repository
        let extra = repository.map {
            PlainValue.mapping(["label": .string(project.repository ?? ""), "url": $0])
        }
        return PlainValue.mapping([
            "anchor": .string(PlainAnchor.entry(project.path)),
            "name": .string(project.writing.title(or: project.name)), "url": own ?? repository,
            "repository": isLinked ? nil : PlainValue.text(project.repository),
            "stars": stars(of: project),
            "description_html": style.html(project.description, below: level),
            "role": PlainValue.text(project.role),
            "when": PlainValue.text(style.period(from: project.start, to: project.end, as: dates)),
            "image": style.picture(project.image), "tags": PlainValue.texts(project.tags),
            "text_html": style.html(project.text, below: level),
            "links": PlainValue.list(
                links + (isLinked ? [extra].compactMap { $0 } : [])
                    + references.links(project.references)),
        ])
    }

    private func repository(of project: Project) -> Value? {
        guard let repository = project.repository, repository.contains("/") else { return nil }
        let path = repository.split(separator: "/").map { URLText.percentEncoded(String($0)) }
        return style.url("https://github.com/" + path.joined(separator: "/"))
    }

    private func stars(of project: Project) -> Value? {
        guard let count = project.stars?.count else { return nil }
        return PlainValue.mapping([
            "count": .string(PlainNumber.text(count)),
            "hint": PlainValue.text(style.date(project.stars?.asOf)),
        ])
    }
}
