internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds counts that do not say when they were read.
    static let citationDate = Rule(
        "lint.citation-date", .warning, "A count does not say when it was read",
        reason: """
            Numbers of citations and stars grow every day. Without its date nobody can tell \
            whether a number is old or wrong.
            """,
        remedy: "Write `as_of` with the date of reading beside the number.",
        examples: [
            .bad(
                """
                publications: [{id: paper, citations: {count: 42}}]
                """, at: "/publications/paper/citations"),
            .bad("projects: [{id: tool, stars: {count: 2600}}]", at: "/projects/tool/stars"),
            .bad("profile: {citations: {total: 42}}", at: "/profile/citations"),
            .good("publications: [{id: paper, citations: {count: 42, as_of: 2026-05}}]"),
            .good("projects: [{id: tool, stars: {badge: true}}]"),
        ]
    ) { subject, _ in
        let profile = subject.profile
        var undated = subject.papers.compactMap(\.citations)
            .filter { $0.count != nil && $0.asOf == nil }.map(\.path)
        undated += profile.projects.compactMap(\.stars)
            .filter { $0.count != nil && $0.asOf == nil }.map(\.path)
        if let citations = profile.person.citations, citations.asOf == nil,
            citations.total != nil || citations.hIndex != nil
        {
            undated.append(citations.path)
        }
        return undated.map {
            Finding(
                "The number does not say when it was read", at: $0,
                hint: "Write `as_of` with the date beside it")
        }
    }
}
