import Formats
import RecordModel

/// What stands before the citation of a publication: a rule, a key, a venue.
extension PublicationWork {
    /// A line of signs and a year at most above everything: `% ---- 2024 ----`.
    mutating func takeRule() {
        guard let text = lines.first?.text,
            let end = text.indices.first(where: { text[$0] == "\n" })
        else { return }
        let rule = text.string(0..<end)
        guard !rule.unicodeScalars.contains(where: \.isLetter),
            rule.utf8.count(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }) > 3,
            !text[0..<end].scalars.contains(StyledText.imageSign)
        else { return }
        let words = VisibleWords.words(rule)
        guard words.count <= 1 else { return }
        details.take(date: words.first.flatMap(NewsGrammar.year), weight: 0)
        draft.note(rule)
        lines[0].text = text[end + 1..<text.count]
    }

    /// A line of a year and no more above everything, as the first cell of a row: `2024`.
    mutating func takeYearLine() {
        guard lines.count > 1, let first = lines.first?.string.trimmingSeparators,
            let year = NewsGrammar.year(of: first)
        else { return }
        details.take(date: year, weight: 1)
        draft.note(first)
        lines.removeFirst()
    }

    /// A bullet that is written as a sign of the text: `• Quiet rivers`.
    mutating func takeBullet() {
        guard let text = lines.first?.text.trimmed, let sign = text.sign(at: 0),
            "•●◦▪‣·".unicodeScalars.contains(sign)
        else { return }
        lines[0].text = text[1..<text.count].trimmed
    }

    /// `[J12]`, `[3]`, `(3)`, `3-`, `3 -`, `3.`, `3、`, `3.J. Lind` before everything.
    mutating func takeKey() {
        guard let first = lines.first else { return }
        let text = first.text.trimmed
        let digits = text.indices.prefix { text[$0].isDigit }.count
        // `21 - Lind, J.`
        let dash = text.sign(at: digits)?.isBlank == true ? digits + 1 : digits
        // `¹ J. Lind`
        let isRaised = digits > 0 && dash > digits && text.style(at: digits - 1).isRaised
        if (1...3).contains(digits), let sign = text.sign(at: dash),
            isRaised || sign == "、" && dash == digits
                || (dash == digits ? "-–)." : "-–").unicodeScalars.contains(sign)
                    && text.sign(at: dash + 1)?.isBlank == true
                || sign == "." && text.sign(at: dash + 1)?.properties.isUppercase == true
                    && text.sign(at: dash + 2) == "."
        {
            draft.notation.key = text.string(0..<digits)
            draft.note(text.string(0..<digits))
            lines[0].text = text[(isRaised ? dash : dash + 1)..<text.count]
            return
        }
        let brackets: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "(": ")"]
        guard let first = text.sign(at: 0), let end = brackets[first],
            text.style(at: 0).link == nil
        else { return }
        var close = 1
        while close < min(text.count, 8), text[close] != end { close += 1 }
        let key = text.string(1..<close)
        // `[J] J. Lind`: what kind of paper it is.
        let isLetter = first == "[" && key.count == 1 && key.allSatisfy(\.isUppercase)
        guard close < text.count, text[close] == end, !key.isEmpty, key.count <= 5,
            key.contains(where: \.isNumber) || isLetter,
            key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
            !key.allSatisfy(\.isNumber) || key.count < 4
        else { return }
        draft.notation.key = key
        draft.note(key)
        // `[3]. Jo Lind`
        let rest = text[close + 1..<text.count]
        let start = rest.trimmed(rest.indices) { $0.isBlank || ".:、".unicodeScalars.contains($0) }
        lines[0].text = rest[start.lowerBound..<rest.count]
    }

    /// How far the paper is or how it was presented, in a type of its own or in brackets:
    /// `*(in press)* Names`, `**Under Review** — Names`, `(Oral) Title`, `**[RivRev]** Names`.
    private mutating func takeLeadingState() {
        guard let text = lines.first?.text.trimmed, !text.isEmpty else { return }
        let style = text.style(at: 0)
        let isMarked = (style.isBold || style.isItalic || style.isColored) && style.link == nil
        var end = 0
        if isMarked {
            end = text.indices.first { text.mark(at: $0) != text.mark(at: 0) } ?? text.count
        } else if "([".unicodeScalars.contains(text[0]) {
            end = text.brackets.first { $0.lowerBound == 0 }?.upperBound ?? 0
            if text.style(at: 1).linkNumber > 0 { return }
        }
        let shown = text.string(0..<end).trimmingSpaces
        let isBracket = shown.first.map("([".contains) ?? false
        let inner = text.string(
            text.trimmed(0..<end) { $0.isBlank || "()[]".unicodeScalars.contains($0) })
        let key = SearchWords.joined(inner)
        guard end > 0, end < text.count, end < 60,
            PublicationState.whole[key] != nil || PublicationState.badges[key] != nil
                || isMarked && isBracket && shown.last == "]"
                    && (1...5).contains(SearchWords.folded(inner).count)
                    && !NameShape.isName(inner)
        else { return }
        details.takeBadge(StyledText(plain: inner))
        let rest = text[end..<text.count]
        let start = rest.trimmed(rest.indices) { $0.isBlank || "–—-:.".unicodeScalars.contains($0) }
        lines[0].text = rest[start.lowerBound..<rest.count]
    }

    /// Who of the authors the owner is, in brackets of Chinese and Japanese: `（筆頭著者）Names`.
    private mutating func takeLeadingRemark() {
        guard let text = lines.first?.text.trimmed, let first = text.sign(at: 0),
            "（【".unicodeScalars.contains(first),
            let close = text.indices.prefix(14).first(where: {
                "）】".unicodeScalars.contains(text[$0])
            }), close > 2, text[1..<close].scalars.allSatisfy(\.isEastAsian)
        else { return }
        details.take(remark: text[1..<close])
        lines[0].text = text[close + 1..<text.count]
    }

    /// A venue in a type of its own and its rank in brackets: `[RIVER](…) (CCF-A). Title`.
    private mutating func takeRankedBadge() {
        guard let text = lines.first?.text.trimmed, !text.isEmpty,
            let end = text.indices.prefix(40).first(where: { text.mark(at: $0) != text.mark(at: 0) }
            ),
            VisibleWords.words(text.string(0..<end)).count <= 4,
            let open = (end..<text.count).first(where: { !text[$0].isBlank }), text[open] == "(",
            let range = text.brackets.first(where: { $0.lowerBound == open }),
            details.takeRank(text.string(range.lowerBound + 1..<range.upperBound - 1))
        else { return }
        details.takeBadge(text[0..<end])
        let rest = text[range.upperBound..<text.count]
        let start = rest.trimmed(rest.indices) { $0.isBlank || "–—-:.".unicodeScalars.contains($0) }
        lines[0].text = rest[start.lowerBound..<rest.count]
    }

    /// A venue in code or in a coloured box before everything: `` `AAAI 2026` ``.
    mutating func takeLeadingCode() {
        takeLeadingRemark()
        takeRankedBadge()
        takeLeadingState()
        guard let first = lines.first else { return }
        let text = first.text.trimmed
        guard !text.isEmpty else { return }
        let style = text.style(at: 0)
        var end = 1
        if style.isCode || style.isColored || style.isBold {
            while end < text.count, text.mark(at: end) == text.mark(at: 0) { end += 1 }
            let shown = text.string(0..<end)
            let words = VisibleWords.words(shown).count
            let isVenue = style.isCode || VenueWords.hasAcronymWithYear(shown) && words <= 6
            let name = String(shown.prefix { $0 != "(" && $0 != "（" }).trimmingSpaces
            guard end < text.count, words <= 12, isVenue, !own.matches(name), !isAuthor(text, end)
            else { return takeLeadingDate(text) }
            details.takeBadge(text[0..<end])
            lines[0].text = text[end..<text.count]
            if style.isCode { takeFurtherCode() }
        } else if text[0] == "[" || text[0] == "(" {
            guard
                let close = text.indices.prefix(40).first(where: {
                    "])".unicodeScalars.contains(text[$0])
                })
            else { return }
            let shown = text.string(1..<close)
            if text.style(at: 1).link == nil, SearchWords.folded(shown).count < 4,
                details.takeRank(shown)
            {
                lines[0].text = text[close + 1..<text.count]
                return
            }
            // `[Nature 2023]`, `[arXiv 2026]`
            let words = SearchWords.folded(shown)
            let endsWithYear = words.count < 5 && words.last.flatMap(NewsGrammar.year) != nil
            guard VenueWords.hasAcronymWithYear(shown) || endsWithYear,
                text.style(at: 1).link == nil
            else { return }
            details.takeBadge(text[1..<close])
            lines[0].text = text[close + 1..<text.count]
        } else {
            takeLeadingDate(text)
        }
    }

    /// `2025 –`, `05/2024:` before everything, in whatever type.
    private mutating func takeLeadingDate(_ text: StyledText) {
        guard let head = LeadingDate(text), head.end < text.count, head.date.term == nil else {
            return
        }
        details.take(date: head.date.span.start, weight: 3)
        draft.note(text.string(head.date.range))
        let rest = text[head.end..<text.count]
        let start = rest.trimmed(rest.indices) { $0.isBlank || "–—:".unicodeScalars.contains($0) }
        lines[0].text = rest[start.lowerBound..<rest.count]
    }

    /// Tells whether what stands in code before everything is the first of the authors.
    private func isAuthor(_ text: StyledText, _ end: Int) -> Bool {
        guard text.style(at: 0).isCode,
            let next = (end..<text.count).first(where: { !text[$0].isBlank }),
            ",&".unicodeScalars.contains(text[next])
                || text.string(next..<text.count).hasPrefix("and "),
            case let name = NameWithSigns(text, 0..<end).name, NameShape.isName(name)
        else { return false }
        return AuthorList(text, from: 0).map { $0.authors.count > 1 } ?? false
    }

    /// A venue in code behind the words that announce it: ``Published in `River Annals`: Names``.
    mutating func takeAnnouncedCode() {
        guard let text = lines.first?.text.trimmed,
            let start = text.indices.prefix(40).first(where: { text.style(at: $0).isCode }),
            let end = (start..<text.count).first(where: { !text.style(at: $0).isCode }),
            text[end] == ":",
            case let words = SearchWords.folded(text.string(0..<start)),
            (1...3).contains(words.count),
            let last = words.last, ["in", "on", "at", "by", "to"].contains(last)
        else { return }
        details.take(StyledText(plain: text.string(0..<end)))
        lines[0].text = text[end + 1..<text.count]
    }

    /// What follows a venue in code, in code as well: `` `ICML 2025` `Attention` ``.
    mutating func takeFurtherCode() {
        while let text = lines.first?.text.trimmed, text.count > 0, text.style(at: 0).isCode {
            let end = text.indices.first { !text.style(at: $0).isCode } ?? text.count
            let code = text[0..<end]
            guard end < text.count, VisibleWords.words(code.string).count <= 6 else { return }
            if VenueWords.hasAcronymWithYear(code.string) {
                details.takeBadge(code)
            } else {
                details.takeTag(code)
            }
            lines[0].text = text[end..<text.count]
        }
    }
}
