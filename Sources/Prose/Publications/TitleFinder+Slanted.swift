/// Titles in slanted type, which venues are set in as well.
extension TitleFinder {
    /// `Names, *Title*, Venue`: slanted type right behind the names, with something behind it.
    func slanted() -> Place? {
        guard let text = lines.first?.text,
            let run = text.runs({ $0.isItalic && !$0.isBold }).first(where: { run in
                run.look && SearchWords.folded(text.string(run.range)).count >= 4
            })
        else { return nil }
        let title = text.string(run.range)
        let isVenue = VenueWords.areIn(title) && SearchWords.folded(title).count < 7
        let (start, end) = (run.range.lowerBound, run.range.upperBound)
        // `Berg, A.*, Lind, J.*`: stars at names that Markdown takes for slanted type.
        guard !isVenue, !",;&".unicodeScalars.contains(text[start]),
            VisibleWords.words(text.string(end..<text.count)).count > 0,
            let list = AuthorList(text, from: 0, upTo: start),
            text.string(min(list.end, start)..<start).trimmingSeparators.isEmpty
        else { return nil }
        return place(0, run.range)
    }

    /// `*Title*, Names, Venue`: slanted type that begins the item, with names right behind it.
    func slantedFirst() -> Place? {
        guard let text = lines.first?.text, let run = slantedStart(of: text, words: 3),
            // `*Ada Berg, **Jo Lind**, Max Hoek*`: names, one of them in bold as well.
            !(text[run].trimmed.scalars.last == "," && text.style(at: run.upperBound).isItalic),
            AuthorsAfter(text[run.upperBound..<text.count], own: own) != nil
        else { return nil }
        return place(0, run)
    }

    /// A line that begins in slanted type, below names with where their paper appeared.
    func slantedBelow() -> Place? {
        guard let first = lines.first?.text,
            let list = AuthorList(first, from: first.trimmed(first.indices).lowerBound),
            list.authors.count(where: \.isFull) > 1
                || list.hasOthers && own.matches(list.authors[0].name),
            case let venue = SearchWords.folded(first.string(list.end..<first.count)),
            (1...9).contains(venue.count),
            venue.contains(where: { NewsGrammar.year(of: $0) != nil })
        else { return nil }
        for (number, line) in lines.enumerated().dropFirst() where !line.isItem {
            // Below a year alone the title is on the next line.
            guard number == 1 || venue.count > 1,
                let run = slantedStart(of: line.text, words: 4)
            else { continue }
            // What is slanted otherwise is where a paper appeared.
            return VenueWords.areIn(line.text.string(run)) ? nil : place(number, run)
        }
        return nil
    }

    /// The slanted type that a text begins with, as long as a title; nil where it names a venue.
    private func slantedStart(of text: StyledText, words least: Int) -> Range<Int>? {
        let isSlanted = { (style: TextStyle) in style.isItalic && !style.isBold }
        guard let run = text.runs(isSlanted).first(where: \.look)?.range,
            text.isBlank(0..<run.lowerBound)
        else { return nil }
        let words = SearchWords.folded(text.string(run)).count
        guard words >= least, words >= 7 || !VenueWords.areIn(text.string(run)) else { return nil }
        return run
    }

    /// Tells whether a link of two words begins a line and a journal in slanted type follows it:
    /// `[Quiet Rivers](…), *Journal of Rivers*`.
    func isBeforeJournal(_ text: StyledText, _ link: Range<Int>) -> Bool {
        guard text.isBlank(0..<link.lowerBound), VisibleWords.words(text.string(link)).count == 2,
            let next = (link.upperBound..<text.count).first(where: { text[$0].isLetter }),
            text.style(at: next).isItalic, !text.style(at: link.lowerBound).isItalic,
            text.string(link.upperBound..<next).allSatisfy({ $0 == "," || $0 == "." })
        else { return false }
        let end = (next..<text.count).first { !text.style(at: $0).isItalic } ?? text.count
        return VenueWords.areIn(text.string(next..<end))
    }
}
