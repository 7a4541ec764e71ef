import Formats
import RecordModel

/// All that is said of a publication besides its title and authors: where and when it appeared, in
/// what state it is, what it won.
struct PublicationDetails {
    var venue = Mapping()
    var status: String?
    private(set) var awards: [String] = []
    private(set) var badges: [String] = []
    private(set) var tags: [String] = []
    private(set) var notes: [String] = []
    var identifiers = Mapping()
    private(set) var words: [String] = []
    /// The date and how well it is placed: that of the venue counts more than any other.
    private var date: (date: PartialDate, weight: Int)?

    /// Adds words that only shape the item.
    mutating func note(_ text: String) { words += VisibleWords.words(text) }

    mutating func take(date new: PartialDate?, weight: Int) {
        guard let new else { return }
        guard let old = date else { return date = (new, weight) }
        if weight > old.weight, new.year != old.date.year || old.date.month == nil {
            date = (new, weight)
        } else if new.year == old.date.year, old.date.month == nil, new.month != nil {
            date?.date = new
        }
    }

    /// Takes a badge on an image or before the title: `CVPR 2024`, `Submission`, `2024.05`.
    mutating func takeBadge(_ text: StyledText) {
        var rest = text.trimmed
        rest = takeBrackets(rest)
        let shown = rest.string.trimmingSeparators
        guard !shown.isEmpty else { return }
        if takeState(shown, isAlone: true) { return }
        let cut = VenueText(shown)
        let known = venue["short"]?.string.map(SearchWords.folded)
        guard known == nil || cut.name.isEmpty || known == SearchWords.folded(cut.name) else {
            badges.append(shown)
            return
        }
        take(date: cut.date, weight: 2)
        note(cut.words)
        if known != nil {
            // The picture said it already.
            note(cut.name)
        } else if !cut.name.isEmpty {
            venue["short"] = .string(cut.name)
            if let type = VenueWords.type(of: cut.name) { venue["type"] = .string(type) }
        }
    }

    /// Takes a word in a box of its own that is no venue: a topic.
    mutating func takeTag(_ text: StyledText) {
        let shown = text.string.trimmingSeparators
        if shown.isEmpty || takeRank(shown) || takeState(shown, isAlone: true) { return }
        if tags.contains(shown) { note(shown) } else { tags.append(shown) }
    }

    /// Takes text that says more about the publication.
    mutating func take(remark: StyledText) { notes.append(remark.markdown) }

    /// Takes a stretch of text after or before title and authors.
    mutating func take(_ text: StyledText) {
        let rest = takeBrackets(takeCode(text.trimmed))
        if rest.string.beginsAsAbbreviatedJournal { return take(chunk: rest) }
        for range in rest.sentences {
            take(chunk: rest[range])
        }
    }

    /// Takes brackets with a state, a year or a rank out of a text; others belong to a name.
    private mutating func takeBrackets(_ text: StyledText) -> StyledText {
        var rest = text
        for range in text.brackets.reversed() {
            let inner = text.string(range.lowerBound + 1..<range.upperBound - 1)
            guard !inner.isEmpty else { continue }
            if takeState(inner, isAlone: true) || takeRank(inner) || takeDate(inner, weight: 4)
                || takeLetteredYear(inner)
            {
                rest = rest.removing(range)
            } else if VenueWords.hasAcronymWithYear(inner), venue["short"] == nil {
                takeBadge(StyledText(plain: inner))
                rest = rest.removing(range)
            } else if PublicationState.isAnnounced(inner) {
                notes.append(inner)
                rest = rest.removing(range)
            }
        }
        return rest
    }

    private mutating func takeDate(_ text: String, weight: Int) -> Bool {
        // `2024, October`
        let scanner = DateScanner(text.replacing(", ", by: " "))
        let start = scanner.afterBlanks(0)
        guard let read = scanner.span(at: start) else { return false }
        let rest = scanner.text(read.range.upperBound..<scanner.scalars.count)
        guard !rest.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
        take(date: read.latest, weight: weight)
        note(text)
        return true
    }

    /// `2021b`: a year with a letter that tells papers apart.
    private mutating func takeLetteredYear(_ text: String) -> Bool {
        guard text.utf8.count == 5, let last = text.last, "abcdef".contains(last),
            takeDate(String(text.dropLast()), weight: 4)
        else { return false }
        words.removeLast()
        note(text)
        return true
    }

    /// `CCF-A`, `SCIE, IF=10.5, JCR 2023 top 3.5%`, `中文CCF-A`.
    mutating func takeRank(_ text: String) -> Bool {
        let folded = SearchWords.folded(text)
        let ranks: Set<String> = [
            "ccf", "jcr", "sci", "scie", "ssci", "if", "q1", "q2", "q3", "esi", "core", "ei",
            "cssci",
        ]
        // `Chem. Sci.` is a journal.
        let capitals = text.split { !$0.isLetter && !$0.isNumber }.filter {
            !$0.contains(where: \.isLowercase)
        }
        // `IF2024 5.9`: the impact factor of a year.
        let words = capitals.map { $0.lowercased() }
        let isRank = !ranks.isDisjoint(with: words) || words.contains { $0.hasPrefix("if20") }
        guard isRank, folded.count < 14 else {
            return false
        }
        badges.append(text)
        return true
    }

