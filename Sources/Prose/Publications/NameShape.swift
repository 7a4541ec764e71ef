/// Tells what may be a person's name.
enum NameShape {
    /// Tells whether a text, without the signs after a name, is one for all one can see: two to six
    /// words that begin with capital letters, initials, small particles; or two to four signs of
    /// Chinese or Korean.
    ///
    /// Among names one word will do.
    static func isName(_ text: String, isAmongNames: Bool = false) -> Bool {
        guard text.utf8.count <= 80, !text.isEmpty else { return false }
        if isEastAsianName(text, isAmongNames: isAmongNames) { return true }
        // What is written in these scripts alone is a name of theirs or none.
        if text.unicodeScalars.allSatisfy({ $0.isEastAsian || $0.isBlank }) { return false }
        let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }
        guard words.count <= 6, words.count > 1 || isAmongNames else { return false }
        var (capitals, shouts) = (0, 0)
        for (index, word) in words.enumerated() {
            // `Jo (Joe) Lind`
            let isNickname = index > 0 && index < words.count - 1 && word.first == "("
            switch shape(of: isNickname ? word.dropFirst().dropLast() : word) {
            case .initial: capitals += 1
            case .name: capitals += 1
            case .capitals:
                capitals += 1
                shouts += 1
            case .particle: continue
            case nil: return false
            }
        }
        guard capitals > 0, shouts <= 1, shouts < words.count else { return false }
        // `Smith AT` is no one's preposition.
        let long = words.filter { $0.count > 3 || !$0.allSatisfy(\.isUppercase) }.joined(
            separator: " ")
        let folded = SearchWords.folded(long.isEmpty ? text : long)
        if words.count == 1, folded.first.map({ $0.count < 2 }) ?? true { return false }
        // `M. Self` is somebody, whatever the word means.
        let isCalledSo =
            words.count > 1 && folded.last.map(NameStopWords.families.contains) == true
            && words.dropLast().allSatisfy { $0.contains(".") && shape(of: $0) == .initial }
        return !(isCalledSo ? folded.dropLast() : folded[...])
            .contains { NameStopWords.all.contains($0) }
    }

    /// Tells whether a text is two or three words in capital letters that no venue is called by:
    /// `JO LIND`.
    static func isShoutedName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...3).contains(words.count),
            words.allSatisfy({ [.capitals, .initial].contains(shape(of: $0)) }),
            words.contains(where: { shape(of: $0) == .capitals })
        else { return false }
        return !SearchWords.folded(text).contains { NameStopWords.all.contains($0) }
    }

    /// What one word of a name can be.
    enum WordShape { case initial, name, capitals, particle }

    static func shape(of word: Substring) -> WordShape? {
        let scalars = Array(word.unicodeScalars)
        guard let first = scalars.first else { return nil }
        if isInitials(scalars) { return .initial }
        // `K. -L. Berg`: initials that a space came into.
        if "-‐‑".unicodeScalars.contains(first), scalars.last == ".",
            isInitials(Array(scalars.dropFirst()))
        {
            return .initial
        }
        var (letters, small) = (0, 0)
        for (index, scalar) in scalars.enumerated() {
            if scalar.isLetter || scalar.properties.generalCategory == .nonspacingMark {
                letters += 1
                if scalar.properties.isLowercase { small += 1 }
            } else if "'’‘ʼ`-‐‑–.".unicodeScalars.contains(scalar) {
                // `O'Brien`, `Jean-Pierre`, `Jr.`, but nothing that begins or ends with a dash.
                let isEdge = index == 0 || index == scalars.count - 1
                if isEdge, scalar != ".", scalar != "'", scalar != "’" { return nil }
            } else {
                return nil
            }
        }
        guard letters > 0 else { return nil }
        if first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter {
            return small == 0 && letters > 2 ? .capitals : .name
        }
        if NameText.particles.contains(word.lowercased()) { return .particle }
        // `D. F. d. S. Lind`: a particle that is shortened as well.
        if ["d.", "v."].contains(word) { return .particle }
        // `d'Alembert`, `al-Khwarizmi`, `de'Medici`
        if let mark = scalars.firstIndex(where: { "'’‘-".unicodeScalars.contains($0) }), mark < 4,
            mark + 1 < scalars.count, scalars[mark + 1].properties.isUppercase
        {
            return .name
        }
        // Scripts without capitals.
        return first.properties.isLowercase ? nil : .name
    }

    /// `J.`, `J.-P.`, `A.B.C.`, `JP`, `S`.
    static func isInitials(_ scalars: [Unicode.Scalar]) -> Bool {
        var letters = 0
        var afterLetter = false
        for scalar in scalars {
            if scalar.properties.isUppercase {
                letters += 1
                afterLetter = true
            } else if scalar == "." {
                guard afterLetter else { return false }
                afterLetter = false
            } else if "-‐‑".unicodeScalars.contains(scalar) {
                guard letters > 0 else { return false }
            } else if scalar.properties.isLowercase, letters == 1, scalars.count <= 3,
                scalars.last == "."
            {
                // `Yu.`, `Ch.`
                continue
            } else {
                return false
            }
        }
        return (1...3).contains(letters) || letters == 4 && scalars.contains(".")
    }

    /// Tells whether a text is only initials: the second half of `Katafuchi, Y.`.
    static func isInitialsOnly(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return !words.isEmpty && words.count <= 4
            && words.allSatisfy { isInitials(Array($0.unicodeScalars)) }
    }

    private static func isEastAsianName(_ text: String, isAmongNames: Bool) -> Bool {
        let scalars = text.unicodeScalars.filter { !$0.isBlank && $0 != "·" && $0 != "・" }
        guard (2...8).contains(scalars.count), scalars.allSatisfy(\.isEastAsian) else {
            return false
        }
        let isKana = scalars.contains { (0x3040...0x30FF).contains($0.value) }
        let isParted = text.unicodeScalars.count > scalars.count
        // `浜田知久馬`: rare enough to need others beside it.
        return scalars.count <= (isKana || isParted ? 8 : isAmongNames ? 5 : 4)
            && !NameStopWords.eastAsian.contains { text.contains($0) }
    }
}
