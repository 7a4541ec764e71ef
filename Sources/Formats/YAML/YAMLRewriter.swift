internal import RecordModel

/// Collects what has to be replaced in a text so that it holds another value.
///
/// The tree of the text and the value it holds are walked side by side with the value it shall
/// hold; where two mappings or two lists meet, only what differs between them is touched.
struct YAMLRewriter {
    let text: TextLines
    /// Writes new values the way the text is written: with its indentation.
    let writer: YAMLWriter
    private var replacements: [(range: Range<Int>, text: String)] = []

    init(text: TextLines, root: YAMLNode?, writer: YAMLWriter) {
        self.text = text
        var writer = writer
        let habits = root.map { YAMLHabits($0, in: text) }
        writer.indentation = habits?.indentation ?? writer.indentation
        writer.listIndentation = habits?.listIndentation ?? writer.listIndentation
        self.writer = writer
    }

    /// Where a value hangs.
    struct Place {
        /// The column of its key or its `-`; -1 for the root.
        let indent: Int
        /// Where the `:` or the `-` before it ends.
        let head: Int?
        /// The key, empty for an item; it counts for the width of a line.
        let key: String
        let isItem: Bool
        let isInFlow: Bool
    }

    /// Notes that bytes are to be replaced by a text, whose lines end in line feeds.
    mutating func replace(_ range: Range<Int>, with text: String) {
        replacements.append((range, text))
    }

    /// Returns the text with all replacements made; nil where two of them overlap.
    func result() -> [UInt8]? {
        // At one place what is put in comes before what is taken out, in the order it was noted.
        let sorted = replacements.enumerated().sorted { one, other in
            (one.element.range.lowerBound, one.element.range.upperBound, one.offset)
                < (other.element.range.lowerBound, other.element.range.upperBound, other.offset)
        }.map(\.element)
        let breaksWithReturn = text.lineBreak == "\r\n"
        var result: [UInt8] = []
        var position = 0
        for (range, replacement) in sorted {
            guard range.lowerBound >= position else { return nil }
            result += text.bytes[position..<range.lowerBound]
            for byte in replacement.utf8 {
                if breaksWithReturn, byte == UInt8(ascii: "\n") { result.append(0x0D) }
                result.append(byte)
            }
            position = range.upperBound
        }
        return result + text.bytes[position...]
    }

    /// Makes the whole text hold another value.
    mutating func updateRoot(
        _ root: YAMLNode?, from before: Value, to after: Value, shape: Shape
    ) {
        let place = Place(indent: -1, head: nil, key: "", isItem: false, isInFlow: false)
        if let root, updateParts(root, from: before, to: after, shape: shape, place: place) {
            return
        }
        let lines = writer.text(after, shape: shape)
        guard let root, root.end > root.contentStart else {
            let position = root?.contentStart ?? text.bytes.count
            let lead = text.isAtStartOfLine(position) ? "" : "\n"
            replace(position..<position, with: lead + lines)
            return
        }
        if text.isFirstOnLine(root.start), root.start == root.contentStart {
            let start = text.startOfLine(at: root.start)
            replace(start..<text.nextLine(after: root.end), with: lines)
        } else {
            let isAtEnd = text.endOfLine(at: root.end) == root.end
            replace(
                root.contentStart..<(isAtEnd ? text.nextLine(after: root.end) : root.end),
                with: "\n" + lines)
        }
    }

    /// Makes a value hold another one.
    mutating func update(
        _ node: YAMLNode, from before: Value, to after: Value, shape: Shape, place: Place
    ) {
        guard before != after else { return }
        if updateParts(node, from: before, to: after, shape: shape, place: place) { return }
        if place.isInFlow {
            replaceInFlow(node, with: after, shape: shape, place: place)
        } else {
            replaceInBlock(node, from: before, with: after, shape: shape, place: place)
        }
    }

    /// Updates a collection part by part; false where nothing of it stays.
    private mutating func updateParts(
        _ node: YAMLNode, from before: Value, to after: Value, shape: Shape, place: Place
    ) -> Bool {
        switch (node.kind, before, after) {
        case (.mapping(let isFlow), .mapping(let old), .mapping(let new)):
            guard !isFlow || text.bytes[node.contentStart] == UInt8(ascii: "{") else {
                return false
            }
            return updateFields(of: node, from: old, to: new, shape: shape, isFlow: isFlow)
        case (.list(let isFlow), .list(let old), .list(let new)):
            return updateItems(of: node, from: old, to: new, shape: shape, isFlow: isFlow)
        default: return false
        }
    }

    private mutating func updateFields(
        of node: YAMLNode, from old: Mapping, to new: Mapping, shape: Shape, isFlow: Bool
    ) -> Bool {
        let stays = node.parts.map { new[$0.key] != nil }
        guard let lastStaying = stays.lastIndex(of: true) else { return false }
        let indent = node.parts.first.map { text.column(of: $0.start) } ?? 0
        var seen: Set<String> = []
        for (part, stays) in zip(node.parts, stays) where stays {
            // Of a key that is there twice the first one counts.
            guard seen.insert(part.key).inserted, let before = old[part.key],
                let after = new[part.key]
            else { continue }
            if isFlow, part.headEnd == nil, before != after {
                replace(part.keyEnd..<part.keyEnd, with: ":")
            }
            let place = Place(
                indent: indent, head: part.headEnd, key: part.key, isItem: false, isInFlow: isFlow)
            update(
                part.node, from: before, to: after, shape: shape.shape(ofKey: part.key),
                place: place)
        }
        // A new field goes behind the one that it follows in the new value.
        var added: [(position: Int, entry: Mapping.Entry)] = []
        var position = lastStaying
        for entry in new.entries {
            if old[entry.key] == nil {
                added.append((position, entry))
            } else if let found = node.parts.firstIndex(where: { $0.key == entry.key }) {
                position = found
            }
        }
        if isFlow {
            for (position, entry) in added {
                let end = node.parts[position].end
                var single = Mapping()
                single[entry.key] = entry.value
                let field = writer.flow(.mapping(single), shape: shape).dropFirst().dropLast()
                replace(end..<end, with: ", " + field)
            }
            removeInFlow(node.parts, stays: stays)
        } else {
            for (position, entry) in added {
                let part = node.parts[position]
                let colon = part.headEnd.map { $0 - 1 }
                let width = (colon ?? 0) > part.keyEnd ? (colon ?? 0) - part.start : 0
                insert(after: part, indent: indent) { writer in
                    let inner = shape.shape(ofKey: entry.key)
                    let lines = writer.field(entry, shape: inner, indent: indent)
                    return Self.padded(lines, key: writer.key(entry.key), to: width)
                }
            }
            removeInBlock(node.parts, stays: stays, indent: indent)
        }
        return true
    }

