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
    let coauthors: [Coauthor]
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
        let keys: [String]
        let year: Int?
        /// The names of the venue, as they are written.
        let venues: [String]
        let isPreprint: Bool
    }

    /// Somebody who is named as an author.
    struct Coauthor: Hashable, Sendable {
        let name: String
        let paths: [FieldPath]
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
        works = zip(profile.publications, subject.workKeys).map(Self.work)
        var coauthors: [String: [FieldPath]] = [:]
        var members: [Mention] = []
        for publication in profile.publications {
            for author in publication.authors where !author.isSelf {
                if let id = author.profile {
                    members.append(
                        Mention(id: id, path: author.path.appending("profile")))
                } else {
                    coauthors[author.name, default: []].append(author.path)
                }
            }
        }
        // Names are folded once each, not once for each paper.
        self.coauthors = coauthors.map { Coauthor(name: TextFolding.key($0.key), paths: $0.value) }
            .filter { $0.name.utf8.count > 4 }
            .sorted {
                // Two spellings of one name are the only ones that are equal here.
                $0.name != $1.name
                    ? $0.name < $1.name : $0.paths[0].description < $1.paths[0].description
            }
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

    private static func work(_ publication: Publication, _ keys: WorkKeys) -> Work {
        Work(
            path: publication.path, title: publication.title,
            keys: keys.identifiers + (keys.title.map { [$0] } ?? []),
            year: publication.date?.year,
            venues: [publication.venue?.short, publication.venue?.name].compactMap { $0 },
            isPreprint: publication.isPreprint)
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
        coauthors: [Coauthor], members: [Mention]
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
