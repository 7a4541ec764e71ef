internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds publications on which nobody is marked as the person of the homepage.
    static let ownName = Rule(
        "lint.own-name", "No author of a publication is marked as the person"
    ) { subject in
        subject.profile.publications.compactMap { publication in
            let authors = publication.authors
            guard !authors.isEmpty, !authors.contains(where: \.isSelf),
                !authors.contains(where: { $0.profile == subject.record.id.text })
            else { return nil }
            return Diagnostic(
                "lint.own-name", "None of the \(authors.count) authors is marked as `self`",
                severity: .warning,
                hint: "Write `self: true` under the author who is the person of this homepage",
                path: publication.path.appending("authors"))
        }
    }
}
