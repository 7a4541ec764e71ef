internal import Profiles
internal import RecordModel

/// The parts of a homepage in their order.
struct PlainOrder {
    /// The parts that a page shows, each of which holds something.
    let parts: [PlainPart]
    private let hidden: Set<String>

    private static let opening = [PlainPart.bio, PlainPart.interests]
    private static let middle = [
        "news", PlainPart.selected, PlainPart.papers, "projects", "positions", "education",
        "awards",
        "talks", "teaching", "service",
    ]
    /// The parts without a page of their own, and the names that other pages have.
    private static let ofTheHomePage: Set<String> = [
        PlainPart.bio, PlainPart.selected, PlainPart.contact, PlainPart.widgets, "cv", "assets",
        "theme",
    ]
    private static let papers: Set<String> = [PlainPart.selected, PlainPart.papers]

    /// Orders the parts of a profile as its record says; what the record does not mention follows.
    ///
    /// With `isAlone` false the parts are those of a page that has no pages besides it.
    init(_ profile: Profile, isAlone: Bool = true) {
        let choices = profile.layoutChoices.sections
        let listed = Set(choices.map(\.section))
        hidden = Set(choices.filter(\.isHidden).map(\.section))
        let free = Dictionary(profile.sections.map { ($0.id, $0) }) { first, _ in first }
        // What an import noted of the pages of another theme is nothing to repeat here.
        let isOwn = isAlone && [nil, "plain"].contains(profile.layoutChoices.written)
        var parts = choices.filter { !$0.isHidden }.map {
            var part = PlainPart(name: $0.section, choice: $0, free: free[$0.section])
            part.isApart = isOwn && $0.isApart && !Self.ofTheHomePage.contains($0.section)
            return part
        }
        let names =
            Self.opening + profile.sections.filter { $0.place == .top }.map(\.id) + Self.middle
            + profile.sections.filter { $0.place == .bottom }.map(\.id) + [PlainPart.contact]
        let usual = Self.usualPapers(in: profile)
        for name in names where !listed.contains(name) {
            // The selected publications and all of them are two views of one section.
            if Self.papers.contains(name), !listed.isDisjoint(with: Self.papers) || name != usual {
                continue
            }
            parts.append(PlainPart(name: name, choice: nil, free: free[name]))
        }
        self.parts = Self.arranged(parts.filter { Self.holds($0, in: profile) })
    }

    /// Tells whether the record keeps a part off the page.
    func isHidden(_ name: String) -> Bool { hidden.contains(name) }

    private static func usualPapers(in profile: Profile) -> String {
        let selected = profile.publications.count(where: \.isSelected)
        return selected > 0 && selected < profile.publications.count
            ? PlainPart.selected : PlainPart.papers
    }

    /// Gives every part its level and an id that no other part has.
    private static func arranged(_ parts: [PlainPart]) -> [PlainPart] {
        var level = 1
        var taken: Set<String> = []
        return parts.map { part in
            var part = part
            level = min(level + 1, max(2, 1 + (part.choice?.level ?? part.free?.level ?? 1)))
            part.level = level
            part.anchor = part.name
            while !taken.insert(part.anchor).inserted { part.anchor += "--more" }
            return part
        }
    }

    private static func holds(_ part: PlainPart, in profile: Profile) -> Bool {
        let person = profile.person
        return switch part.name {
        case _ where part.free != nil: true
        case PlainPart.bio: person.bio != nil
        case PlainPart.interests: person.interests != nil || !person.keywords.isEmpty
        case PlainPart.contact:
            person.phone != nil || person.office != nil || !person.address.isEmpty
                || person.contactNote != nil
        case PlainPart.widgets: !person.widgets.isEmpty
        default: part.count(in: profile) > 0
        }
    }
}
