internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// What the lab's site says of a person on pages that are not the person's own.
struct LabMember: Sendable {
    /// Whether the person is a member now.
    enum Standing: Hashable, Sendable {
        case current
        /// The person left, at a time that may not be known.
        case alumnus(until: DateText?)
    }

    let id: String
    let name: PersonName
    let role: String?
    let organization: String?
    /// The portrait, relative to the root of the site.
    let photo: String?
    /// The id of the group; nil for those who fit nowhere.
    let group: String?
    let standing: Standing
    let since: DateText?
    /// Where the person went, as Markdown.
    let next: String?
    /// The person's own homepage.
    let homepage: String?
    let orcid: String?
    let keywords: [String]
    let emails: [String]

    /// The person's page, relative to the root of the site.
    var page: String { Self.page(of: id) }
    /// The page of the person's publications.
    var papers: String { "publications/people/\(id)/" }
    var isAlumnus: Bool { standing != .current }

    static func page(of id: String) -> String { "people/\(id)/" }

    init(_ profile: Profile, settings: LabSettings) {
        let person = profile.person
        let membership = person.membership
        id = profile.id.text
        name = person.name
        role = person.role
        organization = person.affiliation?.organization
        photo = person.photo.flatMap { PlainAsset($0.file)?.address }
        let group = Self.group(of: person, settings: settings)
        self.group = group?.id
        standing = Self.standing(of: profile, in: group, settings: settings)
        since = membership?.since
        next = membership?.next
        homepage = profile.layoutChoices.url.flatMap(URLText.safe)
            .map { $0 + (profile.layoutChoices.baseurl ?? "") }
        orcid = person.links.first { $0.kind.rawValue == "orcid" }
            .flatMap { $0.url ?? $0.handle.flatMap { HandleLink.url(kind: "orcid", handle: $0) } }
            .flatMap(URLText.safe)
        keywords = person.keywords
        emails = person.emails.filter { $0.display == .plain }.map(\.address)
    }

    /// Where a list of people sorts the person: by the family name, then the others.
    var sortKey: String {
        let parts = NameText(displayed: name.display)
        return ([name.family ?? parts.family, name.given ?? parts.given, id])
            .map { TitleKey($0).text }.joined(separator: " ")
    }

    /// The spellings of the name, folded.
    var spellings: Set<String> {
        Set(([name.display, name.native ?? ""] + name.variants).map { TitleKey($0).text })
            .subtracting([""])
    }

    private static func group(of person: Person, settings: LabSettings) -> LabGroup? {
        if let id = person.membership?.group {
            return settings.groups.first { $0.id == id }
        }
        guard let role = person.role ?? person.affiliation?.role else { return nil }
        guard settings.hasOwnGroups else {
            let id = LabGroup.usualID(role: role)
            return settings.groups.first { $0.id == id }
        }
        return settings.groups.first { $0.takes(role: role) }
    }

    /// Who has left: those whose membership has ended; of those whose membership says nothing,
    /// those with positions at the lab that are all over, and those in a group of alumni.
    private static func standing(
        of profile: Profile, in group: LabGroup?, settings: LabSettings
    ) -> Standing {
        let departure = settings.departures[profile.id.text]
        if let until = profile.person.membership?.until {
            return settings.hasPassed(until) ? .alumnus(until: until) : .current
        }
        if let departure { return .alumnus(until: departure.until) }
        if group?.isAlumni == true { return .alumnus(until: nil) }
        guard profile.person.membership == nil else { return .current }
        let lab = TitleKey(settings.name)
        let here = profile.positions.filter {
            TitleKey($0.organization) == lab || $0.unit.map { TitleKey($0) == lab } == true
        }
        let isOver = here.allSatisfy { $0.hasEnded || $0.end.map(settings.hasPassed) == true }
        guard !here.isEmpty, isOver else { return .current }
        return .alumnus(until: here.compactMap(\.end).max())
    }
}
