internal import RecordModel

extension YAMLRewriter {
    /// A written value: what stands on the line of its key, and the lines below, each ended by a
    /// line feed.
    private struct Written {
        var line: String
        var block: String
    }

    /// Replaces a value within brackets.
    mutating func replaceInFlow(
        _ node: YAMLNode, with value: Value, shape: Shape, place: Place
    ) {
        var written =
            styled(value, like: node, shape: shape)?.line
            ?? writer.flow(value, shape: shape)
        var range = node.contentStart..<node.end
        if range.isEmpty, !node.hasProperties, let head = place.head { range = head..<head }
        if node.hasProperties, !node.keepsProperties(for: value) {
            written = (node.anchor.map { "&\($0) " } ?? "") + written
            range = node.start..<node.end
        }
        // What follows a `:` or a key without a space would be taken for a part of it.
        let before = range.lowerBound > 0 ? text.bytes[range.lowerBound - 1] : 0
        if !" \t\n\r[,{".utf8.contains(before) { written = " " + written }
        replace(range, with: written)
    }

    /// Replaces a value that stands in lines of its own or behind its key or `-`.
    mutating func replaceInBlock(
        _ node: YAMLNode, from before: Value, with value: Value, shape: Shape, place: Place
    ) {
        let end = text.nextLine(after: node.end)
        var written = written(value, before: before, node: node, shape: shape, place: place)
        var head = place.head ?? node.start
        var (line, block) = parts(of: node, head: head)
        // Comments may stand between a key and the lines of its value, too; blank lines go.
        let start = text.nextLine(after: head)
        var isCommented = false
        if line.isEmpty, let lines = block {
            isCommented = hasComment(between: start, and: lines.lowerBound)
            if !isCommented { block = start..<lines.upperBound }
        }
        let isUnsafe =
            isCommented
            || !node.takesBlankLines
                && isUnsafeForBlockScalar(
                    written.line + written.block, at: end, indent: place.indent)
        if !written.block.isEmpty, isUnsafe {
            written = self.written(
                value, before: before, node: node, shape: shape, place: place, isCareful: true)
        }
        let hasProperties = node.hasProperties
        if hasProperties {
            let end = text.endOfProperties(from: node.start, trimmed: true)
            if node.keepsProperties(for: value) {
                head = end
                if line.isEmpty { line = end..<end }
            } else {
                line = node.start..<max(line.upperBound, end)
                let anchor = node.anchor.map { "&\($0)" } ?? ""
                let space = anchor.isEmpty || written.line.isEmpty ? "" : " "
                written.line = anchor + space + written.line
            }
        }
        let movesUp = written.line.isEmpty || place.isItem && !written.block.isEmpty
        let isBehindHead = text.startOfLine(at: line.lowerBound) == text.startOfLine(at: head)
        if line.isEmpty || movesUp && isBehindHead { line = head..<line.upperBound }
        if line.lowerBound == head, !written.line.isEmpty { written.line = " " + written.line }
        replace(line, with: written.line)
        if let block {
            replace(block, with: written.block)
        } else if !written.block.isEmpty {
            let position = text.nextLine(after: max(line.upperBound, head))
            let needsBreak = !text.isAtStartOfLine(position)
            replace(position..<position, with: (needsBreak ? "\n" : "") + written.block)
        }
    }

    private func hasComment(between start: Int, and end: Int) -> Bool {
        var line = start
        while line < end {
            if text.isComment(at: line, deeperThan: -1) { return true }
            line = text.nextLine(after: line)
        }
        return false
    }

    /// Returns what of an old value stands on the line of its key, and which whole lines follow.
    private func parts(of node: YAMLNode, head: Int) -> (line: Range<Int>, block: Range<Int>?) {
        switch node.kind {
        case .scalar(.literal), .scalar(.folded):
            let end = text.bytes[node.contentStart...].firstIndex {
                !"|>+-0123456789".utf8.contains($0)
            }
            let header = node.contentStart..<(end ?? text.bytes.count)
            let start = text.nextLine(after: header.upperBound)
            let next = max(start, text.nextLine(after: node.end))
            return (header, node.end > header.upperBound ? start..<next : start..<start)
        case .list(isFlow: false), .mapping(isFlow: false):
            let first = node.parts.first?.start ?? node.contentStart
            guard text.startOfLine(at: first) != text.startOfLine(at: head) else { break }
            return (
                head..<head, text.startOfLine(at: first)..<text.nextLine(after: node.end)
            )
        default: break
        }
        return (node.contentStart..<node.end, nil)
    }

