/// Publications whose title only the names around it tell.
extension PublicationGrammar {
    // MARK: A title that nothing but the names around it tells

    /// A title without names, of which BibTeX below it says who wrote it.
    func paperByBibTeX(in work: PublicationWork) -> FoundPaper? {
        guard let entry = work.bibTeX, let title = PaperBibTeX.shown("title", of: entry) else {
            return nil
        }
        let key = SearchWords.joined(title)
        let names = PaperBibTeX.authors(of: entry)
        guard !names.names.isEmpty,
            let line = work.lines.firstIndex(where: { SearchWords.joined($0.string) == key })
        else { return nil }
        var found = FoundPaper(title: work.lines[line].string.trimmingSeparatorsOfTitle)
        found.link = work.lines[line].text.firstLink
        found.authors = names.names.map { AuthorList.Author(name: $0, signs: [], isMarked: false) }
        found.hasOthers = names.hasOthers
        found.rest = work.lines.indices.filter { $0 != line }.map { work.lines[$0].text }
        return found
    }

    func byNames(in work: PublicationWork) -> FoundPaper? {
        let lines = work.lines
        // A line of names below or above a line of text.
        for (index, line) in lines.enumerated()
        where !line.isItem || index == 0 || lines[index].level > lines[0].level {
            guard let list = AuthorsAfter(line.text, own: own, isLine: true), list.isWhole,
                list.list.authors.count > 1 || own.matches(list.list.authors[0].name)
            else { continue }
            let above = index > 0 ? index - 1 : index + 1
            guard lines.indices.contains(above), !VenueWords.areIn(lines[above].string) || index > 0
            else { continue }
            // `Title. **Venue 2020**.` above the names.
            let text = lines[above].text
            let stop = endOfTitle(text, from: 0)
            let tail = text.string(stop.outer..<text.count)
            let words = SearchWords.folded(tail)
            let endsWithYear = words.count < 9 && words.last.map(NewsGrammar.year) ?? nil != nil
            let isWhole = !VenueWords.areIn(tail) && !endsWithYear
            let end = isWhole ? text.count : stop.inner
            var found = FoundPaper(title: text.string(0..<end).trimmingSeparatorsOfTitle)
            found.take(list)
            found.link = text.firstLink
            found.rest =
                [list.rest] + (isWhole ? [] : [text[stop.outer..<text.count]])
                + lines.indices.filter { $0 != index && $0 != above }.map { lines[$0].text }
            return found
        }
        guard let first = lines.first?.text else { return nil }
        let below = lines.dropFirst().map(\.text)
        if let second = below.first, var found = title(first, above: second) {
            found.rest += below.dropFirst()
            return found
        }
        if var found = authorsFirst(first) {
            found.rest += below
            return found
        }
        // `Names (2020).` on a line of their own.
        if let second = below.first, var found = authorsFirst(first.joined(with: second)),
            AuthorsAfter(first, own: own)?.list.authors.count ?? 0 <= found.authors.count
        {
            found.rest += below.dropFirst()
            return found
        }
        var found = titleFirst(first)
        found?.rest += below
        return found
    }

    /// Reads a title on a line of its own, above `Names. Venue, 2020`.
    private func title(_ first: StyledText, above second: StyledText) -> FoundPaper? {
        let title = first.string.trimmingSeparatorsOfTitle
        guard VisibleWords.words(title).count >= 3, authorsFirst(first) == nil, !isNames(title),
            titleFirst(first) == nil, let names = AuthorsAfter(second, own: own), !names.isWhole,
            names.list.authors.contains(where: { own.matches($0.name) }),
            VenueWords.areIn(names.rest.string),
            // What is a whole paper by itself has a remark above it.
            authorsFirst(second).map({ VenueWords.areIn($0.title) }) ?? true
        else { return nil }
        var found = FoundPaper(title: title)
        found.take(names)
        found.link = first.firstLink
        found.rest = [names.rest]
        return found
    }

