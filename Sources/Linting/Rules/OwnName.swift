internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds publications on which nobody, or more than one, is marked as the person.
    static let ownName = Rule(
        "lint.own-name", .warning, "No author of a publication is marked as the person",
        reason: "Pages set the person's own name apart among the authors; here they cannot.",
        remedy: "Write `self: true` under the author who is the person of this homepage.",
        examples: [
            .bad(
                """
                publications:
                  - id: paper
                    authors:
                      - name: Charles Babbage
                      - name: Ada Lovelace
                """, at: "/publications/paper/authors"),
            .bad(
                "publications: [{id: paper, authors: [{name: A, self: true}, {name: B, self: true}]}]",
                at: "/publications/paper/authors"),
            .good(
                """
                publications:
                  - id: paper
                    authors:
                      - name: Charles Babbage
                      - name: Ada Lovelace
                        self: true
                """),
            .good("publications: [{id: paper, authors: [{name: A}, {name: B, profile: someone}]}]"),
        ]
    ) { subject, _ in
        let papers = subject.papers
        return papers.indices.compactMap { position in
            let authors = papers[position].authors
            var own = 0
            for index in authors.indices where authors[index].isSelf { own += 1 }
            if own == 1 { return nil }
            let path = papers[position].path.appending("authors")
            if own > 1 {
                return Finding(
                    "\(own) of the authors are marked as `self`", at: path,
                    hint: "Leave `self: true` under the person of this homepage alone")
            }
            guard !authors.isEmpty, own == 0,
                !authors.contains(where: { $0.profile == subject.record.id.text })
            else { return nil }
            let places = authors.indices.filter {
                subject.profile.person.name.isSpelled(authors[$0].name)
            }
            return Finding(
                authors.count == 1
                    ? "The author is not marked as `self`"
                    : "None of the \(authors.count) authors is marked as `self`", at: path,
                hint: "Write `self: true` under the author who is the person of this homepage",
                fix: places.count == 1 ? mark(authors[places[0]], of: papers[position]) : nil)
        }
    }

    private static func mark(_ author: Paper.Author, of paper: Paper) -> Fix {
        Fix(
            "Mark \(author.name) as the person", isSafe: false,
            edits: [FieldEdit(paper.path(to: author).appending("self"), .bool(true))])
    }
}

extension PersonName {
    /// Tells whether the person publishes under a name.
    func isSpelled(_ name: String) -> Bool {
        let key = TextFolding.key(name)
        return key == TextFolding.key(display)
            || variants.contains { TextFolding.key($0) == key }
    }
}
