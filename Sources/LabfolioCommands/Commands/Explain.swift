internal import Formats
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio explain`.
    static let explain = CommandDescription(
        name: "explain", summary: "Say what a finding means and how to mend it",
        discussion: """
            Findings carry a code, such as schema.required. This says what it means, why it \
            matters and what to do, with an example. Without a code all of them are listed.
            """,
        operands: [
            Operand(
                name: "CODE", summary: "The code of a finding", count: .optional,
                completion: .words(Explanation.all.map(\.code.rawValue)))
        ],
        options: [.format(["text", "json"])],
        examples: [
            Example(
                line: "labfolio explain schema.unknown-field", meaning: "What the code means"),
            Example(line: "labfolio explain", meaning: "All codes"),
        ]
    ) { invocation throws(CommandError) in
        let terminal = invocation.terminal
        let text = ExplanationText(
            style: Style(isOn: terminal.usesColor),
            columns: min(100, max(40, terminal.environment("COLUMNS").flatMap(Int.init) ?? 80)))
        let isJSON = invocation.format() == "json"
        guard let typed = invocation.operand(0) else {
            let all = Explanation.all
            _ = terminal.write(
                isJSON ? VisibleText.json(.list(all.map(\.value))) + "\n" : text.table(all))
            return .fine
        }
        guard let explanation = Explanation.of(Diagnostic.Code(rawValue: typed)) else {
            let codes = Explanation.all.map(\.code.rawValue)
            // People type what stands behind the dot, too.
            let near =
                codes.first { $0.split(separator: ".").last.map(String.init) == typed }
                ?? Suggestion.closest(to: typed, in: codes)
            throw .usage(
                "There is no code `\(typed)`",
                hint: near.map { "Did you mean `\($0)`?" } ?? "labfolio explain lists all of them")
        }
        _ = terminal.write(
            isJSON ? VisibleText.json(explanation.value) + "\n" : text.text(explanation))
        return .fine
    }
}

extension Explanation {
    /// The explanation for programs.
    fileprivate var value: Value {
        [
            "code": .string(code.rawValue), "summary": .string(summary),
            "reason": .string(reason), "remedy": .string(remedy),
            "bad": bad.map(Value.string) ?? .null, "good": good.map(Value.string) ?? .null,
        ]
    }
}
