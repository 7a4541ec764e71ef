import Formats

/// The words by which the places of publications are told.
enum VenueWords {
    private static let words: Set<String> = Set(
        """
        conference conferences proceedings proc symposium congress workshop workshops journal
        transactions trans letters magazine annals bulletin press springer elsevier wiley ieee acm
        usenix aaai neurips nips icml iclr cvpr iccv eccv wacv bmvc acl emnlp naacl eacl coling
        findings ijcai kdd sigir www cikm wsdm icdm icassp interspeech asru slt icra iros rss corl
        chi cscw uist icse fse ase issta msr icpc ccs ndss sosp osdi nsdi sigcomm infocom mobicom
        mobisys sensys asplos isca micro hpca dac iccad vlsi vldb sigmod icde miccai isbi tmi tip
        tpami pami tnnls tkde tifs tmm tcsvt aistats uai colt jmlr tmlr icip icme mm tmech tro ral
        arxiv biorxiv medrxiv ssrn preprint preprints nature science cell lancet plos frontiers mdpi
        sensors advances lecture lncs communications expert pattern neurocomputing thesis
        dissertation patent zeitschrift revue revista rivista tagung konferenz actes actas
        accepted published appear submitted review handbook encyclopedia npj bmc iop aip aps
        phys mnras astrophysical publishing publisher
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let signs = [
        "学报", "期刊", "会议", "杂志", "论文集", "学会", "论坛", "研究与发展", "出版社", "通讯", "大会",
    ]

    /// Tells whether a text names a place of publication for all one can see.
    static func areIn(_ text: String) -> Bool {
        let folded = SearchWords.folded(text)
        if folded.contains(where: words.contains) { return true }
        if signs.contains(where: { text.contains($0) }) { return true }
        return hasAcronymWithYear(text)
    }

    /// Tells whether a text names a series of papers: `UFZ Discussion Paper 2015-05`.
    static func isSeries(_ text: String) -> Bool {
        let words = SearchWords.folded(text)
        return words.count < 9
            && zip(words, words.dropFirst()).contains {
                ["discussion", "working", "research", "policy"].contains($0)
                    && ["paper", "papers"].contains($1)
            }
    }

    private static let sureWords: Set<String> = [
        "conference", "proceedings", "proc", "symposium", "congress", "workshop", "journal",
        "transactions", "letters", "magazine", "annals", "ieee", "acm", "usenix", "arxiv",
        "springer", "elsevier", "lecture", "bulletin", "neurips", "icml", "iclr", "cvpr", "aaai",
    ]

    /// Tells whether a text surely is the name of a place of publication: by words that hardly
    /// stand in a title, or by an acronym with a year or in brackets at its end.
    static func name(_ text: String) -> Bool {
        let folded = SearchWords.folded(text)
        return folded.count < 16 && folded.contains(where: sureWords.contains)
            || folded.count < 6 && hasAcronymWithYear(text)
            || text.hasSuffix(")")
                && acronymInBrackets.firstMatch(in: text).map {
                    $0.1.filter(\.isUppercase).count >= 2
                } ?? false
    }

    /// Tells whether a text begins as lawyers cite: the volume before the name, `34 RIVER L.J. 123`.
    static func isReporter(_ text: Substring) -> Bool {
        reporter.firstMatch(in: String(text)) != nil
    }

    private static let reporter = TextPattern(
        /^\d{1,4} \p{Lu}[\p{L}.&'’ ]{3,60}[ .]\d{1,4}(?:$|\D)/)

    /// Tells whether a text is the name of a meeting that is counted, with its year:
    /// `14th Advances in Rivers 2024`.
    static func isNumbered(_ text: Substring) -> Bool {
        numbered.firstMatch(in: String(text)) != nil
    }

    private static let numbered = TextPattern(
        /^\d{1,3}(?:st|nd|rd|th) \p{Lu}[^.:]{4,80} (?:19|20)\d\d$/)

    /// Tells whether a text is a name in capitals with nothing but numbers behind it.
    ///
    /// Whatever it is called: `Acta Fluminum A86, (3), 407-425 (1994)`, `Riv. Res. vol. 12, pp. 4-9`.
    static func isJournal(_ text: String) -> Bool {
        guard text.utf8.count < 160 else { return false }
        return journal.firstMatch(in: text.trimmingSeparators) != nil
    }

    /// Tells whether a text begins with a known acronym and a year behind a comma.
    ///
    /// `ICME, 2023.`
    static func isAcronymBeforeYear(_ text: String) -> Bool {
        guard let match = acronymBeforeYear.firstMatch(in: text) else { return false }
        return words.contains(match.1.lowercased())
    }

    private static let acronymBeforeYear = TextPattern(/^([A-Z]{3,8}), (?:19|20)\d\d\b/)
    private static let journal = TextPattern(
        #/
        ^\p{Lu}[\p{L}.&\-]*
        (?:\ (?:of|the|and|in|on|for|de|der|&|\p{Lu}[\p{L}.&\-]*)){0,8}
        [,\ ]*
        (?:(?i:vol|volume|no)[.\ ]*)?[A-Z]?\d
        (?:[\d\s,.:;()\-–—]|(?i:vol|volume|no|nr|issue|number|pp?|pages?|art|article|e)\b|\b[A-Z](?=\d))*$
        /#)
    private static let acronymInBrackets = TextPattern(/\(([A-Z][A-Za-z&\-]{1,9})\)$/)

    /// `GMCV'25`, `EMBC 2021`, `IROS2025`.
    static func hasAcronymWithYear(_ text: String) -> Bool {
        let scanner = DateScanner(text)
        var index = 0
        while index < scanner.scalars.count {
            var end = index
            var capitals = 0
            while let scalar = scanner.sign(end),
                scalar.isLetter || scalar == "-" || scalar == "@" || scalar == "&"
            {
                if scalar.properties.isUppercase { capitals += 1 }
                end += 1
            }
            if capitals >= 2, end - index <= 12 {
                let next = scanner.afterBlanks(end)
                if scanner.year(next) != nil || scanner.shortYear(end) != nil { return true }
            }
            index = max(end, index + 1)
        }
        return false
    }

    /// The type of a venue, nil where its words do not say it.
    static func type(of text: String) -> String? {
        let folded = Set(SearchWords.folded(text))
        let types: [(String, [String])] = [
            ("workshop", ["workshop", "workshops"]),
            ("preprint", ["arxiv", "biorxiv", "medrxiv", "ssrn", "preprint"]),
            ("thesis", ["thesis", "dissertation"]), ("patent", ["patent"]),
            (
                "conference",
                [
                    "conference", "proceedings", "symposium", "congress", "neurips", "icml", "iclr",
                    "cvpr", "iccv", "eccv", "aaai", "acl", "emnlp", "naacl", "coling", "kdd",
                    "icassp",
                ]
            ),
            (
                "journal",
                ["journal", "transactions", "letters", "magazine", "annals", "review", "surveys"]
            ),
        ]
        if let found = types.first(where: { !folded.isDisjoint(with: $0.1) }) { return found.0 }
        return text.contains("学报") ? "journal" : nil
    }
}
