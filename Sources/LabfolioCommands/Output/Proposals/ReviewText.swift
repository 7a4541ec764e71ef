internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import Profiles
internal import Publishing
internal import RecordModel

/// Prints a review for a person at a terminal.
struct ReviewText {
    let style: Style
    let today: DateText?
    /// As many files of one homepage are named.
    private static let fileLimit = 12

    /// Returns the whole review.
    func text(_ review: ProposalReview) -> String {
        let parts = [
            head(review), events(review), changes(review), conflicts(review), findings(review),
            owners(review), pages(review),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Who proposes what, and where it stands.
    private func head(_ review: ProposalReview) -> String {
        let proposal = review.proposal
        let age =
            ProposalText.age(of: proposal.author, today: today)
            .map { ", " + ProposalText.words(forDays: $0) } ?? ""
        var text =
            style.text("proposal \(proposal.name)", .strong) + "  " + state(review) + "\n"
        text +=
            VisibleText.line(
                "\(proposal.author.name) <\(proposal.author.email)>, "
                    + "\(GitDate.day(of: proposal.author))\(age)") + "\n"
        text += ReviewFacts.extent(of: review) + "\n"
        for line in proposal.message.split(separator: "\n", omittingEmptySubsequences: false) {
            text += "    \(VisibleText.of(String(line)))".trimmed + "\n"
        }
        return text
    }

    private func state(_ review: ProposalReview) -> String {
        let role: Style.Role =
            switch review.state {
            case "open", "accepted": .added
            case "conflicted": .error
            default: .removed
            }
        return style.text(review.state, role)
    }

    /// What happened since it was opened.
    private func events(_ review: ProposalReview) -> String {
        review.proposal.events.filter { $0.kind != .opened }.map { event in
            var line = "\(GitDate.day(of: event.author))  \(event.author.name): \(event.words)"
            if !event.message.isEmpty, event.kind != .extended {
                line += ": \(event.message)"
            }
            return style.text(VisibleText.line(line).trimmed, .faint) + "\n"
        }.joined()
    }

    private func changes(_ review: ProposalReview) -> String {
        let diff = DiffText(style: style)
        var text = style.text("Changes", .strong) + "\n"
        for profile in ReviewFacts.profiles(of: review) { text += diff.text(profile) }
        for path in review.otherFiles { text += "\(VisibleText.line(path))\n" }
        return text.trimmedLineEnds
    }

    private func conflicts(_ review: ProposalReview) -> String {
        guard !review.merge.isClean, review.proposal.state == .open else { return "" }
        return style.text("Conflicts", .strong) + "\n"
            + ConflictText(style: style).text(of: review.merge, in: review.proposal.name)
    }

    private func findings(_ review: ProposalReview) -> String {
        let findings = review.findings
        var text =
            style.text("Findings", .strong) + "  " + ReviewFacts.summary(of: findings) + "\n"
        let printer = DiagnosticPrinter(style: style)
        for diagnostic in findings.new { text += printer.text(diagnostic) }
        return text.trimmedLineEnds
    }

    private func owners(_ review: ProposalReview) -> String {
        guard !review.consents.isEmpty else { return "" }
        var text = style.text("Consent needed", .strong) + "\n"
        for consent in review.consents {
            text += VisibleText.line("\(consent.part): \(ReviewFacts.owners(of: consent))") + "\n"
        }
        for refusal in review.refusals {
            text += style.text(VisibleText.line(refusal.message), .error) + "\n"
        }
        return text
    }

    private func pages(_ review: ProposalReview) -> String {
        var text =
            style.text("Homepages", .strong) + "  " + ReviewFacts.summary(of: review.sites) + "\n"
        for site in review.sites {
            let url = site.after?.url.map { "  \($0)" } ?? ""
            text += VisibleText.line("\(site.profile)  \(site.layout)\(url)") + "\n"
            for (path, change) in site.files.prefix(Self.fileLimit) {
                let (sign, role): (String, Style.Role) =
                    switch change {
                    case .add: ("+", .added)
                    case .remove: ("-", .removed)
                    case .replace: ("~", .changed)
                    }
                text += "  " + style.text(sign, role) + " \(VisibleText.line(path))\n"
            }
            let others = site.files.count - Self.fileLimit
            if others > 0 { text += "  … \(others.counted("more file"))\n" }
        }
        return text
    }
}

extension ReviewEvent {
    /// What happened, in words.
    var words: String {
        switch kind {
        case .opened: "opened it"
        case .extended: "added changes"
        case .commented: "said"
        case .resolved: "resolved \(decision ?? "a conflict")"
        case .acceptedInPart: "accepted \(profiles.joined(separator: ", "))"
        case .accepted: "accepted it"
        case .rejected: "rejected it"
        }
    }
}

extension String {
    /// The text with one line end at its end.
    fileprivate var trimmedLineEnds: String {
        var text = self[...]
        while text.hasSuffix("\n") { text.removeLast() }
        return text + "\n"
    }
}
