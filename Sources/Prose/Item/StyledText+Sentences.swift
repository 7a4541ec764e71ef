extension StyledText {
    /// Tells whether most of the text stands out.
    var isMostlyMarked: Bool {
        let letters = indices.filter { self[$0].isLetter }
        return letters.filter { style(at: $0).isMarked }.count * 2 > letters.count
    }

    /// The ranges of round brackets that are in no other bracket.
    var brackets: [Range<Int>] {
        var (ranges, depth, start) = ([Range<Int>](), 0, 0)
        for index in indices {
            if "(（".unicodeScalars.contains(self[index]) {
                if depth == 0 { start = index }
                depth += 1
            } else if ")）".unicodeScalars.contains(self[index]), depth > 0 {
                depth -= 1
                if depth == 0 { ranges.append(start..<index + 1) }
            }
        }
        return ranges
    }

    /// The parts between full stops, dividers and line ends, outside of brackets.
    var sentences: [Range<Int>] {
        var (ranges, depth, start) = ([Range<Int>](), 0, 0)
        for index in indices {
            let scalar = self[index]
            if "(（[".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）]".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            let next = sign(at: index + 1)
            let isDivider =
                "|·•。；;".unicodeScalars.contains(scalar) || scalar == "\n" && !isWrapped(at: index)
            let isStop = scalar == "." && next?.isBlank != false && !isAbbreviation(before: index)
            if isDivider || isStop {
                ranges.append(start..<index)
                start = index + 1
            }
        }
        ranges.append(start..<count)
        return ranges.map { trimmed($0) }.filter { !isBlank($0) }
    }

    /// Tells whether a line end is only where somebody's editor wrapped the text: within slanted or
    /// strong type, or behind a word that ends nothing, as in `Journal of⏎Rivers`.
    private func isWrapped(at index: Int) -> Bool {
        if style(at: index).isItalic || style(at: index).isBold { return true }
        var start = index
        while start > 0, self[start - 1].isLetter { start -= 1 }
        return ["of", "on", "in", "for", "and", "the", "to"].contains(string(start..<index))
    }

    /// Tells whether the full stop after this word is part of it: `Proc.`, `Vol.`, `J.`.
    func isAbbreviation(before index: Int) -> Bool {
        var start = index
        while start > 0, self[start - 1].isLetter { start -= 1 }
        let word = string(start..<index).lowercased()
        if word.count == 1, word.first?.isLetter == true,
            sign(at: start)?.properties.isUppercase == true
        {
            return true
        }
        return [
            "proc", "conf", "int", "intl", "trans", "vol", "no", "pp", "ed", "eds", "univ", "dept",
            "j",
            "lett", "rev", "phys", "comput", "sci", "symp", "assoc", "dr", "prof", "st", "vs", "al",
            "mag", "res", "eng", "technol", "appl", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "soc", "am", "inst", "nat", "chem", "med",
            "ser", "p", "nr", "v", "n", "art", "acad", "adv", "astron", "astrophys", "biol",
            "geophys",
            "math", "mech", "mater", "natl", "opt", "quant", "spectrosc",
        ].contains(word)
    }
}

extension String {
    /// The text without blanks, commas, stops and dashes at its ends; a bracket of its own stays.
    var trimmingSeparators: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first,
            first.isBlank || ",.;:，。、；：|·–—-/*".unicodeScalars.contains(first)
        {
            scalars.removeFirst()
        }
        while let last = scalars.last,
            last.isBlank || ",.;:，。、；：|·–—-/*".unicodeScalars.contains(last)
        {
            scalars.removeLast()
        }
        return String(scalars)
    }
}
