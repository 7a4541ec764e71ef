extension MarkdownWriter {
    func code(_ code: String) -> String {
        guard dialect != .gitHub else { return MarkdownText.code(code) }
        let text = code.folded
        let isPlain = text.unicodeScalars.allSatisfy { !"`{}|\\<&".unicodeScalars.contains($0) }
        if isPlain, !isRaw, !text.isEmpty, text.trimmed == text { return "`\(text)`" }
        return "<code>\(KramdownText.entities(text))</code>"
    }

    /// A fenced block for a page; code that Liquid would read, or that has a fence in it, is HTML
    /// instead.
    static func plainFenced(_ info: String, _ code: String) -> String? {
        let text = String(code.unicodeScalars.filter { !$0.isForbiddenControl })
        let isPlain = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace || " \n\t".unicodeScalars.contains($0)
        }
        guard isPlain, !text.contains("{"), !text.contains("```"), text.hasSuffix("\n"),
            !text.trimmed.isEmpty
        else { return nil }
        return "```\(MarkdownHTML.language(info))\n\(text)```"
    }

    /// A fenced block for a record, with a fence that does not occur in the code.
    static func fenced(_ info: String, _ code: String) -> String {
        var fence = "```"
        while code.contains(fence) { fence += "`" }
        let text = code.isEmpty || code.hasSuffix("\n") ? code : code + "\n"
        return fence + MarkdownHTML.language(info) + "\n" + text + fence
    }

    mutating func table(
        _ alignments: [MarkdownAlignment], _ rows: [[[MarkdownInline]]]
    ) -> String {
        var result: [String] = []
        for (number, row) in rows.enumerated() {
            var writer = MarkdownWriter(dialect, lines: .one)
            let cells = row.map {
                (writer.text($0) ?? "").replacing("|", by: "\\|").trimmed
            }
            result.append("| " + cells.joined(separator: " | ") + " |")
            guard number == 0 else { continue }
            let marks = alignments.map {
                switch $0 {
                case .none: "---"
                case .left: ":--"
                case .center: ":-:"
                case .right: "--:"
                }
            }
            result.append("| " + marks.joined(separator: " | ") + " |")
        }
        return result.joined(separator: "\n")
    }
}
