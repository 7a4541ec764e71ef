internal import Git
internal import Merging
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// The sentences of a review that all its forms share.
enum ReviewFacts {
    /// From where to where, and how much.
    static func extent(of review: ProposalReview) -> String {
        let scope = review.scope
        let base = scope.base.map { " since \(short($0.id))" } ?? ""
        return "\(scope.commitCount.counted("commit"))\(base), for \(short(scope.target.id)): "
            + ProposalText.touched(scope)
    }

    /// The changes, profile by profile.
    static func profiles(of review: ProposalReview) -> [DiffReport.Profile] {
        DiffReport(review.diffs, schemas: review.schemas).profiles
    }

    /// How many findings come, go and stay.
    static func summary(of findings: FindingChanges) -> String {
        let errors = findings.newErrors.count
        return [
            "\(errors.counted("new error"))",
            "\((findings.new.count - errors).counted("new warning"))",
            "\(findings.gone.count) gone", "\(findings.kept) as before",
        ].joined(separator: ", ")
    }

    /// How many homepages and files would change.
    static func summary(of sites: [SiteChange]) -> String {
        guard !sites.isEmpty else { return "no file would change" }
        let files = sites.reduce(0) { $0 + $1.files.count }
        let all = sites.reduce(0) { $0 + max($1.after?.count ?? 0, $1.before?.count ?? 0) }
        return
            "\(files) of \(all.counted("file")) of \(sites.count.counted("homepage")) would change"
    }

    /// Who has to consent.
    static func owners(of consent: ProposalReview.Consent) -> String {
        let owners = consent.owners
        let places = consent.places.prefix(3).map(\.description).joined(separator: ", ")
        let more = consent.places.count > 3 ? ", …" : ""
        let who = owners.isEmpty ? "nobody may" : "one of " + owners.joined(separator: ", ")
        return "\(who) (\(places)\(more))"
    }

    static func short(_ id: CommitID) -> String { String(id.description.prefix(9)) }
}
