internal import Git
internal import Merging
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// A review as one value, for programs.
enum ReviewJSON {
    static func value(_ review: ProposalReview) -> Value {
        var fields = Mapping()
        let row = ProposalRow(
            proposal: review.proposal, scope: review.scope, conflicts: review.merge.conflicted)
        if case .mapping(let head) = row.value { fields = head }
        fields["target"] = .string(review.scope.target.id.description)
        fields["acceptable"] = .bool(review.isAcceptable)
        fields["changes"] =
            DiffJSON.value(review.diffs, before: nil, after: nil)["changes"] ?? .list([])
        fields["disputes"] = .list(
            review.merge.disputes.map { dispute in
                [
                    "profile": (dispute.profile?.text).map(Value.string) ?? .null,
                    "path": .string(dispute.conflict.path.description),
                    "reason": .string(dispute.conflict.reason.rawValue),
                    "base": dispute.conflict.base ?? .null,
                    "ours": dispute.conflict.ours ?? .null,
                    "theirs": dispute.conflict.theirs ?? .null,
                ]
            })
        fields["findings"] = [
            "new": DiagnosticJSON.list(review.findings.new),
            "gone": DiagnosticJSON.list(review.findings.gone),
            "kept": .number(Number(review.findings.kept)),
        ]
        fields["owners"] = .list(
            review.consents.map { consent in
                [
                    "part": .string(consent.part),
                    "places": .list(
                        consent.places.map { .string($0.description) }),
                    "owners": .list(consent.owners.map(Value.string)),
                ]
            })
        fields["refusals"] = DiagnosticJSON.list(review.refusals.map(\.diagnostic))
        fields["homepages"] = .list(
            review.sites.map { site in
                [
                    "profile": .string(site.profile), "layout": .string(site.layout),
                    "url": (site.after?.url).map(Value.string) ?? .null,
                    "files": .list(
                        site.files.map { path, change in
                            ["path": .string(path), "change": .string(change.rawValue)]
                        }),
                ]
            })
        return .mapping(fields)
    }
}
