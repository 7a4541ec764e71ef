/// One tag of raw HTML, read by CommonMark's grammar.
public struct HTMLTag: Sendable {
    /// The name in lower case.
    public var name: String
    /// Tells whether this is a closing tag.
    public var isClosing: Bool
    /// The attributes in order, names in lower case, values as they were written, entities and all.
    public var attributes: [(name: String, value: String)]
    /// The tag as it was written.
    public var source: String

    /// The value of an attribute with its entities decoded, nil where the tag has none.
    public subscript(name: String) -> String? {
        attributes.first { $0.name == name }.map { HTMLEntities.decoded($0.value) }
    }
}

/// A piece of raw HTML.
public enum HTMLPiece: Sendable {
    /// Text between tags, as it was written.
    case text(String)
    /// A tag.
    case tag(HTMLTag)
    /// A comment with what is in it.
    case comment

    /// Cuts raw HTML into its pieces; whatever is no well-formed tag or comment is text.
    public static func pieces(of source: String) -> [HTMLPiece] {
        let scalars = Array(source.unicodeScalars)
        var result: [HTMLPiece] = []
        var start = 0
        var index = 0
        func flush(to end: Int) {
            guard end > start else { return }
            result.append(.text(String(scalars: scalars[start..<end])))
        }
        // A tag that does not close makes the scan look to the end once, not once for every `<`.
        var lastClose = scalars.count - 1
        while lastClose >= 0, scalars[lastClose] != ">" { lastClose -= 1 }
        var lastComment = scalars.count
        while index < scalars.count {
            guard scalars[index] == "<", index < lastClose else {
                index += 1
                continue
            }
            if index + 3 < scalars.count, scalars[index + 1] == "!", scalars[index + 2] == "-",
                scalars[index + 3] == "-", index < lastComment
            {
                if let end = commentEnd(scalars, from: index + 4) {
                    flush(to: index)
                    result.append(.comment)
                    (start, index) = (end, end)
                    continue
                }
                lastComment = index
            }
            var scanner = Scanner(scalars: scalars, index: index)
            if let tag = scanner.tag() {
                flush(to: index)
                result.append(.tag(tag))
                (start, index) = (scanner.index, scanner.index)
            } else {
                index += 1
            }
        }
        flush(to: scalars.count)
        return result
    }

    private static func commentEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        // A browser ends a comment at `<!-->` and `<!--->` already.
        if start < scalars.count, scalars[start] == ">" { return start + 1 }
        if start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == ">" {
            return start + 2
        }
        var index = start
        while index + 2 < scalars.count {
            if scalars[index] == "-", scalars[index + 1] == "-", scalars[index + 2] == ">" {
                return index + 3
            }
            index += 1
        }
        return nil
    }

    private struct Scanner {
        let scalars: [Unicode.Scalar]
        var index: Int

        private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

        private mutating func skipSpace() {
            while let scalar = current, scalar.isFoldable { index += 1 }
        }

        mutating func tag() -> HTMLTag? {
            let start = index
            index += 1
            let isClosing = current == "/"
            if isClosing { index += 1 }
            guard let first = current, first.isASCIILetter else { return nil }
            let name = take { $0.isASCIIAlphanumeric || $0 == "-" }.lowercased()
            var attributes: [(name: String, value: String)] = []
            while true {
                let before = index
                skipSpace()
                guard let scalar = current else { return nil }
                if scalar == ">" {
                    index += 1
                    return HTMLTag(
                        name: name, isClosing: isClosing, attributes: attributes,
                        source: String(scalars: scalars[start..<index]))
                }
                if scalar == "/" {
                    index += 1
                    guard current == ">", !isClosing else { return nil }
                    continue
                }
                guard index > before, !isClosing, attributes.count < 40,
                    let attribute = attribute()
                else { return nil }
                attributes.append(attribute)
            }
        }

        private mutating func attribute() -> (name: String, value: String)? {
            guard let first = current, first.isASCIILetter || first == "_" || first == ":" else {
                return nil
            }
            let name = take { $0.isASCIIAlphanumeric || "_:.-".unicodeScalars.contains($0) }
            let end = index
            skipSpace()
            guard current == "=" else {
                index = end
                return (name.lowercased(), "")
            }
            index += 1
            skipSpace()
            guard let quote = current else { return nil }
            if quote == "\"" || quote == "'" {
                index += 1
                let value = take { $0 != quote }
                guard current == quote else { return nil }
                index += 1
                return (name.lowercased(), value)
            }
            let value = take { !$0.isFoldable && !"\"'=<>`".unicodeScalars.contains($0) }
            return value.isEmpty ? nil : (name.lowercased(), value)
        }

        private mutating func take(while allowed: (Unicode.Scalar) -> Bool) -> String {
            let start = index
            while let scalar = current, allowed(scalar) { index += 1 }
            return String(scalars: scalars[start..<index])
        }
    }
}
