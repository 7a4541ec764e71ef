internal import RecordModel

/// Writes explanations for people.
struct ExplanationText {
    let style: Style
    /// The longest line, in characters.
    var columns = 80

    /// One code in full.
    func text(_ explanation: Explanation) -> String {
        var text = style.text(explanation.code.rawValue, .strong) + "\n\n"
        text += sentence(explanation.summary).wrapped(to: columns) + "\n"
        text += explanation.reason.wrapped(to: columns) + "\n"
        text += explanation.remedy.wrapped(to: columns)
        for (title, lines, role) in [
            ("Wrong:", explanation.bad, Style.Role.removed),
            ("Right:", explanation.good, Style.Role.added),
        ] {
            guard let lines else { continue }
            text += "\n" + style.text(title, role) + "\n\n"
            for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
                text += line.isEmpty ? "\n" : "    \(line)\n"
            }
        }
        return text
    }

    /// All codes with what they say, by module.
    func table(_ explanations: [Explanation]) -> String {
        let width = explanations.map(\.code.rawValue.count).max() ?? 0
        var text = ""
        var module: String?
        for explanation in explanations {
            if explanation.module != module {
                text += (module == nil ? "" : "\n") + style.text(explanation.module, .strong) + "\n"
                module = explanation.module
            }
            let summary = sentence(explanation.summary).wrapped(to: columns, indent: width + 4)
            text +=
                "  " + explanation.code.rawValue.padded(to: width) + "  "
                + summary.dropFirst(width + 4)
        }
        return text
    }

    private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
