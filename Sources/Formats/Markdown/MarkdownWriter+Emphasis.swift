extension MarkdownWriter {
    enum Emphasis {
        case emphasis
        case strong
        case strikethrough

        var delimiter: String {
            switch self {
            case .emphasis: "*"
            case .strong: "**"
            case .strikethrough: "~~"
            }
        }

        var element: String {
            switch self {
            case .emphasis: "em"
            case .strong: "strong"
            case .strikethrough: "del"
            }
        }
    }

    /// Returns emphasized text, with stars where both dialects see where it begins and ends, and
    /// with tags elsewhere.
    mutating func emphasis(
        _ inner: [MarkdownInline], _ kind: Emphasis, _ outer: Set<Emphasis>, _ before: String,
        _ next: MarkdownInline?, _ isInner: Bool
    ) -> String? {
        guard let text = text(inner, in: outer.union([kind]), isInner: true) else { return nil }
        let isPlain = inner.allSatisfy {
            switch $0 {
            case .text, .code, .link, .image, .softBreak: true
            // A tag that is closed outside must not be closed with ours.
            case .html: dialect == .gitHub
            default: false
            }
        }
        let start = before.unicodeScalars.last
        let end = Self.first(next)
        if isPlain, !isRaw, outer.isEmpty, !text.isEmpty, let first = text.unicodeScalars.first,
            let last = text.unicodeScalars.last, !first.properties.isWhitespace,
            !last.properties.isWhitespace, !text.hasPrefix("&#32;"), !text.hasSuffix("&#32;"),
            !"*_~`\\".unicodeScalars.contains(start ?? " "),
            !"*_~`".unicodeScalars.contains(end ?? " "),
            Self.isLetter(first) || Self.isApart(start), Self.isLetter(last) || Self.isApart(end),
            kind != .strikethrough || !text.contains("~")
        {
            return kind.delimiter + text + kind.delimiter
        }
        return "<\(kind.element)>\(text)</\(kind.element)>"
    }

    /// The character with which an inline will begin, as far as emphasis before it cares.
    private static func first(_ inline: MarkdownInline?) -> Unicode.Scalar? {
        switch inline {
        case nil: nil
        case .text(let text): text.unicodeScalars.first
        case .softBreak: " "
        case .code: "`"
        case .link, .image: "["
        case .html, .lineBreak: "<"
        case .emphasis, .strong, .strikethrough: "*"
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Tells whether a neighbour of a delimiter is no part of a word.
    private static func isApart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return scalar.properties.isWhitespace || (scalar.isASCII && !scalar.isASCIIAlphanumeric)
    }
}
