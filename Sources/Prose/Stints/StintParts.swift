import Formats
import RecordModel

/// The parts of a line about a job or a degree, between commas.
struct StintParts {
    struct Part {
        var text: String
        var markdown: String
        var link: String?
        var isMarked: Bool
        var isUsed = false
    }

    var parts: [Part] = []
    /// The words between the parts that no field holds: `at`, `in`.
    var words: [String] = []
    /// What is neither role nor place.
    private(set) var remarks: [String] = []
    let baseURL: String?
    var organization = 0

    init(_ text: StyledText, baseURL: String?) {
        self.baseURL = baseURL
        var start = 0
        var depth = 0
        var cuts: [(Range<Int>)] = []
        var index = 0
        while index < text.count {
            let scalar = text[index]
            if "(（[".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）]".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            let next = text.sign(at: index + 1)
            let isStop =
                scalar == "." && next?.isBlank != false && !text.isDegreeStop(index) && index > 2
            let isDash =
                "-–—|".unicodeScalars.contains(scalar) && next?.isBlank == true
                && (index == 0 || text[index - 1].isBlank)
            if depth == 0, ",，;；\n、。".unicodeScalars.contains(scalar) || isStop || isDash {
                cuts.append(start..<index)
                start = index + 1
            } else if depth == 0, scalar.isBlank, let joint = Self.joint(text, at: index),
                // `The University of Texas at Dallas` is one.
                StintWords.organizationRank(text.string(start..<index)) ?? 0 < 4
            {
                cuts.append(start..<index)
                words += VisibleWords.words(text.string(index..<joint))
                start = joint
                index = joint
                continue
            }
            index += 1
        }
        cuts.append(start..<text.count)
        for cut in cuts {
            let range = text.trimmed(cut) {
                $0.isBlank || $0.isInvisible || $0 == StyledText.imageSign
                    || ",.:：，。;*".unicodeScalars.contains($0)
            }
            guard !range.isEmpty, !text.isBlank(range) else { continue }
            var shown = text.string(range)
            // `Ph.D.` and `Inc.` keep their stop.
            if text.sign(at: range.upperBound) == ".", text.isDegreeStop(range.upperBound) {
                shown += "."
            }
            guard shown.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            parts.append(
                Part(
                    text: shown, markdown: text.markdown(range),
                    link: range.lazy.compactMap { text.style(at: $0).link }.first { !$0.isEmpty },
                    isMarked: text.style(at: range.lowerBound).isMarked))
        }
    }

    /// ` at `, ` @ `: an organization follows.
    static func joint(_ text: StyledText, at index: Int) -> Int? {
        for word in ["at the ", "at ", "@ ", "an der ", "bei ", "chez ", "en la ", "at:"] {
            let end = index + 1 + word.unicodeScalars.count
            guard end < text.count else { continue }
            if String(scalars: text.scalars[index + 1..<end]).lowercased() == word {
                return index + 1 + (word == "at the " ? 3 : word.unicodeScalars.count)
            }
        }
        return nil
    }

    // MARK: Where it was

    /// Takes the organization, its unit and its place out of the parts.
    mutating func takeOrganization(_ draft: inout EntryDraft, after role: Int?) -> Bool {
        let free = parts.indices.filter { !parts[$0].isUsed }
        let ranked = free.compactMap { index in
            StintWords.organizationRank(parts[index].text).map { (index: index, rank: $0) }
        }
        var chosen = ranked.filter { $0.rank > 0 }.map(\.rank).max().flatMap { best in
            ranked.last { $0.rank == best }?.index
        }
        // A link or bold type names what has no telling word; else what follows the role.
        if chosen == nil { chosen = free.first { parts[$0].link != nil && $0 != role } }
        if chosen == nil {
            chosen = free.first { parts[$0].isMarked && !Self.isRemark(parts[$0].text) }
        }
        if chosen == nil, let role { chosen = free.first { $0 > role } ?? free.first }
        if chosen == nil { chosen = ranked.first?.index }
        guard let index = chosen else { return false }
        var name = parts[index].text
        parts[index].isUsed = true
        // Two universities side by side gave the degree together.
        if let rank = StintWords.organizationRank(name), rank == 4 {
            for other in [index - 1]
            where parts.indices.contains(other) && !parts[other].isUsed
                && StintWords.organizationRank(parts[other].text) == 4
            {
                name = parts[other].text + ", " + name
                parts[other].isUsed = true
            }
        }
        draft.set("organization", name)
        if let link = parts[index].link, let url = LinkFields.address(link, baseURL: baseURL) {
            draft.set("url", url)
        }
        var units: [String] = []
        for other in parts.indices where !parts[other].isUsed {
            let rank = StintWords.organizationRank(parts[other].text)
            guard rank != nil || StintWords.isUnit(parts[other].text) else { continue }
            units.append(parts[other].text)
            parts[other].isUsed = true
        }
        if !units.isEmpty { draft.set("unit", units.joined(separator: ", ")) }
        organization = index
        takePlaces(&draft)
        return true
    }

    /// Takes cities and countries after the organization.
    mutating func takePlaces(_ draft: inout EntryDraft) {
        guard draft.fields["place"] == nil else { return }
        var places: [String] = []
        for other in parts.indices where !parts[other].isUsed && other > organization {
            guard Self.isPlace(parts[other].text) else { break }
            places.append(parts[other].text)
            parts[other].isUsed = true
        }
        if !places.isEmpty { draft.set("place", places.joined(separator: ", ")) }
    }

    /// A city, a country: a few words with capital letters and nothing else.
    static func isPlace(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count <= 3, !text.contains(where: \.isNumber), !isRemark(text),
            !isSubject(text), !StintWords.isDegree(text),
            !StintWords.isRole(text)
        else { return false }
        if text.unicodeScalars.allSatisfy({ $0.isEastAsian || $0.isBlank || $0 == "-" }) {
            return text.count <= 8
        }
        return words.allSatisfy { word in
            word.first?.isUppercase == true
                || ["of", "the", "de", "am", "an", "der"].contains(word)
        }
    }

    /// Tells whether a part is cut out of a sentence: `I am currently a Ph.D. student`.
    static func isSentence(_ text: String) -> Bool {
        SearchWords.folded(text).contains {
            ["i", "am", "was", "is", "my", "he", "she", "we", "seeking", "received"].contains($0)
        }
    }

    /// Tells whether a part names a subject and no city.
    static func isSubject(_ text: String) -> Bool {
        let words = SearchWords.folded(text)
        let subjects: Set<String> = [
            "science", "sciences", "engineering", "studies", "mathematics", "math", "physics",
            "intelligence", "economics",
            "systems", "system", "statistics", "biology", "chemistry", "design", "management",
            "technology", "psychology",
            "linguistics", "philosophy", "education", "informatics", "computing", "robotics",
            "communication", "history", "law",
        ]
        return words.count(where: { $0.count > 2 }) >= 3 || words.contains(where: subjects.contains)
    }

    mutating func finishRemarks() {
        for index in parts.indices where !parts[index].isUsed {
            remarks.append(parts[index].markdown)
            parts[index].isUsed = true
        }
    }

    // MARK: Jobs

    mutating func readPosition(_ draft: inout EntryDraft, context: EntryContext) -> Bool {
        guard !parts.isEmpty else { return false }
        let roles = parts.indices.filter { StintWords.isRole(parts[$0].text) }
        let role =
            roles.first { StintWords.organizationRank(parts[$0].text) ?? 0 < 3 } ?? roles.first
            ?? (parts[0].isMarked && parts.count > 1
                && StintWords.organizationRank(parts[0].text) == nil ? 0 : nil)
        if let role {
            guard VisibleWords.words(parts[role].text).count <= 12,
                !Self.isSentence(parts[role].text)
            else { return false }
            draft.set("role", parts[role].text)
            parts[role].isUsed = true
            draft.set("kind", Self.kind(of: parts[role].text, heading: context.heading))
        } else {
            // Below `Internships` nobody says that it was one.
            let heading =
                SearchWords.folded(context.subheading ?? "")
                + SearchWords.folded(context.heading ?? "")
            guard heading.contains(where: { $0.hasPrefix("intern") }) else { return false }
            draft.set("role", "Intern")
            draft.set("kind", "internship")
            draft.notation.inferred.append("role")
        }
        guard takeOrganization(&draft, after: role) else { return false }
        finishRemarks()
        return true
    }

    static func kind(of role: String, heading: String?) -> String? {
        let words = SearchWords.folded(role)
        let kinds: [(String, String)] = [
            ("intern", "internship"), ("internship", "internship"), ("praktikant", "internship"),
            ("stagiaire", "internship"),
            ("postdoc", "postdoc"), ("postdoctoral", "postdoc"), ("visiting", "visiting"),
            ("assistant", "assistantship"),
        ]
        if words.contains("professor") {
            return words.contains("visiting") ? "visiting" : "employment"
        }
        if role.contains("实习") || role.contains("인턴") { return "internship" }
        if role.contains("博士后") { return "postdoc" }
        return kinds.first { words.contains($0.0) }?.1
    }
}

extension StyledText {
    /// Tells whether a full stop belongs to a degree or a company: `Ph.D.`, `B.S.`, `Inc.`.
    func isDegreeStop(_ index: Int) -> Bool {
        var start = index
        while start > 0, self[start - 1].isLetter || self[start - 1] == "." { start -= 1 }
        let word = string(start..<index).lowercased()
        if word.contains(".") || word.count == 1 { return true }
        return [
            "inc", "ltd", "co", "corp", "ph", "sc", "eng", "dr", "prof", "st", "dept", "univ", "jr",
            "dipl", "ing", "nat", "rer",
        ].contains(word)
    }
}
