import Formats

extension FoundPaper {
    /// Moves what stands behind the title in the same type into the rest: where the paper appeared
    /// and in what state it is, as in `Quiet Rivers, AAMAS 2024 (Oral)` and `Rain (under review)`, what
    /// it won, and what announces a link.
    ///
    /// Patterns are asked only where what they end with or hold is there: few titles have a tail.
    mutating func leaveTail() {
        if let last = title.last, ")）]".contains(last),
            let match = Self.lastBracket.firstMatch(in: title)
        {
            let words = SearchWords.joined(String(match.2))
            if PublicationState.whole[words] != nil || PublicationState.badges[words] != nil
                || Self.isVenue(String(match.2)) || Self.isRemark(words)
            {
                rest.append(StyledText(plain: String(match.2)))
                title = String(match.1)
            }
        }
        if title.contains(". "), let match = Self.lastSentence.firstMatch(in: title),
            Self.isVenue(String(match.2))
        {
            rest.append(StyledText(plain: String(match.2)))
            title = String(match.1)
        }
        if let match = place {
            rest.append(StyledText(plain: String(match.2)))
            title = String(match.1)
        }
        if let match = Self.prize.firstMatch(in: title),
            case let key = SearchWords.joined(String(match.3)),
            PublicationState.isAward(key) || PublicationState.isPresentation(key)
        {
            words += VisibleWords.words(String(match.2))
            rest.append(StyledText(plain: String(match.3)))
            title = String(match.1)
        }
        if title.contains("vailable"), let match = Self.announcement.firstMatch(in: title) {
            let tail = match.3.map(String.init) ?? ""
            words += VisibleWords.words(String(title[match.1.endIndex...].dropLast(tail.count)))
            if !tail.isEmpty { rest.append(StyledText(plain: tail)) }
            link = link ?? match.2.map(String.init)
            title = String(match.1)
        }
        if title.last?.isNumber == true, title.contains(" p"),
            let match = Self.pages.firstMatch(in: title)
        {
            rest.append(StyledText(plain: String(match.2)))
            title = String(match.1)
        }
        if title.contains("http"), let match = Self.address.firstMatch(in: title) {
            words += VisibleWords.words(String(match.2))
            link = link ?? String(match.2)
            title = String(match.1)
        }
        guard let comma = title.lastIndex(of: ","), title[..<comma].contains(" ") else { return }
        let tail = String(title[title.index(after: comma)...].trimmingPrefix(" "))
        // A title may well end in `, a Study of 2024`.
        guard tail.split(separator: " ").count <= 3, VenueWords.hasAcronymWithYear(tail) else {
            return
        }
        rest.append(StyledText(plain: tail))
        title = String(title[..<comma])
    }

    /// Where the paper appeared, or its DOI, behind a comma at the end of the title.
    private var place: Regex<(Substring, Substring, Substring)>.Match? {
        if title.contains("Proc"), let match = Self.proceedings.firstMatch(in: title) {
            return match
        }
        if title.contains("10."), let match = Self.identifier.firstMatch(in: title) {
            return match
        }
        guard saysNothingElse else { return nil }
        if title.contains("niversi"), let match = Self.university.firstMatch(in: title) {
            return match
        }
        return title.last?.isNumber == true ? Self.venueAndYear.firstMatch(in: title) : nil
    }

    /// Whether nothing but brackets is left beside the title and the names.
    private var saysNothingElse: Bool {
        rest.allSatisfy { text in
            var depth = 0
            return text.indices.allSatisfy { index in
                if "(（".unicodeScalars.contains(text[index]) { depth += 1 }
                if ")）".unicodeScalars.contains(text[index]) { depth = max(0, depth - 1) }
                return depth > 0 || !text[index].isLetter && !text[index].isDigit
            }
        }
    }

    /// `Quiet Rivers, Proceedings of the River Conference`.
    private static let proceedings = TextPattern(
        /^(.{12,}?), ((?:In |in )?(?:Proceedings|Proc\.) of .+)$/)
    /// `Quiet Rivers, doi: 10.1000/x`.
    private static let identifier = TextPattern(
        /^(.{12,}?),? ((?i)(?:doi:? ?|https?:\/\/(?:dx\.)?doi\.org\/)10\.\d{4,9}\/\S+)$/)
    /// `Quiet Rivers, University of Rivers`, of a thesis.
    private static let university = TextPattern(
        /^(.{12,}?), ((?:University|Université|Universität|Universidad|Universidade) [\p{L} .\-]{2,60}|\p{Lu}[\p{L}.\- ]{2,40} University)$/
    )
    /// `Quiet Rivers, River Sciences, 2021`: two words and more that begin with capital letters.
    private static let venueAndYear = TextPattern(
        /^(.{12,}?), (\p{Lu}[\p{L}\-]+(?: (?:of|and|the|in|on|for|&|\p{Lu}[\p{L}\-]+)){1,6}, (?:19|20)\d\d)$/
    )

    /// Tells whether a text is where a paper appeared and nothing else: `RIVER 2024`, `In RIVER`,
    /// `Journal of Rivers`.
    private static func isVenue(_ text: String) -> Bool {
        let words = SearchWords.folded(text)
        guard words.count <= 8, text.first?.isUppercase == true else { return false }
        return VenueWords.hasAcronymWithYear(text)
            || words.first == "in" && words.count > 1
                && (VenueWords.areIn(text) || inAcronym.firstMatch(in: text) != nil)
            || text.hasPrefix("Journal of ") || text.hasPrefix("IEEE Trans")
            || text.hasPrefix("Proceedings of ")
    }

    /// `in Chinese`, `ISBN 978-1-000-00000-0`, in their joined form.
    private static func isRemark(_ words: String) -> Bool {
        remark.firstMatch(in: words) != nil
    }

    private static let inAcronym = TextPattern(/^In [A-Z][A-Za-z&\-]*[A-Z](?:,? \d{4})?$/)
    private static let remark = TextPattern(
        /^(?:in (?:chinese|japanese|korean|german|french|spanish|portuguese|russian|italian)|isbn [\dx ]+|(?:poster|demo|short|long|full|workshop|invited) paper)$/
    )
    /// `Quiet Rivers. In RIVER`.
    private static let lastSentence = TextPattern(
        /^(.{12,}?[\p{Ll}\d)])\. (\p{Lu}[^.]*(?:\. ?[^.]{2,}){0,3})$/)
    /// `Quiet Rivers ★ Best Paper`.
    private static let prize = TextPattern(/^(.{6,}?)\s*([★☆⭐🏆🏅🥇]\u{FE0F}?)\s*(\p{L}.{3,})$/)
    /// `Quiet Rivers, Preprint available at: https://…`.
    private static let announcement = TextPattern(
        /^(.{6,}?)[,.;]\s+(?i:preprint )?(?i:available)(?: online| here)? (?:at|from|on|as):?(?:\s*(https?:\S+)(\s.*)?)?$/
    )
    /// `Quiet Rivers, p. 77–98`.
    private static let pages = TextPattern(/^(.{6,}?), (pp?\. ?\d+[–\-]\d+)$/)
    /// `Quiet Rivers, https://river.example`.
    private static let address = TextPattern(/^(.{6,}?)[,.;]?\s+(https?:\/\/\S+)$/)
    private static let lastBracket = TextPattern(/^(.{6,}?)\s*[(（\[]([^()（）\[\]]+)[)）\]]$/)
}
