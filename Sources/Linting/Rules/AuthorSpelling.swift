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
        var names: [String: [FieldPath]] = [:]
        for publication in subject.profile.publications {
            for author in publication.authors where !author.isSelf {
                let path = author.path.appending("name")
                names[author.name, default: []].append(path)
            }
        }
        return slips(in: names)
    }

    /// Names are folded once each, not once for each paper.
    private static func slips(in names: [String: [FieldPath]]) -> [Finding] {
        var groups: [String: [String]] = [:]
        for name in names.keys { groups[TextFolding.key(name), default: []].append(name) }
        var found: [Finding] = []
        for (key, group) in groups where group.count > 1 && !key.isEmpty {
            // The most frequent spelling is taken for the right one; of two, the later in order.
            let sorted = group.sorted {
                (names[$0]?.count ?? 0, $1) > (names[$1]?.count ?? 0, $0)
            }
            for name in sorted.dropFirst() {
                for path in names[name] ?? [] {
                    found.append(
                        Finding(
                            "\(name) is written \(sorted[0]) elsewhere", at: path,
                            hint: "Write the name in one way",
                            related: (names[sorted[0]]?.first).map {
                                [RelatedPlace("the other spelling", path: $0)]
                            } ?? [],
                            fix: .set(path, to: sorted[0], "Write \(sorted[0])")))
                }
            }
        }
        return found.sorted { $0.path.description < $1.path.description }
    }
}