    /// A state, a badge or an award; false for everything else.
    private mutating func takeState(_ text: String, isAlone: Bool) -> Bool {
        let plain = text.trimmingSeparators
        let key = SearchWords.joined(plain)
        if let badge = PublicationState.badges[key] {
            if badge == .track { venue["track"] = .string(plain) } else { badges.append(plain) }
            return true
        }
        if let type = PublicationState.types[key] {
            venue["type"] = venue["type"] ?? .string(type)
            note(plain)
            return true
        }
        if let state = PublicationState.whole[key] {
            status = state
            note(plain)
            return true
        }
        if let prefix = PublicationState.prefix(of: plain) {
            status = prefix.status ?? status
            note(String(plain.prefix(prefix.length)))
            let rest = String(plain.dropFirst(prefix.length)).trimmingSeparators
            if !rest.isEmpty { takeVenue(rest, weight: 3) }
            return true
        }
        // A conference with how the paper was presented behind it is where it appeared.
        let isPresentation = PublicationState.isPresentation(key) && !VenueWords.name(plain)
        if PublicationState.isAward(key) || isPresentation, plain.count < 120 {
            take(date: VenueText(plain).date, weight: 1)
            awards.append(plain)
            return true
        }
        return false
    }

    /// What citations say of anything that is read on a screen.
    private static let media: Set<String> = ["[internet]", "[online]", "[preprint]", "internet"]

    /// `Available from: https://…`, `Retrieved from https://…`: where a paper is, and not where it
    /// appeared.
    private static func announcesAddress(_ text: String) -> Bool {
        guard text.contains("http") else { return false }
        let start = text.prefix(16).lowercased()
        return ["available", "retrieved", "accessed", "verfügbar", "abgerufen", "disponible"]
            .contains(where: start.hasPrefix)
    }

    private mutating func take(chunk: StyledText) {
        var text = chunk.string.trimmingSeparators
        // Emoji that stood before links.
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return note(text) }
        if takeIdentifier(text) { return }
        takeLastDOI(&text)
        takeLabelOfDOI(&text)
        if Self.media.contains(text.lowercased()) { return note(text) }
        if Self.announcesAddress(text) { return notes.append(chunk.markdown) }
        if takeIdentifier(text) || takeDate(text, weight: 4) || takeState(text, isAlone: false)
            || takeRank(text)
        {
            return
        }
        let folded = SearchWords.folded(text)
        if let first = folded.first, first == "in", text.count > 3,
            text.prefix(2).lowercased() == "in"
        {
            note("in")
            return takeVenue(String(text.dropFirst(2)).trimmingSeparators, weight: 3)
        }
        let isSentence = folded.count > 28
        if venue["name"] == nil, !isSentence,
            VenueWords.areIn(text) || chunk.trimmed.isMostlyMarked || folded.count <= 10
                || Self.hasVolume(folded)
        {
            return takeVenue(text, weight: 3)
        }
        // A second time the same venue, as on many pages' badges.
        if folded.count <= 10, VenueWords.areIn(text), venue["short"] == nil {
            return takeBadge(StyledText(plain: text))
        }
        if folded.count <= 10 { take(date: VenueText(text).date, weight: 0) }
        notes.append(chunk.markdown)
    }

    /// Tells whether a number of a volume and pages are said: `vol. 12, no. 3, pp. 201–219`.
    private static func hasVolume(_ words: [String]) -> Bool {
        zip(words, words.dropFirst()).count { word, next in
            ["vol", "volume", "no", "pp", "pages"].contains(word) && next.first?.isNumber == true
        } > 1
    }

    private mutating func takeVenue(_ text: String, weight: Int) {
        guard venue["name"] == nil else {
            notes.append(text)
            return
        }
        let lead = VenueText.leadingYear(of: text)
        take(date: lead.year, weight: weight)
        if lead.year != nil { note(String(text.prefix(4))) }
        var cut = VenueText(lead.rest)
        take(date: cut.date, weight: weight)
        note(cut.words)
        for (key, value) in cut.takeNumbers() { venue[key] = .string(value) }
        note(cut.numberWords)
        cut.words = ""
        cut.cutDates()
        note(cut.words)
        take(date: cut.date, weight: weight)
        let states = cut.takeStates()
        if !states.isEmpty {
            cut.words = ""
            cut.cutDates()
            note(cut.words)
            take(date: cut.date, weight: weight)
        }
        for state in states where !takeState(state, isAlone: true) {
            cut.name += ", " + state
        }
        if venue["short"] == nil, let short = cut.takeShort() { venue["short"] = .string(short) }
        guard !cut.name.isEmpty else { return }
        if cut.name == venue["short"]?.string {
            // The badge said it already.
            note(cut.name)
        } else {
            venue["name"] = .string(cut.name)
        }
        if let type = VenueWords.type(of: cut.name), venue["type"] == nil || type != "conference" {
            venue["type"] = .string(type)
        }
    }

    /// Writes the fields into a draft.
    func finish(_ draft: inout EntryDraft) {
        var venue = venue
        if venue["name"]?.string == venue["short"]?.string { venue["name"] = nil }
        var ordered = Mapping()
        for key in ["name", "short", "type", "track", "volume", "number", "pages"] {
            ordered[key] = venue[key]
        }
        if !ordered.isEmpty { draft.fields["venue"] = .mapping(ordered) }
        let dateOfNote = notes.lazy.compactMap(Self.yearAtEnd).first
        draft.set("date", (date?.date ?? dateOfNote)?.description)
        draft.set("status", status ?? (venue["type"] == "preprint" ? "preprint" : nil))
        for entry in identifiers.entries { draft.fields[entry.key] = entry.value }
        if !awards.isEmpty { draft.set("award", awards.joined(separator: "; ")) }
        var seen: Set<String> = []
        draft.set("badges", badges.filter { seen.insert($0).inserted }.map { .string($0) })
        draft.set("tags", tags.map { .string($0) })
        for badge in badges where badges.filter({ $0 == badge }).count > 1 { draft.note(badge) }
        if !notes.isEmpty { draft.set("note", notes.joined(separator: " ")) }
        draft.notation.words += words
    }

    var hasDate: Bool { date != nil }
    var hasVenue: Bool { !venue.isEmpty }
}
