import Formats

/// One line of running text of a page, with the emphasis and the links in it.
///
/// A line is put together once and then written as kramdown, as HTML or as plain text, so what an
/// entry says, and how its text is kept from becoming markup, does not depend on the place.
struct Line: Sendable {
    /// A piece of a line.
    enum Part: Sendable {
        /// Plain text of a record.
        case text(String)
        /// Markdown of a record, shown on one line.
        case markdown(String)
        case emphasis(Line)
        case strong(Line)
        case code(String)
        /// Something in square brackets, as links are behind an entry.
        case bracketed(Line)
        /// Punctuation of ours, which is no markup at the place where it is put.
        case fixed(StaticString)
        /// A place that the script of acad-homepage fills with the citations of a paper.
        case citations(of: String)
        /// A picture with the stars of a repository on GitHub.
        case stars(of: String)
        /// A link to an address that a page may link to.
        case link(Line, to: String)
    }

    /// The pieces in order.
    private(set) var parts: [Part] = []

    /// Makes a line of pieces, leaving empty ones out.
    init(_ parts: [Part] = []) {
        let hasEmpty = parts.contains(where: Self.isEmpty)
        self.parts = hasEmpty ? parts.filter { !Self.isEmpty($0) } : parts
    }

    /// Tells whether the line shows nothing.
    var isEmpty: Bool { parts.isEmpty }

    /// A line of plain text; nothing makes an empty one.
    static func text(_ text: String?) -> Line {
        guard let text, !text.isEmpty else { return Line() }
        return Line([.text(text)])
    }

    /// A line of Markdown; nothing makes an empty one.
    static func markdown(_ text: String?) -> Line {
        guard let text, !text.isEmpty else { return Line() }
        return Line([.markdown(text)])
    }

    /// Returns the line with emphasis.
    var emphasized: Line { isEmpty ? self : Line([.emphasis(self)]) }

    /// Returns the line with strong emphasis.
    var strong: Line { isEmpty ? self : Line([.strong(self)]) }

    /// Returns the line in square brackets.
    var bracketed: Line { isEmpty ? self : Line([.bracketed(self)]) }

    /// Returns the line as a link; where the address is none that a page may link to, as it is.
    func linked(to url: String?) -> Line {
        guard !isEmpty, let url = url.flatMap(PageURL.safe) else { return self }
        return Line([.link(self, to: url)])
    }

    /// Returns the lines that are not empty as one, with a text between.
    static func joined(_ lines: [Line], _ separator: StaticString = ", ") -> Line {
        var result = Line()
        for line in lines where !line.isEmpty {
            // Behind a full stop or a question mark there is no comma.
            if !result.isEmpty { result.parts.append(.fixed(result.isClosed ? " " : separator)) }
            result.parts += line.parts
        }
        return result
    }

    /// Returns one line after another.
    static func + (first: Line, second: Line) -> Line {
        if first.isEmpty { return second }
        return second.isEmpty ? first : Line(first.parts + second.parts)
    }

    /// The line without its links, for the label of a link.
    var unlinked: Line {
        guard parts.contains(where: Self.mayHoldLink) else { return self }
        var line = Line()
        for part in parts {
            switch part {
            case .link(let label, _): line.parts += label.unlinked.parts
            case .emphasis(let inner): line.parts.append(.emphasis(inner.unlinked))
            case .strong(let inner): line.parts.append(.strong(inner.unlinked))
            case .bracketed(let inner): line.parts.append(.bracketed(inner.unlinked))
            default: line.parts.append(part)
            }
        }
        return line
    }

    private static func mayHoldLink(_ part: Part) -> Bool {
        switch part {
        case .link, .emphasis, .strong, .bracketed: true
        default: false
        }
    }

    /// Tells whether the line ends with a mark after which no other one goes.
    private var isClosed: Bool {
        switch parts.last {
        case .text(let text)?, .markdown(let text)?:
            text.utf8.last { !Self.wrapping.contains($0) }.map(Self.closing.contains) ?? false
        case .emphasis(let line)?, .strong(let line)?, .link(let line, _)?: line.isClosed
        default: false
        }
    }

    private static let wrapping = ByteSet("*_`) \n\t".utf8)
    private static let closing = ByteSet(".!?:;,".utf8)

    private static func isEmpty(_ part: Part) -> Bool {
        switch part {
        case .text(let text), .markdown(let text), .code(let text), .stars(let text): text.isEmpty
        case .emphasis(let line), .strong(let line), .bracketed(let line), .link(let line, _):
            line.isEmpty
        case .fixed, .citations: false
        }
    }
}

extension Line: ExpressibleByStringLiteral {
    /// Makes a line of plain text.
    init(stringLiteral text: String) { self.init([.text(text)]) }
}
