import Formats
import Foundation
import Prose

/// An item of a real page, cut out by its Markdown alone.
struct CorpusItem {
    let page: String
    let kind: SectionKind
    let markdown: String
    let context: EntryContext

    /// The folder that real pages are in; nil where it is absent.
    static let folder: URL? = {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/corpus").standardizedFileURL
        let exists = FileManager.default.fileExists(atPath: corpus.path)
        return exists ? corpus : nil
    }()

    /// The pages' files: about pages, and the parts that pages include.
    static func files(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter {
            $0.pathExtension == "md"
                && ($0.path.contains("/pages/") || $0.path.contains("/includes/"))
        }.sorted { $0.path < $1.path }
    }

    /// The pages that a person wrote for this project.
    static func seeds(beside folder: URL) -> [URL] {
        let seeds = folder.deletingLastPathComponent().appending(path: "seeds")
        let all = try? FileManager.default.contentsOfDirectory(
            at: seeds, includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }

    /// The items of a page that stand in sections of a known kind.
    static func items(of file: URL) -> [CorpusItem] {
        guard var text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        // Two signs of a seed whose encoding is damaged; an importer mends it first.
        text = text.replacing("üí°", with: "💡").replacing("üìß", with: "📧")
        var pages = PageCut(page: file.lastPathComponent, text: text)
        return pages.items()
    }
}

/// Cuts a page into items: a small stand-in for what an importer does with more care.
struct PageCut {
    let page: String
    private let tree: MarkdownTree
    private var kind: SectionKind?
    private var level = 0
    private var heading = ""
    private var subheading: String?
    private var found: [CorpusItem] = []
    private let marks: [String: AuthorMark]

    init(page: String, text: String) {
        self.page = page
        var body = text.replacingOccurrences(of: "\r\n", with: "\n")
        if body.hasPrefix("---\n"),
            let end = body.range(
                of: "\n---", range: body.index(body.startIndex, offsetBy: 3)..<body.endIndex)
        {
            body = String(body[end.upperBound...])
        }
        body = body.replacing(/(?s)<!--.*?-->/, with: "").replacing(/(?s)\{%.*?%\}/, with: "")
            .replacing(/(?s)<(style|script).*?<\/(style|script)>/, with: "")
        tree = MarkdownTree(body)
        marks = AuthorMark.key(in: body)
    }

    mutating func items() -> [CorpusItem] {
        var index = 0
        while index < tree.blocks.count { index = read(index) }
        return found
    }

    /// Reads a block and those that belong to it; returns the next one.
    private mutating func read(_ index: Int) -> Int {
        let block = tree.blocks[index]
        let source = tree.text(in: block.range)
        switch block.kind {
        case .heading(let level):
            enter(source.trimmingCharacters(in: CharacterSet(charactersIn: "#=-\n ")), level)
        case .paragraph:
            if source.hasPrefix("**"), source.hasSuffix("**"), source.count < 60,
                !source.contains("\n")
            {
                enter(source.replacingOccurrences(of: "*", with: ""), 7)
            } else {
                add(source, block)
            }
        case .list:
            for item in block.children { add(Self.unbulleted(tree.text(in: item.range)), item) }
        case .htmlBlock:
            if let match = source.firstMatch(of: /(?s)<h([1-6])[^>]*>(.*?)<\/h[1-6]>/),
                !source.contains("publication"), source.count < 300
            {
                enter(String(match.2).replacing(/<[^>]*>/, with: ""), Int(match.1) ?? 1)
                return index + 1
            }
            return readHTML(index)
        case .table:
            for row in block.children.dropFirst() { add(tree.text(in: row.range), row) }
        default: break
        }
        return index + 1
    }

    private mutating func readHTML(_ index: Int) -> Int {
        var (end, depth) = (index, 0)
        while end < tree.blocks.count {
            let source = tree.text(in: tree.blocks[end].range)
            depth += source.matches(of: /<(div|table|ul|details)\b/).count
            depth -= source.matches(of: /<\/(div|table|ul|details)>/).count
            end += 1
            if depth <= 0 { break }
        }
        let range = tree.blocks[index].range.lowerBound..<tree.blocks[end - 1].range.upperBound
        let source = tree.text(in: range)
        if source.contains("<tr") {
            for row in source.matches(of: /(?s)<tr.*?<\/tr>/) {
                add(String(row.0), tree.blocks[index])
            }
        } else if source.contains("<article"), kind == .publications {
            for part in source.matches(of: /(?s)<article.*?<\/article>/) {
                add(String(part.0), tree.blocks[index])
            }
        } else {
            add(source, tree.blocks[index])
        }
        return end
    }

    private mutating func enter(_ text: String, _ depth: Int) {
        let known = SectionHeading.kind(of: text)
        if kind != nil, depth > level, known == nil || known == kind || kind == .publications {
            subheading = text
            return
        }
        kind = known
        level = depth
        heading = text
        subheading = nil
    }

    private mutating func add(_ source: String, _ node: MarkdownTree.Node) {
        guard let kind else { return }
        found.append(
            CorpusItem(
                page: page, kind: kind, markdown: source,
                context: EntryContext(
                    ownNames: Self.names[page] ?? [], authorMarks: marks, heading: heading,
                    subheading: subheading, baseURL: "https://example.org/")))
    }

    /// A list item without its bullet and the indentation of its lines.
    static func unbulleted(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first,
            let match = first.firstMatch(of: /^([-*+]|[0-9]+[.)])[ \t]+/)
        else { return text }
        let width = match.0.count
        let rest = lines.dropFirst().map { line in
            line.dropFirst(min(width, line.prefix { $0 == " " || $0 == "\t" }.count))
        }
        return ([first.dropFirst(width)] + rest).joined(separator: "\n")
    }

    /// The owners of pages, who are told by the site's configuration.
    private static let names: [String: [String]] = [:]
}
