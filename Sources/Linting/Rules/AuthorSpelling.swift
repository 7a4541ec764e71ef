internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds authors whose name is written in two ways that differ in nothing but signs.
    static let authorSpelling = Rule(
        "lint.author-spelling", .note, "An author's name is spelled in two ways",
        reason: """
            Lists and indexes take two spellings for two people. Initials for given names are \
            another form; capitals, dots, hyphens and accents that come and go are slips.
            """,
        remedy: "Write the name in the same way everywhere.",
        examples: [
            .bad(
                """
                publications:
                  - {id: one, authors: [{name: Ada Lovelace, self: true}, {name: José García}]}
                  - {id: two, authors: [{name: Ada Lovelace, self: true}, {name: José García}]}
                  - {id: three, authors: [{name: Ada Lovelace, self: true}, {name: Jose Garcia}]}
                """, at: "/publications/three/authors/1/name"),
            .good(
                """
                publications:
                  - {id: one, authors: [{name: Ada Lovelace, self: true}, {name: José García}]}
                  - {id: two, authors: [{name: Ada Lovelace, self: true}, {name: J. García}]}
                """),
        ]
    ) { subject, _ in
        // The numbers of those with one key; there are some only where there is a slip.
        var first: [String: Int] = [:]
        first.reserveCapacity(subject.coauthors.count)
        var groups: [String: [Int]] = [:]
        for (number, coauthor) in subject.coauthors.enumerated() where !coauthor.key.isEmpty {
            if let one = first[coauthor.key] {
                // What only a program can tell apart is one spelling to people.
                guard subject.coauthors[one].spelling != coauthor.spelling else { continue }
                groups[coauthor.key, default: [one]].append(number)
            } else {
                first[coauthor.key] = number
            }
        }
        return groups.values.flatMap { findings(about: $0, in: subject) }
            .sorted { $0.path.description < $1.path.description }
    }

    private static func findings(about group: [Int], in subject: Subject) -> [Finding] {
        // The most frequent spelling is taken for the right one; of two, the later in order.
        let sorted = group.map { subject.coauthors[$0] }.sorted {
            ($0.places.count, $0.spelling) > ($1.places.count, $1.spelling)
        }
        guard let usual = sorted.first else { return [] }
        let other = subject.path(to: usual.places[0]).appending("name")
        return sorted.dropFirst().flatMap { slip in
            slip.places.map { place in
                let path = subject.path(to: place).appending("name")
                return Finding(
                    "\(slip.spelling) is written \(usual.spelling) elsewhere", at: path,
                    hint: "Write the name in one way",
                    related: [RelatedPlace("the other spelling", path: other)],
                    fix: .set(path, to: usual.spelling, "Write \(usual.spelling)"))
            }
        }
    }
}
