internal import Profiles
internal import RecordModel

/// The small part of one record that rules about several profiles need.
///
/// Facts are kept beside the findings of a record, so that a lab of thousands is compared without
/// reading a record that has not changed (`value`, `init(_:)`).
public struct ProfileFacts: Hashable, Sendable {
    /// The id of the profile.
    public let id: String
    /// What the record waives.
    public let waivers: [Waiver]
    /// The names of the person, folded.
    let names: [String]
    /// What tells the person from others elsewhere.
    let identities: [Identity]
    /// The publications.
    let works: [Work]
    /// The authors, by their folded name, that no field links to a profile.
    let coauthors: [Name]
    /// The members of the lab that fields name.
    let members: [Mention]

    /// An account or a number that one person has.
    struct Identity: Hashable, Sendable {
        let kind: String
        let handle: String
        let path: FieldPath
    }

    /// A publication.
    struct Work: Hashable, Sendable {
        let path: FieldPath
        let title: String
        /// The identifiers and the folded title.
        let keys: [Key]
        let year: Int?
        /// The names of the venue, as they are written.
        let venues: [String]
        let isPreprint: Bool
    }

    /// What tells a work from others, with a hash: that of a lab's many thousand keys is made where
    /// each record is read, on all cores.
    struct Key: Hashable, Sendable {
        let text: String
        let hash: UInt64

        init(_ text: String) {
            self.text = text
            var hasher = Hasher()
            hasher.combine(Spelling(text: text))
            hash = UInt64(bitPattern: Int64(hasher.finalize()))
        }

        static func == (first: Self, second: Self) -> Bool {
            first.hash == second.hash && first.text == second.text
        }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    /// Somebody who is named as an author.
    struct Name: Hashable, Sendable {
        let key: String
        let places: [Place]
    }

    /// One author of one of the works.
    struct Place: Hashable, Sendable {
        /// The position of the work.
        let work: Int
        /// The step to the author among all of the work.
        let author: String
    }

    /// A profile id that a field names.
    struct Mention: Hashable, Sendable {
        let id: String
        let path: FieldPath
    }

    init(_ subject: Subject) {
        let profile = subject.profile
        id = subject.record.id.text
        waivers = Waiver.all(in: subject.record.value)
        names = Set(
            ([profile.person.name.display] + profile.person.name.variants)
                .map(TextFolding.key).filter { $0.utf8.count > 4 }
        ).sorted()
        identities = profile.person.links.compactMap { link in
            Self.handle(of: link).map {
                Identity(kind: link.kind.rawValue, handle: $0, path: link.path)
            }
        }
        let papers = subject.papers
        works = papers.map(Work.init)
        var coauthors: [Name] = []
        var members: [Mention] = []
        for coauthor in subject.coauthors {
            var places: [Place] = []
            for place in coauthor.places {
                let author = papers[place.paper].authors[place.author]
                if let id = author.profile {
                    let path = papers[place.paper].path(to: author).appending("profile")
                    members.append(Mention(id: id, path: path))
                } else {
                    places.append(Place(work: place.paper, author: author.step))
                }
            }
            // A short name is one that several people have.
            if !places.isEmpty, coauthor.key.utf8.count > 4 {
                coauthors.append(Name(key: coauthor.key, places: places))
            }
        }
        self.coauthors = coauthors
        let advisors =
            profile.positions.flatMap(\.advisors) + profile.education.flatMap(\.advisors)
        self.members =
            members
            + advisors.compactMap { advisor in
                advisor.profile.map {
                    Mention(id: $0, path: advisor.path.appending("profile"))
                }
            }
    }

    /// Where an author stands in the record.
    func path(to place: Place) -> FieldPath {
        guard works.indices.contains(place.work) else { return .root }
        return works[place.work].path.appending("authors").appending(place.author)
    }

    /// The handle of a link to a site on which each person has one, nil for every other link.
    private static func handle(of link: PersonLink) -> String? {
        switch link.kind {
        case .orcid: return (link.handle ?? link.url).flatMap(ORCID.init)?.text
        case .scholar, .dblp, .openreview, .semanticScholar, .scopus, .ieee, .acm:
            return link.handle?.withoutOuterBlanks ?? link.url
        default: return nil
        }
    }

    init(
        id: String, waivers: [Waiver], names: [String], identities: [Identity], works: [Work],
        coauthors: [Name], members: [Mention]
    ) {
        self.id = id
        self.waivers = waivers
        self.names = names
        self.identities = identities
        self.works = works
        self.coauthors = coauthors
        self.members = members
    }
}

extension String {
    fileprivate var withoutOuterBlanks: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != " " }))
    }
}

extension ProfileFacts.Work {
    fileprivate init(_ paper: Paper) {
        path = paper.path
        title = paper.title
        keys = (paper.keys.identifiers + (paper.keys.title.map { [$0] } ?? []))
            .map(ProfileFacts.Key.init)
        year = paper.date?.year
        venues = paper.venues
        isPreprint = paper.isPreprint
    }
}
