internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio show`.
    static let show = CommandDescription(
        name: "show", summary: "Show a record, or one field of it",
        discussion: """
            A field path begins with the section; entries go by their ids: \
            /publications/fedimpro-2024/venue/name.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id of the profile", completion: .profiles),
            Operand(name: "FIELD-PATH", summary: "The field (default: all)", count: .optional),
        ],
        options: [.revision, .format(["yaml", "json"]), .store],
        examples: [
            Example(line: "labfolio show wanru-zhao", meaning: "The whole record"),
            Example(
                line: "labfolio show wanru-zhao /profile/name --format json",
                meaning: "One field, for a program"),
        ]
    ) { invocation throws(CommandError) in
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let profile = try CommandError.store { () throws(StoreError) in
            let id = try snapshot.profileID(invocation.operands[0])
            return try snapshot.reader().profile(id)
        }
        guard let profile else { return .fine }
        let style = Style(
            isOn: invocation.terminal.isErrorTerminal && invocation.terminal.usesColor)
        // What cannot be read cannot be shown, and the person should know.
        for diagnostic in profile.diagnostics where diagnostic.code.rawValue.hasPrefix("yaml.") {
            invocation.terminal.writeError(DiagnosticPrinter(style: style).text(diagnostic))
        }
        var value = profile.record.value
        var shape = snapshot.schemas.recordShape
        if let typed = invocation.operand(1) {
            guard let path = FieldPath(parsing: typed) else {
                throw .usage(
                    "`\(typed)` is no field path",
                    hint: "A field path begins with `/`: /profile/name/display")
            }
            guard let found = value.value(at: path, shape: shape) else {
                throw .usage(
                    "The record of \(profile.id) has no field \(path)",
                    hint: FieldSuggestion.hint(for: path, in: value, shape: shape))
            }
            for (index, step) in path.steps.enumerated() {
                let parent = FieldPath(steps: Array(path.steps[..<index]))
                let isList =
                    value.value(at: parent, shape: snapshot.schemas.recordShape)?.list != nil
                shape = isList ? shape.itemShape : shape.shape(ofKey: step)
            }
            value = found
        }
        let text =
            invocation.format(default: "yaml") == "json"
            ? VisibleText.json(value) + "\n" : invocation.yaml(value, shape)
        _ = invocation.terminal.write(text)
        return .fine
    }
}

extension Invocation {
    /// A value as YAML; for a person who looks at it, without what could move the cursor.
    fileprivate func yaml(_ value: Value, _ shape: Shape) -> String {
        let text = YAMLWriter().text(value, shape: shape)
        return terminal.isOutputTerminal ? VisibleText.of(text) : text
    }
}

/// Finds the field that a person meant.
enum FieldSuggestion {
    /// Returns what to say of a path that leads nowhere: the name that was meant at the step that
    /// fails, or those that are there.
    static func hint(for path: FieldPath, in value: Value, shape: Shape) -> String {
        var parent = FieldPath.root
        for step in path.steps {
            guard value.value(at: parent.appending(step), shape: shape) != nil else { break }
            parent = parent.appending(step)
        }
        let step = path.steps.dropFirst(parent.steps.count).first ?? ""
        var names: [String] = []
        switch value.value(at: parent, shape: shape) {
        case .mapping(let mapping): names = mapping.keys
        case .list(let items):
            var rule = shape
            for step in parent.steps { rule = rule.shape(ofKey: step) }
            names = items.enumerated().map { rule.listRule.name(of: $1) ?? String($0) }
        default: break
        }
        if let near = Suggestion.closest(to: step, in: names) {
            return "Did you mean \(parent.appending(near))?"
        }
        guard !names.isEmpty else { return "\(parent) has no fields" }
        let shown = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
        return "\(parent.steps.isEmpty ? "The record" : parent.description) has \(shown)"
    }
}
