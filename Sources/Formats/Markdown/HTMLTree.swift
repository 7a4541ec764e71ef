internal import CGumbo

/// A piece of HTML as a browser reads it, in a tree in which every node knows where it stands.
public struct HTMLTree: Hashable, Sendable {
    /// What a node is.
    public enum Kind: Hashable, Sendable {
        /// An element: its name in lower case, and its attributes with their entities decoded.
        case element(name: String, attributes: [String: String])
        /// Text with its entities decoded.
        case text(String)
        case comment(String)
    }

    /// An element with what is in it, a text or a comment.
    public struct Node: Hashable, Sendable {
        /// What the node is.
        public let kind: Kind
        /// Where it stands: offsets into the UTF-8 form of the text, from 0; from the first sign of
        /// its opening tag to the last one of its closing tag, where it has one.
        public let range: Range<Int>
        /// What is between its tags, in order.
        public let children: [Node]
    }

    /// What stands outside all elements, in order.
    public let nodes: [Node]

    /// Reads a piece of a page's body; every text is HTML, so this cannot fail.
    ///
    /// What is nested deeper than `MarkdownParser.depthLimit` loses its tags, not its text.
    public init(_ html: String) {
        nodes = Self.read(html)
    }

    private static func read(_ html: String) -> [Node] {
        let whole = 0..<html.utf8.count
        guard !HTMLNesting.isTooDeep(html) else {
            let text = HTMLEntities.decoded(HTMLNesting.withoutTags(html))
            return [Node(kind: .text(text), range: whole, children: [])]
        }
        var source = html
        return source.withUTF8 { bytes -> [Node] in
            guard let start = bytes.baseAddress else { return [] }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                var options = kGumboDefaultOptions
                options.fragment_context = GUMBO_TAG_BODY
                guard let output = gumbo_parse_with_options(&options, $0, bytes.count) else {
                    return []
                }
                defer { gumbo_destroy_output(&options, output) }
                return nodes(of: output.pointee.root, in: whole)
            }
        }
    }

    /// Copies a tree out with a list of its own, however deep it is.
    private static func nodes(of root: UnsafeMutablePointer<GumboNode>, in whole: Range<Int>)
        -> [Node]
    {
        typealias Pointer = UnsafeMutablePointer<GumboNode>
        var open: [(node: Pointer, next: Int, children: [Node])] = [(root, 0, [])]
        while let (node, next, _) = open.last {
            let children = node.pointee.v.element.children
            if next < Int(children.length) {
                open[open.count - 1].next += 1
                guard let child = children.data[next]?.assumingMemoryBound(to: GumboNode.self)
                else { continue }
                if child.pointee.type == GUMBO_NODE_ELEMENT
                    || child.pointee.type == GUMBO_NODE_TEMPLATE
                {
                    open.append((child, 0, []))
                } else if let leaf = leaf(child, in: whole) {
                    open[open.count - 1].children.append(leaf)
                }
                continue
            }
            let closed = open.removeLast()
            guard !open.isEmpty else { return closed.children }
            if open.count > MarkdownParser.depthLimit {
                open[open.count - 1].children += closed.children
            } else {
                open[open.count - 1].children.append(
                    element(closed.node, closed.children, in: whole))
            }
        }
        return []
    }

    private static func leaf(_ node: UnsafeMutablePointer<GumboNode>, in whole: Range<Int>)
        -> Node?
    {
        let text = node.pointee.v.text
        guard let pointer = text.text else { return nil }
        let start = Int(text.start_pos.offset)
        let range = (start..<start + Int(text.original_text.length)).clamped(to: whole)
        let content = String(cString: pointer)
        let isComment = node.pointee.type == GUMBO_NODE_COMMENT
        return Node(
            kind: isComment ? .comment(content) : .text(content), range: range, children: [])
    }

    private static func element(
        _ node: UnsafeMutablePointer<GumboNode>, _ children: [Node], in whole: Range<Int>
    ) -> Node {
        let element = node.pointee.v.element
        var attributes: [String: String] = [:]
        for index in 0..<Int(element.attributes.length) {
            guard
                let attribute = element.attributes.data[index]?.assumingMemoryBound(
                    to: GumboAttribute.self)
            else { continue }
            let name = String(cString: attribute.pointee.name)
            if attributes[name] == nil {
                attributes[name] = String(cString: attribute.pointee.value)
            }
        }
        let start = Int(element.start_pos.offset)
        var end = start + Int(element.original_tag.length)
        if element.original_end_tag.length > 0 {
            end = max(end, Int(element.end_pos.offset) + Int(element.original_end_tag.length))
        }
        end = children.reduce(end) { max($0, $1.range.upperBound) }
        var name = String(cString: gumbo_normalized_tagname(element.tag))
        if name.isEmpty { name = tagName(element.original_tag) }
        return Node(
            kind: .element(name: name, attributes: attributes),
            range: (start..<max(start, end)).clamped(to: whole), children: children)
    }

    /// The name of an element that HTML does not know.
    private static func tagName(_ tag: GumboStringPiece) -> String {
        guard let data = tag.data else { return "" }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(tag.length)).dropFirst()
        return String(
            decoding: bytes.prefix { Unicode.Scalar($0).isASCIIAlphanumeric || $0 == 0x2D },
            as: UTF8.self
        ).lowercased()
    }
}
