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
        // Names are folded once each, not once for each paper, and paths are only made for slips.
        var names: Set<String> = []
        let publications = subject.profile.publications
        for position in publications.indices {
            let authors = publications[position].authors
            for index in authors.indices where !authors[index].isSelf {
                names.insert(authors[index].name)
            }
        }
        var groups: [String: [String]] = [:]
        for name in names { groups[TextFolding.key(name), default: []].append(name) }
        let slips = groups.filter { $0.value.count > 1 && !$0.key.isEmpty }.flatMap(\.value)
        guard !slips.isEmpty else { return [] }
        return findings(about: Set(slips), in: subject.profile)
    }

    private static func findings(about slips: Set<String>, in profile: Profile) -> [Finding] {
        var places: [String: [String: [FieldPath]]] = [:]
        for publication in profile.publications {
            for author in publication.authors where !author.isSelf && slips.contains(author.name) {
                places[TextFolding.key(author.name), default: [:]][author.name, default: []]
                    .append(author.path.appending("name"))
            }
        }
        var found: [Finding] = []
        for spellings in places.values {
            // The most frequent spelling is taken for the right one; of two, the later in order.
            let sorted = spellings.sorted {
                ($0.value.count, $0.key) > ($1.value.count, $1.key)
            }
            guard let usual = sorted.first else { continue }
            for (name, paths) in sorted.dropFirst() {
                for path in paths {
                    found.append(
                        Finding(
                            "\(name) is written \(usual.key) elsewhere", at: path,
                            hint: "Write the name in one way",
                            related: [RelatedPlace("the other spelling", path: usual.value[0])],
                            fix: .set(path, to: usual.key, "Write \(usual.key)")))
                }
            }
        }
        return found.sorted { $0.path.description < $1.path.description }
    }
}
