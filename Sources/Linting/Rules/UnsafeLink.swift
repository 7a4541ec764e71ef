internal import Formats
internal import RecordModel

extension Rule {
    /// Finds links that run a program instead of leading somewhere.
    static let unsafeLink = Rule(
        "lint.unsafe-link", .error, "A link runs a script instead of leading somewhere",
        reason: """
            `javascript:` and its like run in the page of whoever follows the link. No export \
            writes such a link, and no sound record needs one.
            """,
        remedy: "Link to an address that begins with https:, or remove the link.",
        examples: [
            .bad("profile: {bio: '[me](javascript:alert(1))'}", at: "/profile/bio"),
            .bad(
                #"""
                profile: {bio: '<a href=" JavaScript:alert(1)">me</a>'}
                """#, at: "/profile/bio"),
            .bad("profile: {bio: '[me](data:text/html;base64,PHNjcmlwdD4=)'}", at: "/profile/bio"),
            .good("profile: {bio: 'I teach JavaScript: [slides](https://ada.example.org/js)'}"),
        ],
        text: TextCheck(keywords: URLText.scriptSchemes) { text in
            let bytes = text.folded
            for scheme in URLText.scriptSchemes {
                for position in bytes.positions(of: scheme) where isLink(bytes, position) {
                    return [
                        TextFinding(
                            "A link begins with `\(scheme)`",
                            hint:
                                "Link to an address that begins with `https:`, or remove the link",
                            at: position)
                    ]
                }
            }
            return []
        })

    /// Tells whether a scheme stands where an address begins.
    private static func isLink(_ text: ByteText, _ position: Int) -> Bool {
        var before = position - 1
        while let byte = text[before], byte <= 0x20 { before -= 1 }
        guard let byte = text[before] else { return position == 0 || before < 0 }
        return "(\"'=<".utf8.contains(byte)
            || byte == UInt8(ascii: ":") && text[before - 1] == UInt8(ascii: "]")
    }
}
