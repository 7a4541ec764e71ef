internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// Writes a review as a comment: what needs a decision first, the changes last.
///
/// As in a diff, every text of a record stands in a code span, so that nothing of it acts.
struct ReviewMarkdown {
    /// As many lines of one kind are shown.
    private static let lineLimit = 30

    func text(_ review: ProposalReview) -> String {
        let proposal = review.proposal
        var text = "### Proposal `\(proposal.name)`: \(review.state)\n\n"
        text += "\(code(proposal.author.name)): \(code(proposal.summary))\n\n"
        text += "\(code(ReviewFacts.extent(of: review)))\n\n"
        text += list(
            "Conflicts",
            review.merge.disputes.map {
                "\(code(($0.profile?.text ?? $0.file) + " " + $0.conflict.path.description)): "
                    + $0.conflict.reason.sentence
            } + review.merge.disputedFiles.map { "\(code($0)): both sides changed it" })
        text += "**Findings:** \(ReviewFacts.summary(of: review.findings))\n\n"
        text += list(
            nil,
            review.findings.new.map {
                let place = [$0.profile, $0.path?.description].compactMap(\.self)
                    .joined(separator: " ")
                return "\($0.severity.rawValue) `\($0.code.rawValue)` \(code(place)): "
                    + code($0.message)
            })
        text += list(
            "Consent needed",
            review.consents.map { "\(code($0.part)): \(code(ReviewFacts.owners(of: $0)))" })
        text += "**Homepages:** \(ReviewFacts.summary(of: review.sites))\n\n"
        text += list(
            nil,
            review.sites.map { site in
                let names = site.files.prefix(8).map { code($0.path) }.joined(separator: ", ")
                return "\(code(site.profile)), \(code(site.layout)): \(names)"
                    + (site.files.count > 8 ? ", …" : "")
            })
        var diff = DiffMarkdown()
        diff.limit = max(DiffMarkdown.leastLimit, diff.limit - text.utf8.count)
        return text + diff.text(DiffReport(review.diffs, schemas: review.schemas))
    }

    private func list(_ title: String?, _ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        var text = title.map { "**\($0):**\n\n" } ?? ""
        for line in lines.prefix(Self.lineLimit) { text += "- \(line)\n" }
        if lines.count > Self.lineLimit { text += "- … \(lines.count - Self.lineLimit) more\n" }
        return text + "\n"
    }

    private func code(_ text: String) -> String { DiffMarkdown.code(VisibleText.line(text)) }
}
