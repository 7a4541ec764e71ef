internal import Profiles
internal import RecordModel

/// One part of the homepage, before its content: which one, where, and under which heading.
struct PlainPart {
    /// The names of the parts that are not files of their own.
    static let bio = "bio"
    static let interests = "interests"
    static let selected = "selected"
    static let papers = "publications"
    static let contact = "contact"
    static let widgets = "widgets"

    /// A section of the record, a part of the person, or the id of a free section.
    let name: String
    /// What the record says about the part, nil where it leaves all to the layout.
    let choice: SectionChoice?
    /// The free section that the part shows.
    let free: FreeSection?
    /// The level of the heading in HTML, 2 or more: the name of the person is the one heading of
    /// level 1, and no level is left out on the way down.
    var level = 2
    /// The id of the part on its page.
    var anchor = ""

    /// Whether the part stands on a page of its own alone.
    var isApart = false

    /// How many entries the page shows, nil where it shows all.
    var limit: Int? { choice?.limit }

    /// Tells whether the part shows publications, all of them or the selected ones.
    var showsPapers: Bool { name == Self.selected || name == Self.papers }

    /// Tells whether the part is prose, which the bar at the top has no entry for by itself.
    var isProse: Bool {
        free != nil || [Self.bio, Self.interests, Self.widgets].contains(name)
    }

    /// Tells whether the homepage shows fewer entries than there are.
    func isCut(in profile: Profile) -> Bool {
        isApart || limit.map { count(in: profile) > $0 } ?? false
    }

    /// How many entries the part has in full.
    func count(in profile: Profile) -> Int {
        switch name {
        case "news": profile.news.count
        case Self.papers: profile.publications.count
        case Self.selected: profile.publications.count(where: \.isSelected)
        case "projects": profile.projects.count
        case "positions": profile.positions.count
        case "education": profile.education.count
        case "awards": profile.awards.count
        case "talks": profile.talks.count
        case "teaching": profile.teaching.count
        case "service": profile.service.count
        default: 0
        }
    }

    /// The heading.
    func heading(in style: PlainStyle) -> String {
        if let heading = choice?.heading ?? free?.title, !heading.isEmpty { return heading }
        let word: PlainWord? = name == Self.bio ? .about : PlainWord(rawValue: name)
        return word.map(style.word) ?? name
    }

    /// The emoji before the heading.
    var emoji: String? { choice?.emoji ?? free?.emoji }
}
