import Formats
import RecordModel

/// Edits of a theme's `_config.yml`.
///
/// Themes print most of its values as they are, into text and into attributes, so every text is
/// HTML by the time it gets there.
struct ConfigEdits: Sendable {
    private(set) var edits: [FieldEdit] = []

    /// Sets a field to a text, or blanks it where there is none, so that no sample value of the
    /// theme stays.
    mutating func set(_ steps: String..., to text: String?) {
        set(FieldPath(steps: steps), text.map { .string(HTMLText.escape($0)) })
    }

    /// Sets a field to an address or a name of our own making, which needs no escapes.
    mutating func set(_ steps: String..., toSafe text: String?) {
        set(FieldPath(steps: steps), text.map(Value.string))
    }

    /// Sets a field to a value whose texts are safe.
    mutating func set(_ steps: String..., value: Value?) {
        set(FieldPath(steps: steps), value)
    }

    private mutating func set(_ path: FieldPath, _ value: Value?) {
        edits.append(value.map { FieldEdit(path, $0) } ?? FieldEdit(blank: path))
    }

    /// Sets the options of the theme that the record has, and reports those that it may not set.
    mutating func set(options: Mapping, besides own: Set<String>, report draft: inout Draft) {
        for entry in options.entries {
            guard ThemeOption.isAllowed(entry.key), !own.contains(entry.key) else {
                let path = FieldPath(steps: ["profile", "layout", "options", entry.key])
                draft.report(
                    .unmappedField, "\(entry.key) is not an option that a record may set",
                    at: path, severity: .note)
                continue
            }
            let value = ThemeOption.escaped(entry.value)
            edits.append(FieldEdit(FieldPath(steps: [entry.key]), value))
        }
    }
}
