import Formats

/// What a piece of Markdown shows: its text, with the marks that a reader sees.
///
/// Two pieces that show the same may be written in different ways: `*a*` and `<em>a</em>`, a hard
/// space and a soft one, an escaped sign and a bare one.
struct ShownText: Hashable, Sendable {
    /// The text with the tags of its marks.
    let text: String
    /// The text without what is nobody's notation: whether an item ends with a full stop.
    private let core: String

    /// Reads a piece of Markdown.
    init(_ markdown: String) { self.init(html: Markdown(markdown).html()) }

    /// Reads what a line shows.
    init(_ line: Line) { self.init(html: line.html) }

    private init(html: String) {
        var text = ""
        if HTMLText.hasMarkup(html) {
            for node in HTMLTree(html).nodes { Self.add(node, to: &text) }
        } else {
            Self.add(html, to: &text)
        }
        text = text.words.joined(separator: " ")
        self.text = text
        let items = text.replacing(" </li>", by: "</li>").replacing(".</li>", by: "</li>")
        core = items.hasSuffix(".") ? String(items.dropLast()) : items
    }

    static func == (one: ShownText, other: ShownText) -> Bool { one.core == other.core }

    func hash(into hasher: inout Hasher) { hasher.combine(core) }

    /// Elements whose edges nobody sees.
    private static let unseen: Set<String> = ["p", "div", "br", "span"]
    /// Elements that are written in more than one way.
    private static let names = ["b": "strong", "i": "em"]

    private static func add(_ plain: String, to text: inout String) {
        text += plain.replacing("\u{A0}", by: " ")
    }

    private static func add(_ node: HTMLTree.Node, to text: inout String) {
        switch node.kind {
        case .comment: return
        case .text(let plain): add(plain, to: &text)
        case .element(let name, let attributes):
            let isSpan = name == "span" && attributes.isEmpty
            guard !unseen.contains(name) || name == "span" && !isSpan else {
                text += isSpan ? "" : " "
                for child in node.children { add(child, to: &text) }
                text += isSpan ? "" : " "
                return
            }
            let place = attributes["href"] ?? attributes["src"] ?? ""
            let tag = names[name] ?? name
            text += "<\(tag)\(place.isEmpty ? "" : " ")\(place)>"
            for child in node.children { add(child, to: &text) }
            text += "</\(tag)>"
        }
    }
}
