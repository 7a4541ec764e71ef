import Formats

/// Finds the title of a publication by how it looks: a class, a heading, quotation marks, a link,
/// bold type.
struct TitleFinder {
    /// Where a title stands.
    struct Place {
        /// The number of the line.
        var line: Int
        /// All that goes with the title: its link, its quotation marks.
        var outer: Range<Int>
        /// The title itself.
        var inner: Range<Int>
        /// Tells whether it looks like nothing else: not so bold type.
        var isCertain = true
    }

    let lines: [Item.Line]
    let own: OwnName

    /// Returns the best place of a title, nil where none stands out.
    func find() -> Place? {
        if let certain = byClass() {
            // `<div class="pubtitle">TC</div>` before a link is where the paper appeared, and so is
            // `RIVER 2023`.
            let shown = lines[certain.line].text.string(certain.inner)
            let words = VisibleWords.words(shown).count
            let isVenue = words < 2 || words < 4 && VenueWords.hasAcronymWithYear(shown)
            return isVenue ? linked() ?? certain : certain
        }
        if let certain = quoted() { return certain }
        if var link = linked(), link.line == 0 || !beginsWithCitation {
            if let strong = strong(above: link) { return strong }
            // Behind names and more, what is linked to may be where the paper appeared.
            link.isCertain = !beginsWithCitation
            return link
        }
        var place = slanted() ?? slantedFirst() ?? slantedBelow() ?? marked()
        place?.isCertain = false
        return place
    }

    func place(_ line: Int, _ range: Range<Int>, keepsQuotation: Bool = false) -> Place {
        let text = lines[line].text
        // Brackets around a title that leads nowhere: `[**Title**]`.
        var range = range
        if text.sign(at: range.lowerBound - 1) == "[", text.sign(at: range.upperBound) == "]" {
            range = range.lowerBound - 1..<range.upperBound + 1
        }
        var inner = text.trimmed(range) {
            $0.isBlank || $0.isInvisible || $0 == StyledText.imageSign
                || (keepsQuotation ? ",;。" : "\"“”„«»[]【】「」『』,;。").unicodeScalars.contains($0)
        }
        // `‘Quiet Rivers’`, but no apostrophe at an end.
        if text.sign(at: inner.lowerBound) == "‘", text.sign(at: inner.upperBound - 1) == "’",
            inner.count > 2
        {
            inner = inner.lowerBound + 1..<inner.upperBound - 1
        }
        // A full stop at the end of a title is the list's, an abbreviation's is its own.
        var end = inner.upperBound
        while end > inner.lowerBound, ".\"”,: \n".unicodeScalars.contains(text[end - 1]) {
            end -= 1
        }
        return Place(line: line, outer: range, inner: inner.lowerBound..<end)
    }

    // MARK: By its class or as a heading

    private func byClass() -> Place? {
        for (index, line) in lines.enumerated() {
            // `###### Names. Title. Venue`: a heading may be all there is, or a whole citation.
            let isHeading =
                line.element.count == 2 && line.element.first == "h"
                && lines.count > 1 && !(index == 0 && beginsWithCitation)
            if isHeading || line.blockClass.contains("title") && line.row == nil {
                return place(index, line.text.indices)
            }
            for run in line.text.runs({ $0.elementClass.contains("title") }) where run.look {
                return place(index, run.range)
            }
        }
        return nil
    }

    // MARK: In quotation marks

    /// The signs that may close a quotation, by the one that opens it.
    private static let closing: [Unicode.Scalar: String] = [
        "“": "”\"", "”": "”", "\"": "\"”", "«": "»", "„": "“”\"", "《": "》", "「": "」", "『": "』",
        "‘": "’", "〈": "〉",
    ]

