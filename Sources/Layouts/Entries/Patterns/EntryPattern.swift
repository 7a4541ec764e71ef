import Formats

/// How the entries of a section are written: Markdown with the names of their parts in braces,
/// `*{date}*, {title}, {organization}`.
///
/// A page that comes in has a notation of its own, which is not that of a theme. What its entries
/// have in common is kept once, so that they need no text beside their fields, and an entry that
/// is added later looks like the others.
struct EntryPattern: Sendable {
    /// A piece of a pattern.
    private indirect enum Piece: Sendable {
        case text(String)
        case part(name: String, way: String?)
        case emphasis([Piece])
        case strong([Piece])
        case code([Piece])
    }

    private let pieces: [Piece]
    /// The names of the parts, each once.
    let names: Set<String>

    /// Reads a pattern; nil where it names no part, one twice, or has markup that no line has.
    init?(_ text: String) {
        var names: [String] = []
        let blocks = HTMLTree(Markdown(text).html()).nodes.filter { !Self.isSpace($0) }
        guard blocks.count == 1, case .element("p", _) = blocks[0].kind,
            let pieces = Self.pieces(blocks[0].children, &names), !names.isEmpty,
            Set(names).count == names.count
        else { return nil }
        self.pieces = pieces
        self.names = Set(names)
    }

    /// The entry with some parts as a line; nil where the pattern does not name just these.
    func line(_ parts: [EntryPart]) -> Line? {
        var known: [String: EntryPart] = [:]
        for part in parts {
            known[part.name] = part
            guard part.isOptional || names.contains(part.name) else { return nil }
        }
        guard names.allSatisfy({ known[$0] != nil }) else { return nil }
        return Self.line(pieces, known)
    }

    // MARK: Writing

    private static func line(_ pieces: [Piece], _ parts: [String: EntryPart]) -> Line {
        pieces.reduce(Line()) { line, piece in
            let next: Line
            switch piece {
            case .text(let text): next = .text(text)
            case .part(let name, let way): next = parts[name]?.line(way) ?? Line()
            case .emphasis(let inner): next = Self.line(inner, parts).emphasized
            case .strong(let inner): next = Self.line(inner, parts).strong
            case .code(let inner): next = Line([.code(Self.line(inner, parts).plain)])
            }
            return line + next
        }
    }

    // MARK: Reading

    private static func isSpace(_ node: HTMLTree.Node) -> Bool {
        guard case .text(let text) = node.kind else { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    private static func pieces(_ nodes: [HTMLTree.Node], _ names: inout [String]) -> [Piece]? {
        var pieces: [Piece] = []
        for node in nodes {
            switch node.kind {
            case .text(let text): pieces += Self.pieces(text, &names)
            case .comment: return nil
            case .element(let name, _):
                guard let inner = Self.pieces(node.children, &names) else { return nil }
                switch name {
                case "em": pieces.append(.emphasis(inner))
                case "strong": pieces.append(.strong(inner))
                case "code": pieces.append(.code(inner))
                default: return nil
                }
            }
        }
        return pieces
    }

    /// Text, and the names in braces within it.
    private static func pieces(_ text: String, _ names: inout [String]) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text.replacing("\n", by: " ")[...]
        while let open = rest.firstIndex(of: "{"), let end = rest[open...].firstIndex(of: "}") {
            let inner = rest[rest.index(after: open)..<end]
            let name = inner.prefix { $0 != ":" }
            let way = name.endIndex < inner.endIndex ? inner[name.endIndex...].dropFirst() : nil
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.part(name: String(name), way: way.map(String.init)))
            names.append(String(name))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