    private func written(
        _ value: Value, before: Value, node: YAMLNode, shape: Shape, place: Place,
        isCareful: Bool = false
    ) -> Written {
        var writer = writer
        writer.usesBlockScalars = !isCareful
        let indent = max(0, place.indent)
        if let text = value.string {
            if !isCareful || node.kind == .scalar(.singleQuoted),
                let styled = styled(value, like: node, shape: shape, before: before, place: place)
            {
                return styled
            }
            // A person who writes long lines goes on to.
            let isLongLine =
                node.kind == .scalar(.plain) && node.end - node.start > writer.columns
            if isLongLine, !text.utf8.contains(UInt8(ascii: "\n")) {
                return Written(
                    line: YAMLScalar.line(text, expectsText: shape.isText), block: "")
            }
        }
        // Where an anchor or a tag stands before it, a collection begins on the next line.
        if place.isItem, node.hasProperties {
            switch value {
            case .mapping(let fields) where !fields.isEmpty:
                return Written(
                    line: "", block: writer.lines(of: fields, shape: shape, indent: indent + 2))
            case .list(let items) where !items.isEmpty:
                return Written(
                    line: "", block: writer.lines(of: items, shape: shape, indent: indent + 2))
            default: break
            }
        }
        let entry = Mapping.Entry(key: place.key, value: value)
        let lines =
            place.isItem
            ? writer.item(value, shape: shape, indent: indent).dropFirst(1)
            : writer.field(entry, shape: shape, indent: indent)
                .dropFirst(writer.explicitKey(place.key, indent: indent).count + 1)
        let end = lines.firstIndex(of: "\n") ?? lines.endIndex
        let line = lines[..<end].drop { $0 == " " }
        return Written(line: String(line), block: String(lines[end...].dropFirst()))
    }

    /// Returns a text in the quotes, or as the kind of block, in which the old one stands; nil
    /// where it does not fit them.
    private func styled(
        _ value: Value, like node: YAMLNode, shape: Shape, before: Value = .null,
        place: Place? = nil
    ) -> Written? {
        guard let string = value.string, case .scalar(let style) = node.kind else { return nil }
        let isOneLine = !string.utf8.contains(UInt8(ascii: "\n"))
        switch style {
        case .plain: return nil
        case .singleQuoted:
            return YAMLScalar.singleQuoted(string).map { Written(line: $0, block: "") }
        case .doubleQuoted:
            let wasOneLine = before.string?.utf8.contains(UInt8(ascii: "\n")) != true
            guard place == nil || isOneLine || !wasOneLine else { return nil }
            return Written(line: YAMLScalar.quoted(string), block: "")
        case .literal, .folded:
            guard let place else { return nil }
            return block(string, isFolded: style == .folded, like: node, place: place)
        }
    }

    /// Returns a text as the kind of block scalar that stands there, indented as far.
    private func block(
        _ string: String, isFolded: Bool, like node: YAMLNode, place: Place
    ) -> Written? {
        let header = parts(of: node, head: node.contentStart)
        guard let range = header.block, !range.isEmpty,
            !text.bytes[header.line].contains(where: { (0x30...0x39).contains($0) })
        else { return nil }
        var (line, columns) = (range.lowerBound, 40)
        var indent: Int?
        while line < range.upperBound {
            let end = text.endOfLine(at: line)
            let start = text.skippingBlanks(from: line)
            if start < end { indent = indent ?? start - line }
            columns = max(columns, end - line)
            line = text.nextLine(after: line)
        }
        guard let indent, indent > place.indent else { return nil }
        let written =
            isFolded
            ? YAMLScalar.folded(string, indent: indent, columns: columns)
            : YAMLScalar.literal(string, indent: indent)
        guard let written, let end = written.firstIndex(of: "\n") else { return nil }
        return Written(
            line: String(written[..<end]),
            block: written[written.index(after: end)...] + "\n")
    }
}

extension YAMLNode {
    /// Whether an anchor or a tag stands before the value.
    fileprivate var hasProperties: Bool { anchor != nil && kind != .alias || tag != nil }

    /// Tells whether anchor and tag may stay where another value is put: an anchor may.
    fileprivate func keepsProperties(for value: Value) -> Bool {
        let isText = tag == "!" || tag == "tag:yaml.org,2002:str"
        return tag == nil || isText && value.string != nil
    }
}
