internal import RecordModel

extension Rule {
    /// Finds links that Markdown does not read as links, and links that lead nowhere.
    static let brokenLink = Rule(
        "lint.broken-link", .warning, "A Markdown link is broken",
        reason: """
            A link with a wrong bracket is shown with its address and brackets, and takes the \
            words behind it along. One without an address leads nowhere.
            """,
        remedy: "Write it as `[words](https://address)`.",
        examples: [
            .bad(
                """
                profile:
                  bio: 'I wrote [one](https://one.example.org}![Stars](https://img.example.org).'
                """, at: "/profile/bio"),
            .bad("profile: {bio: 'See [the paper]().'}", at: "/profile/bio"),
            .bad(
                "profile: {bio: 'See [the paper](https://example.org/a b.pdf).'}",
                at: "/profile/bio"),
            .bad("profile: {bio: 'See [the paper](https://example.org/a'}", at: "/profile/bio"),
            .bad("profile: {bio: 'See [my page](www.example.org).'}", at: "/profile/bio"),
            .bad("profile: {bio: 'See [my page] (https://example.org).'}", at: "/profile/bio"),
            .bad("profile: {bio: 'See [my page](https//example.org).'}", at: "/profile/bio"),
            .good(
                #"""
                profile:
                  bio: >
                    [One](https://example.org/a_(b)), [two](<https://example.org/a b> "Title"),
                    [three](/papers/), [four](mailto:ada@example.org), `[five](`, f[x](y) and
                    [six](../talks/ 'Talks').
                """#),
        ],
        text: TextCheck(keywords: ["](", "] (http"], kinds: [.markdown]) { text in
            let prose = text.prose
            var found: [TextFinding] = []
            for position in prose.positions(of: "](") {
                if let fault = MarkdownLinkText(prose, destinationAt: position + 2).fault {
                    found.append(
                        TextFinding(fault.message, hint: fault.hint, at: position))
                }
            }
            for position in prose.positions(of: "] (http") {
                found.append(
                    TextFinding(
                        "A space stands between the words of a link and its address",
                        hint: "Write `](` without a space", at: position))
            }
            return found
        })
}

/// The part of a Markdown link after `](`.
private struct MarkdownLinkText {
    struct Fault {
        let message: String
        let hint: String
    }

    private let text: ByteText
    private let start: Int

    init(_ text: ByteText, destinationAt start: Int) {
        self.text = text
        self.start = start
    }

    /// What is wrong with it.
    var fault: Fault? {
        var position = start
        while isSpace(position) { position += 1 }
        if text[position] == UInt8(ascii: "<") { return nil }
        let begin = position
        var depth = 0
        scan: while let byte = text[position], byte > 0x20 {
            switch byte {
            case UInt8(ascii: "\\") where (text[position + 1] ?? 0) > 0x20: position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            position += 1
        }
        let address = text.bytes[begin..<min(position, text.bytes.count)]
        let words = String(decoding: address, as: UTF8.self)
        if words.isEmpty, text[position] == UInt8(ascii: ")") {
            return Fault(
                message: "A link leads nowhere: its parentheses are empty",
                hint: "Put the address in, or write the words alone")
        }
        // What looks like no address at all is a formula or a remark.
        let looksLikeAddress =
            ["http", "www.", "mailto:", "/", "#"].contains { words.lowercased().hasPrefix($0) }
        guard looksLikeAddress else { return nil }
        if let inner = ByteText(bytes: Array(address)).position(of: "](")
            ?? address.firstIndex(
                of: UInt8(ascii: "}")
            ).map({ $0 - address.startIndex }), inner > 0
        {
            return Fault(
                message: "The link to \(words.prefix(inner).prefix(80)) is not closed",
                hint: "Close its parentheses with `)` behind the address")
        }
        if text[position] == UInt8(ascii: ")") { return schemeFault(words) }
        while isSpace(position) { position += 1 }
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"):
            return schemeFault(words)
        case nil:
            return Fault(
                message: "The link to \(words.prefix(80)) is not closed",
                hint: "Close its parentheses with `)` behind the address")
        default:
            return Fault(
                message: "The address of a link ends at a space: \(words.prefix(80))",
                hint: "Write `%20` for a space, or close the parentheses before it")
        }
    }

    private func schemeFault(_ address: String) -> Fault? {
        let folded = address.lowercased()
        if folded.hasPrefix("www.") {
            return Fault(
                message: "The address \(address.prefix(80)) begins without https:, so it leads "
                    + "into the homepage itself",
                hint: "Write `https://\(address.prefix(80))`")
        }
        guard folded.hasPrefix("http") else { return nil }
        let rest = folded.dropFirst(folded.hasPrefix("https") ? 5 : 4)
        let isSound =
            rest.hasPrefix("://") && rest.utf8.count > 3 && !rest.hasPrefix("://http:")
            && !rest.hasPrefix("://https:")
        // A word that begins with these letters is a name within the site.
        guard !isSound, rest.isEmpty || rest.hasPrefix(":") || rest.hasPrefix("/") else {
            return nil
        }
        return Fault(
            message: "The address \(address.prefix(80)) does not begin as addresses do",
            hint: "Addresses begin with `https://`")
    }

    private func isSpace(_ position: Int) -> Bool {
        text[position].map { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } ?? false
    }
}