    /// Reads names first: `Names. Title. Venue`, `Names (2020). Title`, `Names: Title`.
    func authorsFirst(_ text: StyledText) -> FoundPaper? {
        guard var list = AuthorList(text, from: text.trimmed(text.indices).lowerBound),
            mayBeAuthors(list, in: text)
        else { return nil }
        list.leaveTitle(in: text)
        // `Mobility and Inequality: Rivers Apart`: what is left may be half a title.
        guard mayBeAuthors(list, in: text) else { return nil }
        var index = list.end
        var year: StyledText?
        // What ends the list: a stop, a colon, a year in brackets.
        while let scalar = text.sign(at: index),
            scalar.isBlank || ".,:：，。．;".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        if let bracket = text.brackets.first(where: { $0.lowerBound == index }),
            NewsGrammar.year(of: text.string(bracket)) != nil
                || PublicationState.whole[SearchWords.joined(text.string(bracket))] != nil
                || PublicationState.isDated(text.string(bracket))
                || PublicationState.isAnnounced(text.string(bracket))
                || DateScanner(text.string(bracket.lowerBound + 1..<bracket.upperBound - 1)).span(
                    at: 0) != nil
        {
            year = text[bracket]
            index = bracket.upperBound
        } else if let end = Self.endOfYear(text, at: index) ?? Self.endOfState(text, at: index)
            ?? (list.authors.last?.endsInInitials == true
                ? Self.endOfBareYear(text, at: index) : nil)
        {
            year = text[index..<end]
            index = end
        }
        while let scalar = text.sign(at: index),
            scalar.isBlank || ".,:：。．".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        var stop = endOfTitle(text, from: index)
        if !text[list.end..<index].scalars.contains("\n"),
            let end = endOfSlanted(text, from: index), end < stop.inner
        {
            stop = (end, end, 0)
        }
        if year == nil, let end = endOfLine(text, from: index, behind: list.end) {
            stop = (end, end, 0)
        } else if year == nil && text.sign(at: list.end).map(",:;".unicodeScalars.contains) ?? false
            || stop.inner == text.count, let comma = venueAfterComma(text, in: index..<stop.inner)
        {
            stop = (comma, comma, 0)
        }
        let title = text.string(index..<stop.inner).trimmingSeparatorsOfTitle
        guard VisibleWords.words(title).count >= 2, !VenueWords.hasAcronymWithYear(title),
            !["and ", "& "].contains(where: title.hasPrefix),
            !areNames(text[index..<stop.inner])
        else { return nil }
        var found = FoundPaper(title: title)
        found.take(list)
        found.rest = [year, text[stop.outer..<text.count]].compactMap(\.self)
        if stop.mark > 0 { found.words += VisibleWords.words(text.string(stop.inner..<stop.outer)) }
        return found
    }

    /// Tells whether names at the front are several, or one that is surely somebody.
    private func mayBeAuthors(_ list: AuthorList, in text: StyledText) -> Bool {
        let first = list.authors[0]
        return list.authors.count > 1 || own.matches(first.name)
            || first.isMarked && !list.goesOn(in: text) && NameShape.isName(first.name)
            || first.name.contains(",") || list.hasOthers && first.hasInitials
    }

    /// Where the slanted type ends that a comma or a stop parts from what follows:
    /// `*Quiet Rivers*, River Press, 2020`.
    private func endOfSlanted(_ text: StyledText, from start: Int) -> Int? {
        guard start < text.count, text.style(at: start).isItalic, !text.style(at: start).isBold,
            let end = (start..<text.count).first(where: { !text.style(at: $0).isItalic }),
            ",.".unicodeScalars.contains(text[end]),
            VisibleWords.words(text.string(start..<end)).count > 1
        else { return nil }
        return end
    }

    /// Where the line of a title ends that stands between the line of the names and that of the
    /// venue.
    private func endOfLine(_ text: StyledText, from start: Int, behind names: Int) -> Int? {
        guard (names..<start).contains(where: { text[$0] == "\n" }),
            let end = (start..<text.count).first(where: { text[$0] == "\n" }),
            ",;，；、".unicodeScalars.contains(text[start..<end].trimmed.scalars.last ?? " ")
                || beginsWithVenue(text[end + 1..<text.count]),
            VisibleWords.words(text.string(start..<end)).count >= 3,
            !VisibleWords.words(text.string(end..<text.count)).isEmpty
        else { return nil }
        return end
    }

