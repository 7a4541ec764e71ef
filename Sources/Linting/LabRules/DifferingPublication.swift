internal import RecordModel

extension LabRule {
    /// Finds papers that two members list with different venues or years.
    static let differingPublication = LabRule(
        "lint.differing-publication", .warning,
        "Two members list one paper with different venues or years",
        reason: "Readers of both pages, and those who cite the paper, cannot tell which one holds.",
        remedy: "Find out which one is right, and write it in both records.",
        examples: [
            .bad(
                [
                    "ada": """
                    publications:
                      - {id: engine, title: Notes on the Analytical Engine, doi: 10.1000/1, date: '1843', venue: {short: ICML}}
                    """,
                    "charles": """
                    publications:
                      - {id: notes, title: Notes on the analytical engine, doi: 10.1000/1, date: '1844', venue: {short: ICML}}
                    """,
                ], at: "charles:/publications/notes/date"),
            .bad(
                [
                    "ada": """
                    publications:
                      - {id: engine, title: Notes on the Analytical Engine, date: '1843', venue: {short: ICML}}
                    """,
                    "charles": """
                    publications:
                      - {id: notes, title: Notes on the analytical engine, date: '1843', venue: {short: ECAI}}
                    """,
                ], at: "charles:/publications/notes/venue"),
            .bad(
                [
                    "ada": """
                    publications:
                      - {id: engine, title: Notes on the Analytical Engine, status: preprint, date: '1842'}
                    """,
                    "charles": """
                    publications:
                      - {id: notes, title: Notes on the analytical engine, date: '1843', venue: {short: ECAI}}
                    """,
                ], at: "ada:/publications/engine"),
            .good([
                "ada": """
                publications:
                  - {id: engine, title: Notes on the Analytical Engine, date: '1843', venue: {short: ICML}}
                """,
                "charles": """
                publications:
                  - id: notes
                    title: Notes on the analytical engine
                    date: 1843-05
                    venue: {name: International Conference on Machine Learning (ICML)}
                """,
            ]),
        ]
    ) { profiles in
        // A paper is compared with the first one that has one of its keys.
        var first: [ProfileFacts.Key: Position] = [:]
        first.reserveCapacity(profiles.reduce(0) { $0 + $1.works.count * 2 })
        var found: [LabFinding] = []
        for profile in profiles.indices {
            let works = profiles[profile].works
            for work in works.indices {
                var earlier: Position?
                for key in works[work].keys {
                    if let known = first[key] {
                        earlier = earlier ?? known
                    } else {
                        first[key] = Position(profile: profile, work: work)
                    }
                }
                guard let earlier, earlier.profile != profile else { continue }
                let other = profiles[earlier.profile]
                if let finding = difference(
                    (other.id, other.works[earlier.work]), (profiles[profile].id, works[work]))
                {
                    found.append(finding)
                }
            }
        }
        return found
    }

    /// Where a work stands: a lab has many, and few of them are ever looked at again.
    private struct Position {
        let profile: Int
        let work: Int
    }

    private typealias Listed = (profile: String, work: ProfileFacts.Work)

    private static func difference(_ one: Listed, _ other: Listed) -> LabFinding? {
        let path = other.work.path
        let related = RelatedPlace(
            "the same paper", profile: one.profile, path: one.work.path)
        if one.work.isPreprint != other.work.isPreprint {
            let (early, late) = one.work.isPreprint ? (one, other) : (other, one)
            guard let venue = late.work.venues.first else { return nil }
            return LabFinding(
                message: "\(late.profile) lists this preprint as published: \(venue)",
                profile: early.profile, path: early.work.path,
                hint: "Write the venue here too",
                related: [
                    RelatedPlace(
                        "the same paper", profile: late.profile,
                        path: late.work.path)
                ])
        }
        guard !one.work.isPreprint else { return nil }
        if let venue = one.work.venues.first, let mine = other.work.venues.first,
            !isSameVenue(one.work.venues, other.work.venues)
        {
            return LabFinding(
                message: "\(one.profile) lists the same paper at \(venue), not at \(mine)",
                profile: other.profile, path: path.appending("venue"),
                hint: "Find out which one is right, and write it in both records",
                related: [related])
        }
        guard let year = one.work.year, let mine = other.work.year, year != mine else { return nil }
        return LabFinding(
            message: "\(one.profile) dates the same paper \(year), not \(mine)",
            profile: other.profile, path: path.appending("date"),
            hint: "Find out which one is right, and write it in both records", related: [related])
    }

    /// Tells whether two venues may be one: a name of the one is part of a name of the other.
    private static func isSameVenue(_ one: [String], _ other: [String]) -> Bool {
        let (mine, yours) = (one.map(folded), other.map(folded))
        for name in mine {
            for second in yours
            where ByteText(name).position(of: second) != nil
                || ByteText(second).position(of: name) != nil || isInitials(name, second)
                || isInitials(second, name)
            {
                return true
            }
        }
        return false
    }

    /// The name without its year.
    private static func folded(_ venue: String) -> String {
        TextFolding.key(
            venue.split { $0 == " " || $0 == "'" || $0 == "’" }
                .filter { !$0.allSatisfy(\.isNumber) }.map { String($0.lowercased()) + " " }
                .joined())
    }

    /// Tells whether a short name is made of letters of a long one, in order.
    private static func isInitials(_ short: String, _ long: String) -> Bool {
        guard short.utf8.count >= 3, short.utf8.count * 3 < long.utf8.count else { return false }
        var rest = long.utf8[...]
        for letter in short.utf8 {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}
