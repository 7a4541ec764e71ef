import Formats
import RecordModel

/// A reading on the way: the fields that were found, and the words that only shape the item.
struct EntryDraft {
    var fields = Mapping()
    var notation = EntryNotation()

    /// Sets a text field, unless the text says nothing or the schema takes no such text.
    mutating func set(_ key: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        fields[key] = .string(text)
    }

    /// Sets a list field where it has items.
    mutating func set(_ key: String, _ items: [Value]) {
        if !items.isEmpty { fields[key] = .list(items) }
    }

    /// Keeps words as part of the notation.
    mutating func note(_ text: String) { notation.words += VisibleWords.words(text) }

    /// Adds a paragraph to a Markdown field.
    mutating func add(_ key: String, paragraph: String) {
        guard !paragraph.isEmpty else { return }
        let before = fields[key]?.string.map { $0 + "\n\n" } ?? ""
        fields[key] = .string(before + paragraph)
    }

    /// Sets the two ends of a span.
    mutating func set(_ span: DateRange) {
        set("start", span.start?.description)
        switch span.end {
        case .date(let date): set("end", date.description)
        case .present: set("end", "present")
        case .none: break
        }
    }

    /// The reading, nil where a word of the item is in no field and in no notation.
    func reading(of item: Item, as kind: SectionKind) -> EntryReading? {
        var notation = notation
        notation.words += item.joinedWords
        guard Self.isWhole(item, [fields], notation) else { return nil }
        return EntryReading(kind: kind, fields: fields, notation: notation)
    }

    /// Tells whether each word of an item is in a field or in the notation, as often as the item
    /// has it.
    static func isWhole(_ item: Item, _ entries: [Mapping], _ notation: EntryNotation) -> Bool {
        var known: [String: Int] = [:]
        for word in notation.words { known[word, default: 0] += 1 }
        for fields in entries { count(.mapping(fields), at: "", into: &known) }
        var missing: [String] = []
        for word in item.words {
            if let left = known[word], left > 0 {
                known[word] = left - 1
            } else {
                missing.append(word)
            }
            guard missing.count <= 4 else { return false }
        }
        return missing.allSatisfy { take($0, from: &known) }
    }

    /// Takes the two words that one is made of where no blank stands between a link and what follows
    /// it: `[Quiet Rivers](…)River Annals`.
    private static func take(_ joined: String, from known: inout [String: Int]) -> Bool {
        for index in joined.indices.dropFirst() {
            let (first, second) = (String(joined[..<index]), String(joined[index...]))
            guard let left = known[first], left > 0 else { continue }
            known[first] = left - 1
            if let other = known[second], other > 0 {
                known[second] = other - 1
                return true
            }
            known[first] = left
        }
        return false
    }

    /// The fields that are Markdown.
    private static let markdownKeys: Set<String> = [
        "text", "summary", "abstract", "award", "note", "description", "annotation", "bio",
        "interests", "contact_note", "tagline", "status_line",
    ]
    /// The fields that a reader of the page does not see as words.
    private static let hiddenKeys: Set<String> = ["url", "file", "kind", "scholar_id"]

    private static func count(_ value: Value, at key: String, into known: inout [String: Int]) {
        switch value {
        case .string(let text):
            guard !hiddenKeys.contains(key) else { return }
            let shown = markdownKeys.contains(key) ? Markdown(text).plainText() : text
            for word in VisibleWords.words(shown) { known[word, default: 0] += 1 }
        case .list(let items): for item in items { count(item, at: key, into: &known) }
        case .mapping(let mapping):
            for entry in mapping.entries { count(entry.value, at: entry.key, into: &known) }
        case .null, .bool, .number: return
        }
    }
}

extension Item {
    /// Lines as Markdown: paragraphs, line breaks and nested lists as they stand there.
    static func markdown(_ lines: some Sequence<Line>) -> String {
        var result = ""
        var base: Int?
        for line in lines {
            let text = line.text.markdown
            guard !text.isEmpty else { continue }
            let depth = line.level - (base ?? line.level)
            if base == nil { base = line.level }
            if line.isItem {
                let indentation = String(repeating: "  ", count: max(0, depth))
                result += result.isEmpty ? "" : "\n"
                result += indentation + (line.number.map { "\($0). " } ?? "- ") + text
            } else if result.isEmpty {
                result = text
            } else {
                result += line.beginsBlock ? "\n\n" + text : "  \n" + text
            }
        }
        return Markdown(result).normalized().trimmingLineEnds
    }
}

extension String {
    var trimmingLineEnds: String {
        var rest = self[...]
        while rest.last?.isNewline == true { rest.removeLast() }
        return String(rest)
    }
}
