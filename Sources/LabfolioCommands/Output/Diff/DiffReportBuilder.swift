internal import Merging
internal import RecordModel

/// Sorts the changes of one profile by section and entry, and finds the words for each.
struct DiffReportBuilder {
    private let source: ProfileDiff
    private let titles: FieldTitles
    private let shape: Shape
    /// As many fields of items without names are told one by one.
    private static let fieldLimit = 3

    /// A change, or the part of one that is told by itself.
    private struct Piece {
        let path: FieldPath
        let kind: Change.Kind
        let before: Value?
        let after: Value?
    }

    init(_ source: ProfileDiff, _ titles: FieldTitles) {
        self.source = source
        self.titles = titles
        shape = source.diff.shape
    }

    func profile() -> DiffReport.Profile {
        var order: [String] = []
        var changes: [String: [Piece]] = [:]
        for change in source.diff.changes {
            guard let section = change.path.steps.first else { continue }
            if changes[section] == nil { order.append(section) }
            changes[section, default: []].append(
                Piece(
                    path: change.path, kind: change.kind, before: change.before,
                    after: change.after))
        }
        let sections = order.map { section($0, changes[$0] ?? []) }
        let event: DiffReport.Event =
            source.before == nil ? .added : source.after == nil ? .removed : .changed
        return DiffReport.Profile(
            id: source.id, name: source.personName, event: event, sections: sections,
            headline: DiffHeadline(titles).sentences(sections, of: event))
    }

    // MARK: Sections

    private func section(_ name: String, _ changes: [Piece]) -> DiffReport.Section {
        let isList =
            (source.before?.value[name] ?? source.after?.value[name])?.list != nil
        var entries: [DiffReport.Entry] = []
        if isList {
            var order: [String] = []
            var groups: [String: [Piece]] = [:]
            for change in changes.flatMap(parts) {
                // What is new may have the position that something else had.
                let step = change.path.steps.count > 1 ? change.path.steps[1] : ""
                let key = change.kind == .add && change.path.steps.count == 2 ? "+" + step : step
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append(change)
            }
            for key in order { entries.append(entry(of: name, groups[key] ?? [])) }
        } else {
            entries = [
                DiffReport.Entry(
                    id: nil, name: nil, details: [], event: .changed,
                    lines: lines(changes.flatMap(parts), behind: 1), place: nil)
            ]
        }
        return DiffReport.Section(
            name: name, title: titles.section(name), isList: isList, entries: entries)
    }

    /// A whole section as its fields or its entries; anything smaller as it is.
    private func parts(of change: Piece) -> [Piece] {
        guard change.path.steps.count == 1, change.kind == .add || change.kind == .remove,
            let value = change.after ?? change.before
        else { return [change] }
        func part(_ step: String, _ value: Value) -> Piece {
            Piece(
                path: change.path.appending(step), kind: change.kind,
                before: change.kind == .remove ? .some(value) : .none,
                after: change.kind == .add ? .some(value) : .none)
        }
        switch value {
        case .mapping(let mapping): return mapping.entries.map { part($0.key, $0.value) }
        case .list(let items):
            let rule = shape.shape(ofKey: change.path.steps[0]).listRule
            return items.enumerated().map { part(rule.name(of: $1) ?? String($0), $1) }
        default: return [change]
        }
    }

    private func entry(of section: String, _ changes: [Piece]) -> DiffReport.Entry {
        let step = changes.first?.path.steps.dropFirst().first ?? ""
        if let whole = changes.first(where: { $0.path.steps.count <= 2 && $0.kind != .move }),
            let value = whole.after ?? whole.before, whole.kind != .replace
        {
            let isNew = whole.kind == .add
            return DiffReport.Entry(
                id: step, name: titles.name(of: value, in: section),
                details: titles.details(of: value, in: section), event: isNew ? .added : .removed,
                lines: fields(of: value, at: whole.path, isNew: isNew),
                place: titles.place(of: value))
        }
        let path = FieldPath(steps: [section, step])
        let before = source.before?.value.value(at: path, shape: shape)
        let renamed = changes.first { $0.path.steps.count == 3 && $0.path.steps[2] == key(section) }
        let newPath = renamed?.after?.string.map { FieldPath(steps: [section, $0]) } ?? path
        let after = source.after?.value.value(at: newPath, shape: shape) ?? before
        return DiffReport.Entry(
            id: step, name: titles.name(of: after, in: section), details: [], event: .changed,
            lines: lines(changes, behind: 2), place: titles.place(of: after))
    }

    /// The field that the entries of a section are told apart by.
    private func key(_ section: String) -> String? {
        if case .key(let key) = shape.shape(ofKey: section).listRule.identity { key } else { nil }
    }

