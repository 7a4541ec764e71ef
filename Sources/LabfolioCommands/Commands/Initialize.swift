internal import Git
internal import ProfileStore

extension CommandDescription {
    /// Describes `labfolio init`.
    static let initialize = CommandDescription(
        name: "init", summary: "Make a store of a folder",
        discussion: """
            Makes a git repository where there is none, and writes labfolio.yml and the schemas. \
            Files that are there stay as they are.
            """,
        operands: [
            Operand(
                name: "DIR", summary: "The folder (default: this one)", count: .optional,
                completion: .folders)
        ],
        options: [
            Option(
                name: "--name", value: "NAME", summary: "The name of the lab (default: My lab)")
        ],
        examples: [
            Example(
                line: "labfolio init homepages --name \"Example Lab\"", meaning: "Begin a store")
        ]
    ) { invocation throws(CommandError) in
        let folder = invocation.path(invocation.operand(0) ?? ".")
        let creation = try CommandError.store { () throws(StoreError) in
            try Store.create(
                in: folder, name: invocation.value("--name") ?? "My lab",
                author: try invocation.authorOfEnvironment())
        }
        let shown = invocation.operand(0) ?? "This folder"
        guard !creation.written.isEmpty else {
            invocation.terminal.writeError("\(shown) is a store already; nothing was written\n")
            return .fine
        }
        var text = "Wrote \(creation.written.count.counted("file")) in \(creation.store.path)"
        text +=
            creation.commitID.map { " and committed them as \($0.description.prefix(7))\n" } ?? "\n"
        if creation.commitID == nil { text += "Next: git add . && git commit\n" }
        // Who names the folder that they are in is there already.
        if let operand = invocation.operand(0),
            creation.store.path != invocation.terminal.currentFolder
        {
            text += "Next: cd \(operand)\n"
        }
        text += "Next: labfolio new ada-lovelace --name \"Ada Lovelace\"\n"
        invocation.terminal.writeError(text)
        return .fine
    }
}
