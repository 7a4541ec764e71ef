internal import Formats
internal import Git
internal import Layouts
internal import ProfileStore
internal import Prose
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio new`.
    static let new = CommandDescription(
        name: "new", summary: "Begin a profile",
        discussion: """
            Writes the files of a new profile into the work tree, with comments that show what \
            can be filled in. With -m, or in a bare store, they are committed.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id: lower-case words joined by `-`")
        ],
        options: [
            Option(name: "--name", value: "NAME", summary: "The name as it is shown"),
            Option(
                name: "--layout", value: Layout.all.map(\.name).joined(separator: "|"),
                summary: "The layout of the homepage (default: as labfolio.yml says)",
                choices: Layout.all.map(\.name)),
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "Commit the files with this message"),
            .store,
        ],
        examples: [
            Example(
                line: "labfolio new ada-lovelace --name \"Ada Lovelace\" --layout plain",
                meaning: "Begin a homepage in our own layout")
        ]
    ) { invocation throws(CommandError) in
        let typed = invocation.operands[0]
        guard let id = ProfileID(typed) else {
            let slug = Slugs.slug(typed)
            throw .usage(
                "`\(typed)` is no id of a profile: lower-case letters, digits and single `-`",
                hint: "Try \(slug)")
        }
        guard let name = invocation.value("--name"),
            !name.isEmpty
        else {
            throw .usage(
                "The name is missing", hint: "labfolio new \(id) --name \"Ada Lovelace\"")
        }
        guard VisibleText.line(name) == name else {
            throw .usage("The name has a line end or another control character in it")
        }
        let store = try invocation.store()
        let message = invocation.value("--message")
        let commits = store.isBare || message != nil
        @Sendable func files(in snapshot: Snapshot?) throws(StoreError) -> [String: [UInt8]] {
            if snapshot?.profileIDs.contains(id) == true { throw .profileExists(id) }
            let layout =
                invocation.value("--layout")
                ?? snapshot?.configuration["default_layout"]?.string ?? Layout.plain.name
            let parts = NameText(displayed: name)
            return NewProfile.files(
                id: id, name: name, given: parts.given.isEmpty ? nil : parts.given,
                family: parts.family.isEmpty ? nil : parts.family, layout: layout)
        }
        guard commits else {
            let written = try CommandError.store { () throws(StoreError) in
                let files = try files(in: try store.snapshot(at: .workTree))
                try store.writeWorkTree(files)
                return files.keys.sorted()
            }
            for file in written { _ = invocation.terminal.write(file + "\n") }
            invocation.terminal.writeError(
                "Next: fill in \(written.first { $0.hasSuffix("profile.yml") } ?? ""), then "
                    + "labfolio validate \(id)\n")
            return .fine
        }
        let commitID = try CommandError.store { () throws(StoreError) in
            try store.commit(
                message: message ?? "profiles: begin \(id)",
                author: try invocation.author(in: store)
            ) { snapshot throws(StoreError) in
                var changes: Store.FileChanges = [:]
                for (path, bytes) in try files(in: snapshot) { changes[path] = .some(bytes) }
                return changes
            }
        }
        if let commitID { _ = invocation.terminal.write("\(commitID)\n") }
        return .fine
    }
}

extension Invocation {
    /// Returns who makes a commit: the environment as git reads it, else git's configuration.
    func author(in store: Store) throws(StoreError) -> Signature {
        if let signature = try authorOfEnvironment() { return signature }
        let repository = try store.repository()
        do throws(GitError) {
            if let signature = try repository.defaultSignature() { return signature }
        } catch { throw .git(error) }
        throw .unknownAuthor
    }

    /// Returns who makes a commit by the environment, nil where it does not say.
    func authorOfEnvironment() throws(StoreError) -> Signature? {
        guard let name = terminal.environment("GIT_AUTHOR_NAME"),
            let email = terminal.environment("GIT_AUTHOR_EMAIL")
        else { return nil }
        if let date = terminal.environment("GIT_AUTHOR_DATE").flatMap(AuthorDate.init) {
            return Signature(
                name: name, email: email, seconds: date.seconds, offset: date.offset)
        }
        do throws(GitError) { return try Signature.now(name: name, email: email) } catch {
            throw .git(error)
        }
    }
}
