internal import Formats

/// What a heading says without the marks around it.
enum HeadingText {
    /// Reads a heading as it was written.
    static func heading(_ source: String, level: Int, line: Int) -> PageHeading {
        let words = words(source)
        return PageHeading(
            title: words.title, emoji: words.emoji, level: level, source: source, line: line)
    }

    /// The words of a heading and its emoji.
    static func words(_ source: String) -> (title: String, emoji: String?) {
        // What is indented within a heading of HTML is no code.
        var text = Markdown(HTMLElements.withoutIndent(source)).plainText()
            .split(separator: "\n").joined(separator: " ")
        var emoji = ""
        while let first = text.first, isEmoji(first) || first.isWhitespace {
            if !first.isWhitespace { emoji.append(first) }
            text.removeFirst()
        }
        var tail = ""
        while let last = text.last, isEmoji(last) || last.isWhitespace {
            if !last.isWhitespace { tail.insert(last, at: tail.startIndex) }
            text.removeLast()
        }
        // Emoji behind the words stay there: one field holds those before them.
        if !tail.isEmpty { text += " " + tail }
        if text.isEmpty { return (emoji, nil) }
        return (text, emoji.isEmpty ? nil : emoji)
    }

    /// The words of a line that is strong as a whole: `**News**`, `` `NEWS` ``; nil for any other line.
    static func strongLine(_ line: String) -> String? {
        var text = line.withoutOuterSpaces
        while text.last?.isWhitespace == true || text.last == ":" { text.removeLast() }
        // A word in code by itself is meant as a heading as well.
        for mark in ["**", "__", "`"]
        where text.hasPrefix(mark) && text.hasSuffix(mark) && text.count > 4 {
            let inner = text.dropFirst(mark.count).dropLast(mark.count)
            guard !inner.contains(mark), inner.count <= 60 else { continue }
            return String(inner)
        }
        return nil
    }

    /// The year that a line is and nothing else: `**2024**`; nil for any other line.
    static func yearLine(_ line: String) -> String? {
        // `<font color=blue><b>&ensp;2024</b></font>` is one as well.
        guard line.utf8.count < 200 else { return nil }
        let isMarkup = line.contains("<") || line.contains("&")
        let words = (isMarkup ? HeadingText.words(line).title : line).filter {
            !"*_# :".contains($0)
        }
        guard words.utf8.count == 4, words.hasPrefix("19") || words.hasPrefix("20"),
            words.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return words
    }

    private static func isEmoji(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        return first.properties.isEmojiPresentation
            || (first.properties.isEmoji && !first.isASCII)
            || (0x2600...0x27BF).contains(first.value) || (0x1F000...0x1FAFF).contains(first.value)
    }
}