    private func quoted() -> Place? {
        for (number, line) in lines.enumerated() {
            let text = line.text
            for index in text.indices {
                guard let close = Self.closing[text[index]], isStart(of: text, index),
                    let end = endOfQuotation(text, from: index, close)
                else { continue }
                // `“Rivers”—Reading Them from Above`: the quotation is a part of the title.
                if let next = text.sign(at: end + 1), "—–-".unicodeScalars.contains(next),
                    text.sign(at: end + 2)?.isLetter == true
                {
                    continue
                }
                let inner = text.string(index + 1..<end)
                guard VisibleWords.words(inner).count > 1 else { continue }
                if let title = titleAround(index..<end + 1, in: text) {
                    return place(number, title, keepsQuotation: true)
                }
                // `“Rivers”: Reading Them from Above`, but `"Rivers": Jo Lind, Ada Berg`.
                if text.sign(at: end + 1) == ":", text.sign(at: end + 2)?.isBlank == true,
                    VisibleWords.words(text.string(end + 1..<text.count)).count > 2,
                    AuthorsAfter(text[end + 1..<text.count], own: own) == nil
                {
                    continue
                }
                return place(number, index..<end + 1)
            }
        }
        return nil
    }

    /// A longer link or strong line that a quotation begins: it is a part of the title.
    private func titleAround(_ quotation: Range<Int>, in text: StyledText) -> Range<Int>? {
        let style = text.style(at: quotation.lowerBound)
        let runs: [Range<Int>]
        if style.linkNumber > 0 {
            runs = text.runs(\.linkNumber).map(\.range)
        } else if style.isBold, text.sign(at: quotation.upperBound) == ":" {
            runs = text.runs { $0.isBold && $0.linkNumber == 0 }.filter(\.look).map(\.range)
        } else {
            return nil
        }
        guard let run = runs.first(where: { $0.contains(quotation.lowerBound) }),
            case let end = quotation.upperBound,
            VisibleWords.words(text.string(end..<max(end, run.upperBound))).count > 1
        else { return nil }
        return run
    }

    private func isStart(of text: StyledText, _ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, text[before].isBlank || text[before] == "[" { before -= 1 }
        guard before >= 0 else { return true }
        if text.style(at: before).linkNumber != text.style(at: index).linkNumber { return true }
        // `Names, 2016 "Title"`
        if before > 3, text[before].isDigit,
            NewsGrammar.year(of: text.string(before - 3..<before + 1)) != nil,
            !text[before - 4].isDigit
        {
            return true
        }
        return ".,:;)，。：、*†‡#+".unicodeScalars.contains(text[before])
            || text.mark(at: before) != text.mark(at: index)
            || text[before].isLetter && text[index] == "“"
            || text[before].isLetter && "”„".unicodeScalars.contains(text[index])
                && AuthorsBefore(text[0..<index]) != nil
    }

    private func endOfQuotation(_ text: StyledText, from start: Int, _ close: String)
        -> Int?
    {
        var index = start + 1
        var last: Int?
        while index < text.count, index - start < 500 {
            // `"Rivers''`, as TeX closes a quotation.
            let isDouble = text[index] == "'" && text.sign(at: index + 1) == "'"
            if isDouble, text[start] == "\"" { return index }
            if close.unicodeScalars.contains(text[index]) {
                last = index
                // A quotation within the title goes on with a letter.
                var next = index + 1
                while next < text.count, text[next].isBlank { next += 1 }
                let isEnd =
                    text[start] == "‘"
                    // `‘The Rivers’ Banks’`: it is an apostrophe where words follow.
                    ? next >= text.count || ",.;:(".unicodeScalars.contains(text[next])
                    : next >= text.count || !text[next].isLetter
                        || text[next].properties.isUppercase
                        || text.style(at: index).linkNumber != text.style(at: next).linkNumber
                if isEnd { return index }
            }
            index += 1
        }
        // `‘Quiet’rivers`: a mark that nothing closes is an apostrophe.
        return text[start] == "‘" ? nil : last
    }

    // MARK: As a link, in bold

    private func linked() -> Place? {
        for (number, line) in lines.enumerated() {
            for run in line.text.runs({ $0.linkNumber }) where run.look > 0 {
                let text = line.text.string(run.range)
                guard
                    number == 0 && isBeforeJournal(line.text, run.range)
                        || isLong(text) && !isNames(line.text[run.range])
                            && !isCoauthor(line.text, run.range)
                else { continue }
                return place(number, run.range)
            }
        }
        return nil
    }

    /// Whether names begin the first line, and more than their paper's year follows them: what is
    /// linked to below is something else.
    private var beginsWithCitation: Bool {
        guard let text = lines.first?.text,
            let list = AuthorList(text, from: text.trimmed(text.indices).lowerBound),
            list.authors.count > 1, list.authors.contains(where: \.hasInitials)
        else { return false }
        return VisibleWords.words(text.string(list.end..<text.count)).count > 6
    }

