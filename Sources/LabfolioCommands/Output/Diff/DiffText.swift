internal import Formats
internal import RecordModel

/// Prints a diff for people at a terminal: profiles, sections, entries, a line a field.
struct DiffText {
    let style: Style
    /// The columns of the terminal.
    var width = 100
    /// The words around a difference that are shown.
    private static let context = 6
    /// As much of a value that is new or gone is shown.
    private static let valueLimit = 240
    /// A value up to this length stands on one line with the one it replaces.
    private static let shortLimit = 48
    /// As many items of a list are named.
    private static let itemLimit = 6

    /// Returns what happened to a profile.
    func text(_ profile: DiffReport.Profile) -> String {
        var title = StyledText(profile.id.text, .strong)
        if let name = profile.name { title.append("  " + VisibleText.line(Self.cut(name))) }
        var text = lines(title, 0)
        if !profile.headline.isEmpty {
            text += lines(styled(.joined(profile.headline, by: ", ")), 2, hanging: 2)
        }
        for section in profile.sections {
            text += lines(styled(section.title, .strong), 2)
            for entry in section.entries { text += self.text(entry) }
            if section.entries.isEmpty { text += "    no entries\n" }
        }
        return text + "\n"
    }

    // MARK: Entries

    private func text(_ entry: DiffReport.Entry) -> String {
        guard let id = entry.id else { return entry.lines.map { self.text($0, 4) }.joined() }
        var line = StyledText()
        let role: Style.Role
        switch entry.event {
        case .added: (role, line) = (.added, StyledText("+ ", .added))
        case .removed: (role, line) = (.removed, StyledText("- ", .removed))
        case .changed: (role, line) = (.changed, StyledText("~ ", .changed))
        }
        let name = entry.name.map { VisibleText.line(Self.cut($0)) }
        line.append(name ?? VisibleText.line(id), entry.event == .changed ? nil : role)
        if name != nil { line.append(" (\(VisibleText.line(Self.cut(id))))", .faint) }
        guard entry.event == .changed else {
            for detail in entry.details where !detail.isEmpty {
                line.append(" · " + VisibleText.line(Self.cut(detail)))
            }
            return lines(line, 4)
        }
        if entry.lines.count == 1, let sentence = entry.lines[0].sentence {
            line.append(": ")
            line.append(styled(sentence))
            return lines(line, 4)
        }
        if entry.lines.count == 1, case .moved(let from, let to) = entry.lines[0].event {
            line.append(" moved from place \(from + 1) to \(to + 1)")
            return lines(line, 4)
        }
        return lines(line, 4) + entry.lines.map { text($0, 6) }.joined()
    }

    // MARK: Fields

    private func text(_ line: DiffLine, _ indent: Int) -> String {
        var text = StyledText()
        let label = styled(line.label) + StyledText(line.label.parts.isEmpty ? "" : ": ")
        switch line.event {
        case .added(let value):
            text = StyledText("+ ", .added) + label
            text.append(brief(value), .added)
        case .removed(let value):
            text = StyledText("- ", .removed) + label
            text.append(brief(value), .removed)
        case .replaced(let before, let after):
            text = StyledText("~ ", .changed) + label + replaced(before, after)
        case .moved(let from, let to):
            text = StyledText("↕ ", .changed) + styled(line.label)
            text.append(" moved from place \(from + 1) to \(to + 1)")
        case .items(let added, let removed, let moved, let count):
            text = StyledText("~ ", .changed) + label + items(added, removed, moved, count)
        case .fields(let fields, let items, let count):
            text = StyledText("~ ", .changed) + label + styled(.list(fields))
            text.append(" changed in \(items) of \(count.counted("item"))")
        }
        if let sentence = line.sentence { text = StyledText("~ ", .changed) + styled(sentence) }
        return lines(text, indent)
    }

    private func replaced(_ before: Value, _ after: Value) -> StyledText {
        guard case .string(let old) = before, case .string(let new) = after,
            old.count > Self.shortLimit || new.count > Self.shortLimit
        else {
            var text = StyledText(brief(before), .removed)
            text.append(" → ")
            text.append(brief(after), .added)
            return text
        }
        return words(WordDiff(from: old, to: new))
    }

