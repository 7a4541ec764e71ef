/// Lets harmless raw HTML through and turns all other into text that can be read.
///
/// A page stays whole: an element is closed in the part of the text in which it was opened, and a
/// closing tag without an opening one is text.
struct HTMLSanitizer {
    /// The elements that are open, the innermost last.
    private(set) var open: [String] = []

    /// Elements that a text may use: none of them runs, loads or submits anything.
    private static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
    private static let blockElements: Set<String> = [
        "blockquote", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
    static let voidElements: Set<String> = ["br", "img", "hr", "wbr", "col"]

    /// Tells whether a tag is one that text may use.
    static func allows(_ tag: HTMLTag) -> Bool { allowsElement(tag.name) }

    /// Tells whether text may use an element.
    static func allowsElement(_ name: String) -> Bool {
        inlineElements.contains(name) || blockElements.contains(name)
    }

    /// Tells whether a tag makes a block of its own.
    static func isBlock(_ tag: HTMLTag) -> Bool { blockElements.contains(tag.name) }

    /// Returns the safe form of raw HTML.
    ///
    /// - Parameters:
    ///   - source: the raw HTML
    ///   - mark: how many elements were open where this part of the text began; none of those is
    ///     closed here
    /// - Returns: HTML whose elements may still be open
    mutating func sanitized(_ source: String, above mark: Int) -> String {
        var result = ""
        for piece in HTMLPiece.pieces(of: source) {
            switch piece {
            case .comment: continue
            case .text(let text): result += HTMLText.escapeKeepingEntities(text)
            case .tag(let tag):
                result += markup(tag, above: mark) ?? HTMLText.escapeKeepingEntities(tag.source)
            }
        }
        return result
    }

    /// Returns the safe form of a tag, and keeps count of what is open; nil for a tag that is to
    /// be shown as text.
    mutating func markup(_ tag: HTMLTag, above mark: Int) -> String? {
        guard Self.allows(tag), open.count < 100 || tag.isClosing else { return nil }
        if tag.isClosing {
            guard let index = open.lastIndex(of: tag.name), index >= mark else { return nil }
            return close(above: index)
        }
        var result = "<" + tag.name
        var seen: Set<String> = []
        for attribute in tag.attributes where seen.insert(attribute.name).inserted {
            guard let value = HTMLAttributes.safe(attribute.name, attribute.value, of: tag.name)
            else { continue }
            result += " \(attribute.name)=\"\(value)\""
        }
        if Self.voidElements.contains(tag.name) { return result + " />" }
        open.append(tag.name)
        return result + ">"
    }

    /// Closes every element but the first `mark` ones.
    mutating func close(above mark: Int) -> String {
        var result = ""
        while open.count > mark, let name = open.popLast() { result += "</\(name)>" }
        return result
    }

    /// Closes the elements of running text that are innermost, as at the end of a raw block.
    mutating func closeInline(above mark: Int) -> String {
        var result = ""
        while open.count > mark, let name = open.last, Self.inlineElements.contains(name) {
            open.removeLast()
            result += "</\(name)>"
        }
        return result
    }
}

extension HTMLText {
    /// Tells whether text may use an element, by its name in lower case: one that runs, loads or
    /// submits nothing.
    public static func allowsElement(_ name: String) -> Bool {
        HTMLSanitizer.allowsElement(name)
    }
}
