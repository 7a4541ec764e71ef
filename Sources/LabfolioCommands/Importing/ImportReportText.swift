internal import Formats
internal import Importing
internal import Layouts
internal import RecordModel

/// Prints what imports read and what became of it.
struct ImportReportText {
    private let invocation: Invocation
    private let style: Style

    init(_ invocation: Invocation) {
        self.invocation = invocation
        style = Style(isOn: invocation.terminal.usesColor)
    }

    /// Whether the reports are for a program.
    var isJSON: Bool { invocation.value("--report") == "json" }

    func write(_ results: [ImportResult]) {
        let terminal = invocation.terminal
        guard !isJSON else {
            let values = results.map(Self.json)
            // A list stays one though it has one item.
            let isList = invocation.isOn("--list") || invocation.value("--list") != nil
            let value = isList || values.count != 1 ? Value.list(values) : values.first ?? .null
            _ = terminal.write(VisibleText.json(value) + "\n")
            return
        }
        guard results.count == 1, let report = results[0].report else {
            writeTable(results)
            return
        }
        _ = terminal.write(text(report))
    }

    // MARK: Text

    private func text(_ report: ImportReport) -> String {
        let words = report.words
        var text = style.text(report.profile.text, .strong) + "  \(report.family)\n"
        text += "  words      \(words.source): \(words.typed) in fields"
        text += " (\(Self.percent(words.typed, of: words.source))), "
        text += "\(words.verbatim) kept as text, \(words.dropped) left out\n"
        if !report.entries.isEmpty {
            let parts = report.entries.map { entry in
                "\(entry.count) \(entry.section)"
                    + (entry.asText > 0 ? " (\(entry.asText) as text)" : "")
            }
            text += "  entries    " + parts.joined(separator: ", ") + "\n"
        }
        text += leftOut(report.dropped)
        text += repairs(report.repairs)
        let printer = DiagnosticPrinter(
            style: Style(isOn: invocation.terminal.isErrorTerminal && invocation.terminal.usesColor)
        )
        for diagnostic in report.diagnostics.sorted() {
            invocation.terminal.writeError(printer.text(diagnostic))
        }
        return text
    }

    private func leftOut(_ dropped: [DroppedText]) -> String {
        guard !dropped.isEmpty else { return "" }
        var text = "  left out\n"
        for reason in DroppedText.Reason.allCases {
            let pieces = dropped.filter { $0.reason == reason }
            guard let first = pieces.first else { continue }
            text += "    \(pieces.count) × \(reason.rawValue)"
            text += ", first at \(VisibleText.line(first.file)):\(first.line)"
            let excerpt = VisibleText.line(first.text)
            text += ": " + excerpt.prefix(Self.columns) + (excerpt.count > Self.columns ? "…" : "")
            text += "\n"
        }
        return text
    }

    private static let columns = 40

    private func repairs(_ repairs: [ImportReport.Repair]) -> String {
        guard !repairs.isEmpty else { return "" }
        let guesses = repairs.count { !$0.isCertain }
        var text = "  repaired   \(repairs.count.counted("damaged character run"))"
        text += guesses > 0 ? ", \(guesses) of them a guess\n" : "\n"
        for repair in repairs.prefix(5) {
            text += "    line \(repair.line): \(VisibleText.line(repair.before)) → "
            text += VisibleText.line(repair.after) + (repair.isCertain ? "" : " ?") + "\n"
        }
        if repairs.count > 5 { text += "    … --report json lists all\n" }
        return text
    }

    private func writeTable(_ results: [ImportResult]) {
        let width = max(7, results.map(\.request.id.text.count).max() ?? 0)
        let hasOutcomes = results.contains { $0.outcome != nil }
        var text =
            "profile".padded(to: width) + "  family         words  in fields  as text  left out"
            + (hasOutcomes ? "  outcome" : "") + "\n"
        for result in results {
            text += result.request.id.text.padded(to: width) + "  "
            let report = result.report
            text += (report?.family ?? "–").padded(to: 13) + "  "
            if let words = report?.words {
                text += Self.column(words.source, 5) + "  "
                text += Self.right(Self.percent(words.typed, of: words.source), 9) + "  "
                text += Self.column(words.verbatim, 7) + "  " + Self.column(words.dropped, 8)
            } else {
                text += Self.right("–", 5) + "  " + Self.right("–", 9) + "  "
                text += Self.right("–", 7) + "  " + Self.right("–", 8)
            }
            if let outcome = result.outcome { text += "  " + outcome.words }
            text += "\n"
        }
        _ = invocation.terminal.write(text)
    }

    private static func column(_ number: Int, _ width: Int) -> String { right("\(number)", width) }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\(Int((Double(part) * 100 / Double(whole)).rounded())) %"
    }

    // MARK: JSON

    /// The result as a value.
    static func json(_ result: ImportResult) -> Value {
        var value = Mapping()
        value["profile"] = .string(result.request.id.text)
        for entry in result.report.map(json)?.mapping?.entries ?? [] {
            value[entry.key] = entry.value
        }
        value["outcome"] = result.outcome?.json
        return .mapping(value)
    }

    private static func json(_ report: ImportReport) -> Value {
        [
            "family": .string(report.family),
            "words": [
                "source": .number(Number(report.words.source)),
                "typed": .number(Number(report.words.typed)),
                "verbatim": .number(Number(report.words.verbatim)),
                "dropped": .number(Number(report.words.dropped)),
            ],
            "entries": .list(
                report.entries.map { entry in
                    [
                        "section": .string(entry.section),
                        "count": .number(Number(entry.count)),
                        "asText": .number(Number(entry.asText)),
                    ]
                }),
            "dropped": .list(
                report.dropped.map { piece in
                    [
                        "reason": .string(piece.reason.rawValue), "text": .string(piece.text),
                        "file": .string(piece.file), "line": .number(Number(piece.line)),
                    ]
                }),
            "repairs": .list(
                report.repairs.map { repair in
                    [
                        "file": .string(repair.file), "line": .number(Number(repair.line)),
                        "before": .string(repair.before), "after": .string(repair.after),
                        "certain": .bool(repair.isCertain),
                    ]
                }),
            "diagnostics": DiagnosticJSON.list(report.diagnostics.sorted()),
        ]
    }
}
