internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds references to entries that are not there.
    static let brokenReference = Rule(
        "lint.broken-reference", .warning, "A reference leads to no entry",
        reason: """
            Pages link what a reference names. After an entry was renamed or removed, what \
            referred to it links nothing.
            """,
        remedy: "Write the path of the entry as it is now, or remove the reference.",
        examples: [
            .bad(
                """
                news: [{id: accepted, text: Accepted!, references: [/publications/pape]}]
                publications: [{id: paper, title: Paper}]
                """, at: "/news/accepted/references/0"),
            .bad(
                "profile: {layout: {sections: [{section: news}, {section: demoes}]}}",
                at: "/profile/layout/sections/demoes"),
            .good(
                """
                news: [{id: accepted, text: Accepted!, references: [/publications/paper]}]
                publications: [{id: paper, title: Paper}]
                """),
            .good(
                """
                profile: {layout: {sections: [{section: bio}, {section: demos}]}}
                sections: [{id: demos, title: Demos, text: Try it.}]
                """),
        ]
    ) { subject, _ in
        let profile = subject.profile
        let (news, projects) = (profile.news, profile.projects)
        let lists =
            news.indices.filter { !news[$0].references.isEmpty }
            .map { (news[$0].path, news[$0].references) }
            + projects.map { ($0.path, $0.references) }
        var found: [Finding] = []
        for (path, references) in lists {
            for (position, reference) in references.enumerated() {
                if let finding = finding(
                    reference, at: path.appending("references").appending(String(position)),
                    in: subject.record.value)
                {
                    found.append(finding)
                }
            }
        }
        return found + unknownParts(of: subject)
    }

    private static func finding(
        _ reference: String, at path: FieldPath, in record: Value
    ) -> Finding? {
        guard let target = FieldPath(parsing: reference),
            record.value(at: target) == nil
        else { return nil }
        let section = target.steps.first ?? ""
        let ids = (record[section]?.list ?? []).compactMap { $0["id"]?.string }
        let near = target.steps.count > 1 ? Suggestion.closest(to: target.steps[1], in: ids) : nil
        let meant = near.map { "/\(section)/\($0)" }
        return Finding(
            "There is no entry \(reference)", at: path,
            hint: meant.map { "Did you mean \($0)?" }
                ?? "Write the path of the entry as it is now, or remove the reference",
            fix: meant.map { .set(path, to: $0, "Refer to \($0)") })
    }

    /// The parts of the page that are neither a section nor a part of the person.
    private static func unknownParts(of subject: Subject) -> [Finding] {
        let free = subject.profile.sections.map(\.id)
        return subject.profile.layoutChoices.sections.compactMap { choice in
            guard !parts.contains(choice.section), !free.contains(choice.section),
                subject.record.value[choice.section] == nil
            else { return nil }
            let near = Suggestion.closest(to: choice.section, in: Array(parts) + free)
            return Finding(
                "There is no section `\(choice.section)` to show", at: choice.path,
                hint: near.map { "Did you mean `\($0)`?" }
                    ?? "Name a section of the record or the id of an entry of sections.yml")
        }
    }

    private static let parts: Set<String> = [
        "bio", "interests", "contact", "selected", "widgets", "news", "publications",
        "positions", "education", "awards", "service", "teaching", "talks", "projects", "sections",
    ]
}
