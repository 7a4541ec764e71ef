import Profiles
import Prose

/// Writes the dates of entries as a part of a page shows them.
struct EntryDates: Sendable {
    let form: LayoutChoices.DateForm
    let frame: LayoutChoices.DateFrame
    /// The word for an end that is not there.
    let present: String
    /// Whether the record chose the form, or the theme has it by itself.
    let isChosen: Bool

    /// A date in words; a text that is no date as it is.
    func text(_ date: DateText) -> String {
        PartialDate(date.description).map(style.text) ?? date.description
    }

    /// A span of time in words, nil where neither end is known.
    ///
    /// Without an end it goes on, unless it is said to be over or to be no span at all.
    func range(_ start: DateText?, _ end: DateText?, isOver: Bool, isOpenEnded: Bool = true)
        -> String?
    {
        let missing: DateRange.End = isOver || !isOpenEnded ? .none : .present
        let range = DateRange(
            start: start?.description, end: end?.description, missingEnd: missing)
        guard let range else {
            return [start, end].compactMap { $0?.description }.joined(separator: " - ")
        }
        let text = style.text(range, present: present)
        return text.isEmpty ? nil : text
    }

    private var style: DateStyle { DateStyle(rawValue: form.rawValue) ?? .iso }

    /// A date with what is around it in front of an entry.
    func framed(_ text: String) -> Line {
        switch frame {
        case .plain: .text(text)
        case .brackets: .text("[\(text)]")
        case .italic: Line.text(text).emphasized
        case .bold: Line.text(text).strong
        case .code: Line([.code(text)])
        }
    }
}
