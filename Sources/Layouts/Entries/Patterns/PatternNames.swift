import Profiles
import RecordModel

/// The names that patterns know parts of entries by.
enum PatternNames {
    private static let bySection: [String: Set<String>] = [
        "news": ["date", "emoji", "badge", "title", "text", "links"],
        "positions": [
            "start", "end", "role", "organization", "unit", "place", "advisors", "text", "links",
        ],
        "education": [
            "start", "end", "degree", "field", "organization", "unit", "place", "grade", "thesis",
            "advisors", "text", "links",
        ],
        "awards": ["date", "title", "organization", "amount", "text", "links"],
        "service": [
            "start", "end", "role", "venue", "years", "organization", "text", "links",
        ],
        "teaching": [
            "term", "course", "code", "role", "organization", "place", "instructor", "time",
            "text", "links",
        ],
        "talks": ["date", "title", "kind", "event", "organization", "place", "text", "links"],
        "projects": [
            "start", "end", "name", "description", "role", "repository", "text", "links",
        ],
        "publications": [
            "title", "authors", "venue", "short", "track", "issue", "pages", "publisher",
            "location", "date", "award_name", "award", "badges", "status", "links", "identifiers",
            "citations",
        ],
    ]

    /// The names that entries of a section have, in the order of the alphabet.
    static func names(of section: String) -> [String] { (bySection[section] ?? []).sorted() }

    /// What is wrong with the patterns of a record.
    static func findings(in choices: LayoutChoices) -> [Diagnostic] {
        choices.sections.flatMap { choice in
            choice.patterns.enumerated().compactMap { index, text in
                finding(about: text, of: choice.section).map { message in
                    let names = names(of: choice.section).joined(separator: ", ")
                    return Diagnostic(
                        .oddPattern, message, severity: .warning,
                        hint: names.isEmpty
                            ? "Only sections of entries have patterns" : "There are: \(names)",
                        path: choice.path.appending("patterns").appending("\(index)"))
                }
            }
        }
    }

    private static func finding(about text: String, of section: String) -> String? {
        guard let pattern = EntryPattern(text) else {
            return "The pattern `\(text)` is no line with the names of fields in braces, each once"
        }
        let known = bySection[section] ?? []
        guard let odd = pattern.names.subtracting(known).sorted().first else { return nil }
        return "The pattern `\(text)` names `\(odd)`, which no entry of \(section) has"
    }
}

extension Diagnostic.Code {
    /// A pattern that writes no entry.
    static let oddPattern: Self = "layout.odd-pattern"
}
