import Formats

/// The phrases by which pages say in what state a publication is, and what it won.
enum PublicationState {
    enum Badge { case badge, track }

    /// Texts that are a badge and nothing else, by their words.
    static let badges: [String: Badge] = {
        var badges: [String: Badge] = [:]
        for text in [
            "oral", "spotlight", "highlight", "poster", "oral presentation", "oral paper",
            "spotlight presentation", "poster presentation", "long paper", "short paper",
            "full paper", "long", "short", "hot paper", "highly cited", "top", "cover",
            "cover article",
            "invited", "invited paper", "demo paper", "口头报告", "优秀论文", "esi高被引论文",
            "contributed talk",
            "contributed equally", "notable", "featured", "editors choice", "selected for oral",
            "ausgewahlt fur einen vortrag",
        ] { badges[text] = .badge }
        for text in [
            "main", "main conference", "main track", "findings", "industry track", "demo track",
        ] {
            badges[text] = .track
        }
        return badges
    }()

    /// Texts that say what kind of publication it is and nothing else, by their words.
    static let types: [String: String] = [
        "journal article": "journal", "journal paper": "journal", "journal": "journal",
        "conference paper": "conference", "conference": "conference",
        "workshop paper": "workshop", "book chapter": "chapter", "book": "book",
        "phd thesis": "thesis", "master thesis": "thesis", "technical report": "report",
        "patent": "patent", "期刊论文": "journal", "会议论文": "conference",
    ]

    /// Texts that say the state and nothing else, by their words.
    static let whole: [String: String] = [
        "preprint": "preprint", "arxiv preprint": "preprint", "arxiv": "preprint",
        "under review": "submitted", "in review": "submitted", "submission": "submitted",
        "submitted": "submitted", "in submission": "submitted", "under revision": "submitted",
        "in revision": "submitted",
        "with editor": "submitted", "decision in process": "submitted",
        "major revision": "submitted",
        "minor revision": "submitted", "under submission": "submitted",
        "revise and resubmit": "submitted",
        "审稿中": "submitted", "初审": "submitted", "终审": "submitted", "在投": "submitted",
        "在审": "submitted",
        "accepted": "accepted", "to appear": "accepted", "in press": "accepted",
        "forthcoming": "accepted", "已接收": "accepted", "已录用": "accepted", "录用": "accepted",
        "接收": "accepted",
        "in progress": "in-preparation", "work in progress": "in-preparation",
        "in preparation": "in-preparation", "working paper": "in-preparation",
        "manuscript in preparation": "in-preparation", "manuscript under review": "submitted",
        "manuscript submitted for publication": "submitted",
        "published": "published", "已发表": "published", "published on arxiv": "preprint",
        "available on arxiv": "preprint",
    ]

    /// What may stand before a venue, with the state it says; nil for a state that it does not.
    private static let prefixes: [(String, String?)] = [
        ("accepted for publication in the ", "accepted"),
        ("accepted for publication in ", "accepted"),
        ("accepted for publication at ", "accepted"), ("has been accepted by ", "accepted"),
        ("has been accepted to ", "accepted"), ("accepted for presentation at ", "accepted"),
        ("accepted by ", "accepted"), ("accepted at ", "accepted"), ("accepted to ", "accepted"),
        ("accepted in ", "accepted"), ("accepted as ", "accepted"), ("accepted, ", "accepted"),
        ("accepted for ", "accepted"), ("to appear in ", "accepted"), ("to appear at ", "accepted"),
        ("forthcoming in ", "accepted"), ("forthcoming, ", "accepted"), ("in press, ", "accepted"),
        ("in press at ", "accepted"), ("published at ", "published"),
        ("published in ", "published"),
        ("published on ", "published"), ("online on ", nil), ("available on ", nil),
        ("published by ", "published"),
        ("presented at ", nil), ("under review at ", "submitted"),
        ("under review by ", "submitted"),
        ("under review in ", "submitted"), ("under review for ", "submitted"),
        ("submitted to ", "submitted"), ("in submission to ", "submitted"),
        ("in revision, ", "submitted"), ("under revision, ", "submitted"),
        ("in review, ", "submitted"), ("under review, ", "submitted"),
        ("in revision at ", "submitted"), ("under revision at ", "submitted"),
        ("preprint available at ", "preprint"), ("preprint available on ", "preprint"),
        ("preprint, ", "preprint"), ("preprint ", "preprint"), ("preprint at ", "preprint"),
        ("preprint on ", "preprint"), ("arxiv preprint, ", "preprint"),
    ]

    static func prefix(of text: String) -> (status: String?, length: Int)? {
        let lower = text.lowercased()
        // A sign may be longer in small letters.
        guard lower.count == text.count else { return nil }
        return prefixes.first { lower.hasPrefix($0.0) }.map { ($0.1, $0.0.count) }
    }

    /// Tells whether a text in brackets is a state with a year: `(to appear in fall 2026)`.
    static func isDated(_ bracket: String) -> Bool {
        let words = SearchWords.folded(bracket)
        guard words.count <= 6, words.last.flatMap(NewsGrammar.year) != nil else { return false }
        return (1...3).contains { whole[words.prefix($0).joined(separator: " ")] != nil }
    }

    /// Tells whether a bracket says in a few words that a paper is on its way: `(Expected
    /// September submission)`.
    static func isAnnounced(_ bracket: String) -> Bool {
        let words = SearchWords.folded(bracket)
        return (2...5).contains(words.count)
            && words.contains {
                ["submission", "submitted", "preparation", "press", "forthcoming", "progress"]
                    .contains($0)
            }
    }

    static func isAward(_ words: String) -> Bool {
        guard words.split(separator: " ").count <= 16 else { return false }
        // `Best Research Paper`
        if words.hasPrefix("best "), words.hasSuffix(" paper") { return true }
        // Whole words: `Behavioral` is no oral presentation.
        let padded = " " + words + " "
        return awards.contains { padded.contains(" " + $0) }
            || awardSigns.contains { words.contains($0) }
    }

    /// Tells whether words say how a paper was presented, as only some are: `CVPR 2025 Highlight`.
    static func isPresentation(_ words: String) -> Bool {
        words.split(separator: " ").contains { ["oral", "spotlight", "highlight"].contains($0) }
    }

    /// How words begin that tell of a prize.
    private static let awards = [
        "best paper", "award", "prize", "best student", "honorable mention", "finalist",
        "best poster", "outstanding", "distinguished paper", "runner up", "best demo",
        "best conference", "candidate", "top 2", "top 1", "top 5", "top 3", "winner", "champion",
    ]
    private static let awardSigns = ["获奖", "最佳论文", "优秀论文奖"]
}
