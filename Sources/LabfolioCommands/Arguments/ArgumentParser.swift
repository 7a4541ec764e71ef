internal import RecordModel

/// Reads what was typed by the descriptions of the commands.
struct ArgumentParser {
    let commands: [CommandDescription]

    /// What was typed means.
    enum Parsed {
        case run(CommandDescription, values: [String: [String]], operands: [String])
        case help(CommandDescription?)
        case version
    }

    /// Finds the command and its options.
    ///
    /// Options may stand before and behind operands; `--name=value` and `--name value` are the
    /// same; `--` ends the options.
    func parse(_ arguments: [String]) throws(CommandError) -> Parsed {
        guard let first = arguments.first else { return .help(nil) }
        switch first {
        case "--help", "-h": return .help(nil)
        case "help":
            guard arguments.count > 1 else { return .help(nil) }
            return .help(try command(for: arguments.dropFirst()).command)
        case "--version", "-V": return .version
        default: break
        }
        let (command, words) = try command(for: arguments[...])
        return try parse(arguments.dropFirst(words), for: command)
    }

    /// Returns the command whose words come first, and the number of its words.
    private func command(
        for arguments: ArraySlice<String>
    ) throws(CommandError) -> (command: CommandDescription, words: Int) {
        // What git runs may be called by way of git.
        if arguments.prefix(2).elementsEqual(["git", "hook"]) {
            let (command, words) = try command(for: arguments.dropFirst())
            return (command, words + 1)
        }
        for count in [2, 1] {
            let name = arguments.prefix(count).joined(separator: " ")
            if let command = commands.first(where: { $0.name == name }) {
                return (command, count)
            }
        }
        let typed = arguments.first ?? ""
        if typed.hasPrefix("-") {
            throw .usage(
                "There is no option `\(typed)` before the command",
                hint: "labfolio --help lists the commands; options follow them")
        }
        let group = commands.filter { $0.name.hasPrefix(typed + " ") }
        guard group.isEmpty else {
            throw .usage(
                "`\(typed)` needs one more word",
                hint: group.map { "labfolio " + $0.name }.joined(separator: ", "))
        }
        let near = Suggestion.closest(to: typed, in: commands.map(\.name))
        throw .usage(
            "There is no command `\(typed)`",
            hint: near.map { "Did you mean `\($0)`?" } ?? "labfolio --help lists the commands")
    }

    private func parse(
        _ arguments: ArraySlice<String>, for command: CommandDescription
    ) throws(CommandError) -> Parsed {
        var values: [String: [String]] = [:]
        var operands: [String] = []
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands += rest
                break
            }
            guard argument.hasPrefix("-"), argument.count > 1 else {
                operands.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1)
            let name = parts.first.map(String.init) ?? argument
            if name == "--help" || name == "-h" { return .help(command) }
            guard let option = command.options.first(where: { $0.name == name || $0.short == name })
            else { throw unknown(name, for: command) }
            var value = ""
            if option.value != nil {
                if parts.count == 2 {
                    value = String(parts[1])
                } else if argument.hasSuffix("="), option.choices.isEmpty {
                    value = ""
                } else if !argument.hasSuffix("="), let next = rest.popFirst() {
                    value = next
                } else {
                    throw .usage(
                        "The option \(option.name) needs a value: \(option.value ?? "")",
                        hint: "labfolio \(command.name) --help explains it")
                }
            } else if parts.count == 2 {
                throw .usage("The option \(option.name) takes no value")
            }
            if !option.choices.isEmpty, !option.choices.contains(value) {
                let near = Suggestion.closest(to: value, in: option.choices)
                throw .usage(
                    "`\(value)` is no value of \(option.name)",
                    hint: near.map { "Did you mean `\($0)`?" }
                        ?? "It takes \(option.choices.joined(separator: ", "))")
            }
            if !option.isRepeatable, values[option.name] != nil, option.value != nil {
                throw .usage("The option \(option.name) is there twice")
            }
            values[option.name, default: []].append(value)
        }
        try checkCount(operands, for: command)
        return .run(command, values: values, operands: operands)
    }

    private func unknown(_ name: String, for command: CommandDescription) -> CommandError {
        let names = command.options.map(\.name) + ["--help"]
        let near = Suggestion.closest(to: name, in: names)
        return .usage(
            "labfolio \(command.name) has no option `\(name)`",
            hint: near.map { "Did you mean `\($0)`?" } ?? "It has \(names.joined(separator: ", "))")
    }

    private func checkCount(
        _ operands: [String], for command: CommandDescription
    ) throws(CommandError) {
        var least = 0
        var most: Int? = 0
        for operand in command.operands {
            switch operand.count {
            case .one:
                least += 1
                most = most.map { $0 + 1 }
            case .optional: most = most.map { $0 + 1 }
            case .any: most = nil
            case .some:
                least += 1
                most = nil
            }
        }
        let usage = HelpText.usage(of: command)
        if operands.count < least {
            throw .usage(
                "\(command.operands[operands.count].name) is missing", hint: "Usage: \(usage)")
        }
        if let most, operands.count > most {
            throw .usage("`\(operands[most])` is one word too many", hint: "Usage: \(usage)")
        }
    }
}
