internal import Formats
internal import RecordModel

extension SectionText {
    /// Puts the text together entry by entry: each as the side has it that changed it, with the
    /// comments before it.
    ///
    /// Nil where the file is no list of entries with names, or one of them has another name now.
    func byEntries() -> [UInt8]? {
        guard case .list(let items)? = value, case .list(let itemShape, let rule) = shape,
            let ours = texts.ours, let theirs = texts.theirs
        else { return nil }
        let base = texts.base ?? []
        let forms = (TextForm(of: base), TextForm(of: ours), TextForm(of: theirs))
        let plain = (
            TextForm.plain(forms.0.lines(of: base)), TextForm.plain(forms.1.lines(of: ours)),
            TextForm.plain(forms.2.lines(of: theirs))
        )
        let oldest = base.isEmpty ? nil : YAMLItemTexts(plain.0, knownHead: nil)
        let known = oldest?.head ?? Self.commonHead(plain.1, plain.2)
        guard let mine = EntryTexts(plain.1, head: known, shapes: shapes, rule: rule),
            let yours = EntryTexts(plain.2, head: known, shapes: shapes, rule: rule),
            mine.column == yours.column
        else { return nil }
        let before = oldest.flatMap { EntryTexts($0, plain.0, shapes: shapes, rule: rule) }
        var lines = LineMerge.lines(base: known, ours: mine.head, theirs: yours.head)
        for item in items {
            guard let name = rule.name(of: item) else { return nil }
            let entry = ThreeTexts(
                base: before?.text(of: name), ours: mine.text(of: name),
                theirs: yours.text(of: name))
            guard let text = entryText(entry, item, itemShape, rule) else { return nil }
            lines += text
        }
        lines += LineMerge.lines(
            base: before?.tail ?? [], ours: mine.tail, theirs: yours.tail)
        let form =
            base.isEmpty ? forms.1 : TextForm(base: forms.0, ours: forms.1, theirs: forms.2)
        let bytes = form.text(of: lines)
        return says(bytes, .list(items)) ? bytes : nil
    }

    /// The lines of one entry, nil where they cannot be made of the texts there are.
    private func entryText(
        _ entry: ThreeTexts, _ item: Value, _ itemShape: Shape, _ rule: ListRule
    ) -> [ArraySlice<UInt8>]? {
        let chosen: [UInt8]?
        if entry.ours == nil || entry.ours == entry.base {
            chosen = entry.theirs ?? entry.ours
        } else if entry.theirs == nil || entry.theirs == entry.base || entry.theirs == entry.ours {
            chosen = entry.ours
        } else {
            chosen = nil
        }
        if let chosen, says(chosen, .list([item])) { return TextForm(of: chosen).lines(of: chosen) }
        guard entry.ours != nil || entry.theirs != nil else { return nil }
        let merged = SectionText(texts: entry, shapes: shapes, file: file, value: .list([item]))
            .written(isEntry: true)
        return merged.map { TextForm(of: $0).lines(of: $0) }
    }

    private static func commonHead(_ one: [UInt8], _ other: [UInt8]) -> [ArraySlice<UInt8>] {
        let heads = (
            YAMLItemTexts(one, knownHead: nil)?.head ?? [],
            YAMLItemTexts(other, knownHead: nil)?.head ?? []
        )
        return zip(heads.0, heads.1).prefix { $0 == $1 }.map(\.0)
    }
}

/// The texts of the entries of one file, by their names.
private struct EntryTexts {
    let head: [ArraySlice<UInt8>]
    let tail: [ArraySlice<UInt8>]
    let column: Int
    private var texts: [String: [UInt8]] = [:]

    init?(_ bytes: [UInt8], head: [ArraySlice<UInt8>], shapes: ShapeTable, rule: ListRule) {
        guard let cut = YAMLItemTexts(bytes, knownHead: head) else { return nil }
        self.init(cut, bytes, shapes: shapes, rule: rule)
    }

    init?(_ cut: YAMLItemTexts, _ bytes: [UInt8], shapes: ShapeTable, rule: ListRule) {
        // A text that cannot be read was refused before.
        guard let items = try? YAMLReader().read(bytes, file: "", shapes: shapes).value.list,
            items.count == cut.items.count
        else { return nil }
        head = cut.head
        tail = cut.tail
        column = cut.column
        for (item, lines) in zip(items, cut.items) {
            guard let name = rule.name(of: item), texts[name] == nil else { return nil }
            texts[name] = TextForm.plain(lines)
        }
    }

    func text(of name: String) -> [UInt8]? { texts[name] }
}
