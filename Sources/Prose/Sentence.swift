/// Joins words as a sentence does.
public enum Sentence {
    /// Returns a list in words: `A`, `A and B`, `A, B, and C`.
    public static func list(_ items: [String], conjunction: String = "and") -> String {
        let items = items.filter { !$0.isEmpty }
        switch items.count {
        case 0...1: return items.first ?? ""
        case 2: return "\(items[0]) \(conjunction) \(items[1])"
        default:
            let head = items.dropLast().joined(separator: ", ")
            return "\(head), \(conjunction) \(items[items.count - 1])"
        }
    }

    /// Returns the parts that are there, joined.
    public static func joined(_ parts: [String?], separator: String = ", ") -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: separator)
    }

    /// Returns the text with a full stop, unless it ends with a mark that closes a sentence.
    public static func closed(_ text: String) -> String {
        guard let last = text.last, !".!?。！？…".contains(last) else { return text }
        return text + "."
    }
}
