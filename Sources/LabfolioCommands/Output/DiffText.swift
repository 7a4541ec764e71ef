internal import Formats
internal import Git
internal import Merging
internal import RecordModel

/// The changes of one profile.
struct ProfileDiff: Sendable {
    let id: ProfileID
    let diff: Diff
}

/// Prints changes for people and for programs.
struct DiffText {
    let style: Style
    private static let columns = 96

    /// The changes of a profile: section by section, entry by entry, a line a field.
    func text(_ profile: ProfileDiff) -> String {
        var text = style.text(profile.id.text, .strong) + "\n"
        var section: String?
        var entry: String?
        for change in profile.diff.changes {
            let steps = change.path.steps
            if steps.first != section {
                section = steps.first
                entry = nil
                text += "  " + style.text(VisibleText.of(section ?? ""), .strong) + "\n"
            }
            // A change within an entry stands under the entry's name.
            if steps.count > 2 {
                if steps[1] != entry {
                    entry = steps[1]
                    text += "    \(mark("~", .changed)) \(VisibleText.of(steps[1]))\n"
                }
                text += "      " + line(change, FieldPath(steps: Array(steps.dropFirst(2))))
            } else {
                entry = nil
                text += "    " + line(change, FieldPath(steps: Array(steps.dropFirst())))
            }
        }
        return text + "\n"
    }

    private func line(_ change: Change, _ path: FieldPath) -> String {
        let name = VisibleText.of(String(path.description.dropFirst()))
        let prefix = name.isEmpty ? "" : name + ": "
        switch change.kind {
        case .add:
            return mark("+", .added) + " " + prefix + style.text(brief(change.after), .added)
                + "\n"
        case .remove:
            return mark("-", .removed) + " " + prefix
                + style.text(brief(change.before), .removed) + "\n"
        case .replace:
            return mark("~", .changed) + " " + prefix
                + style.text(brief(change.before), .removed) + " → "
                + style.text(brief(change.after), .added) + "\n"
        case .move:
            let places = (change.before?.number?.integer ?? 0, change.after?.number?.integer ?? 0)
            return mark("↕", .changed) + " " + prefix
                + "moved from place \(places.0 + 1) to \(places.1 + 1)\n"
        }
    }

    private func mark(_ sign: String, _ role: Style.Role) -> String { style.text(sign, role) }

    /// A value on one line: a text, an entry by what it is called, or what a collection holds.
    private func brief(_ value: Value?) -> String {
        guard let value else { return "" }
        switch value {
        case .string(let text): return cut(text)
        case .number, .bool, .null: return JSONWriter(style: .compact).text(value)
        case .list(let items):
            let texts = items.compactMap(\.string)
            return texts.count == items.count && !texts.isEmpty
                ? cut(texts.joined(separator: ", ")) : items.count.counted("item")
        case .mapping(let mapping):
            // What an entry is called stands in its first texts; which fields these are only the
            // schema knows, and its order is that of the files.
            let texts = mapping.entries.filter { $0.key != "id" }.compactMap(\.value.string)
            return texts.isEmpty
                ? mapping.keys.joined(separator: ", ") : cut(texts.joined(separator: " · "))
        }
    }

    private func cut(_ text: String) -> String {
        let line = String(VisibleText.of(text).map { $0.isNewline ? " " : $0 })
        return line.count > Self.columns ? line.prefix(Self.columns - 1) + "…" : line
    }

    /// The changes of a run as one value (design: JSON shapes).
    static func json(
        _ diffs: [ProfileDiff], before: CommitID?, after: CommitID?
    ) -> Value {
        var changes: [Value] = []
        for profile in diffs {
            for change in profile.diff.changes {
                changes.append([
                    "profile": .string(profile.id.text),
                    "path": .string(change.path.description),
                    "kind": .string(change.kind.rawValue), "before": change.before ?? .null,
                    "after": change.after ?? .null,
                ])
            }
        }
        return [
            "before": (before?.description).map(Value.string) ?? .null,
            "after": (after?.description).map(Value.string) ?? .null,
            "changes": .list(changes),
        ]
    }
}
