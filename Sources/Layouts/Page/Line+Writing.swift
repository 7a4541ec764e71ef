import Formats

extension Line {
    /// The line as kramdown, to stand at the start of a line or behind a list marker.
    var kramdown: String {
        // A space at the edge of a line would be an indentation or a line break.
        inner.withoutOuterSpaces
    }

    private var inner: String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += Self.escaped(plain)
            case .markdown(let markdown): text += KramdownText.inline(markdown)
            case .emphasis(let line): text += "*" + line.kramdown + "*"
            case .strong(let line): text += "**" + line.kramdown + "**"
            case .bracketed(let line): text += "\\[" + line.kramdown + "\\]"
            case .code(let plain): text += "`" + KramdownText.escape(plain) + "`"
            case .link(let line, let url):
                text += KramdownText.link(label: line.unlinked.kramdown, url: url)
            case .fixed(let punctuation): text += "\(punctuation)"
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
            case .emphasis(let line): text += "<em>" + line.html + "</em>"
            case .strong(let line): text += "<strong>" + line.html + "</strong>"
            case .bracketed(let line): text += "[" + line.html + "]"
            case .code(let plain): text += "<code>" + HTMLText.escape(plain) + "</code>"
            case .link(let line, let url):
                text += "<a href=\"" + HTMLText.escape(url) + "\">" + line.unlinked.html + "</a>"
            case .fixed(let punctuation): text += "\(punctuation)"
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
            case .bracketed(let line): text += "[" + line.plain + "]"
            case .fixed(let punctuation): text += "\(punctuation)"
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
