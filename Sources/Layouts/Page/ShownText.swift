import Formats

/// What a piece of Markdown shows: its text, with the marks that a reader sees.
///
/// Two pieces that show the same may be written in different ways: `*a*` and `<em>a</em>`, a hard
/// space and a soft one, an escaped sign and a bare one.
struct ShownText: Hashable, Sendable {
    private let text: String

    /// Reads a piece of Markdown.
    init(_ markdown: String) {
        var text = ""
        for node in HTMLTree(Markdown(markdown).html()).nodes { Self.add(node, to: &text) }
        var words = text.words.joined(separator: " ")
        // Whether a line ends with a full stop is nobody's notation.
        while words.hasSuffix(".") || words.hasSuffix(" ") { words.removeLast() }
        self.text = words
    }

    /// Blocks whose edges nobody sees within an item.
    private static let unseen: Set<String> = ["p", "div", "br"]
    /// Elements that are written in more than one way.
    private static let names = ["b": "strong", "i": "em"]

    private static func add(_ node: HTMLTree.Node, to text: inout String) {
        switch node.kind {
        case .comment: return
        case .text(let plain): text += plain.replacing("\u{A0}", by: " ")
        case .element(let name, let attributes):
            guard !unseen.contains(name) else {
                text += " "
                for child in node.children { add(child, to: &text) }
                text += " "
                return
            }
            let place = attributes["href"] ?? attributes["src"] ?? ""
            let tag = names[name] ?? name
            text += "<\(tag)\(place)>"
            for child in node.children { add(child, to: &text) }
            text += "</\(tag)>"
        }
    }
}
