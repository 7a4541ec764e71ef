internal import Formats

/// Makes raw HTML mean to GitHub's Markdown what it means to kramdown.
///
/// To kramdown an element is raw up to its end tag, blank lines and all, unless it carries
/// `markdown="1"`; GitHub's raw blocks end at a blank line. So blank lines go from raw elements,
/// and stand around what is Markdown within elements.
enum RawHTML {
    private static let containers: Set<String> = [
        "div", "table", "section", "article", "details", "center", "ul", "ol", "dl", "figure",
        "blockquote", "header", "footer", "main", "aside", "nav", "p", "h1", "h2", "h3", "h4",
        "h5", "h6",
    ]

    /// What lists and tables hold, whose end tags may be missing.
    private static let items: Set<String> = ["li", "tr", "td", "th"]

    /// Where an element opens or ends.
    private struct Edge {
        let line: Int
        let isOpening: Bool
        let isMarkdown: Bool
        let isHeading: Bool
    }

    /// Returns lines of a page whose raw HTML GitHub's Markdown reads as kramdown does.
    static func normalized(_ lines: SourceLines) -> SourceLines {
        guard lines.lines.contains(where: { $0.text.contains("<") }) else { return lines }
        let edges = edges(in: lines)
        var result = SourceLines(lines: [])
        var isLoneTag = false
        var isPreformatted = false
        var stack: [Bool] = []
        for (number, line) in lines.lines.enumerated() {
            let here = edges[number] ?? []
            let wasPreformatted = isPreformatted
            isPreformatted = Self.isPreformatted(behind: line.text, isPreformatted)
            if wasPreformatted || isPreformatted {
                result.append(line)
                isLoneTag = false
                for edge in here {
                    if edge.isOpening { stack.append(edge.isMarkdown) } else { _ = stack.popLast() }
                }
                continue
            }
            let isBlank = line.text.allSatisfy(\.isWhitespace)
            if isBlank, stack.last == false { continue }
            // An end tag of an element with Markdown in it begins a block of its own.
            if let first = here.first, !first.isOpening, first.isMarkdown, !isBlank {
                if line.text.drop(while: \.isWhitespace).hasPrefix("</") { result.appendBlank() }
            }
            // A tag of running text alone on its line begins a raw block to GitHub's Markdown only.
            let wasLoneTag = isLoneTag
            isLoneTag = stack.last != false && here.isEmpty && Self.isLoneTag(line.text)
            if isLoneTag, result.lastContinues {
                result.join(line.text)
                isLoneTag = false
            } else if wasLoneTag, !isBlank, here.isEmpty {
                if Self.beginsBlock(line.text) {
                    result.appendBlank()
                    result.append(line)
                } else {
                    result.join(line.text)
                }
            } else {
                result.append(line)
            }
            for edge in here {
                if edge.isOpening { stack.append(edge.isMarkdown) } else { _ = stack.popLast() }
            }
            guard let last = here.last else { continue }
            if last.isOpening, last.isMarkdown { result.appendBlank() }
            // What follows an end tag is Markdown again.
            if stack.isEmpty, !last.isOpening, number + 1 < lines.lines.count,
                line.text.last == ">" || line.text.last?.isWhitespace == true,
                case let next = lines.lines[number + 1].text,
                Self.beginsMarkdown(next) || last.isHeading && next.first != "<"
            {
                result.appendBlank()
            }
        }
        return result
    }

    /// Tells whether preformatted text goes on behind a line, which keeps its white space.
    static func isPreformatted(behind line: Substring, _ isBefore: Bool) -> Bool {
        var (rest, isInside) = (line, isBefore)
        while let tag = rest.range(of: isInside ? "</pre" : "<pre") {
            rest = rest[tag.upperBound...]
            isInside.toggle()
        }
        return isInside
    }

    /// The end tags of containers and items that nothing opened, which would stand in the page as text.
    static func strayEnds(in bytes: [UInt8]) -> [Range<Int>] {
        var open = OpenElements<Void>()
        return HTMLElements.tags(in: bytes).compactMap { tag in
            guard containers.contains(tag.name) || items.contains(tag.name) else { return nil }
            guard tag.isClosing else {
                open.push(tag.name, ())
                return nil
            }
            return open.pop(tag.name) == nil ? tag.range : nil
        }
    }

    /// Tells whether a line is one tag of running text and nothing else.
    private static func isLoneTag(_ line: Substring) -> Bool {
        guard line.first == "<" else { return false }
        let bytes = Array(line.utf8)
        guard let tag = HTMLElements.tags(in: bytes).first, tag.range.lowerBound == 0,
            !containers.contains(tag.name)
        else { return false }
        return bytes[tag.range.upperBound...].allSatisfy { $0 <= 0x20 }
    }

    /// Tells whether a line begins a list or a heading of Markdown.
    private static func beginsMarkdown(_ line: Substring) -> Bool {
        let first = line.drop(while: \.isWhitespace).first
        return first != nil && first != "<" && first != ">" && first != "|" && beginsBlock(line)
    }

    /// Tells whether a line begins a list, a heading, a quote or an element.
    private static func beginsBlock(_ line: Substring) -> Bool {
        let text = line.drop(while: \.isWhitespace)
        guard let first = text.first else { return true }
        if "#><|".contains(first) { return true }
        if "-*+".contains(first) { return text.dropFirst().first?.isWhitespace ?? true }
        let digits = text.prefix(while: \.isNumber)
        return !digits.isEmpty && [".", ")"].contains(text.dropFirst(digits.count).prefix(1))
    }

    /// The elements that open and close, by line; those that nothing closes are none.
    private static func edges(in lines: SourceLines) -> [Int: [Edge]] {
        struct Open {
            let line: Int
            let order: Int
            let isMarkdown: Bool
        }
        var open = OpenElements<Open>()
        var found: [(order: Int, edge: Edge)] = []
        let bytes = Array(lines.text.utf8)
        var line = 0
        var position = 0
        for (order, tag) in HTMLElements.tags(in: bytes).enumerated()
        where containers.contains(tag.name) {
            line += bytes[position..<tag.range.lowerBound].count { $0 == 0x0A }
            position = tag.range.lowerBound
            guard tag.isClosing else {
                let source = String(decoding: bytes[tag.range], as: UTF8.self)
                let isMarkdown =
                    source.contains("markdown=") && !source.contains("markdown=\"0\"")
                open.push(tag.name, Open(line: line, order: order, isMarkdown: isMarkdown))
                continue
            }
            guard let start = open.pop(tag.name) else { continue }
            let isHeading = tag.name.utf8.count == 2 && tag.name.hasPrefix("h")
            for (order, line, isOpening) in [(start.order, start.line, true), (order, line, false)]
            {
                found.append(
                    (
                        order,
                        Edge(
                            line: line, isOpening: isOpening, isMarkdown: start.isMarkdown,
                            isHeading: isHeading)
                    ))
            }
        }
        var result: [Int: [Edge]] = [:]
        for (_, edge) in found.sorted(by: { $0.order < $1.order }) {
            result[edge.line, default: []].append(edge)
        }
        return result
    }
}
