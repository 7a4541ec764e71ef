public import RecordModel

extension YAMLReader {
    /// Returns the comments of a text, each from its `#` to the end of its line, in order.
    ///
    /// - Throws: Why the text cannot be read.
    public func comments(in bytes: [UInt8]) throws(Diagnostic) -> [String] {
        guard bytes.contains(UInt8(ascii: "#")) else { return [] }
        _ = try read(bytes, file: "")
        let text = TextLines(bytes)
        var builder = try YAMLTreeBuilder(text, file: "")
        var scalars: [Range<Int>] = []
        if let root = try builder.root() { Self.collect(root, &scalars) }
        var comments: [String] = []
        var next = scalars[...]
        var position = bytes.startIndex
        while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "#")) {
            while let scalar = next.first, scalar.upperBound <= mark { next.removeFirst() }
            if let scalar = next.first, scalar.contains(mark) {
                position = scalar.upperBound
            } else if mark > 0, !" \t\r\n".utf8.contains(bytes[mark - 1]),
                !bytes[..<mark].elementsEqual(YAMLEventStream.byteOrderMark)
            {
                position = mark + 1
            } else {
                position = text.endOfLine(at: mark)
                comments.append(
                    String(decoding: bytes[mark..<position], as: UTF8.self).withoutOuterSpaces)
            }
        }
        return comments
    }

    /// Collects where keys and scalars stand, in order.
    private static func collect(_ node: YAMLNode, _ scalars: inout [Range<Int>]) {
        if case .scalar = node.kind { scalars.append(node.contentStart..<node.end) }
        for part in node.parts {
            if !part.key.isEmpty { scalars.append(part.start..<part.keyEnd) }
            collect(part.node, &scalars)
        }
    }
}