    /// The fields of an entry that is new or gone.
    private func fields(of value: Value, at path: FieldPath, isNew: Bool) -> [DiffLine] {
        guard case .mapping(let mapping) = value else {
            return [line(path, isNew ? .added(value) : .removed(value), behind: 2)]
        }
        return mapping.entries.filter { $0.key != key(path.steps[0]) }.map { entry in
            line(
                path.appending(entry.key), isNew ? .added(entry.value) : .removed(entry.value),
                behind: 2)
        }
    }

    // MARK: Fields

    private func lines(_ changes: [Piece], behind count: Int) -> [DiffLine] {
        var lists: [FieldPath: [Piece]] = [:]
        for change in changes {
            if let list = listPath(of: change.path) { lists[list, default: []].append(change) }
        }
        var lines: [DiffLine] = []
        var told: Set<FieldPath> = []
        for change in changes {
            if let list = listPath(of: change.path) {
                guard told.insert(list).inserted else { continue }
                lines += self.lines(ofList: list, lists[list] ?? [], behind: count)
            } else if let event = event(of: change) {
                lines.append(line(change.path, event, behind: count))
            }
        }
        return lines
    }

    private func event(of change: Piece) -> DiffLine.Event? {
        switch (change.kind, change.before, change.after) {
        case (.add, _, let value?): .added(value)
        case (.remove, let value?, _): .removed(value)
        case (.replace, let before?, let after?): .replaced(before, by: after)
        case (.move, let before?, let after?):
            .moved(from: before.number?.integer ?? 0, to: after.number?.integer ?? 0)
        default: nil
        }
    }

    private func line(
        _ path: FieldPath, _ event: DiffLine.Event, behind count: Int, label: DiffSentence? = nil
    ) -> DiffLine {
        // Only of a field of the entry itself can something be said of the entry.
        let isOwnField = count == 2 && path.steps.count == 3
        let isSection = path.steps.count == 4 && path.steps[2] == "sections"
        let sentence =
            isOwnField || isSection
            ? path.steps.last.flatMap { KnownSentence.of(event, key: $0) } : nil
        return DiffLine(
            path: path, label: label ?? titles.field(path, behind: count), event: event,
            sentence: sentence?.whole, shortSentence: sentence?.short,
            isProse: titles.isProse(path), isPrivate: titles.isPrivate(path))
    }

    // MARK: Lists without names

    /// What happened to a list whose items have no names: what came and went on one line, then
    /// the fields of the items that stayed.
    private func lines(
        ofList list: FieldPath, _ changes: [Piece], behind count: Int
    ) -> [DiffLine] {
        var (added, removed, moved): ([Value], [Value], Int) = ([], [], 0)
        var fields: [Piece] = []
        for change in changes {
            let isItem = change.path.steps.count == list.steps.count + 1
            switch (change.kind, change.before, change.after) {
            case (.add, _, let value?) where isItem: added.append(value)
            case (.remove, let value?, _) where isItem: removed.append(value)
            case (.replace, let before?, let after?) where isItem:
                removed.append(before)
                added.append(after)
            case (.move, _, _) where isItem: moved += 1
            default: fields.append(change)
            }
        }
        let before = source.before?.value.value(at: list, shape: shape)?.list ?? []
        let size = before.count + added.count - removed.count
        var lines: [DiffLine] = []
        if !added.isEmpty || !removed.isEmpty || moved > 0 {
            lines.append(
                line(
                    list,
                    .items(added: added, removed: removed, moved: moved, count: size),
                    behind: count))
        }
        guard fields.count > Self.fieldLimit else {
            return lines
                + fields.compactMap { change in
                    event(of: change).map {
                        line(
                            change.path, $0, behind: count,
                            label: label(of: change.path, in: list, before, behind: count))
                    }
                }
        }
        var names: [DiffSentence] = []
        var items: Set<String> = []
        for change in fields {
            items.insert(change.path.steps[list.steps.count])
            let name = titles.field(change.path, behind: list.steps.count + 1)
            if !names.contains(name) { names.append(name) }
        }
        lines.append(
            line(list, .fields(names, items: items.count, count: before.count), behind: count))
        return lines
    }

    /// What a field of an item without a name is called: positions tell people nothing.
    private func label(
        of path: FieldPath, in list: FieldPath, _ items: [Value], behind count: Int
    ) -> DiffSentence {
        let step = path.steps[list.steps.count]
        let item = Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
        let name = titles.name(of: item, in: "") ?? step
        let rest = titles.field(path, behind: list.steps.count + 1)
        let start = titles.field(list, behind: count) + " › \(name)"
        return rest.parts.isEmpty ? start : start + " › " + rest
    }

    /// The outermost list within an entry whose items are not told apart by a name.
    private func listPath(of path: FieldPath) -> FieldPath? {
        var shape = shape
        for (index, step) in path.steps.enumerated() {
            if case .list(let item, let rule) = shape {
                if index > 1, rule.identity == .position || rule.identity == .value {
                    return FieldPath(steps: Array(path.steps[..<index]))
                }
                shape = item
            } else {
                shape = shape.shape(ofKey: step)
            }
        }
        return nil
    }
}
