internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// Prints what a proposal is in conflict over.
struct ConflictText {
    let style: Style
    private static let columns = 100

    /// Each conflict with its three sides, and how to decide it.
    func text(of merge: ProposalMerge, in name: String) -> String {
        var text = ""
        let paths = merge.disputes.map(\.conflict.path)
        for dispute in merge.disputes {
            let path = dispute.conflict.path
            let owner = dispute.profile?.text ?? dispute.file
            text += "\(owner) " + style.text(VisibleText.line(path.description), .strong) + "\n"
            text += "    \(dispute.conflict.reason.sentence)\n"
            text += side("before", dispute.conflict.base, .faint)
            text += side("ours", dispute.conflict.ours, .removed)
            text += side("theirs", dispute.conflict.theirs, .added)
            let isShared = paths.count { $0 == path } > 1
            let profile = isShared ? dispute.profile.map { " --profile \($0)" } ?? "" : ""
            text += "    labfolio resolve \(name) \(Self.quoted(path))\(profile) --ours|--theirs\n"
        }
        for path in merge.disputedFiles {
            text += style.text(VisibleText.line(path), .strong) + "\n"
            text += "    Both sides changed it, and it cannot be decided field by field\n"
            text += "    git switch proposals/\(name) && git merge \(merge.scope.target.id)\n"
        }
        return text
    }

    private func side(_ name: String, _ value: Value?, _ role: Style.Role) -> String {
        let shown =
            switch value {
            case nil: "nothing"
            case .string(let text)?: text
            case let value?: JSONWriter(style: .compact).text(value)
            }
        return "    \(name.padded(to: 7)) "
            + style.text(VisibleText.line(shown).cut(to: Self.columns), role) + "\n"
    }

    /// A field path as a shell takes it.
    private static func quoted(_ path: FieldPath) -> String {
        let text = path.description
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "/-_.~".utf8.contains(byte)
        }
        return isPlain
            ? text
            : "'"
                + text.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
    }
}
