/// Writes help from the descriptions of the commands.
enum HelpText {
    private static let columns = 80

    /// The help of the tool as a whole.
    static func overview(of commands: [CommandDescription]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        var text = """
            labfolio keeps the homepages of a research lab as records in git.

            Usage: labfolio COMMAND [OPTION]…

            Commands:

            """
        for command in commands {
            let name = command.name.padded(to: width)
            text += "  \(name)  \(command.summary)\n"
        }
        return text + """

            labfolio COMMAND --help explains a command, with an example.
            labfolio --version prints the version.

            """
    }

    /// The help of one command.
    static func text(for command: CommandDescription) -> String {
        var text = command.summary + "\n\nUsage: " + usage(of: command) + "\n"
        if !command.discussion.isEmpty {
            text += "\n" + command.discussion.wrapped(to: columns)
        }
        if !command.operands.isEmpty {
            text += "\nWords:\n" + table(command.operands.map { ($0.name, $0.summary) })
        }
        let options = command.options + [.help]
        text += "\nOptions:\n" + table(options.map { (signature(of: $0), $0.summary) })
        text += "\nExamples:\n"
        for example in command.examples {
            text += "  # \(example.meaning)\n  \(example.line)\n"
        }
        return text
    }

    /// The line that says how a command is typed.
    static func usage(of command: CommandDescription) -> String {
        var words = ["labfolio", command.name]
        for operand in command.operands {
            switch operand.count {
            case .one: words.append(operand.name)
            case .optional: words.append("[\(operand.name)]")
            case .any: words.append("[\(operand.name)…]")
            case .some: words.append("\(operand.name)…")
            }
        }
        if !command.options.isEmpty { words.append("[OPTION]…") }
        return words.joined(separator: " ")
    }

    private static func signature(of option: CommandDescription.Option) -> String {
        (option.short.map { $0 + ", " } ?? "") + option.name + (option.value.map { " " + $0 } ?? "")
    }

    private static func table(_ rows: [(String, String)]) -> String {
        let width = min(26, rows.map(\.0.count).max() ?? 0)
        var text = ""
        for (name, summary) in rows {
            let lines = summary.wrapped(to: columns, indent: width + 4).dropFirst(width + 4)
            if name.count > width {
                text += "  \(name)\n" + String(repeating: " ", count: width + 4) + lines
            } else {
                text += "  " + name.padded(to: width) + "  " + lines
            }
        }
        return text
    }
}

extension String {
    /// Returns the text with spaces at its end, to a width in characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// Returns the text in lines of at most so many characters, each behind a margin and ended by
    /// a line feed.
    func wrapped(to columns: Int, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var result = ""
        for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, indent + line.count + 1 + word.count > columns {
                    result += margin + line + "\n"
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            result += (line.isEmpty ? "" : margin) + line + "\n"
        }
        return result
    }
}
