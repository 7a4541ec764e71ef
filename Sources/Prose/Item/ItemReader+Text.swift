import Formats

/// Running text: Markdown's inlines and the tags of inline elements.
extension ItemReader {
    // MARK: Running text

    var style: TextStyle { open.last?.style ?? TextStyle() }

    mutating func append(_ text: String, _ style: TextStyle) {
        let last = line.text.count - 1
        // Two links side by side are two words, although a reader sees one.
        if last >= 0, style.linkNumber > 0, line.text[last].isLetter,
            text.unicodeScalars.first?.isLetter == true,
            case let before = line.text.style(at: last).linkNumber, before > 0,
            before != style.linkNumber
        {
            var start = last
            while start > 0, line.text[start - 1].isLetter || line.text[start - 1].isDigit {
                start -= 1
            }
            let next = text.unicodeScalars.prefix { $0.isLetter || $0.isDigit }
            let joined = line.text.string(start..<last + 1) + String(next)
            item.joinedWords += VisibleWords.words(joined)
            line.text.append(" ", TextStyle())
        }
        if last >= 0, style.isRaised, line.text[last].isLetter, !line.text.style(at: last).isRaised
        {
            joinRaised(text)
        }
        line.text.append(text, style)
    }

    /// Notes the word that a name is with the raised numbers after it: `Lind` and `1` are `Lind1`.
    private mutating func joinRaised(_ text: String) {
        let raised = text.unicodeScalars.prefix { $0.isLetter || $0.isDigit }
        guard !raised.isEmpty else { return }
        var start = line.text.count
        while start > 0, line.text[start - 1].isLetter || line.text[start - 1].isDigit {
            start -= 1
        }
        let word = line.text.string(start..<line.text.count) + String(raised)
        item.joinedWords += VisibleWords.words(word)
    }

    /// Reads text in which a backslash before a blank breaks the line: kramdown has two of them
    /// there, of which cmark keeps one.
    mutating func readText(_ text: String, isAtLineEnd: Bool) {
        let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            append(String(part), style)
            guard index + 1 < parts.count else { break }
            let isEnd = index + 2 == parts.count && parts[index + 1].isEmpty && isAtLineEnd
            if parts[index + 1].first == " " || isEnd { endLine() } else { append("\\", style) }
        }
    }

    mutating func readInlines(_ nodes: [MarkdownTree.Node]) {
        for (index, node) in nodes.enumerated() {
            switch node.kind {
            case .text(let text):
                let isLast = index + 1 < nodes.count && nodes[index + 1].kind == .softBreak
                readText(text, isAtLineEnd: isLast)
            case .codeSpan(let text):
                within({ $0.isCode = true }) { $0.append(text, $0.style) }
            case .htmlInline(let source):
                for case .tag(let tag) in HTMLPiece.pieces(of: source) { readInline(tag) }
            case .softBreak: append("\n", style)
            case .lineBreak: endLine()
            case .emphasis where node.beginsWithSeparator:
                // `Berg, A.*, Lind, J.*`: stars at names, and no slanted type.
                append("*", style)
                readInlines(node.children)
                append("*", style)
            case .emphasis: within({ $0.isItalic = true }) { $0.readInlines(node.children) }
            case .strong: within({ $0.isBold = true }) { $0.readInlines(node.children) }
            case .link(let url, _):
                linkCount += 1
                let number = linkCount
                let isEmpty = node.children.allSatisfy {
                    if case .image = $0.kind { true } else { false }
                }
                if isEmpty { item.imageLinks.append(url) }
                within({
                    $0.link = url
                    $0.linkNumber = number
                }) { $0.readInlines(node.children) }
            case .image(let url, _):
                let words = node.children.compactMap { child -> String? in
                    if case .text(let text) = child.kind { text } else { nil }
                }
                image(ItemImage(source: url, alternative: words.joined()))
            default: readInlines(node.children)
            }
        }
    }

    mutating func image(_ image: ItemImage) {
        item.images.append(image)
        var style = style
        style.image = image
        append(String(StyledText.imageSign), style)
    }

    /// Reads something in the style around it with a change.
    mutating func within(_ change: (inout TextStyle) -> Void, _ body: (inout Self) -> Void) {
        var inner = style
        change(&inner)
        let depth = open.count
        open.append(("", inner))
        body(&self)
        // Tags that cross the ends of Markdown's own marks end with them.
        if open.count > depth { open.removeSubrange(depth...) }
    }

    mutating func readInline(_ tag: HTMLTag) {
        if tag.isClosing {
            if let index = open.lastIndex(where: { $0.name == tag.name }) {
                open.removeSubrange(index...)
            }
            return
        }
        if tag.name == "img" {
            return image(ItemImage(source: tag["src"] ?? "", alternative: tag["alt"] ?? ""))
        }
        if let id = tag["data"], tag["class"]?.contains("show_paper_citations") == true {
            item.citationIDs.append(id)
        }
        var inner = style
        switch tag.name {
        case "b", "strong": inner.isBold = true
        case "i" where (tag["class"] ?? "").isEmpty: inner.isItalic = true
        case "em", "cite": inner.isItalic = true
        case "u", "ins": inner.isUnderlined = true
        case "code", "kbd", "tt", "samp": inner.isCode = true
        case "sup": inner.isRaised = true
        case "sub": inner.isLowered = true
        case "font", "mark": inner.isColored = true
        case "a":
            linkCount += 1
            inner.link = tag["href"] ?? style.link
            inner.linkNumber = linkCount
        default: break
        }
        if let own = tag["class"], !own.isEmpty { inner.elementClass = own }
        if tag.name == "span", tag["style"] != nil || tag["class"] != nil { inner.isColored = true }
        guard !tag.source.hasSuffix("/>"), tag.name != "wbr", open.count < 200 else { return }
        open.append((tag.name, inner))
    }
}

extension MarkdownTree.Node {
    /// Whether the text within begins with what parts names.
    fileprivate var beginsWithSeparator: Bool {
        guard case .text(let text)? = children.first?.kind else { return false }
        return [", ", "; ", "& ", " & "].contains(where: text.hasPrefix) || text == ","
    }
}
