internal import RecordModel

extension Rule {
    /// Finds tags of the language in which Jekyll's pages are programmed.
    static let liquid = Rule(
        "lint.liquid", .warning, "A text holds a Liquid tag",
        reason: """
            A record is text, so an export shows the tag with its braces; nothing is included, \
            assigned or looped over.
            """,
        remedy: "Write what the tag would have shown, or remove it.",
        examples: [
            .bad(
                """
                profile: {bio: 'Cited {{ site.data.citations.total }} times.'}
                """, at: "/profile/bio"),
            .bad(
                """
                sections: [{id: intro, title: Intro, text: '{% include intro.md %}'}]
                """, at: "/sections/intro/text"),
            .good("profile: {bio: 'Sets are written {a, b}, {{a}, {b}} and {{GAN}}.'}"),
        ],
        text: TextCheck(keywords: ["{%", "{{"]) { text in
            let bytes = text.foldedProse
            let places =
                bytes.positions(of: "{%").filter { isTag(bytes, from: $0 + 2) }
                + bytes.positions(of: "{{").filter { isOutput(bytes, from: $0 + 2) }
            return text.told(
                places.map {
                    TextFinding(
                        "The text holds a Liquid tag, which a page shows as it is",
                        hint: "Write what the tag would have shown, or remove it", at: $0)
                })
        })

    /// Tells whether a name follows, as in `{% include`.
    private static func isTag(_ text: ByteText, from start: Int) -> Bool {
        text[skippingSpace(text, from: start)].map(isNameByte) ?? false
    }

    /// Tells whether a variable follows: `site.title }}`, `url | encode }}`.
    ///
    /// Braces around words, as BibTeX and formulas have them, are none.
    private static func isOutput(_ text: ByteText, from start: Int) -> Bool {
        let begin = skippingSpace(text, from: start)
        let name = text.run(from: begin) { isNameByte($0) || $0 == UInt8(ascii: ".") }
        guard !name.isEmpty else { return false }
        let end = begin + name.utf8.count
        let isSpaced = begin > start && text[end] == UInt8(ascii: " ")
        let next = text[skippingSpace(text, from: end)]
        return next == UInt8(ascii: "|") || name.contains(".") && next == UInt8(ascii: "}")
            || isSpaced && next == UInt8(ascii: "}")
    }

    private static func skippingSpace(_ text: ByteText, from start: Int) -> Int {
        var position = start
        while text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "-") {
            position += 1
        }
        return position
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    }
}
