internal import Formats
internal import Layouts
internal import RecordModel

/// A text of a document.
struct TextLeaf: Hashable {
    /// The keys on the way to it.
    let keys: [String]
    /// The text as it stands there; a date as records have it.
    let text: String

    /// Whether the text is an address.
    var isAddress: Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    /// Keys whose texts say how to show something, not what.
    private static let silent: Set = ["$schema", "network", "icon", "logo", "meta", "theme"]

    /// Returns all texts of a value that say something.
    static func all(in value: Value, keys: [String] = []) -> [TextLeaf] {
        switch value {
        case .list(let items): return items.flatMap { all(in: $0, keys: keys) }
        case .mapping(let mapping):
            return mapping.entries.filter { !silent.contains($0.key) }.flatMap {
                all(in: $0.value, keys: keys + [$0.key])
            }
        default:
            guard let text = value.plainText else { return [] }
            let isDate = keys.last.map(CurriculumDates.keys.contains) ?? false
            return [TextLeaf(keys: keys, text: isDate ? CurriculumDates.text(text) : text)]
        }
    }

    /// The line of a document on which the text stands, from 1; the first where it is not found.
    func line(in document: String) -> Int {
        let first = text.prefix { $0 != "\n" }
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(first) } ?? 0) + 1
    }

    /// The words that the text shows.
    var words: VisibleWords { VisibleWords(ofMarkdown: text) }

    /// Tells whether fields say what the text says.
    func isSaid(in fields: Mapping) -> Bool {
        if isAddress { return TextLeaf.all(in: .mapping(fields)).contains { $0.text == text } }
        return words.subtracting(RecordDraft.words(of: .mapping(fields))).total == 0
    }
}
