internal import Layouts
internal import Prose
internal import RecordModel

/// Dates of curricula as records have them.
enum CurriculumDates {
    /// The keys of dates in the forms.
    static let keys: Set = [
        "start_date", "end_date", "date", "startDate", "endDate", "releaseDate",
    ]

    /// A date as a record has it, where the text is one.
    static func text(_ text: String) -> String {
        guard PartialDate(text) == nil, let range = DateRange(written: text) ?? present(text),
            range.end == .none || range.start == nil
        else { return text }
        return end(of: range)?.string ?? text
    }

    static func normalized(_ fields: Mapping) -> Mapping {
        var fields = fields
        for key in ["start", "end", "date"] {
            guard let text = fields[key]?.plainText, PartialDate(text) == nil, text != "present",
                let range = DateRange(written: text) ?? present(text)
            else { continue }
            if key == "end" {
                fields[key] = end(of: range)
            } else {
                fields[key] = range.start.map { .string($0.description) }
                if key == "start", range.end != .none { fields["end"] = end(of: range) }
            }
        }
        return fields
    }

    private static func end(of range: DateRange) -> Value? {
        switch range.end {
        case .present: "present"
        case .date(let date): .string(date.description)
        case .none: range.start.map { .string($0.description) }
        }
    }

    private static func present(_ text: String) -> DateRange? {
        ["present", "now", "current", "ongoing", "today"].contains(text.lowercased())
            ? DateRange(start: nil, end: .present) : nil
    }
}
