internal import Formats
internal import JSONSchema
internal import ProfileStore
internal import RecordModel

/// The fields of a section file, one a line, each behind its field path.
///
/// Git compares lines; of this text a changed line is a changed field. So a line never depends on
/// another entry's place: entries go by their ids, lists without an order of their own are sorted,
/// and items without a name have no number. Prose is broken at its sentences, wherever the lines
/// of the file end.
struct FieldListing {
    private let section: String
    private let schema: Schema

    init(section: String, schema: Schema) {
        self.section = section
        self.schema = schema
    }

    /// Returns the lines of a section's content.
    func text(_ value: Value) -> String {
        var text = ""
        list(value, [], schema.shape, &text)
        return text
    }

    private func list(_ value: Value, _ path: [String], _ shape: Shape, _ text: inout String) {
        switch value {
        case .mapping(let mapping):
            guard !mapping.isEmpty else { return line(path, "{}", &text) }
            for key in keys(of: mapping, at: path) {
                guard let inner = mapping[key] else { continue }
                list(inner, path + [key], shape.shape(ofKey: key), &text)
            }
        case .list(let items): list(items, path, shape, &text)
        case .string(let words): string(words, path, &text)
        default: line(path, JSONWriter(style: .compact).text(value), &text)
        }
    }

    private func list(_ items: [Value], _ path: [String], _ shape: Shape, _ text: inout String) {
        guard !items.isEmpty else { return line(path, "[]", &text) }
        let rule = shape.listRule
        var blocks: [(name: String, text: String)] = []
        for item in items {
            var block = ""
            let name = rule.name(of: item)
            if let name, case .mapping(var mapping) = item, case .key(let key) = rule.identity {
                mapping[key] = nil
                list(.mapping(mapping), path + [name], shape.itemShape, &block)
            } else if case .string(let words) = item {
                string(words, path, &block)
            } else {
                let sorted = sorted(item, path + [""])
                line(path, JSONWriter(style: .compact).text(sorted), &block)
            }
            blocks.append((name ?? "", block))
        }
        if !rule.hasOwnOrder {
            blocks.sort { $0.name == $1.name ? $0.text < $1.text : $0.name < $1.name }
        }
        for block in blocks { text += block.text }
    }

    private func string(_ words: String, _ path: [String], _ text: inout String) {
        guard !words.isEmpty else { return line(path, "\"\"", &text) }
        for part in Self.sentences(of: words) { line(path, part, &text) }
    }

    private func line(_ path: [String], _ words: String, _ text: inout String) {
        let steps = section.isEmpty ? path : [section] + path
        text += VisibleText.line(FieldPath(steps: steps).description)
        text += words.isEmpty ? ":\n" : ": \(VisibleText.line(words))\n"
    }

    /// The keys of a mapping in the order of the schema, then those it does not know by name.
    private func keys(of mapping: Mapping, at path: [String]) -> [String] {
        let known = schema.knownKeys(at: FieldPath(steps: path))
        let first = known.filter { mapping.position(of: $0) != nil }
        guard first.count < mapping.count else { return first }
        return first + mapping.keys.filter { !known.contains($0) }.sorted()
    }

    /// A value with all keys in one order, to be written on one line.
    private func sorted(_ value: Value, _ path: [String]) -> Value {
        switch value {
        case .mapping(let mapping):
            var result = Mapping()
            for key in keys(of: mapping, at: path) {
                if let inner = mapping[key] {
                    result.insert(sorted(inner, path + [key]), forNew: key)
                }
            }
            return .mapping(result)
        case .list(let items): return .list(items.map { sorted($0, path + [""]) })
        default: return value
        }
    }

    /// The lines of a text, each broken behind its sentences.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            var start = line.startIndex
            var isEnd = false
            for index in line.indices {
                let character = line[index]
                if isEnd, character == " " {
                    sentences.append(String(line[start..<index]))
                    start = line.index(after: index)
                }
                isEnd = ".!?".contains(character)
            }
            if start < line.endIndex || line.isEmpty { sentences.append(String(line[start...])) }
        }
        return sentences
    }
}
