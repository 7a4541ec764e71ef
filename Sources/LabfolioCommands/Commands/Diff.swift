internal import Formats
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio diff`.
    static let diff = CommandDescription(
        name: "diff", summary: "Show what changed, field by field",
        discussion: """
            BEFORE and AFTER each name a revision, :index, :worktree, or a folder that holds \
            profiles/. One of them: from it to the work tree; none: from HEAD to the work tree. \
            Entries are told apart by their ids, so moving them is no change where an export \
            orders them itself.
            """,
        operands: [
            Operand(
                name: "BEFORE", summary: "The state before (default: HEAD)", count: .optional,
                completion: .revisions),
            Operand(
                name: "AFTER", summary: "The state after (default: the work tree)",
                count: .optional, completion: .revisions),
        ],
        options: [
            Option(
                name: "--profile", value: "ID", summary: "Only this profile; may be repeated",
                isRepeatable: true, completion: .profiles),
            .format(DiffForm.allCases.map(\.rawValue)),
            Option(name: "--stat", summary: "Only a line a profile, with what changed where"),
            Option(
                name: "--limit", value: "BYTES",
                summary: "The most that --format markdown prints (default: 65536)"),
            Option(name: "--exit-code", summary: "End with status 1 if there are differences"),
            .store,
        ],
        examples: [
            Example(line: "labfolio diff", meaning: "What is not committed yet"),
            Example(
                line: "labfolio diff main~5 main --profile wanru-zhao",
                meaning: "What five commits did to one profile"),
        ]
    ) { invocation throws(CommandError) in
        let form = DiffForm(rawValue: invocation.format()) ?? .text
        let limit = try DiffForm.limit(invocation)
        let sides = try DiffSides(invocation)
        let named = invocation.allValues("--profile")
        let result = try await sides.result(
            named: named, isExact: form == .jsonPatch, on: invocation.terminal)
        let (diffs, schemas) = (result.diffs, result.schemas)
        invocation.report(unreadable: result.diagnostics)
        let terminal = invocation.terminal
        switch form {
        case .json:
            let value = DiffJSON.value(
                diffs, before: sides.comparison.before?.commitID,
                after: sides.comparison.after.commitID)
            _ = terminal.write(VisibleText.json(value) + "\n")
        case .jsonPatch:
            let value = JSONPatch.document(diffs, isOne: named.count == 1)
            _ = terminal.write(VisibleText.json(value) + "\n")
        case .markdown:
            let report = DiffReport(diffs, schemas: schemas)
            _ = terminal.write(DiffMarkdown(limit: limit).text(report))
        case .html:
            let report = DiffReport(diffs, schemas: schemas)
            let page = DiffPage(portraits: try sides.portraits(of: result), title: sides.title)
            page.write(report) { terminal.write($0) }
        case .text where invocation.isOn("--stat"):
            let stat = DiffStat(style: Style(isOn: terminal.usesColor), width: terminal.width)
            _ = terminal.write(stat.text(DiffReport(diffs, schemas: schemas)))
        case .text:
            let text = DiffText(style: Style(isOn: terminal.usesColor), width: terminal.width)
            for profile in DiffReport(diffs, schemas: schemas).profiles {
                guard terminal.write(text.text(profile)) else { break }
            }
        }
        return invocation.isOn("--exit-code") && !diffs.isEmpty ? .findings : .fine
    }
}

/// The forms in which a diff is printed.
enum DiffForm: String, CaseIterable {
    case text
    case json
    case jsonPatch = "json-patch"
    case markdown
    case html

    /// The most bytes that a comment may have, as it was typed.
    fileprivate static func limit(_ invocation: Invocation) throws(CommandError) -> Int {
        guard let typed = invocation.value("--limit") else { return DiffMarkdown.commentLimit }
        guard let number = Int(typed), number >= DiffMarkdown.leastLimit else {
            throw .usage(
                "`\(typed)` is no limit",
                hint: "It is a number of bytes, at least "
                    + "\(DiffMarkdown.leastLimit)")
        }
        return number
    }
}

extension Invocation {
    /// Says what could not be read, since it is missing from what is compared.
    fileprivate func report(unreadable diagnostics: [Diagnostic]) {
        let style = Style(isOn: terminal.isErrorTerminal && terminal.usesColor)
        for diagnostic in diagnostics {
            terminal.writeError(DiagnosticPrinter(style: style).text(diagnostic))
        }
    }
}
