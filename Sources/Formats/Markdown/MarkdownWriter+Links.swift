extension MarkdownWriter {
    mutating func link(
        _ url: String, _ title: String, _ inner: [MarkdownInline], _ outer: Set<Emphasis>
    ) -> String? {
        if !isRaw, let address = Self.autolink(url, inner) { return address }
        guard let label = text(inner, in: outer, isInner: true) else { return nil }
        guard dialect != .gitHub else {
            return "[\(label)](\(MarkdownText.destination(url, title: title)))"
        }
        guard let safe = URLText.safe(url) else { return label }
        guard isRaw else { return KramdownText.link(label: label, url: safe, title: title) }
        return "<a href=\"\(Self.attribute(safe))\"\(Self.titleAttribute(title))>\(label)</a>"
    }

    /// The short form of a link whose label is its address.
    private static func autolink(_ url: String, _ inner: [MarkdownInline]) -> String? {
        guard inner.words == url, inner.allSatisfy(\.isText), URLText.safe(url) == url,
            url.hasPrefix("http://") || url.hasPrefix("https://"),
            url.unicodeScalars.allSatisfy({
                $0.isASCIIAlphanumeric || ":/.-_~?=%#&+,@".unicodeScalars.contains($0)
            })
        else { return nil }
        return "<\(url)>"
    }

    mutating func image(_ url: String, _ title: String, _ inner: [MarkdownInline]) -> String {
        guard case .kramdown(let typography) = dialect else {
            let label = text(inner, isInner: true) ?? ""
            return "![\(label)](\(MarkdownText.destination(url, title: title)))"
        }
        guard let safe = URLText.safe(url) else {
            return isRaw
                ? KramdownText.entities(inner.words)
                : KramdownText.escape(inner.words, typography: typography)
        }
        let alternative = KramdownText.entities(inner.words.folded)
        guard isRaw else {
            return "!" + KramdownText.link(label: alternative, url: safe, title: title)
        }
        let attributes = " alt=\"\(alternative)\"\(Self.titleAttribute(title))"
        return "<img src=\"\(Self.attribute(safe))\"\(attributes) />"
    }

    /// A value of an attribute: no character of it means anything to a reader of Markdown.
    private static func attribute(_ value: String) -> String {
        HTMLText.escape(value).replacing("|", by: "&#124;")
    }

    private static func titleAttribute(_ title: String) -> String {
        title.isEmpty ? "" : " title=\"\(KramdownText.entities(title.folded))\""
    }
}

extension MarkdownInline {
    /// Tells whether this is raw HTML.
    var isHTML: Bool {
        if case .html = self { true } else { false }
    }

    /// Tells whether this is text without markup.
    var isText: Bool {
        if case .text = self { true } else { false }
    }
}