    func marked() -> Place? {
        var second: Place?
        for (number, line) in lines.enumerated() {
            let runs = line.text.runs {
                ($0.isBold || $0.isColored || $0.isUnderlined) && !$0.isRaised
            }
            for run in runs where run.look {
                let text = line.text.string(run.range).trimmingSeparators
                let words = SearchWords.folded(text)
                let isLongEnough =
                    words.count >= 4
                    || words.joined().unicodeScalars.filter(\.isEastAsian).count >= 6
                guard words.count >= 2 || isLongEnough, !isNames(line.text[run.range]),
                    !own.matches(text)
                else { continue }
                // What ends with its year behind other words is where they appeared.
                let endsWithYear =
                    words.count < 9 && words.last.map { NewsGrammar.year(of: $0) != nil } == true
                    && VisibleWords.words(line.text.string(0..<run.range.lowerBound)).count > 3
                let isVenue =
                    VenueWords.areIn(text) && (words.count < 7 || VenueText(text).date != nil)
                    || endsWithYear || Self.isVolume(text)
                if isLongEnough, !isVenue { return place(number, run.range) }
                let isFirst = number == 0 && line.text.isBlank(0..<run.range.lowerBound)
                if second == nil, isFirst, !isVenue { second = place(number, run.range) }
            }
        }
        return second
    }

    private func isLong(_ text: String) -> Bool {
        let words = VisibleWords.words(text)
        // `学院新闻`: each sign counts as a word.
        let signs = text.unicodeScalars.count(where: \.isEastAsian)
        if signs > 0, signs == words.count, signs < 6 { return false }
        return (words.count >= 3 || text.utf8.count > 24) && !text.isAddress
            && !Self.isIdentifier(text) && !Self.isCitation(text) && !Self.isButton(text)
    }

    /// Tells whether a link is called by an emoji and a few words in whatever language: `📄 논문 보기`,
    /// or by words with an arrow behind them: `Watch the simulations →`.
    private static func isButton(_ text: String) -> Bool {
        let words = text.split(separator: " ").count
        return text.unicodeScalars.first?.isEmojiPart == true && words <= 4
            || words <= 8 && text.last.map { "→↗⟶»›".contains($0) } == true
    }

    /// Tells whether a link is called by the place in a journal that it leads to: `105(2), 434-452`,
    /// `River Annals, vol. 73, p. 841-873`.
    private static func isCitation(_ text: String) -> Bool {
        let letters = text.count(where: \.isLetter)
        return letters * 2 < text.count(where: \.isNumber) || pages.firstMatch(in: text) != nil
    }

    /// Tells whether a text ends in its volume and its page: `River Annals, 65, 103207`.
    private static func isVolume(_ text: String) -> Bool { volume.firstMatch(in: text) != nil }

    /// As in `Annals, 65, 103207`, `Annals 65 (4), 12–19`.
    private static let volume = TextPattern(
        /[\p{L})],? \d{1,4}(?: ?\(\d+\))?, [a-z]?\d[\d–\-]*\.?$/)

    private static let pages = TextPattern(
        /\d+[^\p{L}]* \((?:19|20)\d\d\)\.?$|\b(?i:vol|pp?|no|nr|n°|nº)\.? ?\d+[^\p{L}]*(?i:pp?\.?)?[^\p{L}]*$/
    )

    /// `10.1000/xyz`, `doi:10.1000/xyz`, `arXiv:2001.00001`, `J.Riv.Res`: what a link to a paper is
    /// called that has no words.
    private static func isIdentifier(_ text: String) -> Bool {
        var plain = text.lowercased()
        // `[DOI: doi.org/10.1000/xyz]`
        if plain.hasPrefix("[") { plain = String(plain.dropFirst().prefix { $0 != "]" }) }
        if plain.hasPrefix("doi: ") { plain = String(plain.dropFirst("doi: ".count)) }
        guard !plain.contains(" ") else { return false }
        return ["10.", "doi:", "doi.org/", "arxiv:"].contains(where: plain.hasPrefix)
            || text.unicodeScalars.allSatisfy(\.isASCII)
                && (text.contains(".")
                    || text.contains(where: \.isNumber)
                        && text.contains(where: { ":/_".contains($0) }))
    }
}
