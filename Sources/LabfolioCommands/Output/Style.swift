/// Colours, where the reader is a person who wants them.
struct Style: Sendable {
    let isOn: Bool

    /// What a piece of text is.
    enum Role: String {
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case strong = "1"
        case faint = "2"
        case added = "32"
        case removed = "31"
        case changed = "33"
    }

    /// Returns the text as its role looks.
    func text(_ text: String, _ role: Role) -> String {
        isOn ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
