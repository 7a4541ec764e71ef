internal import Formats
internal import RecordModel

extension Rule {
    /// Finds letters that a PDF draws as one sign.
    static let ligature = Rule(
        "lint.ligature", .warning, "A word was copied out of a PDF with its ligatures",
        reason: """
            A sign such as “ﬁ” looks like two letters and is one. Searching does not find the \
            word, and many fonts show a gap.
            """,
        remedy: "Write the letters one by one.",
        examples: [
            .bad(
                "teaching: [{id: ai, course: Arti\u{FB01}cial Intelligence}]",
                at: "/teaching/ai/course"),
            .good("teaching: [{id: ai, course: Artificial Intelligence}]"),
        ],
        text: TextCheck(keywords: letters.map(\.0)) { text in
            var mended = text.content
            for (sign, plain) in letters { mended = mended.replacing(sign, by: plain) }
            guard let (sign, plain) = letters.first(where: { text.content.utf8.contains($0.0) })
            else { return [] }
            return [
                TextFinding(
                    "`\(sign)` is one sign, not the letters `\(plain)`",
                    hint: "Write the letters one by one", at: text.folded.position(of: sign) ?? 0,
                    mended: TextFinding.Mended(
                        summary: "Write `\(plain)`", isSafe: true, text: mended))
            ]
        })

    private static let letters = [
        ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"),
        ("\u{FB04}", "ffl"), ("\u{FB05}", "st"), ("\u{FB06}", "st"),
    ]
}

extension String.UTF8View {
    /// Tells whether the bytes of a text occur.
    fileprivate func contains(_ part: String) -> Bool {
        ByteText(bytes: Array(self)).position(of: part) != nil
    }
}
