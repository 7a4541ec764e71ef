internal import RecordModel

extension Rule {
    /// Finds text that a theme or a template left behind.
    static let placeholderText = Rule(
        "lint.placeholder-text", "Text of a template is left"
    ) { subject in
        var found: [Diagnostic] = []
        visit(subject.record.value, .root) { text, path in
            guard let sample = samples.first(where: { text.lowercased().contains($0) }) else {
                return
            }
            found.append(
                Diagnostic(
                    "lint.placeholder-text", "`\(sample)` is text of a template",
                    severity: .warning, hint: "Write your own text, or remove the entry",
                    path: path))
        }
        return found
    }

    /// Words that stand in the samples of themes and in nothing that a person means, in lower case.
    private static let samples = [
        "lorem ipsum", "your name here", "paper title number", "555 your office number",
        "you@example.com", "lorem@ipsum.com",
    ]

    private static func visit(
        _ value: Value, _ path: FieldPath, _ body: (String, FieldPath) -> Void
    ) {
        switch value {
        case .string(let text): body(text, path)
        case .list(let items):
            for (index, item) in items.enumerated() {
                let step = ListRule(identity: .key("id")).name(of: item) ?? String(index)
                visit(item, path.appending(step), body)
            }
        case .mapping(let mapping):
            for entry in mapping.entries { visit(entry.value, path.appending(entry.key), body) }
        default: break
        }
    }
}
