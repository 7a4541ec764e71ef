internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio propose`.
    static let propose = CommandDescription(
        name: "propose", summary: "Put changes on a branch, for somebody to review",
        discussion: """
            Takes what is changed in the work tree, commits it to the branch proposals/NAME, and \
            gives the files back as they are in the last commit; with --keep they stay changed. \
            The branch that you are on does not move. With --from the changes come from a patch \
            made by git diff or git format-patch, or of records (RFC 6902) as labfolio diff \
            --format json-patch prints it, against the newest commit; the work tree is not looked \
            at, so that this works in a bare store too. Proposing again under a name \
            that you have open adds a commit to it.
            """,
        operands: [
            Operand(name: "NAME", summary: "The name: lower-case words joined by `-`"),
            Operand(
                name: "PROFILE", summary: "Only the changes of these profiles (default: all)",
                count: .any, completion: .profiles),
        ],
        options: [
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "What is proposed, and why"),
            Option(
                name: "--from", value: "FILE",
                summary: "Propose a patch; - is standard input", completion: .files),
            Option(name: "--keep", summary: "Leave the files in the work tree as they are"),
            .store,
        ],
        examples: [
            Example(
                line: "labfolio propose new-paper -m \"A paper at ICML\"",
                meaning: "Propose what is changed in the work tree"),
            Example(
                line: "labfolio propose new-paper ada-lovelace --from paper.diff",
                meaning: "Propose a patch, if it changes one profile only"),
            Example(
                line: "labfolio propose new-paper ada-lovelace --from ada.json",
                meaning: "Propose a patch of one record, a list of operations"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let name = invocation.operands[0]
        let ids = try invocation.proposedProfiles()
        let author = try CommandError.store { () throws(StoreError) in
            try invocation.author(in: store)
        }
        guard invocation.value("--message")?.isEmpty != true else {
            throw .usage("The message is empty", hint: "Say what is proposed, and why")
        }
        let changes: ProposedFiles
        if let file = invocation.value("--from") {
            let patch = try invocation.patch(file)
            if RecordPatches.isLikely(patch) {
                let patches = try RecordPatches(patch, for: ids)
                changes = try CommandError.store { () throws(StoreError) in
                    try patches.changes(in: store)
                }
            } else {
                changes = try CommandError.store { () throws(StoreError) in
                    try store.changes(of: patch, profiles: ids)
                }
            }
        } else {
            guard !store.isBare else {
                throw .usage(
                    "A bare store has no files to propose",
                    hint: "Give it a patch: git diff | labfolio propose \(name) --from -")
            }
            changes = try CommandError.store { () throws(StoreError) in
                let changes = try store.changesToPropose(of: ids)
                if !invocation.isOn("--keep") { try store.checkTakingBack(changes) }
                return changes
            }
        }
        let givesBack = invocation.value("--from") == nil && !invocation.isOn("--keep")
        let proposal = try CommandError.store { () throws(StoreError) in
            let proposal = try store.propose(
                changes, as: name, message: invocation.value("--message"), by: author)
            // On the proposal's own branch the last commit is the one just made.
            if givesBack, !(try store.isCheckedOut(proposal)) { try store.takeBack(changes) }
            return proposal
        }
        _ = invocation.terminal.write(
            "Proposed \(name): \(ProposalText.touched(changes)) in commit "
                + "\(proposal.commitID.description.prefix(9))\n")
        invocation.terminal.writeError("Next: labfolio review \(name)\n")
        try invocation.sayHowToPush(name, of: store)
        return .fine
    }
}

extension Invocation {
    /// The profiles that were typed behind the name; they may not be there yet.
    fileprivate func proposedProfiles() throws(CommandError) -> [ProfileID] {
        var ids: [ProfileID] = []
        for text in operands.dropFirst() {
            guard let id = ProfileID(text) else {
                throw .usage("`\(text)` is no id of a profile")
            }
            ids.append(id)
        }
        return ids
    }

    /// Reads a patch from a file or from standard input.
    fileprivate func patch(_ file: String) throws(CommandError) -> [UInt8] {
        if file == "-" {
            guard let bytes = terminal.readInput() else {
                throw .failure("Standard input cannot be read")
            }
            return bytes
        }
        do throws(FileError) {
            return try FileSystem.read(path(file), limit: 256 << 20, links: .follow)
        } catch { throw .failure(error.description) }
    }

    /// Says how a proposal gets to the others, where there are others.
    func sayHowToPush(_ name: String, of store: Store) throws(CommandError) {
        let remote = try CommandError.store { () throws(StoreError) in try store.remoteName() }
        guard let remote else { return }
        terminal.writeError("Next: git push \(remote) proposals/\(name) refs/labfolio/events\n")
    }
}
