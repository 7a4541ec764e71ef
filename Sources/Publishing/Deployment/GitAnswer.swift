internal import Formats
internal import Git

/// What the user's git said when it was asked about a branch elsewhere.
enum GitAnswer {
    /// Where a branch elsewhere is.
    enum Tip {
        /// At this commit.
        case at(CommitID)
        /// There is no such branch, or the repository is empty.
        case absent
        /// Git could not find out.
        case unknown(PublishFailure)
    }

    /// What became of a push.
    enum Push {
        case done
        /// Somebody else was quicker, or is at it; with what git said.
        case lostRace([String])
        /// The other side does not want it, and says why; perhaps because somebody was quicker.
        case refused(PublishFailure)
        /// It did not come to that.
        case failed(PublishFailure)
    }

    /// Reads what `git ls-remote` printed.
    static func tip(
        of reference: String, _ result: Result<Subprocess.Outcome, FileError>
    ) -> Tip {
        let outcome: Subprocess.Outcome
        switch result {
        case .failure(let error): return .unknown(PublishFailure(error))
        case .success(let found): outcome = found
        }
        let lines = lines(outcome)
        guard outcome.status == 0 else {
            return .unknown(
                PublishFailure(
                    message: "Git cannot read the repository", said: lines,
                    hint: "Does `git ls-remote` with this address work for you? A repository has "
                        + "to be there already; its branch need not"))
        }
        for line in lines {
            let parts = line.split(separator: "\t")
            guard parts.count == 2, parts[1] == reference else { continue }
            guard let id = CommitID(String(parts[0])) else {
                return .unknown(
                    PublishFailure(
                        message: "The repository has object ids of another kind", said: [],
                        hint: "labfolio publishes to repositories with SHA-1 ids"))
            }
            return .at(id)
        }
        return .absent
    }

    /// Reads what `git fetch` printed; nil where it went well.
    static func failure(ofFetch result: Result<Subprocess.Outcome, FileError>) -> PublishFailure? {
        switch result {
        case .failure(let error): PublishFailure(error)
        case .success(let outcome) where outcome.status == 0: nil
        case .success(let outcome):
            PublishFailure(
                message: "Git cannot fetch the branch", said: lines(outcome),
                hint: "Run the command again; what was published before is as it was")
        }
    }

    /// Reads what `git push --porcelain` printed.
    static func push(_ result: Result<Subprocess.Outcome, FileError>) -> Push {
        let outcome: Subprocess.Outcome
        switch result {
        case .failure(let error): return .failed(PublishFailure(error))
        case .success(let found): outcome = found
        }
        guard outcome.status != 0 else { return .done }
        let lines = lines(outcome)
        let failure = PublishFailure(
            message: "Git could not push", said: lines,
            hint: "Nothing was published there; the branch is as it was")
        guard let verdict = lines.first(where: { $0.hasPrefix("!\t") }) else {
            return .failed(failure)
        }
        // Git refuses by itself only what would have to be forced.
        if verdict.contains("[rejected]") { return .lostRace(lines) }
        let isRace = ["lock", "failed to update ref", "incorrect old value", "already exists"]
            .contains { verdict.contains($0) }
        return isRace ? .lostRace(lines) : .refused(failure)
    }

    private static func lines(_ outcome: Subprocess.Outcome) -> [String] {
        String(decoding: outcome.output, as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
    }
}
