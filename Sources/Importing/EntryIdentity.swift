internal import Prose
internal import RecordModel

/// Tells whether two entries speak of one thing, though two places of a site say it differently.
enum EntryIdentity {
    static func isSame(_ first: Mapping, _ second: Mapping, in section: String) -> Bool {
        switch section {
        case "publications":
            return !Set(publicationKeys(first)).isDisjoint(with: publicationKeys(second))
        case "positions", "education":
            guard same("organization", first, second, isPartEnough: true) else { return false }
            if let years = sameYears(first, second) { return years }
            return same(section == "positions" ? "role" : "degree", first, second)
        case "service":
            return same("role", first, second)
                && (same("venue", first, second) || same("organization", first, second))
        case "teaching":
            return same("course", first, second) && sameYear("date", first, second) != false
        case "awards", "talks":
            return same("title", first, second) && sameYear("date", first, second) != false
        case "projects": return same("name", first, second)
        default: return first == second
        }
    }

    /// What tells a publication from others.
    static func publicationKeys(_ fields: Mapping) -> [String] {
        var keys: [String] = []
        if let doi = fields["doi"]?.string { keys.append("doi:" + doi.lowercased()) }
        if let arXiv = fields["arxiv"]?.string {
            keys.append("arxiv:" + arXiv.prefix { $0 != "v" })
        }
        if let title = fields["title"]?.string {
            keys.append("title:" + VisibleWords.words(of: title).joined(separator: " "))
        }
        return keys
    }

    /// Whether a field has the same words in both, or all those of one in the other.
    private static func same(
        _ key: String, _ first: Mapping, _ second: Mapping, isPartEnough: Bool = false
    ) -> Bool {
        guard let mine = first[key]?.string, let yours = second[key]?.string else { return false }
        let (one, other) = (VisibleWords(ofMarkdown: mine), VisibleWords(ofMarkdown: yours))
        guard one.total > 0, other.total > 0 else { return false }
        let shared = one.intersection(other).total
        return isPartEnough
            ? shared == min(one.total, other.total) : shared == max(one.total, other.total)
    }

    private static func year(_ key: String, _ fields: Mapping) -> String? {
        fields[key]?.string.map { String($0.prefix(4)) }
    }

    /// Whether a date is in the same year; nil where one of the two does not say.
    private static func sameYear(_ key: String, _ first: Mapping, _ second: Mapping) -> Bool? {
        guard let mine = year(key, first), let yours = year(key, second) else { return nil }
        return mine == yours
    }

    private static func sameYears(_ first: Mapping, _ second: Mapping) -> Bool? {
        let answers = ["start", "end"].compactMap { sameYear($0, first, second) }
        return answers.isEmpty ? nil : answers.allSatisfy(\.self)
    }
}
