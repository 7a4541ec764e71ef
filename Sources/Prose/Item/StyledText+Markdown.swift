import Formats

extension StyledText {
    /// The text as Markdown on one line: bold, italics, code and links as Markdown has them,
    /// raised and lowered signs as tags; colours go, images too.
    var markdown: String { markdown(indices) }

    /// As `markdown`, of a part of the text.
    func markdown(_ range: Range<Int>) -> String {
        let range = trimmed(range)
        var result = ""
        var index = range.lowerBound
        while index < range.upperBound {
            // One link, with all that it holds.
            let link = style(at: index).linkNumber
            var end = index + 1
            while end < range.upperBound, style(at: end).linkNumber == link { end += 1 }
            result += linked(index..<end)
            index = end
        }
        return Markdown(result).normalized().lines.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func linked(_ range: Range<Int>) -> String {
        let target = style(at: range.lowerBound).link
        let inner = trimmed(range) { $0.isBlank || $0.isInvisible || $0 == Self.imageSign }
        // A link that leads nowhere is its words.
        guard let target, !target.isEmpty, target != "#", !inner.isEmpty else {
            return marked(range)
        }
        let (before, after) = (
            marked(range.lowerBound..<inner.lowerBound), marked(inner.upperBound..<range.upperBound)
        )
        let shown = marked(inner)
        return "\(before)[\(shown)](\(URLText.markdownDestination(target)))\(after)"
    }

    /// Text within a link or outside of links, with its marks.
    private func marked(_ range: Range<Int>) -> String {
        var result = ""
        var index = range.lowerBound
        while index < range.upperBound {
            let look = style(at: index)
            var end = index + 1
            while end < range.upperBound, Self.looksAlike(style(at: end), look) { end += 1 }
            let inner = trimmed(index..<end) { $0.isBlank }
            let text = Self.escaped(scalars[inner])
            if text.isEmpty {
                result += inner.isEmpty && end > index ? " " : ""
            } else {
                if inner.lowerBound > index { result += " " }
                result += Self.wrapped(text, look, raw: string(inner))
                if inner.upperBound < end { result += " " }
            }
            index = end
        }
        return result
    }

    private static func looksAlike(_ one: TextStyle, _ other: TextStyle) -> Bool {
        one.isBold == other.isBold && one.isItalic == other.isItalic && one.isCode == other.isCode
            && one.isRaised == other.isRaised && one.isLowered == other.isLowered
    }

    private static func wrapped(_ text: String, _ look: TextStyle, raw: String) -> String {
        if look.isCode { return raw.contains("`") ? text : "`\(raw)`" }
        var text = text
        if look.isRaised { text = "<sup>\(text)</sup>" }
        if look.isLowered { text = "<sub>\(text)</sub>" }
        if look.isItalic { text = "*\(text)*" }
        if look.isBold { text = "**\(text)**" }
        return text
    }

    /// The text so that Markdown reads it as itself; escapes without need are taken out later.
    private static func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars where scalar != imageSign && !scalar.isInvisible {
            if scalar.isBlank {
                if text.last != " " { text.append(" ") }
                continue
            }
            if scalar.isASCII, !scalar.isDigit, !scalar.isLetter { text.append("\\") }
            text.append(scalar)
        }
        return String(text)
    }
}
