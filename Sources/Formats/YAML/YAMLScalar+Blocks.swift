extension YAMLScalar {
    /// Returns a text as a literal block scalar, its first line `|`, without a break at its end;
    /// nil where a reader would not give it back.
    static func literal(_ text: String, indent: Int) -> String? {
        guard fitsBlock(text) else { return nil }
        let content = text.utf8
        let trailing = content.reversed().prefix { $0 == lineFeed }.count
        let lines = content.split(separator: lineFeed, omittingEmptySubsequences: false)
        let space = String(repeating: " ", count: indent)
        var result = "|" + chomping(trailing)
        for line in trailing == 0 ? lines[...] : lines.dropLast() {
            result += "\n"
            if !line.isEmpty { result += space + String(Substring(line)) }
        }
        return result
    }

    /// Returns a text as a folded block scalar, its first line `>`, without a break at its end;
    /// nil where a reader would not give it back.
    static func folded(_ text: String, indent: Int, columns: Int) -> String? {
        guard fitsBlock(text) else { return nil }
        let trailing = text.utf8.reversed().prefix { $0 == lineFeed }.count
        guard trailing < 2 else { return nil }
        let space = String(repeating: " ", count: indent)
        var result = ">" + chomping(trailing)
        var wasEmpty = true
        for paragraph in text.utf8.dropLast(trailing).split(
            separator: lineFeed, omittingEmptySubsequences: false)
        {
            // A break that folding shall keep is written as one line more.
            if !wasEmpty { result += "\n" }
            wasEmpty = paragraph.isEmpty
            let text = Substring(paragraph)
            guard text.utf8.first != space.utf8.first, text.utf8.last != space.utf8.first else {
                return nil
            }
            for line in wrapped(text, columns: columns - indent) {
                result += "\n" + (line.isEmpty ? "" : space + line)
            }
        }
        return result
    }

    /// Breaks a line at single spaces; where there are more of them, they stay within a line.
    private static func wrapped(_ text: Substring, columns: Int) -> [String] {
        var lines: [String] = []
        var (line, width) = ("", 0)
        for word in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
            let word = Substring(word)
            let size = word.unicodeScalars.count
            let mayBreak = !word.isEmpty && !line.isEmpty && line.utf8.last != 0x20
            if mayBreak, width + 1 + size > columns {
                lines.append(line)
                (line, width) = (String(word), size)
            } else {
                let isFirst = line.isEmpty && width == 0 && lines.isEmpty
                line += (isFirst ? "" : " ") + word
                width += size + (isFirst ? 0 : 1)
            }
        }
        return lines + [line]
    }

    /// Tells whether a text may stand in a block scalar at all.
    ///
    /// A space or a break at its very start would be taken for indentation, and characters that
    /// need an escape have none there.
    private static func fitsBlock(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != 0x20, first != lineFeed else { return false }
        var isASCII = true
        for byte in text.utf8 {
            if byte < 0x20 && byte != lineFeed || byte == 0x7F { return false }
            isASCII = isASCII && byte < 0x80
        }
        return isASCII || text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    }

    private static func chomping(_ breaks: Int) -> String {
        breaks == 0 ? "-" : breaks == 1 ? "" : "+"
    }

    private static let lineFeed = UInt8(ascii: "\n")
}