    /// Tells whether a line begins with where a paper appeared: `Journal of Rivers 2025, 66 (1)`.
    private func beginsWithVenue(_ text: StyledText) -> Bool {
        let line = text.trimmed.string.prefix { $0 != "\n" }
        let name = line.prefix { !$0.isNumber && !".,;:(".contains($0) }
        return name.first?.isUppercase == true && name.count < line.count
            && VenueWords.areIn(String(name))
    }

    /// Where the year ends that stands at a place between stops: `Names. 2020. Title`.
    static func endOfYear(_ text: StyledText, at index: Int) -> Int? {
        let end = index + 4
        guard end < text.count, ".,:".unicodeScalars.contains(text[end]),
            NewsGrammar.year(of: text.string(index..<end)) != nil
        else { return nil }
        // `2024, October.`
        let scanner = DateScanner(text.scalars)
        if text[end] == ",", let month = scanner.month(scanner.afterBlanks(end + 1)),
            let stop = text.sign(at: month.end),
            ".,:".unicodeScalars.contains(stop)
                || text[month.end - 1] == "."
        {
            return text[month.end - 1] == "." ? month.end - 1 : month.end
        }
        return end
    }

    /// Where the year ends that stands at a place between blanks: `Lind J. 2020 Title`.
    static func endOfBareYear(_ text: StyledText, at index: Int) -> Int? {
        let end = index + 4
        guard end <= text.count, text.sign(at: end)?.isBlank != false,
            NewsGrammar.year(of: text.string(index..<end)) != nil
        else { return nil }
        return end
    }

    /// Where the words end that say how far the paper is, between stops: `Names, in press. Title`.
    private static func endOfState(_ text: StyledText, at index: Int) -> Int? {
        guard let stop = (index..<min(text.count, index + 40)).first(where: { text[$0] == "." }),
            PublicationState.whole[SearchWords.joined(text.string(index..<stop))] != nil
        else { return nil }
        return stop
    }

    /// `Names, Title, Conference on Rivers (RIVER), 2020`: the comma behind the title, where commas
    /// part everything.
    func venueAfterComma(_ text: StyledText, in range: Range<Int>) -> Int? {
        var depth = 0
        for index in range {
            if "([（".unicodeScalars.contains(text[index]) { depth += 1 }
            if ")]）".unicodeScalars.contains(text[index]) { depth = max(0, depth - 1) }
            guard text[index] == ",", depth == 0, text.sign(at: index + 1)?.isBlank != false,
                VisibleWords.words(text.string(range.lowerBound..<index)).count >= 3
            else { continue }
            var rest = text.string(index + 1..<range.upperBound).trimmingSeparators
            let isIn = ["in ", "In "].contains(where: rest.hasPrefix)
            if isIn { rest = String(rest.dropFirst(3)) }
            if rest.hasPrefix("the ") { rest = String(rest.dropFirst(4)) }
            let chunk = rest.prefix { $0 != "," }
            guard chunk.first.map({ $0.isUppercase || $0.isNumber }) ?? false,
                VenueWords.name(String(chunk)) || VenueWords.isNumbered(chunk)
                    || VenueWords.isReporter(chunk)
                    || isIn && chunk.utf8.count > 2 && chunk.allSatisfy(\.isUppercase)
                    || VenueWords.isJournal(text.string(index + 1..<text.count))
                    || VenueWords.isAcronymBeforeYear(rest)
            else { continue }
            return index
        }
        return nil
    }

    /// Tells whether a text is nothing but names, of which one has initials or all are whole:
    /// `J. Lind, Berg`, `Jo Lind, Ada Berg`.
    func areNames(_ text: StyledText) -> Bool {
        guard let list = AuthorList(text, from: 0),
            text.string(list.end..<text.count).trimmingSeparators.isEmpty
        else { return false }
        return list.authors.contains(where: \.hasInitials)
            || list.authors.count > 2 && list.authors.allSatisfy { NameShape.isName($0.name) }
    }
}
