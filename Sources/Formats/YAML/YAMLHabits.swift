/// How the person who wrote a text indents.
struct YAMLHabits {
    /// How much further a mapping is indented than its key, nil where there is none.
    private(set) var indentation: Int?
    /// How much further a list is indented than its key, nil where there is none.
    private(set) var listIndentation: Int?

    init(_ root: YAMLNode, in text: TextLines) { look(at: root, in: text) }

    private mutating func look(at node: YAMLNode, in text: TextLines) {
        guard indentation == nil || listIndentation == nil else { return }
        for part in node.parts {
            guard let first = part.node.parts.first else { continue }
            let difference = text.column(of: first.start) - text.column(of: part.start)
            switch (node.kind, part.node.kind) {
            case (.mapping(isFlow: false), .mapping(isFlow: false)) where difference > 0:
                indentation = indentation ?? difference
            case (.mapping(isFlow: false), .list(isFlow: false)) where difference >= 0:
                listIndentation = listIndentation ?? difference
            default: break
            }
            look(at: part.node, in: text)
        }
    }
}
