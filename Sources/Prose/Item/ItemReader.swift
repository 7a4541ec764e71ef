import Formats

/// Reads an item's Markdown and HTML into lines of styled text.
///
/// Tags of blocks cut the item into segments, and each segment is Markdown of its own: kramdown
/// reads Markdown inside `<div markdown="1">`, and what it leaves alone inside other tags differs
/// only in signs that are no words.
struct ItemReader {
    var item = Item()
    var line = Item.Line(text: StyledText())
    /// The inline elements that are open, with the style within each.
    var open: [(name: String, style: TextStyle)] = []
    var blocks: [(name: String, blockClass: String)] = []
    var level = 0
    var row = -1
    var linkCount = 0
    var hiddenName: String?
    /// Whether a next line begins a block of its own.
    var isNewBlock = true
    /// Whether an item has begun that shows nothing yet.
    private var awaitsItem = false

    /// Elements that stand on lines of their own.
    static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details",
        "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "button",
    ]
    /// Elements whose content is not shown.
    static let hiddenNames: Set<String> = [
        "script", "style", "template", "noscript", "head", "svg", "title", "iframe", "object",
    ]

    mutating func read(_ markdown: String) {
        var segment = ""
        let source = LinkBreaks.removed(from: Self.withoutLiquid(markdown))
        for piece in HTMLPiece.pieces(of: source) {
            switch piece {
            case .comment: segment += " "
            case .text(let text): if hiddenName == nil { segment += text }
            case .tag(let tag):
                if let hidden = hiddenName {
                    if tag.isClosing, tag.name == hidden { hiddenName = nil }
                } else if Self.hiddenNames.contains(tag.name) {
                    if !tag.isClosing, !tag.source.hasSuffix("/>") { hiddenName = tag.name }
                } else if Self.blockNames.contains(tag.name) {
                    readSegment(segment)
                    segment = ""
                    readBlock(tag)
                } else {
                    segment += tag.source
                }
            }
        }
        readSegment(segment)
        endLine()
    }

    /// The text without Liquid's tags, which are not the page's own words.
    static func withoutLiquid(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var (rest, result) = (text[...], "")
        while let start = rest.firstIndex(of: "{") {
            let next = rest.index(after: start)
            let closing = next < rest.endIndex ? ["%": "%}", "{": "}}"][rest[next]] : nil
            guard let closing else {
                result += rest[...start]
                rest = rest[next...]
                continue
            }
            // What does not close on its line is no tag.
            let limit = rest[next...].prefix(1_000)
            guard let end = limit.firstRange(of: closing) else {
                result += rest[..<next]
                rest = rest[next...]
                continue
            }
            result += rest[..<start]
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    // MARK: HTML blocks

    mutating func readBlock(_ tag: HTMLTag) {
        endLine()
        isNewBlock = isNewBlock || tag.name != "br"
        switch tag.name {
        case "br", "hr": return
        case "ul", "ol": level = max(0, level + (tag.isClosing ? -1 : 1))
        case "tr": if !tag.isClosing { row += 1 }
        default: break
        }
        if tag.isClosing {
            if let index = blocks.lastIndex(where: { $0.name == tag.name }) {
                blocks.removeSubrange(index...)
            }
            // What was left open within a block ends with it.
            open = []
        } else if !tag.source.hasSuffix("/>"), blocks.count < 200 {
            let own = tag["class"] ?? ""
            blocks.append((tag.name, own.isEmpty ? blocks.last?.blockClass ?? "" : own))
            if tag.name == "li" { awaitsItem = true }
        }
    }

    mutating func readSegment(_ source: String) {
        guard source.contains(where: { !$0.isWhitespace }) else { return }
        let text = Self.asTable(blocks.isEmpty ? source : Self.withoutIndentation(source))
        for block in MarkdownTree(text).blocks { readBlock(block, isTight: false) }
    }

    /// A row of a Markdown table as a table of its own; every other text as it is.
    static func asTable(_ text: String) -> String {
        let row = text.trimmingSpaces
        guard row.hasPrefix("|"), row.hasSuffix("|"), !row.contains("\n") else { return text }
        let columns = row.replacing("\\|", with: "").count { $0 == "|" } - 1
        guard (1...40).contains(columns) else { return text }
        let head = String(repeating: "| ", count: columns) + "|\n"
        return head + String(repeating: "|-", count: columns) + "|\n" + row
    }

    static func withoutIndentation(_ text: String) -> String {
        let lines = text.lines
        // A list in a box keeps its levels.
        let shared =
            lines.filter { $0.contains { $0 != " " && $0 != "\t" } }
            .map { $0.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
        let isList = lines.contains {
            let rest = $0.drop { $0 == " " || $0 == "\t" }
            return rest.hasPrefix("- ") || rest.hasPrefix("* ") || rest.hasPrefix("+ ")
        }
        return lines.map { line in
            isList
                ? String(line.dropFirst(min(shared, line.count)))
                : String(line.drop { $0 == " " || $0 == "\t" })
        }.joined(separator: "\n")
    }

    // MARK: Markdown blocks

    mutating func readBlock(_ node: MarkdownTree.Node, isTight: Bool) {
        switch node.kind {
        case .paragraph:
            if !isTight { isNewBlock = true }
            readInlines(node.children)
            endLine()
        case .heading(let depth):
            isNewBlock = true
            line.element = "h\(depth)"
            readInlines(node.children)
            endLine()
        case .list(let start):
            level += 1
            for (index, item) in node.children.enumerated() {
                endLine()
                line.isItem = true
                line.number = start.map { $0 + index }
                for child in item.children { readBlock(child, isTight: true) }
                endLine()
                isNewBlock = true
            }
            level -= 1
        case .item, .quote:
            for child in node.children { readBlock(child, isTight: false) }
        case .code(_, let text):
            // An indented line of a page is rarely meant as code.
            isNewBlock = true
            for part in text.lines where !part.isEmpty {
                append(part.drop { $0 == " " || $0 == "\t" }.description, style)
                endLine()
            }
        case .htmlBlock(let source): readRaw(source)
        case .table:
            for tableRow in node.children {
                row += 1
                for cell in tableRow.children {
                    isNewBlock = true
                    line.element = "td"
                    line.row = row
                    readInlines(cell.children)
                    endLine()
                }
            }
        case .rule: endLine()
        default: readInlines([node])
        }
    }

    /// Reads lines that begin with a tag of an inline element, which Markdown leaves alone.
    mutating func readRaw(_ source: String) {
        for piece in HTMLPiece.pieces(of: source) {
            switch piece {
            case .comment: continue
            case .tag(let tag): readInline(tag)
            case .text(let text):
                for block in MarkdownTree(Self.withoutIndentation(text)).blocks {
                    if case .paragraph = block.kind {
                        if text.first?.isWhitespace == true { append(" ", style) }
                        readInlines(block.children)
                        if text.last?.isWhitespace == true { append(" ", style) }
                    } else if case .htmlBlock = block.kind {
                        append(HTMLEntities.decoded(text), style)
                    } else {
                        readBlock(block, isTight: true)
                    }
                }
            }
        }
    }

    /// Ends the line that is being read, and begins one that looks like its place.
    mutating func endLine() {
        if awaitsItem, isNewBlock { line.isItem = true }
        guard !line.text.isBlank(line.text.indices) else {
            // The line's marks are those of its first sign.
            line.text = StyledText()
            line.element = ""
            return
        }
        awaitsItem = false
        line.level = level
        if line.element.isEmpty { line.element = blocks.last?.name ?? "" }
        line.blockClass = blocks.last?.blockClass ?? ""
        if row >= 0, line.row == nil, blocks.contains(where: { $0.name == "tr" }) { line.row = row }
        if blocks.last?.name == "li", isNewBlock { line.isItem = true }
        line.beginsBlock = isNewBlock
        item.lines.append(line)
        line = Item.Line(text: StyledText())
        isNewBlock = false
    }
}
