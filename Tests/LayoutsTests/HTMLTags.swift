/// Reads the tags of HTML as a browser does, as far as telling tags, attributes and values needs.
enum HTMLTags {
    /// A tag with its attributes.
    struct Tag {
        var name = ""
        var attributes: [(name: String, value: String)] = []
    }

    static func read(_ html: String) -> [Tag] {
        var tags: [Tag] = []
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            guard let first = rest.first, first.isLetter else { continue }
            var tag = Tag()
            tag.name = take(&rest) { $0.isLetter || $0.isNumber }.lowercased()
            while let next = rest.first, next != ">" {
                guard !next.isWhitespace, next != "/" else {
                    rest.removeFirst()
                    continue
                }
                let name = take(&rest) { !$0.isWhitespace && !"=>/".contains($0) }
                var value = ""
                if rest.first == "=" {
                    rest.removeFirst()
                    if let quote = rest.first, quote == "\"" || quote == "'" {
                        rest.removeFirst()
                        value = take(&rest) { $0 != quote }
                        rest = rest.dropFirst()
                    } else {
                        value = take(&rest) { !$0.isWhitespace && $0 != ">" }
                    }
                } else if name.isEmpty {
                    rest.removeFirst()
                }
                tag.attributes.append((name.lowercased(), value))
            }
            tags.append(tag)
        }
        return tags
    }

    private static func take(_ rest: inout Substring, while isPart: (Character) -> Bool) -> String {
        let part = rest.prefix(while: isPart)
        rest = rest[part.endIndex...]
        return String(part)
    }
}
