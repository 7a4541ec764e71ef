extension CommandDescription {
    /// Describes `labfolio completions`.
    static let completions = CommandDescription(
        name: "completions", summary: "Print the completions of a shell",
        discussion: "Profiles and branches are completed from the store of the current folder.",
        operands: [
            Operand(
                name: "SHELL", summary: CompletionScript.shells.joined(separator: ", "),
                completion: .words(CompletionScript.shells))
        ],
        examples: [
            Example(
                line: "eval \"$(labfolio completions bash)\"",
                meaning: "In ~/.bashrc: complete in every new shell"),
            Example(
                line: "labfolio completions fish > ~/.config/fish/completions/labfolio.fish",
                meaning: "For fish"),
        ]
    ) { invocation throws(CommandError) in
        let shell = invocation.operands[0]
        guard CompletionScript.shells.contains(shell) else {
            throw .usage(
                "There are no completions for `\(shell)`",
                hint: "There are some for \(CompletionScript.shells.joined(separator: ", "))")
        }
        _ = invocation.terminal.write(
            CompletionScript.text(for: shell, commands: Labfolio.commands))
        return .fine
    }
}
