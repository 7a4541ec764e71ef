internal import Git
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// What became of the homepages that were to be published, for programs.
struct PublishJSON {
    let run: PublishRun

    /// Returns everything as one value.
    func value(_ reports: [PublishReport]) -> Value {
        [
            "commit": text(run.snapshot.commitID?.description), "dryRun": .bool(run.isDryRun),
            "targets": .list(reports.map(value)),
            "withoutTarget": .list(run.homeless.map { .string($0.text) }),
            "diagnostics": DiagnosticJSON.list(run.findings + reports.flatMap(\.findings)),
        ]
    }

    private func value(_ report: PublishReport) -> Value {
        var fields = Mapping()
        fields["profile"] = .string(report.target.profile.text)
        fields["repository"] = .string(report.target.repository)
        fields["branch"] = .string(report.target.branch)
        fields["folder"] = .string(report.target.folder)
        fields["layout"] = text(report.layout)
        var (state, commit, failure): (String, String?, PublishFailure?) = ("unchanged", nil, nil)
        switch report.outcome {
        case .unchanged: break
        case .refused: state = "refused"
        case .failed(let error): (state, failure) = ("failed", error)
        case .published where run.isDryRun: state = "changed"
        case .published(let id): (state, commit) = ("published", id.description)
        }
        fields["state"] = .string(state)
        fields["commit"] = text(commit)
        fields["written"] = .number(Number(report.written))
        fields["deleted"] = .number(Number(report.deleted))
        fields["kept"] = .number(Number(report.kept))
        fields["newBranch"] = .bool(report.isNewBranch)
        fields["lostRaces"] = .number(Number(report.lostRaces))
        fields["message"] = text(failure?.message)
        fields["said"] = .list((failure?.said ?? []).map(Value.string))
        fields["drift"] = .list(report.drift.map(value))
        fields["changes"] = .list(report.patches.map(value))
        return .mapping(fields)
    }

    private func value(_ patch: FilePatch) -> Value {
        ["path": .string(patch.path), "patch": .string(patch.text)]
    }

    private func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
}
