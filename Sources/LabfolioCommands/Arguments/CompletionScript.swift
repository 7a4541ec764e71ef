/// Writes the completions of a shell from the descriptions of the commands.
enum CompletionScript {
    /// The shells that are known.
    static let shells = ["bash", "zsh", "fish"]

    /// Returns the script for a shell.
    static func text(for shell: String, commands: [CommandDescription]) -> String {
        switch shell {
        case "zsh": zsh(commands)
        case "fish": fish(commands)
        default: bash(commands)
        }
    }

    /// The commands by their first word; one with two words is offered word by word.
    private static func firstWords(_ commands: [CommandDescription]) -> [String] {
        var words: [String] = []
        for command in commands {
            let word = String(command.name.split(separator: " ").first ?? "")
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    private static let profiles = "labfolio list --format names 2>/dev/null"
    private static let proposals = "labfolio proposals --format names 2>/dev/null"
    private static let revisions = "git for-each-ref --format='%(refname:short)' 2>/dev/null"

    private static func bash(_ commands: [CommandDescription]) -> String {
        var cases = ""
        for command in commands {
            let names = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
            var values = ""
            for option in command.options where option.value != nil {
                values += "                \(option.name)) \(bashAction(option)); return ;;\n"
            }
            cases += """
                        "\(command.name)")
                            case "$previous" in
                \(values)            esac
                            if [[ "$word" == -* ]]; then
                                COMPREPLY=($(compgen -W "\(names)" -- "$word"))
                            else
                                \(bashOperand(command))
                            fi ;;

                """
        }
        return """
            # Completions of labfolio for bash: eval "$(labfolio completions bash)"
            _labfolio() {
                local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
                local command="${COMP_WORDS[1]}"
                COMPREPLY=()
                if [[ $COMP_CWORD -eq 1 ]]; then
                    COMPREPLY=($(compgen -W "\(firstWords(commands).joined(separator: " "))" -- "$word"))
                    return
                fi
                case "$command" in
            \(twoWordCases(commands))    esac
                case "$command" in
            \(cases)    esac
            }
            complete -F _labfolio labfolio

            """
    }

    /// Makes one command of two words, or offers the second one.
    private static func twoWordCases(_ commands: [CommandDescription]) -> String {
        var groups: [String: [String]] = [:]
        for command in commands {
            let words = command.name.split(separator: " ").map(String.init)
            if words.count == 2 { groups[words[0], default: []].append(words[1]) }
        }
        return groups.sorted { $0.key < $1.key }.map { first, second in
            """
                    \(first))
                        if [[ $COMP_CWORD -eq 2 ]]; then
                            COMPREPLY=($(compgen -W "\(second.joined(separator: " "))" -- "$word"))
                            return
                        fi
                        command="$command ${COMP_WORDS[2]}" ;;

            """
        }.joined()
    }

    private static func bashAction(_ option: CommandDescription.Option) -> String {
        if !option.choices.isEmpty {
            let words = option.choices.joined(separator: " ")
            return "COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\"))"
        }
        return bash(option.completion)
    }

    private static func bashOperand(_ command: CommandDescription) -> String {
        bash(command.operands.first?.completion ?? .none)
    }

    private static func bash(_ completion: CommandDescription.Completion) -> String {
        switch completion {
        case .none: ":"
        case .words(let words):
            "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
        case .files: "COMPREPLY=($(compgen -f -- \"$word\"))"
        case .folders: "COMPREPLY=($(compgen -d -- \"$word\"))"
        case .profiles: "COMPREPLY=($(compgen -W \"$(\(profiles))\" -- \"$word\"))"
        case .proposals: "COMPREPLY=($(compgen -W \"$(\(proposals))\" -- \"$word\"))"
        case .revisions: "COMPREPLY=($(compgen -W \"$(\(revisions))\" -- \"$word\"))"
        }
    }

    private static func zsh(_ commands: [CommandDescription]) -> String {
        // zsh runs bash's completions itself, so that there is one script to be right.
        """
        #compdef labfolio
        # Completions of labfolio for zsh: eval "$(labfolio completions zsh)"
        autoload -Uz compinit bashcompinit
        (( $+functions[compdef] )) || compinit
        bashcompinit
        \(bash(commands))
        """
    }

    private static func fish(_ commands: [CommandDescription]) -> String {
        var text = """
            # Completions of labfolio for fish: labfolio completions fish | source
            complete -c labfolio -f

            """
        for command in commands {
            let words = command.name.split(separator: " ").map(String.init)
            let first = words[0]
            text += "complete -c labfolio -n __fish_use_subcommand -a \(first)"
            if words.count == 1 { text += " -d '\(fishQuoted(command.summary))'" }
            text += "\n"
            let seen = "'__fish_seen_subcommand_from \(first)'"
            if words.count == 2 {
                text +=
                    "complete -c labfolio -n \(seen) -a \(words[1])"
                    + " -d '\(fishQuoted(command.summary))'\n"
            }
            for option in command.options + [.help] {
                text += "complete -c labfolio -n \(seen) -l \(option.name.dropFirst(2))"
                if let short = option.short { text += " -s \(short.dropFirst())" }
                if option.value != nil {
                    text += " -r" + fish(option.completion, choices: option.choices)
                }
                text += " -d '\(fishQuoted(option.summary))'\n"
            }
            for operand in command.operands {
                let action = fish(operand.completion, choices: [])
                if !action.isEmpty { text += "complete -c labfolio -n \(seen)\(action)\n" }
            }
        }
        return text
    }

    private static func fish(
        _ completion: CommandDescription.Completion, choices: [String]
    ) -> String {
        if !choices.isEmpty { return " -a '\(choices.joined(separator: " "))'" }
        return switch completion {
        case .none: ""
        case .words(let words): " -a '\(words.joined(separator: " "))'"
        case .files: " -F"
        case .folders: " -a '(__fish_complete_directories)'"
        case .profiles: " -a '(\(profiles))'"
        case .proposals: " -a '(\(proposals))'"
        case .revisions: " -a '(git branch --format=\"%(refname:short)\" 2>/dev/null)'"
        }
    }

    private static func fishQuoted(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
    }
}