    /// What came and went of a text; without colours in the marks of `git diff --word-diff`.
    private func words(_ diff: WordDiff) -> StyledText {
        var text = StyledText()
        for run in diff.shortened(toContext: Self.context) {
            switch run {
            case .same(let words): text.append(Self.oneLine(words))
            case .removed(let words): text.append(mark("[-", Self.changed(words), "-]"), .removed)
            case .added(let words): text.append(mark("{+", Self.changed(words), "+}"), .added)
            }
        }
        return text
    }

    private func mark(_ start: String, _ words: String, _ end: String) -> String {
        style.isOn ? words : start + words + end
    }

    private func items(
        _ added: [Value], _ removed: [Value], _ moved: Int, _ count: Int
    ) -> StyledText {
        var text = StyledText()
        for (items, sign, role) in [(removed, "- ", Style.Role.removed), (added, "+ ", .added)] {
            guard !items.isEmpty else { continue }
            if items.count < added.count + removed.count, role == .added { text.append("; ") }
            let names = items.prefix(Self.itemLimit).map(brief).joined(separator: ", ")
            let rest = items.count - Self.itemLimit
            text.append(sign + names + (rest > 0 ? " and \(rest) more" : ""), role)
        }
        if moved > 0 {
            text.append(
                (added.isEmpty && removed.isEmpty ? "" : "; ") + "\(moved) of \(count) moved")
        }
        return text
    }

    // MARK: Values

    /// A value on one line: a text, an entry by what it is called, or what a collection holds.
    private func brief(_ value: Value) -> String {
        switch value {
        case .string(let text): return Self.cut(Self.oneLine(text))
        case .number, .bool, .null: return JSONWriter(style: .compact).text(value)
        case .list(let items):
            guard !items.isEmpty else { return "empty" }
            let names = items.prefix(50).compactMap(Self.name)
            return names.count == min(50, items.count)
                ? Self.cut(names.joined(separator: ", ")) : items.count.counted("item")
        case .mapping(let mapping):
            if mapping.isEmpty { return "empty" }
            let texts = Self.texts(of: mapping)
            return Self.cut(
                texts.isEmpty
                    ? mapping.keys.prefix(50).map { VisibleText.line($0) }.joined(separator: ", ")
                    : texts.joined(separator: " · "))
        }
    }

    private static func name(of item: Value) -> String? {
        if case .mapping(let mapping) = item {
            texts(of: mapping).first
        } else {
            item.string.map { oneLine(cut($0)) }
        }
    }

    private static func texts(of mapping: Mapping) -> [String] {
        mapping.entries.filter { $0.key != "id" }.compactMap(\.value.string).prefix(20)
            .map { oneLine(cut($0)) }
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count > valueLimit && text.count > valueLimit
            ? text.prefix(valueLimit - 1) + "…" : text
    }

    /// A text that went or came: where its lines end is part of it.
    private static func changed(_ text: String) -> String {
        let shown = cut(text).replacingLineBreaks(with: "⏎")
        return VisibleText.line(shown)
    }

    private static func oneLine(_ text: String) -> String { VisibleText.line(text) }

    // MARK: Lines

    private func styled(_ sentence: DiffSentence, _ role: Style.Role? = nil) -> StyledText {
        var text = StyledText()
        for part in sentence.parts {
            switch part {
            case .words(let words): text.append(words, role)
            case .data(let data): text.append(VisibleText.line(Self.cut(data)), role)
            case .removed(let data): text.append(VisibleText.line(Self.cut(data)), .removed)
            case .added(let data): text.append(VisibleText.line(Self.cut(data)), .added)
            }
        }
        return text
    }

    private func lines(_ text: StyledText, _ indent: Int, hanging: Int? = nil) -> String {
        text.lines(style, width: width, indent: indent, hanging: hanging ?? indent + 4)
    }
}

extension String {
    /// The text with a sign in the place of each line break.
    fileprivate func replacingLineBreaks(with sign: String) -> String {
        contains(where: \.isNewline)
            ? map { $0.isNewline ? sign : String($0) }.joined() : self
    }
}
