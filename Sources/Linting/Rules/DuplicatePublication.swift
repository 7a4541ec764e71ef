internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds works that stand in the list twice.
    static let duplicatePublication = Rule(
        "lint.duplicate-publication", .warning, "The same work is listed twice",
        reason: """
            Readers count the list. A preprint and the paper that came of it are one work, and \
            one entry can hold the identifiers of both.
            """,
        remedy: "Keep one entry; put the other's identifiers and links into it.",
        examples: [
            .bad(
                """
                publications:
                  - {id: one, title: On Engines, doi: 10.1000/182}
                  - {id: two, title: Concerning Engines, doi: 10.1000/182}
                """, at: "/publications/two"),
            .bad(
                """
                publications:
                  - id: preprint
                    title: 'Notes on the analytical engine'
                    arxiv: '2401.00001'
                    venue: {type: preprint}
                    authors: [{name: A. Lovelace, self: true}]
                  - id: paper
                    title: Notes on the Analytical Engine.
                    venue: {type: journal}
                    authors: [{name: Ada Lovelace, self: true}]
                """, at: "/publications/paper"),
            .good(
                """
                publications:
                  - id: paper
                    title: Notes on the Analytical Engine
                    arxiv: '2401.00001'
                    venue: {type: journal}
                    authors: [{name: Ada Lovelace, self: true}]
                """),
            .good(
                """
                publications:
                  - {id: one, title: Reply, authors: [{name: A, self: true}]}
                  - {id: two, title: Reply, authors: [{name: A, self: true}, {name: B}]}
                """),
        ]
    ) { subject, _ in
        let papers = subject.papers
        var seen: [String: Int] = [:]
        seen.reserveCapacity(papers.count * 2)
        return papers.indices.compactMap { position in
            let keys = papers[position].keys
            var (first, namesake): (Int?, Int?) = (nil, nil)
            for key in keys.identifiers {
                if let other = seen[key] { first = first ?? other } else { seen[key] = position }
            }
            if let title = keys.title {
                if let other = seen[title] {
                    namesake = isSameWork(papers[other], papers[position]) ? other : nil
                } else {
                    seen[title] = position
                }
            }
            guard let found = first ?? namesake else { return nil }
            let (other, paper) = (papers[found], papers[position])
            let arePreprintAndPaper = other.isPreprint != paper.isPreprint
            return Finding(
                arePreprintAndPaper
                    ? "The preprint and the published paper are two entries for one work"
                    : "This is the same work as another entry"
                        + (first == nil ? ": title and authors agree" : ": an identifier agrees"),
                at: paper.path,
                hint: "Keep one entry; put the other's identifiers and links into it",
                related: [RelatedPlace("the other entry", path: other.path)])
        }
    }

    /// Tells whether two works with one title share an author, as far as both name some.
    private static func isSameWork(_ one: Paper, _ other: Paper) -> Bool {
        func families(_ paper: Paper) -> Set<String> {
            Set(
                paper.authors.map {
                    TextFolding.key(String($0.name.split(separator: " ").last ?? ""))
                })
        }
        let (mine, yours) = (families(one), families(other))
        return mine.isEmpty || yours.isEmpty || !mine.isDisjoint(with: yours)
    }
}
