internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// What a merge did, or would do.
struct MergeReport {
    let ours: CommitID
    let theirs: CommitID
    var merge: StoreMerge?
    /// Whether there was nothing to merge.
    var isUpToDate = false
    /// Whether the branch only moves forward.
    var isFastForward = false
    /// Whether nothing is written.
    var isTrial = false
    /// Whether the work tree was left for a person to finish.
    var isLeftToPerson = false
    /// The commit that the branch names now.
    var commitID: CommitID?

    /// Whether there is nothing for a person to decide.
    var isClean: Bool { merge?.isClean ?? true }

    func write(as format: String, to terminal: Terminal) {
        if format == "json" {
            _ = terminal.write(VisibleText.json(json) + "\n")
            return
        }
        guard let merge else {
            _ = terminal.write("Everything is merged already\n")
            return
        }
        let style = Style(isOn: terminal.usesColor)
        for profile in merge.profiles { guard terminal.write(text(profile, style)) else { return } }
        for file in merge.otherConflicts {
            guard terminal.write(text(file, style)) else { return }
        }
        for notice in merge.notices + merge.findings {
            terminal.writeError(DiagnosticPrinter(style: style).text(notice))
        }
        if let commitID { _ = terminal.write("\(commitID)\n") }
        writeEnding(to: terminal)
    }

    /// Says how a person goes on where there is something to decide.
    func writeEnding(to terminal: Terminal) {
        guard let merge, !merge.isClean else { return }
        terminal.writeError(ending(of: merge))
    }

    /// One line for a profile, and one for each of its conflicts.
    private func text(_ profile: ProfileMerge, _ style: Style) -> String {
        let count = profile.merged.count
        var text = style.text(profile.id.text, .strong) + ": "
        let all = Set(profile.paths + profile.merged.map(\.path)).count
        text += all.counted("file") + (count > 0 ? ", \(count) changed by both sides" : "") + "\n"
        for conflict in profile.conflicts {
            text += "  \(style.text("!", .error)) \(VisibleText.of(conflict.path.description)): "
            text += conflict.reason.sentence + "\n"
            for (name, value) in [
                ("base", conflict.base), ("ours", conflict.ours), ("theirs", conflict.theirs),
            ] {
                let shown = value.map(Self.brief) ?? "–"
                text += "      \(name): \(shown)\n"
            }
        }
        return text
    }

    /// A value on one line.
    private static func brief(_ value: Value) -> String {
        let text = value.string ?? JSONWriter(style: .compact).text(value)
        let line = VisibleText.line(text)
        return line.count > columns ? line.prefix(columns - 1) + "…" : line
    }

    private static let columns = 88

    private func text(_ file: FileMerge, _ style: Style) -> String {
        let reason: String
        switch file.outcome {
        case .conflict(let why, _): reason = why.sentence
        default: reason = FileMerge.Reason.changedDifferently.sentence
        }
        return "\(style.text("!", .error)) \(VisibleText.of(file.path)): \(reason)\n"
    }

    /// How many decisions wait for a person.
    var conflictCount: Int {
        merge?.conflicted.reduce(0) { $0 + max(1, $1.section?.conflicts.count ?? 0) } ?? 0
    }

    private func ending(of merge: StoreMerge) -> String {
        let count = conflictCount
        let files = merge.conflicted.count
        var text =
            "\(count.counted("conflict")) in \(files.counted("file"))"
            + (isLeftToPerson ? "" : "; nothing was changed") + "\n"
        guard !isTrial else { return text }
        text +=
            isLeftToPerson
            ? "    hint: Choose between the markers, git add the files, then git commit; "
                + "labfolio merge --abort goes back\n"
            : "    hint: Merge in a clone with a work tree, and push the result\n"
        return text
    }

    /// The conflicts for a program.
    var conflicts: [Value] {
        var conflicts: [Value] = []
        for profile in merge?.profiles ?? [] {
            for conflict in profile.conflicts {
                conflicts.append([
                    "profile": .string(profile.id.text),
                    "path": .string(conflict.path.description),
                    "reason": .string(conflict.reason.rawValue), "base": conflict.base ?? .null,
                    "ours": conflict.ours ?? .null, "theirs": conflict.theirs ?? .null,
                ])
            }
        }
        for file in merge?.conflicted ?? [] where file.section?.conflicts.isEmpty ?? true {
            var reason = FileMerge.Reason.changedDifferently
            if case .conflict(let why, _) = file.outcome { reason = why }
            conflicts.append([
                "file": .string(file.path), "reason": .string(reason.rawValue),
            ])
        }
        return conflicts
    }

    private var json: Value {
        let profiles = (merge?.profiles ?? []).map { profile -> Value in
            [
                "profile": .string(profile.id.text),
                "files": .list(
                    (profile.paths + profile.merged.map(\.path)).unique.map(Value.string)),
                "merged": .list(profile.merged.map { .string($0.path) }),
                "conflicts": .number(Number(profile.conflicts.count)),
            ]
        }
        return [
            "ours": .string(ours.description), "theirs": .string(theirs.description),
            "bases": .list((merge?.bases ?? [theirs]).map { .string($0.description) }),
            "commit": commitID.map { .string($0.description) } ?? .null,
            "fast_forward": .bool(isFastForward), "up_to_date": .bool(isUpToDate),
            "profiles": .list(profiles), "conflicts": .list(conflicts),
            "diagnostics": DiagnosticJSON.list(
                (merge?.notices ?? []) + (merge?.findings ?? [])),
        ]
    }
}

extension [String] {
    /// The texts in order, each once.
    fileprivate var unique: [String] { Set(self).sorted() }
}

/// What comes of doing a merge again.
struct VerificationReport {
    let id: CommitID
    let verification: MergeVerification

    func write(as format: String, to terminal: Terminal) {
        guard format == "json" else {
            _ = terminal.write(VisibleText.of(text))
            return
        }
        let losses = verification.losses.map { loss -> Value in
            [
                "file": .string(loss.file),
                "side": loss.edit.map { .string($0.side.rawValue) } ?? .null,
                "path": loss.edit.map { .string($0.change.path.description) } ?? .null,
                "kind": loss.edit.map { .string($0.change.kind.rawValue) } ?? .null,
            ]
        }
        _ = terminal.write(
            VisibleText.json([
                "commit": .string(id.description), "holds": .bool(verification.holds),
                "kept": verification.kept.map(Value.string) ?? .null,
                "proof": .string(verification.merge.proof), "lost": .list(losses),
            ]) + "\n")
    }

    private var text: String {
        var text = "merge of \(verification.merge.theirs) into \(verification.merge.ours)\n"
        for loss in verification.losses {
            text += "  lost: \(loss.file)"
            if let edit = loss.edit {
                text +=
                    ": \(edit.change.kind.rawValue) of \(edit.change.path) by \(edit.side.rawValue)"
            } else {
                text += ": is not as the merge makes it"
            }
            text += "\n"
        }
        switch verification.kept {
        case nil: text += "  the message keeps no proof\n"
        case verification.merge.proof: text += "  the proof in the message is true\n"
        case let kept?:
            text += "  the proof in the message is not that of this merge: \(kept)\n"
        }
        return text
            + (verification.holds
                ? "Every edit of both sides is there\n" : "The merge does not hold\n")
    }
}
