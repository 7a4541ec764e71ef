import Profiles

/// A part of a page: a section of the record, a part of the person, or free prose.
enum PagePart: Hashable, Sendable {
    case bio, interests, contact, selected, widgets
    case news, publications, positions, education, awards, service, teaching, talks, projects
    case free(FreeSection)

    /// The parts that `layout.sections` knows by name.
    static let named: [String: PagePart] = [
        "bio": .bio, "interests": .interests, "contact": .contact, "selected": .selected,
        "widgets": .widgets, "news": .news, "publications": .publications,
        "positions": .positions, "education": .education, "awards": .awards, "service": .service,
        "teaching": .teaching, "talks": .talks, "projects": .projects,
    ]

    /// The name, which is also the anchor of the part's heading.
    var name: String {
        if case .free(let section) = self { return section.id }
        return Self.named.first { $0.value == self }?.key ?? ""
    }
}
