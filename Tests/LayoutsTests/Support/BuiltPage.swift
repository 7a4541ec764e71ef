import Foundation

/// A built page as tests look at it.
struct BuiltPage: Sendable {
    /// One opening tag.
    struct Tag: Sendable {
        let name: String
        /// The attributes, their values with entities decoded.
        let attributes: [String: String]
    }

    /// The page's path below the site.
    let path: String
    let html: String
    /// Every opening tag, in order.
    let tags: [Tag]

    init(path: String, html: String) {
        self.path = path
        self.html = html
        var tags: [Tag] = []
        for match in html.matches(of: /<([A-Za-z][A-Za-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/) {
            var attributes: [String: String] = [:]
            for pair in match.2.matches(of: /([^\s"'=\/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/) {
                let value = pair.2 ?? pair.3 ?? ""
                attributes[pair.1.lowercased()] = Self.decoded(String(value))
            }
            tags.append(Tag(name: match.1.lowercased(), attributes: attributes))
        }
        self.tags = tags
    }

    /// The ids of the page, in order.
    var ids: [String] { tags.compactMap { $0.attributes["id"] } }

    /// The levels of the headings, in order.
    var headingLevels: [Int] {
        tags.compactMap { $0.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
    }

    /// The source with entities decoded and runs of white space folded.
    var decodedSource: String { Self.folded(Self.decoded(html)) }

    /// As `decodedSource`, with the escapes of JSON decoded too.
    var decodedData: String {
        var text = Self.decoded(html)
        for (escape, character) in [
            ("\\u003c", "<"), ("\\u003e", ">"), ("\\u0026", "&"), ("\\u0085", "\u{85}"),
            ("\\\"", "\""),
        ] {
            text = text.replacing(escape, with: character)
        }
        return Self.folded(text)
    }

    /// A text with every run of white space as one space.
    static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func decoded(_ text: String) -> String {
        var text = text.replacing(/&#(x?)([0-9A-Fa-f]+);/) { match in
            UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
                .map { String(Character($0)) } ?? ""
        }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: character)
        }
        return text
    }
}