    private mutating func updateItems(
        of node: YAMLNode, from old: [Value], to new: [Value], shape: Shape, isFlow: Bool
    ) -> Bool {
        let parts = node.parts
        guard !old.isEmpty, !new.isEmpty, parts.count == old.count else { return false }
        let matching = YAMLItemMatching(
            before: old, after: new, rule: shape.listRule,
            pairsAll: isFlow || !text.isFirstOnLine(parts[0].start))
        let staying = Set(matching.origins.compactMap { $0 })
        guard !staying.isEmpty else { return false }
        let indent = text.column(of: parts[0].start)
        let isSpaced =
            !isFlow && parts.count > 1 && isBlankLine(before: parts[parts.count - 1])
            && !parts[parts.count - 2].node.takesBlankLines
        var previous: Int?
        for (item, origin) in zip(new, matching.origins) {
            if let origin {
                previous = origin
                let part = parts[origin]
                let place = Place(
                    indent: indent, head: part.headEnd, key: "", isItem: true, isInFlow: isFlow)
                update(
                    part.node, from: old[origin], to: item, shape: shape.itemShape, place: place)
                continue
            }
            if isFlow {
                let written = writer.flow(item, shape: shape.itemShape)
                if let previous {
                    replace(parts[previous].end..<parts[previous].end, with: ", " + written)
                } else {
                    replace(parts[0].start..<parts[0].start, with: written + ", ")
                }
                continue
            }
            let moved = old.indices.first { !staying.contains($0) && old[$0] == item }
            let source = moved.flatMap { lines(of: parts[$0]) }
            let write = { (writer: YAMLWriter) in
                source ?? Self.spaces(indent)
                    + writer.item(item, shape: shape.itemShape, indent: indent)
            }
            if let previous {
                insert(after: parts[previous], indent: indent) { writer in
                    (isSpaced ? "\n" : "") + write(writer).dropFirst(indent)
                }
            } else {
                let isAlone = text.isFirstOnLine(parts[0].start)
                let start = isAlone ? text.startOfLine(at: parts[0].start) : parts[0].start
                let written = write(writer) + (isSpaced ? "\n" : "")
                replace(
                    start..<start,
                    with: isAlone ? written : written.dropFirst(indent) + Self.spaces(indent))
            }
        }
        let stays = parts.indices.map(staying.contains)
        if isFlow {
            removeInFlow(parts, stays: stays)
        } else {
            removeInBlock(parts, stays: stays, indent: indent)
        }
        return true
    }

    /// Puts lines in behind the line on which a part ends; the first one is not yet indented.
    private mutating func insert(
        after part: YAMLPart, indent: Int, lines: (YAMLWriter) -> String
    ) {
        let position = text.nextLine(after: part.end)
        var written = lines(writer)
        if isUnsafeForBlockScalar(written, at: position, indent: indent) {
            var careful = writer
            careful.usesBlockScalars = false
            written = lines(careful)
        }
        if written.utf8.first == UInt8(ascii: "\n"), part.node.takesBlankLines {
            written.removeFirst()
        }
        let blank = written.utf8.first == UInt8(ascii: "\n") ? "\n" : ""
        let needsBreak = position == text.bytes.count && !text.isAtStartOfLine(position)
        replace(
            position..<position,
            with: (needsBreak ? "\n" : "") + blank + Self.spaces(indent)
                + written.dropFirst(blank.count))
    }

    /// Tells whether lines that end in a block scalar could swallow what comes next: a comment, or
    /// blank lines.
    func isUnsafeForBlockScalar(_ lines: String, at position: Int, indent: Int) -> Bool {
        text.isFollowedByComment(at: position, deeperThan: max(0, indent)) || lines.contains("|+")
    }

    /// Returns the lines of an item, nil where something else stands on them too.
    private func lines(of part: YAMLPart) -> String? {
        let start = text.startOfLine(at: part.start)
        let end = text.nextLine(after: part.end)
        guard text.isFirstOnLine(part.start), end > start, text.isAtStartOfLine(end) else {
            return nil
        }
        let bytes = text.bytes[start..<end].filter { $0 != UInt8(ascii: "\r") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isBlankLine(before part: YAMLPart) -> Bool {
        let start = text.startOfLine(at: part.start)
        let end = text.endBeforeBreak(at: start)
        return end < start && text.isBlankLine(at: text.startOfLine(at: end))
    }

    /// Returns the lines of a field with its colon moved to a column, below that of its neighbour.
    private static func padded(_ lines: String, key: String, to width: Int) -> String {
        guard width > key.utf8.count, lines.hasPrefix(key + ":") else { return lines }
        return key + spaces(width - key.utf8.count) + lines.dropFirst(key.count)
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
