internal import RecordModel

/// One value of a YAML text, with the place of each of its parts in bytes.
struct YAMLNode {
    enum Kind: Equatable {
        case scalar(YAMLScalarStyle)
        case alias
        case list(isFlow: Bool)
        case mapping(isFlow: Bool)
    }

    let kind: Kind
    /// Where the value begins, its anchor and tag included.
    let start: Int
    /// Where the value itself begins.
    let contentStart: Int
    /// Where the last character of the value ends; blank lines and comments behind it are not part
    /// of it.
    var end: Int
    /// The name under which aliases repeat the value, or the name that an alias repeats.
    let anchor: String?
    let tag: String?
    /// The fields of a mapping or the items of a list.
    var parts: [YAMLPart] = []

    /// Whether the text ends in a block scalar that also takes the blank lines behind it.
    var takesBlankLines = false
}

/// A field of a mapping or an item of a list, with the place of its parts in bytes.
struct YAMLPart {
    /// The key, empty for an item.
    let key: String
    /// Where the key begins, or the `-` or the value of an item.
    let start: Int
    /// Where the key ends.
    let keyEnd: Int
    /// Where the `:` or `-` ends, behind which the value goes; nil where there is none.
    let headEnd: Int?
    let node: YAMLNode

    /// Where the last character of the part ends.
    var end: Int { max(headEnd ?? keyEnd, node.end) }
}

/// Builds the tree of a text that `YAMLReader` has read: depth and size are known to be bounded.
struct YAMLTreeBuilder {
    private let stream: YAMLEventStream
    private let text: TextLines
    private let offsets: ScalarOffsets
    /// The names that aliases repeat.
    private(set) var repeatedAnchors: Set<String> = []

    init(_ text: TextLines, file: String) throws(Diagnostic) {
        self.text = text
        offsets = ScalarOffsets(text.bytes)
        stream = try YAMLEventStream(text.bytes, file: file)
    }

    /// Returns the root, nil where the text holds no document.
    mutating func root() throws(Diagnostic) -> YAMLNode? {
        var event = try stream.next()
        guard case .documentStart = event else { return nil }
        event = try stream.next()
        return try node(of: event)
    }

    private mutating func node(of event: YAMLEvent) throws(Diagnostic) -> YAMLNode {
        let start = offsets[stream.start.index]
        let end = offsets[stream.end.index]
        let (anchor, tag) = (stream.anchor, stream.tag)
        switch event {
        case .alias:
            if let anchor { repeatedAnchors.insert(anchor) }
            return YAMLNode(
                kind: .alias, start: start, contentStart: start, end: end, anchor: anchor, tag: nil)
        case .scalar:
            return scalar(stream.style, start: start, end: end, anchor: anchor, tag: tag)
        default: break
        }
        let content = anchor == nil && tag == nil ? start : text.endOfProperties(from: start)
        let isFlow = stream.isFlow
        var node = YAMLNode(
            kind: event == .listStart ? .list(isFlow: isFlow) : .mapping(isFlow: isFlow),
            start: start, contentStart: content, end: end, anchor: anchor, tag: tag)
        node.parts =
            event == .listStart
            ? try items(isFlow: isFlow, from: content) : try fields(from: content)
        let isInBrackets = content < text.bytes.count && "[{".utf8.contains(text.bytes[content])
        if isFlow, isInBrackets {
            node.end = offsets[stream.end.index]
        } else if let last = node.parts.last {
            node.end = last.end
            node.takesBlankLines = last.node.takesBlankLines
        }
        return node
    }

    private mutating func items(
        isFlow: Bool, from start: Int
    ) throws(Diagnostic) -> [YAMLPart] {
        var parts: [YAMLPart] = []
        var position = start
        while true {
            let event = try stream.next()
            if case .listEnd = event { return parts }
            let node = try node(of: event)
            var (start, head): (Int, Int?) = (node.start, nil)
            if !isFlow {
                start = text.nextContent(from: position)
                head = start + 1
            }
            parts.append(
                YAMLPart(
                    key: "", start: start, keyEnd: head ?? start, headEnd: head, node: node))
            position = max(node.end, head ?? 0)
        }
    }

    private mutating func fields(from start: Int) throws(Diagnostic) -> [YAMLPart] {
        var parts: [YAMLPart] = []
        while true {
            let event = try stream.next()
            if case .mappingEnd = event { return parts }
            let key = event == .scalar ? stream.text : ""
            let keyNode = try self.node(of: event)
            let node = try self.node(of: try stream.next())
            let colon = text.nextContent(from: keyNode.end)
            let hasColon = colon < text.bytes.count && text.bytes[colon] == UInt8(ascii: ":")
            parts.append(
                YAMLPart(
                    key: key, start: text.startOfExplicitKey(before: keyNode.start),
                    keyEnd: keyNode.end, headEnd: hasColon ? colon + 1 : nil, node: node))
        }
    }

    private func scalar(
        _ style: YAMLScalarStyle, start: Int, end: Int, anchor: String?, tag: String?
    ) -> YAMLNode {
        let hasProperties = anchor != nil || tag != nil
        let content = hasProperties ? min(end, text.endOfProperties(from: start)) : start
        var node = YAMLNode(
            kind: .scalar(style), start: start, contentStart: content, end: end, anchor: anchor,
            tag: tag)
        if start == end || content == end {
            // Nothing but its properties: what libyaml skipped to find that out is not part of it.
            node.end = hasProperties ? text.endOfProperties(from: start, trimmed: true) : start
            node = YAMLNode(
                kind: node.kind, start: start, contentStart: node.end, end: node.end,
                anchor: anchor, tag: tag)
        }
        guard style == .literal || style == .folded else { return node }
        let header = text.bytes[content..<text.endOfLine(at: content)]
            .prefix { $0 != UInt8(ascii: " ") }
        node.takesBlankLines = header.contains(UInt8(ascii: "+"))
        // libyaml ends a block scalar at the start of the next line that is not blank.
        node.end = text.endBeforeBreak(at: node.end)
        while !node.takesBlankLines, node.end > content,
            node.end == text.startOfLine(at: node.end)
        { node.end = text.endBeforeBreak(at: node.end) }
        return node
    }
}

/// Where each Unicode scalar of a text begins, in bytes.
private struct ScalarOffsets {
    /// Nil for a text in which each scalar is one byte.
    private var offsets: [UInt32]?
    private let first: Int

    init(_ bytes: [UInt8]) {
        first = bytes.starts(with: YAMLEventStream.byteOrderMark) ? 3 : 0
        guard bytes[first...].contains(where: { $0 >= 0x80 }) else { return }
        var offsets: [UInt32] = []
        offsets.reserveCapacity(bytes.count + 1)
        for index in first..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            offsets.append(UInt32(index))
        }
        offsets.append(UInt32(bytes.count))
        self.offsets = offsets
    }

    subscript(index: Int) -> Int {
        guard let offsets else { return first + index }
        return Int(offsets[min(index, offsets.count - 1)])
    }
}
