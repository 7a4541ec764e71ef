internal import RecordModel

extension Rule {
    /// Finds texts whose UTF-8 was read as another encoding.
    static let damagedText = Rule(
        "lint.damaged-text", .warning, "A text was read in the wrong encoding",
        reason: """
            Somebody opened the text as Windows or Macintosh text and saved it again. Accents, \
            quotation marks and emoji are rows of strange letters since, and the menu of a page \
            does not find its headings.
            """,
        remedy: "Write the characters as they were meant; `validate --fix` does where it can tell.",
        examples: [
            .bad(
                "profile: {bio: 'I studied in Z\u{C3}\u{BC}rich \u{E2}\u{20AC}\u{201C} twice.'}",
                at: "/profile/bio"),
            .bad(
                "news: [{id: new, text: '\u{11F}\u{178}\u{201D}\u{A5} It works.'}]",
                at: "/news/new/text"),
            .bad(
                "news: [{id: new, text: 'Caf\u{221A}\u{A9}, \u{F8FF}\u{FC}\u{EE}\u{2022} hot'}]",
                at: "/news/new/text"),
            .bad("profile: {bio: 'I like caf\u{FFFD}s.'}", at: "/profile/bio"),
            .bad(
                "publications: [{id: lid, title: Local Dimension\u{E2}\u{20AC}}]",
                at: "/publications/lid/title"),
            .good("profile: {bio: 'I studied in Zürich – twice.'}"),
            .good("profile: {bio: 'VOILÀ… CAFÉ™, MÜNCHEN“, √π and ¬(a ∧ b), Âge, SÃO, naïve »'}"),
        ],
        text: TextCheck(
            keywords: [
                "Ã", "Â", "â", "ð", "ï", "ã", "Î", "Ï", "Ä", "Å", "ğ", "√", "¬", "‚", "„", "Ô",
                "\u{F8FF}", "\u{FFFD}", "锟",
            ] + (0x80...0x9F).compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } }
        ) { text in
            text.parts.compactMap { part in
                guard let damage = DamagedText(part.text) else { return nil }
                let fix = damage.encoding.map { name in
                    TextFinding.Mended(
                        summary: "Read the text as UTF-8, not as \(name)", isSafe: damage.isWhole,
                        text: damage.mended)
                }
                return
                    TextFinding(
                        "`\(damage.sign)` is what is left of another character"
                            + (damage.encoding.map { " since the text was read as \($0)" } ?? ""),
                        hint: damage.isWhole
                            ? "Write it as it was meant: `\(damage.excerpt)`"
                            : "Write it as it was meant; some of it is lost",
                        at: part.offset + damage.offset, mended: fix)
            }
        })
}

extension DamagedText {
    /// A few words of the mended text.
    fileprivate var excerpt: String {
        let line = mended.split(separator: "\n").first { !$0.allSatisfy(\.isASCII) } ?? ""
        return line.count > 60 ? String(line.prefix(60)) + "…" : String(line)
    }
}
