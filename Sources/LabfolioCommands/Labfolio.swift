internal import Formats
internal import RecordModel

/// The commands of labfolio.
public enum Labfolio {
    /// The version that `labfolio --version` prints.
    public static let version = "0.1.0"

    static let commands: [CommandDescription] = [
        .initialize, .new, .list, .show, .setField, .validate, .explain, .diff, .log, .blame,
        .undo, .importSite, .pull, .export, .publish, .convert, .schemaCheck,
        .merge, .propose, .proposals, .review, .accept, .reject, .resolve, .owners,
        .gitDiffDriver, .gitInstall, .gitUninstall, .mergeDriver, .hookPreCommit, .hookPreReceive,
        .completions,
    ]

    /// Does what was typed and returns the exit status.
    ///
    /// 0: all is well; 1: the data has errors, or there are differences that were asked about;
    /// 2: the command was typed wrongly; 3: the world failed.
    public static func run(_ arguments: [String], on terminal: Terminal) async -> Int32 {
        do throws(CommandError) {
            return try await perform(arguments, on: terminal).rawValue
        } catch {
            report(error, on: terminal)
            return error.status.rawValue
        }
    }

    private static func perform(
        _ arguments: [String], on terminal: Terminal
    ) async throws(CommandError) -> ExitStatus {
        switch try ArgumentParser(commands: commands).parse(arguments) {
        case .help(let command):
            _ = terminal.write(
                command.map(HelpText.text) ?? HelpText.overview(of: commands))
            return .fine
        case .version:
            _ = terminal.write("labfolio \(version)\n")
            return .fine
        case .run(let command, let values, let operands):
            return try await command.run(
                Invocation(values: values, operands: operands, terminal: terminal))
        }
    }

    private static func report(_ error: CommandError, on terminal: Terminal) {
        let style = Style(isOn: terminal.isErrorTerminal && terminal.usesColor)
        if error.diagnostics.isEmpty {
            var text = style.text("labfolio:", .error) + " \(VisibleText.line(error.message))\n"
            if let hint = error.hint {
                text += "    " + style.text("hint:", .strong) + " \(VisibleText.line(hint))\n"
            }
            terminal.writeError(text)
        } else {
            for diagnostic in error.diagnostics {
                terminal.writeError(DiagnosticPrinter(style: style).text(diagnostic))
            }
        }
    }
}
