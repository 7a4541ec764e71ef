internal import Formats

/// Raw HTML of a page: layout around headings and lists, what folds away, and boxes.
extension PageSections {
    /// The pieces of an element of raw HTML.
    func htmlPieces(_ lines: Range<Int>) -> [PagePiece] {
        let text = outline.text(of: lines)
        let parts = HTMLElements.parts(of: text)
        guard parts.contains(where: { $0.level != nil }) else {
            return boxes(within: text, lines: lines) ?? folded(text, lines: lines)
                ?? lists(within: text, lines: lines) ?? listsOfHTML(within: text, lines: lines)
                ?? paragraphs(within: text, lines: lines) ?? [htmlPiece(text, lines: lines)]
        }
        // Layout around headings goes, what it holds stays.
        var line = lines.lowerBound
        var result: [PagePiece] = []
        for part in parts {
            let count = part.text.utf8.count { $0 == 0x0A }
            let place = line..<min(lines.upperBound, line + count + 1)
            line += count
            if let level = part.level {
                let heading = HeadingText.heading(part.text, level: level, line: place.lowerBound)
                result.append(
                    PagePiece(
                        kind: .heading(level), lines: place, text: part.text, heading: heading))
            } else if let found = boxes(within: part.text, lines: place)
                ?? listsOfHTML(within: part.text, lines: place, least: 1)
            {
                result += found
            } else {
                let inner = HTMLElements.withoutContainers(part.text)
                guard !inner.allSatisfy(\.isWhitespace) else { continue }
                result += innerPieces(inner, from: place.lowerBound)
            }
        }
        return result
    }

    /// The lists that stand in layout and fill it, but for a short remark above them; nil where it
    /// holds anything else, or only one item.
    private func lists(within text: String, lines: Range<Int>) -> [PagePiece]? {
        // The box of one paper, whose lines may be a list.
        guard !text.contains("paper-box-text") else { return nil }
        // A break between two items would begin a block.
        let content = HTMLElements.withoutContainers(text).lines.map { line in
            ["<br>", "<br/>", "<br />"].contains(String(line).withoutOuterSpaces) ? "" : line
        }
        let inner = PageSections(outline: MarkdownOutline(of: content.joined(separator: "\n")))
        let blocks = inner.outline.blocks
        let remarks = blocks.prefix { block in
            block.kind == .paragraph
                && VisibleWords(ofMarkdown: inner.outline.text(of: block.lines)).total <= 12
        }
        guard blocks.reduce(0, { $0 + $1.items.count }) > (remarks.isEmpty ? 1 : 2),
            blocks.dropFirst(remarks.count).allSatisfy({
                if case .list = $0.kind { true } else { false }
            })
        else { return nil }
        return blocks.flatMap { inner.pieces(of: $0) }.map { moved($0, by: lines.lowerBound) }
    }

    /// The lists of HTML that stand in layout, with the short remarks between them; nil where a list
    /// has fewer items than `least`, or where there is more than that.
    private func listsOfHTML(
        within text: String, lines: Range<Int>, least: Int = 2
    ) -> [PagePiece]? {
        guard !text.contains("paper-box") else { return nil }
        let parts = HTMLElements.lists(in: text)
        guard parts.contains(where: \.isList) else { return nil }
        var line = lines.lowerBound
        var result: [PagePiece] = []
        for part in parts {
            let count = part.text.utf8.count { $0 == 0x0A }
            let place = line..<max(line + 1, min(lines.upperBound, line + count + 1))
            line += count
            guard !part.isList else {
                let list = htmlPiece(part.text, lines: place)
                guard list.items.count >= least else { return nil }
                result.append(list)
                continue
            }
            let rest = HTMLElements.withoutContainers(part.text)
            let size = VisibleWords(ofMarkdown: rest).total
            guard size <= 12 else { return nil }
            if size > 0 { result += innerPieces(rest, from: place.lowerBound) }
        }
        return result
    }

