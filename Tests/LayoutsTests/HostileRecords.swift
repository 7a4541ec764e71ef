import RecordModel
import TestSupport

/// Records in which every text is an attack, or hard to write down.
enum HostileRecords {
    /// A word that every text of the records begins with.
    static let word = "mark"

    private static let texts = [
        "mark {{ 'LIQUID-' | append: 'RAN' }} {% assign x = 1 %} {% raw %} {{",
        "mark <script>alert(1)</script> <img src=x onerror=alert(1)> </div> <!-- --> ]]>",
        "mark \" onmouseover=\"evil() ' x='y' & &lt; &amp; \\\" `code` ",
        "mark: yes - no # not a comment | bar & *anchor !tag %directive @at",
        "mark [x](javascript:alert(1)) ![y](javascript:alert(1)) <javascript:alert(1)>",
        "mark *a **b _c $x_1^2$ \\textbf{d} ~ -- --- '' `` {e} }f{ \\",
        "mark | a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n- y\n\n1. z\n\n> q\n\n```\n{% x %}\n```\n",
        "mark 张三 é ü 🛠️ \u{202E}abc\u{202C} e\u{301} :tada: [^1]: {: .x } *[X]: y",
    ]

    /// Whole records, each with one attack in every text that is no date, id or choice.
    static let all: [Record] = texts.map { text in
        Record(id: Record.shown.id, value: poisoned(Record.shown.value, with: text))
    }

    /// Keys whose texts a schema restricts so much that no attack fits, and those that decide
    /// which parts there are.
    private static let kept: Set<String> = [
        "id", "date", "start", "end", "since", "as_of", "kind", "type", "show", "shape", "align",
        "status", "theme", "version", "dates", "date_frame", "author_names", "place", "profile",
        "token", "permalink", "redirects", "url", "baseurl", "file", "badge_kind", "years",
    ]

    private static func poisoned(_ value: Value, with text: String) -> Value {
        switch value {
        case .string: return .string(text)
        case .list(let items): return .list(items.map { poisoned($0, with: text) })
        case .mapping(let mapping):
            var result = Mapping()
            // Counters bring a script of their own.
            for entry in mapping.entries where entry.key != "widgets" && entry.key != "options" {
                let isKept = kept.contains(entry.key) && entry.value.mapping == nil
                result[entry.key] = isKept ? entry.value : poisoned(entry.value, with: text)
            }
            return .mapping(result)
        default: return value
        }
    }
}
