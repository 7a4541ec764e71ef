internal import Formats
internal import Prose

extension SectionItem {
    private static let breaks = TextPattern(/(?:<br *\/?>\s*){2,}/)

    /// Whether nothing of the item is seen: no word, no picture, nothing embedded.
    var isBlank: Bool {
        size == 0 && !["<img", "![", "$", "<input", "`"].contains(where: text.contains)
            && !text.unicodeScalars.contains { $0.value > 0x7F && !$0.properties.isWhitespace }
    }

    /// The papers of a paragraph that breaks part: two line breaks and more stand between them.
    ///
    /// To Markdown the list is one paragraph. What does not read as papers stays whole.
    func partedAtBreaks(_ reader: EntryReader, _ context: EntryContext) -> [SectionItem] {
        guard !isListed, text.contains("<br"), case let breaks = Self.breaks.matches(in: text),
            !breaks.isEmpty
        else { return [self] }
        var parts: [SectionItem] = []
        var (start, line) = (text.startIndex, self.line)
        func take(upTo end: String.Index) {
            let part = text[start..<end]
            let blank = part.prefix(while: \.isWhitespace)
            parts.append(
                SectionItem(
                    text: String(part).trimmedLines, line: line + blank.count { $0 == "\n" },
                    isListed: false, group: group))
        }
        for match in breaks {
            take(upTo: match.range.lowerBound)
            line += text[start..<match.range.upperBound].count { $0 == "\n" }
            start = match.range.upperBound
        }
        take(upTo: text.endIndex)
        let papers = parts.count {
            reader.readAll($0.text, as: .publications, context: context) != nil
        }
        return papers > 1 && papers * 2 >= parts.count ? parts : [self]
    }
}
