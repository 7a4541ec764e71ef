internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// Writes a review as one page of HTML: what needs a decision, then the changes side by side.
struct ReviewPage {
    let portraits: [ProfileID: DiffPortrait]

    func text(_ review: ProposalReview) -> String {
        var page = DiffPage(title: "proposal \(review.proposal.name)")
        page.portraits = portraits
        let changes = page.text(DiffReport(review.diffs, schemas: review.schemas))
        guard let main = changes.range(ofFirst: "<main>\n") else { return changes }
        let end = changes.index(main, offsetBy: "<main>\n".count)
        return String(changes[..<end]) + head(review) + String(changes[end...])
    }

    private func head(_ review: ProposalReview) -> String {
        let proposal = review.proposal
        var text = "<section>\n<h2>\(escaped(proposal.name)): \(escaped(review.state))</h2>\n"
        text += "<p>\(escaped(proposal.author.name)), \(GitDate.day(of: proposal.author))</p>\n"
        text += "<p>\(escaped(proposal.message))</p>\n"
        text += "<p>\(escaped(ReviewFacts.extent(of: review)))</p>\n</section>\n"
        text += list(
            "Conflicts",
            review.merge.disputes.map {
                "\($0.profile?.text ?? $0.file) \($0.conflict.path): \($0.conflict.reason.sentence)"
            } + review.merge.disputedFiles)
        text += list(
            "Findings: \(ReviewFacts.summary(of: review.findings))",
            review.findings.new.map { finding in
                let place = finding.location?.description ?? finding.path?.description ?? ""
                return "\(finding.severity.rawValue) [\(finding.code.rawValue)] \(place): "
                    + finding.message
            }, isAlways: true)
        text += list(
            "Consent needed",
            review.consents.map { "\($0.part): \(ReviewFacts.owners(of: $0))" })
        text += list(
            "Homepages: \(ReviewFacts.summary(of: review.sites))",
            review.sites.map { site in
                "\(site.profile) (\(site.layout)): "
                    + site.files.map(\.path).joined(separator: ", ")
            }, isAlways: true)
        return text
    }

    private func list(_ title: String, _ lines: [String], isAlways: Bool = false) -> String {
        guard isAlways || !lines.isEmpty else { return "" }
        var text = "<section>\n<h2>\(escaped(title))</h2>\n"
        if !lines.isEmpty {
            text += "<ul>\n" + lines.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
        }
        return text + "</section>\n"
    }

    private func escaped(_ text: String) -> String { HTMLEscape.text(VisibleText.of(text)) }
}

extension String {
    /// Where a text begins first, nil where it does not.
    fileprivate func range(ofFirst text: String) -> Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
