import TestSupport

/// Mutates pages the way editors, careless merges, other tools and attackers do.
///
/// `Damage` breaks bytes; this breaks what bytes mean to readers of Markdown, HTML and Liquid.
struct PageMutation {
    private var random: SeededGenerator
    private var damage: Damage

    /// Makes a source of mutations; the same seed mutates the same page in the same way.
    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        damage = Damage(seed: seed)
    }

    /// Returns a page with one to eight mutations, and sometimes damaged bytes.
    mutating func mutated(_ page: [UInt8], other: [UInt8]) -> [UInt8] {
        var bytes = page
        for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&bytes, other: other) }
        return Bool.random(using: &random) ? damage.damaged(bytes) : bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8], other: [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 1...400, using: &random)
        let range = place..<min(bytes.count, place + length)
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1, 2: bytes.insert(contentsOf: fragment(), at: place)
        case 3: bytes.removeSubrange(range)
        case 4: bytes.insert(contentsOf: bytes[range], at: place)
        case 5:
            let start = Int.random(in: 0...other.count, using: &random)
            bytes.insert(
                contentsOf: other[start..<min(other.count, start + length)], at: place)
        case 6:
            // The lines are one.
            for index in range where bytes[index] == 0x0A { bytes[index] = 0x20 }
        case 7:
            // Every word is a line.
            for index in range where bytes[index] == 0x20 { bytes[index] = 0x0A }
        case 8:
            for index in range {
                bytes[index] = UInt8.random(in: 0x80...0xFF, using: &random)
            }
        default:
            let count = Int.random(in: 1...300, using: &random)
            let part = fragment()
            for _ in 0..<count { bytes.insert(contentsOf: part, at: place) }
        }
    }

    private mutating func fragment() -> [UInt8] {
        Array((Self.fragments.randomElement(using: &random) ?? "").utf8)
    }

    private static let fragments: [String] = [
        "\0", "\u{7F}", "\u{FEFF}", "\u{202E}", "\u{FFFD}", "e\u{301}\u{301}", "\r", "\r\n", "\t",
        "\n\n", "\n", "\n    ", "---\n", "\n---\n", "\n- ", "\n1. ", "\n# ", "\n##### ", "> ", "|",
        "\n|---|---|\n", "\n| a | b |", "***", "__", "*", "~~", "`", "```", "\n```bibtex\n",
        "\n~~~\n",
        "[", "]", "](", "[a](", "[a]: b\n", "![", "\n[//]: # (", "[^1]", "<", ">", "</", "<div>",
        "</div>", "<div class=\"paper-box\">", "<div markdown=\"1\">\n", "<table><tr><td>",
        "</table>", "<tr>", "<li>", "<ul>", "</ul>", "<!--", "-->", "<![CDATA[", "<script>",
        "</script>", "<style>", "<h1>", "</h1>", "<svg>", "<iframe src=\"x\">", "<a href=\"",
        "<a href='x'", "<b>", "</b>", "<sup>", "<br>", "<pre>", "<details>", "<title>", "&amp;",
        "&#0;", "&#x110000;", "&nbsp;", "{{", "}}", "{%", "%}", "{% raw %}", "{% comment %}",
        "{% include_relative ../x.md %}\n", "{::comment}", "{:/}", "{: .x}", "{#", "{", "}", "\\",
        "@article{x, title = {", "$$", "2024", "2024-13-45", "99999999999999999999", "(", ")", "\"",
        "'", ", and ", "et al.", "†", "🔥", "Ã©", "â€™", "ï¿½", "é", "中文", "ı", "ß", "ﬁ", "𝐀",
    ]
}
