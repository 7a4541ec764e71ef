import Formats
public import RecordModel

/// A page of a site, or a file of one of its collections: front matter and body.
public struct SitePage: Sendable {
    /// Where it stands in the site.
    public let path: String
    /// The front matter; empty for a page without.
    public let header: Mapping
    /// The text behind the front matter.
    public let body: String
    /// The line of the file on which the body begins, from 1.
    public let bodyLine: Int
    /// Whether the front matter could not be read as YAML.
    public let hasDamagedHeader: Bool

    /// Reads a page.
    ///
    /// Front matter that is no YAML costs its fields, not the page: what can be read of it line by
    /// line is taken.
    public init(path: String, text: String) {
        self.path = path
        let sound = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        if let (header, body) = HugoHeader.split(sound) {
            self.header = HugoHeader.mapping(header)
            self.body = String(body)
            bodyLine = header.utf8.count { $0 == UInt8(ascii: "\n") } + 3
            hasDamagedHeader = false
            return
        }
        guard let (header, body) = FrontMatter.split(sound) else {
            self.header = Mapping()
            self.body = sound
            bodyLine = 1
            hasDamagedHeader = false
            return
        }
        self.body = String(body)
        bodyLine = header.utf8.count { $0 == UInt8(ascii: "\n") } + 3
        let lenient = LenientYAML.mapping(String(header))
        self.header = lenient.mapping
        hasDamagedHeader = lenient.isDamaged
    }

    /// A text of the front matter, nil where it is absent or blank.
    public func text(_ key: String) -> String? { header[key]?.plainText }
}

extension Value {
    /// The text of a scalar without white space around it; nil for none and for what is no scalar.
    public var plainText: String? {
        let text: String
        switch self {
        case .string(let string): text = string
        case .number(let number): text = number.description
        case .bool(let bool): text = bool ? "true" : "false"
        default: return nil
        }
        let words = text.trimmed
        return words.isEmpty ? nil : words
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var rest = unicodeScalars[...]
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
