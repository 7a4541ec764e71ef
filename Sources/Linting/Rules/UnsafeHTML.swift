internal import RecordModel

extension Rule {
    /// Finds HTML that does more than shape words.
    static let unsafeHTML = Rule(
        "lint.unsafe-html", .warning, "A text holds HTML that could do harm",
        reason: """
            Scripts, frames, forms and style sheets act on the whole page. An export shows such \
            tags as words, so the text reads badly and does nothing.
            """,
        remedy: "Remove the tag; links, emphasis and lists have a form in Markdown.",
        examples: [
            .bad(
                """
                profile: {bio: 'Hello <script>alert(1)</script>'}
                """, at: "/profile/bio"),
            .bad(
                #"""
                profile: {bio: 'Hello <img src="x.png" onerror="alert(1)">'}
                """#, at: "/profile/bio"),
            .good(
                #"""
                profile: {bio: 'Hello <span style="color: red">world</span>, see `<script>`.'}
                """#),
        ],
        text: TextCheck(keywords: tags.map { "<" + $0 } + handlers, kinds: [.markdown]) { text in
            let bytes = text.foldedProse
            var found: [(name: String, position: Int)] = []
            for tag in tags {
                for position in bytes.positions(of: "<" + tag) {
                    let next = bytes[position + 1 + tag.utf8.count]
                    if next.map(TextFolding.isAlphanumeric) != true, next != UInt8(ascii: "-") {
                        found.append(("<\(tag)>", position))
                    }
                }
            }
            for handler in handlers {
                for position in bytes.positions(of: handler) where isInTag(bytes, position) {
                    found.append((String(handler.dropFirst().dropLast()), position))
                }
            }
            return text.told(
                found.map { name, position in
                    TextFinding(
                        "`\(name)` has no place in a text",
                        hint: "Remove it; an export shows it as words", at: position)
                })
        })

    private static let tags = [
        "script", "iframe", "object", "embed", "form", "style", "link", "meta", "base", "applet",
        "frame",
    ]

    private static let handlers = [
        " onclick=", " onerror=", " onload=", " onmouseover=", " onfocus=", " onmouseout=",
        " onsubmit=", " onchange=", " oninput=", " ontoggle=", " onanimationstart=",
    ]

    /// Tells whether a position is within a tag.
    private static func isInTag(_ text: ByteText, _ position: Int) -> Bool {
        for byte in text.bytes[..<position].reversed() {
            if byte == UInt8(ascii: "<") { return true }
            if byte == UInt8(ascii: ">") { return false }
        }
        return false
    }
}