    /// The boxes of papers that stand together in layout, whatever they are called, with what is
    /// between them; nil where there is only one.
    private func boxes(within text: String, lines: Range<Int>) -> [PagePiece]? {
        var parts = HTMLElements.boxes(in: text, ofClass: "paper-box")
        if !parts.contains(where: \.isBox),
            // As Pandoc writes a bibliography.
            let name = text.contains("csl-entry")
                ? "csl-entry"
                : HTMLElements.classOfPaperBoxes(in: text)
                    ?? HTMLElements.classOfDatedBoxes(in: text)
        {
            parts = HTMLElements.boxes(in: text, ofClass: name)
        }
        guard parts.count(where: \.isBox) > 1 else { return nil }
        var line = lines.lowerBound
        return parts.flatMap { part -> [PagePiece] in
            let count = part.text.utf8.count { $0 == 0x0A }
            let place = line..<min(lines.upperBound, line + count + 1)
            line += count
            if part.isBox { return [htmlPiece(part.text, lines: place)] }
            let rest = HTMLElements.withoutContainers(part.text)
            return rest.allSatisfy(\.isWhitespace)
                ? [] : innerPieces(rest, from: place.lowerBound)
        }
    }

    /// The paragraphs with years that stand in layout and fill it; nil where it holds anything else.
    private func paragraphs(within text: String, lines: Range<Int>) -> [PagePiece]? {
        let found = HTMLElements.datedParagraphs(of: HTMLElements.withoutContainers(text))
        guard !found.isEmpty else { return nil }
        return found.map { paragraph in
            let line = min(
                lines.lowerBound + paragraph.line, max(lines.lowerBound, lines.upperBound - 1))
            return PagePiece(kind: .html, lines: line..<line + 1, text: paragraph.text)
        }
    }

    private func moved(_ piece: PagePiece, by lines: Int) -> PagePiece {
        var piece = piece
        piece.lines = (piece.lines.lowerBound + lines)..<(piece.lines.upperBound + lines)
        piece.items = piece.items.map { ($0.text, $0.line + lines) }
        piece.heading?.line += lines
        return piece
    }

    /// The pieces of a list that can be folded away; nil for any other element.
    ///
    /// What the fold is called is a heading within the section.
    private func folded(_ text: String, lines: Range<Int>) -> [PagePiece]? {
        guard let fold = HTMLElements.fold(in: text) else { return nil }
        // The box of a paper is kept; any other one only arranges what it holds.
        let content =
            fold.content.contains("paper-box")
            ? fold.content : HTMLElements.withoutContainers(fold.content)
        let inner = innerPieces(content, from: lines.lowerBound + fold.line)
        guard inner.contains(where: { !$0.items.isEmpty }),
            inner.allSatisfy({ $0.kind != .html || !$0.items.isEmpty })
        else { return nil }
        var title = PagePiece(
            kind: .paragraph, lines: lines.lowerBound..<(lines.lowerBound + 1), text: fold.title)
        title.heading = HeadingText.heading(fold.title, level: 6, line: lines.lowerBound)
        return (fold.title.isEmpty ? [] : [title]) + inner
    }

    /// The pieces of what stood within layout.
    private func innerPieces(_ text: String, from line: Int) -> [PagePiece] {
        let inner = PageSections(outline: MarkdownOutline(of: HTMLElements.withoutIndent(text)))
        var result: [PagePiece] = []
        let blocks = inner.outline.blocks
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            let found: [PagePiece]
            if block.kind == .html {
                let end = inner.endOfElement(from: index)
                let lines = block.lines.lowerBound..<blocks[end].lines.upperBound
                let text = inner.outline.text(of: lines)
                found =
                    paragraphs(within: text, lines: lines) ?? [htmlPiece(text, lines: lines)]
                index = end
            } else {
                found = inner.pieces(of: block)
            }
            result += found.map { moved($0, by: line) }
            index += 1
        }
        return result
    }

    private func htmlPiece(_ text: String, lines: Range<Int>) -> PagePiece {
        var piece = PagePiece(kind: .html, lines: lines, text: text)
        piece.items = HTMLElements.items(of: text).map { item in
            (
                item.text,
                min(lines.lowerBound + item.line, max(lines.lowerBound, lines.upperBound - 1))
            )
        }
        return piece
    }
}
