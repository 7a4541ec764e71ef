import Formats
import RecordModel

/// Writes a value the way people do: each part in another style, with comments in between.
struct MessyYAML {
    /// One line with the field that it is about.
    struct Line {
        var text: String
        let path: FieldPath
        /// Whether a whole value stands on the line, so that an edit within it changes the line.
        let isWhole: Bool
        let isComment: Bool
    }

    private(set) var lines: [Line] = []
    private var choice: HostileGenerator
    private var comments = 0
    private let step: Int
    private let listStep: Int
    /// Whether the last line belongs to a block scalar, and whether it takes blank lines.
    private var isAfterBlock = false
    private var takesBlankLines = false

    init(_ value: Value, seed: UInt64) {
        choice = HostileGenerator(seed: seed &+ 77_777)
        step = choice.pick([2, 2, 4])
        listStep = choice.pick([0, 2, 4])
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            fields(mapping, at: .root, indent: 0, lead: nil)
        case .list(let items) where !items.isEmpty:
            self.items(items, at: .root, indent: 0, lead: nil)
        default: break
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private mutating func comment() -> String {
        comments += 1
        return "# comment \(comments)" + choice.pick(["", ": é", " - 'x", " \"", " {"])
    }

    private mutating func trailing() -> String {
        choice.chance(20) ? choice.pick([" ", "   "]) + comment() : choice.chance(5) ? "  " : ""
    }

    private mutating func add(
        _ text: String, _ path: FieldPath, isWhole: Bool = false, isComment: Bool = false
    ) {
        lines.append(Line(text: text, path: path, isWhole: isWhole, isComment: isComment))
        (isAfterBlock, takesBlankLines) = (false, false)
    }

    private mutating func between(_ path: FieldPath, after previous: FieldPath?, indent: Int) {
        if choice.chance(15), !takesBlankLines {
            let wasBlock = isAfterBlock
            add("", path)
            isAfterBlock = wasBlock
        }
        if let previous, choice.chance(6), !isAfterBlock {
            // So deep a comment is a part of what stands before it.
            add(spaces(indent + choice.pick([1, 3, 5])) + comment(), previous, isWhole: true)
        }
        if choice.chance(15) { add(spaces(indent) + comment(), path, isComment: true) }
    }

    private mutating func fields(_ mapping: Mapping, at path: FieldPath, indent: Int, lead: String?)
    {
        var lead = lead
        var previous: FieldPath?
        let padding = choice.chance(15) ? 6 : 0
        for entry in mapping.entries {
            let inner = path.appending(entry.key)
            if lead == nil { between(path, after: previous, indent: indent) }
            let key = key(entry.key)
            let pad = spaces(max(0, padding - key.count))
            let start = lead.map { $0 + " " } ?? spaces(indent)
            emit(entry.value, at: inner, indent: indent, lead: start + key + pad + ":")
            lead = nil
            previous = inner
        }
    }

    private mutating func items(_ items: [Value], at path: FieldPath, indent: Int, lead: String?) {
        var lead = lead
        var previous: FieldPath?
        for (position, item) in items.enumerated() {
            let name = Shape.any.listRule.name(of: item)
            let found = name.flatMap { Shape.any.listRule.position(of: $0, in: items) }
            let inner = path.appending(found == position ? name ?? "\(position)" : "\(position)")
            if lead == nil { between(path, after: previous, indent: indent) }
            emit(
                item, at: inner, indent: indent,
                lead: (lead.map { $0 + " " } ?? spaces(indent)) + "-")
            lead = nil
            previous = inner
        }
    }

    private mutating func key(_ key: String) -> String {
        let isWord = key.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } && !key.isEmpty
        return isWord && !["on", "k", "y", "n"].contains(key) && choice.chance(80)
            ? key : YAMLScalar.quoted(key)
    }

    private mutating func emit(_ value: Value, at path: FieldPath, indent: Int, lead: String) {
        let isItem = lead.hasSuffix("-")
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty && !choice.chance(12):
            if isItem, choice.chance(85) {
                fields(mapping, at: path, indent: lead.count + 1, lead: lead)
            } else {
                add(lead + trailing(), path)
                fields(mapping, at: path, indent: indent + step, lead: nil)
            }
        case .list(let items) where !items.isEmpty && !choice.chance(15):
            if isItem, choice.chance(85) {
                self.items(items, at: path, indent: lead.count + 1, lead: lead)
            } else {
                add(lead + trailing(), path)
                self.items(items, at: path, indent: indent + (isItem ? 2 : listStep), lead: nil)
            }
        case .null where choice.chance(50): add(lead + trailing(), path, isWhole: true)
        case .string(let text) where isProse(text) && choice.chance(80):
            prose(text, at: path, indent: indent, lead: lead)
        default: add(lead + " " + flow(value) + trailing(), path, isWhole: true)
        }
    }

    private func isProse(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != 0x20, first != 0x0A else { return false }
        return text.utf8.contains(0x0A)
            && text.unicodeScalars.allSatisfy {
                $0 == "\n" || ($0.value >= 0x20 && $0.value < 0x7F) || $0 == "é"
            }
    }

    private mutating func prose(_ text: String, at path: FieldPath, indent: Int, lead: String) {
        let breaks = text.utf8.reversed().prefix { $0 == 0x0A }.count
        add(lead + " |" + (breaks == 0 ? "-" : breaks == 1 ? "" : "+") + trailing(), path)
        var content = text.split(separator: "\n", omittingEmptySubsequences: false)
        if breaks > 0 { content.removeLast() }
        let inner = indent + choice.pick([1, 2, 4])
        for line in content {
            add(line.isEmpty ? "" : spaces(inner) + line, path)
        }
        (isAfterBlock, takesBlankLines) = (true, breaks > 1)
    }

    private mutating func flow(_ value: Value) -> String {
        switch value {
        case .list(let items):
            let inner = items.map { flow($0) }.joined(separator: choice.pick([", ", ",", " , "]))
            return choice.pick(["[\(inner)]", "[ \(inner) ]"])
        case .mapping(let mapping):
            let fields = mapping.entries.map { YAMLScalar.quoted($0.key) + ": " + flow($0.value) }
            let inner = fields.joined(separator: choice.pick([", ", ",", " , "]))
            return choice.pick(["{\(inner)}", "{ \(inner) }"])
        case .string(let text):
            return choice.chance(50)
                ? YAMLScalar.quoted(text) : YAMLScalar.line(text, expectsText: false)
        default: return JSONWriter(style: .compact).text(value)
        }
    }
}
