import Formats

extension Line {
    /// The line as kramdown, to stand at the start of a line or behind a list marker.
    var kramdown: String {
        // A space at the edge of a line would be an indentation or a line break.
        inner.withoutOuterSpaces
    }

    private var inner: String {
        // Most lines within a line are one piece of text.
        if parts.count == 1, case .text(let plain) = parts[0] { return Self.escaped(plain) }
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += Self.escaped(plain)
            case .markdown(let markdown): text += KramdownText.inline(markdown)
            case .emphasis(let line): text.append(line.kramdown, between: "*", and: "*")
            case .strong(let line): text.append(line.kramdown, between: "**", and: "**")
            case .bracketed(let line): text.append(line.kramdown, between: "\\[", and: "\\]")
            case .code(let plain):
                text.append(KramdownText.escape(plain), between: "`", and: "`")
            case .link(let line, let url):
                text += KramdownText.link(label: line.unlinked.kramdown, url: url)
            case .fixed(let punctuation): text += punctuation
            case .citations(let paper): text += Self.place(ofCitations: paper)
            case .stars(let repository): text += Self.badge(ofStars: repository)
            }
        }
        return text
    }

    /// The line as HTML, for places that a theme prints as they are.
    var html: String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += HTMLText.escape(plain)
            case .markdown(let markdown): text += Markdown(markdown).inlineHTML()
            case .emphasis(let line): text.append(line.html, between: "<em>", and: "</em>")
            case .strong(let line): text.append(line.html, between: "<strong>", and: "</strong>")
            case .bracketed(let line): text.append(line.html, between: "[", and: "]")
            case .code(let plain):
                text.append(HTMLText.escape(plain), between: "<code>", and: "</code>")
            case .link(let line, let url):
                text.append(HTMLText.escape(url), between: "<a href=\"", and: "\">")
                text.append(line.unlinked.html, between: "", and: "</a>")
            case .fixed(let punctuation): text += punctuation
            case .citations(let paper): text += Self.place(ofCitations: paper)
            case .stars(let repository): text += Self.badge(ofStars: repository)
            }
        }
        return text
    }

    /// The words alone.
    var plain: String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain), .code(let plain): text += plain
            case .markdown(let markdown): text += Markdown(markdown).plainText()
            case .emphasis(let line), .strong(let line), .link(let line, _): text += line.plain
            case .bracketed(let line): text.append(line.plain, between: "[", and: "]")
            case .fixed(let punctuation): text += punctuation
            case .citations, .stars: break
            }
        }
        return text
    }

    /// The words as HTML, for places where no tag may stand, such as a title or a card that is a
    /// link itself.
    var escaped: String { HTMLText.escape(plain) }

    /// A piece of a line as kramdown; spaces at its edges stand between it and other pieces.
    private static func escaped(_ text: String) -> String {
        let inner = text.withoutOuterSpaces
        guard !inner.isEmpty else { return text.isEmpty ? "" : " " }
        if inner.utf8.count == text.utf8.count { return KramdownText.escape(text) }
        let space = UInt8(ascii: " ")
        return (text.utf8.first == space ? " " : "") + KramdownText.escape(inner)
            + (text.utf8.last == space ? " " : "")
    }

    private static func badge(ofStars repository: String) -> String {
        let address = PageURL.starBadge(repository)
        return "<img src=\"\(HTMLText.escape(address))\" alt=\"Stars on GitHub\">"
    }

    private static func place(ofCitations paper: String) -> String {
        "<strong><span class=\"show_paper_citations\" data=\"\(paper)\"></span></strong>"
    }
}

extension String {
    /// Appends a text with signs around it.
    fileprivate mutating func append(
        _ text: String, between opening: StaticString, and closing: StaticString
    ) {
        self += opening
        self += text
        self += closing
    }

    /// Appends a text of ours.
    fileprivate static func += (text: inout String, fixed: StaticString) {
        text += fixed.description
    }
}
