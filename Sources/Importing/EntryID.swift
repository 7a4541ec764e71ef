internal import Formats
internal import RecordModel

/// Makes the ids of entries from what they say.
///
/// An id depends on the words alone, not on the place: importing a page again after an item was
/// added on top gives the other entries the ids they had.
struct EntryIDs {
    /// The ids given out; a free section may not be called as a part of the page is.
    private var taken: [String: Set<String>] = [
        "sections": [
            "profile", "news", "publications", "positions", "education", "awards", "service",
            "teaching", "talks", "projects", "sections", "bio", "interests", "contact", "selected",
            "widgets",
        ]
    ]

    /// The number of the last entry that wished for an id, where several did.
    private var numbers: [String: [String: Int]] = [:]

    /// Begins with no other ids than those that are reserved.
    init() {}

    /// Begins with the ids that a section has already.
    init(taken ids: [String], in section: String) { take(ids, in: section) }

    /// Notes ids that a section has.
    mutating func take(_ ids: [String], in section: String) {
        taken[section, default: []].formUnion(ids)
    }

    /// Returns an id for an entry that is not taken in its section.
    mutating func id(for fields: Mapping, in section: String) -> String {
        unique(Self.words(of: fields, in: section), in: section)
    }

    /// Returns an id for a text that is not taken in a section.
    mutating func id(for text: String, in section: String) -> String {
        unique(Self.start(of: text, words: 6), in: section)
    }

    /// Returns an id for some words; entries with the same words are numbered.
    private mutating func unique(_ words: String, in section: String) -> String {
        let slug = Slugs.slug(words)
        var id = slug
        var number = numbers[section]?[slug] ?? 1
        while taken[section]?.contains(id) == true {
            number += 1
            id = "\(slug)-\(number)"
        }
        numbers[section, default: [:]][slug] = number
        taken[section, default: []].insert(id)
        return id
    }

    private static func words(of fields: Mapping, in section: String) -> String {
        func text(_ key: String) -> String { fields[key]?.string ?? "" }
        let year = String((text("date") + text("start")).prefix(4))
        let parts: [String]
        switch section {
        case "publications": parts = [start(of: text("title"), words: 5), year]
        case "news": parts = [start(of: text("text"), words: 5), text("date")]
        case "positions": parts = [text("role"), text("organization")]
        case "education": parts = [text("degree"), text("organization")]
        case "awards": parts = [start(of: text("title"), words: 6), year]
        case "service": parts = [start(of: text("role"), words: 4), text("venue")]
        case "teaching": parts = [start(of: text("course"), words: 5), text("term"), year]
        case "talks": parts = [start(of: text("title"), words: 5), year]
        case "projects": parts = [text("name")]
        default: parts = [text("title")]
        }
        let wish = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return wish.isEmpty ? start(of: text("written"), words: 6) : wish
    }

    /// The first words of a text, without the smallest ones.
    private static func start(of text: String, words count: Int) -> String {
        let plain = Markdown(text).plainText()
        let all = plain.words.filter { !small.contains($0.lowercased()) }
        let first = all.prefix(count).joined(separator: " ")
        return first.isEmpty ? plain : first
    }

    private static let small: Set<String> = [
        "a", "an", "the", "of", "and", "for", "in", "on", "to", "with", "is", "at", "by", "from",
        "our", "has", "have", "been", "be", "i", "my", "as", "it", "are", "was", "am",
    ]
}
