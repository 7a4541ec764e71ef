internal import Formats
internal import Git
internal import Merging
internal import RecordModel

/// The changes of one profile, and the records that they lie between.
struct ProfileDiff: Sendable {
    let id: ProfileID
    let diff: Diff
    let before: Record?
    let after: Record?
}

/// Prints changes for people and for programs.
struct DiffText {
    let style: Style
    private static let columns = 96
    /// How much of what two texts have in common is shown before their difference.
    private static let contextColumns = 24

    /// The changes of a profile: section by section, entry by entry, a line a field.
    func text(_ profile: ProfileDiff) -> String {
        var text = style.text(profile.id.text, .strong) + "\n"
        var section: String?
        var entry: String?
        for line in DiffLine.lines(of: profile) {
            let steps = line.path.steps
            if steps.first != section {
                section = steps.first
                entry = nil
                text += "  " + style.text(VisibleText.of(section ?? ""), .strong) + "\n"
            }
            // A change within an entry stands under the entry's name.
            if steps.count > 2 {
                if steps[1] != entry {
                    entry = steps[1]
                    text += "    \(style.text("~", .changed)) \(VisibleText.of(steps[1]))\n"
                }
                text += "      " + self.text(of: line, FieldPath(steps: Array(steps.dropFirst(2))))
            } else {
                entry = nil
                text += "    " + self.text(of: line, FieldPath(steps: Array(steps.dropFirst())))
            }
        }
        return text + "\n"
    }

    private func text(of line: DiffLine, _ path: FieldPath) -> String {
        let name = VisibleText.of(String(path.description.dropFirst()))
        let prefix = " " + (name.isEmpty ? "" : name + ": ")
        switch line.event {
        case .added(let value):
            return style.text("+", .added) + prefix + style.text(brief(value), .added) + "\n"
        case .removed(let value):
            return style.text("-", .removed) + prefix + style.text(brief(value), .removed) + "\n"
        case .replaced(let before, let after):
            let (old, new) = Self.fromDifference(before, after)
            return style.text("~", .changed) + prefix + style.text(brief(old), .removed) + " → "
                + style.text(brief(new), .added) + "\n"
        case .moved(let before, let after):
            return style.text("↕", .changed) + prefix
                + "moved from place \(before + 1) to \(after + 1)\n"
        case .list(let before, let after, let fields, let items):
            return style.text("~", .changed) + prefix + list(before, after, fields, items) + "\n"
        }
    }

    /// A list before and after on one line: the items that it holds now, or the fields that
    /// changed where these are the same ones.
    private func list(_ before: [Value], _ after: [Value], _ fields: [String], _ items: Int)
        -> String
    {
        let count =
            before.count == after.count
            ? after.count.counted("item") : "\(before.count) → \(after.count.counted("item"))"
        let names = after.map { Self.name(of: $0) ?? "…" }
        if names == before.map({ Self.name(of: $0) ?? "…" }) {
            return "\(cut(fields.joined(separator: ", "))) changed in \(items) of \(count)"
        }
        return count + ": " + style.text(cut(names.joined(separator: ", ")), .added)
    }

    /// A value on one line: a text, an entry by what it is called, or what a collection holds.
    private func brief(_ value: Value) -> String {
        switch value {
        case .string(let text): return cut(text)
        case .number, .bool, .null: return JSONWriter(style: .compact).text(value)
        case .list(let items):
            guard !items.isEmpty else { return "empty" }
            let names = items.compactMap(Self.name)
            return names.count == items.count
                ? cut(names.joined(separator: ", ")) : items.count.counted("item")
        case .mapping(let mapping):
            let texts = Self.texts(of: mapping)
            if mapping.isEmpty { return "empty" }
            return cut(
                texts.isEmpty
                    ? mapping.keys.joined(separator: ", ") : texts.joined(separator: " · "))
        }
    }

    /// Two long texts from shortly before the word where they begin to differ, which a cut at their
    /// ends could hide.
    private static func fromDifference(_ before: Value, _ after: Value) -> (Value, Value) {
        guard case .string(let old) = before, case .string(let new) = after,
            max(old.count, new.count) > columns
        else { return (before, after) }
        let common = zip(old, new).prefix { $0 == $1 }.count
        let words = old.prefix(max(0, common - contextColumns))
        guard let space = words.lastIndex(where: \.isWhitespace) else { return (before, after) }
        let start = old.distance(from: old.startIndex, to: space) + 1
        return (.string("…" + old.dropFirst(start)), .string("…" + new.dropFirst(start)))
    }

    /// What an item is called.
    private static func name(of item: Value) -> String? {
        if case .mapping(let mapping) = item { texts(of: mapping).first } else { item.string }
    }

    /// What an entry is called stands in its first texts; which fields these are only the schema
    /// knows, and its order is that of the files.
    private static func texts(of mapping: Mapping) -> [String] {
        mapping.entries.filter { $0.key != "id" }.compactMap(\.value.string)
    }

    private func cut(_ text: String) -> String {
        let line = String(VisibleText.of(text).map { $0.isNewline ? " " : $0 }).trimmed
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
