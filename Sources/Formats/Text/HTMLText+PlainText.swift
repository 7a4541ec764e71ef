internal import CGumbo

extension HTMLText {
    /// Elements that begin on a line of their own.
    private static let lineElements: Set<String> = [
        "address", "article", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl",
        "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
    ]
    /// Elements whose content nobody sees.
    private static let hiddenElements: Set<String> = [
        "script", "style", "title", "template", "head",
    ]

    /// Tells whether some HTML has a tag or an entity, and is more than the words that it shows.
    public static func hasMarkup(_ html: String) -> Bool { html.contains(anyOf: markup) }

    private static let markup = ByteSet("<&".utf8)

    /// Returns the words that a browser shows of some HTML: runs of spaces as one space, each
    /// block and each table row on its own line.
    public static func plainText(_ html: String) -> String {
        guard hasMarkup(html) else { return html.folded.trimmed }
        guard !HTMLNesting.isTooDeep(html) else {
            return lines(HTMLEntities.decoded(HTMLNesting.withoutTags(html)))
        }
        var source = withCellsApart(html)
        let shown = source.withUTF8 { bytes -> String in
            guard let start = bytes.baseAddress else { return "" }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                var options = kGumboDefaultOptions
                guard let output = gumbo_parse_with_options(&options, $0, bytes.count) else {
                    return ""
                }
                defer { gumbo_destroy_output(&options, output) }
                return text(of: output.pointee.root)
            }
        }
        return lines(shown)
    }

    /// Puts a space before each tag of a table's rows and cells.
    ///
    /// A browser drops those that stand in no table, as they do in a row by itself, and the words of
    /// two cells would be one; in a table the space shows nothing.
    private static func withCellsApart(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "<"), beginsCell(bytes[(index + 1)...]) {
                result.append(UInt8(ascii: " "))
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Tells whether what follows a `<` is the name of a row or a cell.
    private static func beginsCell(_ bytes: ArraySlice<UInt8>) -> Bool {
        let name = (bytes.first == UInt8(ascii: "/") ? bytes.dropFirst() : bytes).prefix(3)
            .map { $0 | 0x20 }
        guard name.count == 3, !(0x61...0x7A).contains(name[2]) else { return false }
        return name[0] == 0x74 && [0x64, 0x68, 0x72].contains(name[1])
    }

    /// Collects the text of a tree in order, by a list of what is left to visit.
    private static func text(of root: UnsafeMutablePointer<GumboNode>) -> String {
        enum Step {
            case node(UnsafeMutablePointer<GumboNode>)
            case text(String)
        }
        var result = ""
        var steps: [Step] = [.node(root)]
        while let step = steps.popLast() {
            guard case .node(let node) = step else {
                if case .text(let text) = step { result += text }
                continue
            }
            switch node.pointee.type {
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                result += String(cString: node.pointee.v.text.text).replacing("\n", by: " ")
            case GUMBO_NODE_ELEMENT:
                let element = node.pointee.v.element
                let name = String(cString: gumbo_normalized_tagname(element.tag))
                guard !hiddenElements.contains(name) else { continue }
                if lineElements.contains(name) {
                    result += "\n"
                    steps.append(.text("\n"))
                } else if name == "td" || name == "th" {
                    steps.append(.text(" "))
                }
                let children = element.children
                for index in (0..<Int(children.length)).reversed() {
                    guard let child = children.data[index] else { continue }
                    steps.append(.node(child.assumingMemoryBound(to: GumboNode.self)))
                }
            default: continue
            }
        }
        return result
    }

    /// Folds the spaces of each line and leaves blank lines out.
    private static func lines(_ text: String) -> String {
        text.lines.map { String($0).folded.trimmed }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
