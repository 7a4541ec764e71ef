internal import RecordModel

/// The words of findings: short, and without more of the input than is needed to recognise it.
enum Wording {
    /// A value as one looks for it in a file.
    static func brief(_ value: Value) -> String {
        switch value {
        case .null: "nothing"
        case .bool(let flag): "`\(flag)`"
        case .number(let number): "`\(cut(number.description))`"
        case .string(let text): "`\(cut(text))`"
        case .list(let items): "a list of \(items.count)"
        case .mapping(let mapping): "a mapping of \(mapping.count)"
        }
    }

    /// The beginning of a text, on one line.
    static func cut(_ text: String) -> String {
        let line = String(text.prefix(61).map { $0.isNewline ? " " : $0 })
        return line.count > 60 ? line.prefix(57) + "…" : line
    }

    static func wrongType(_ value: Value, _ types: Keyword.TypeSet) -> String {
        let due = types.names.map(name).joined(separator: " or ")
        guard value != .null else { return "The field has no value; \(due) is due" }
        return "\(name(value.typeName).capitalizedFirst) stands here; \(due) is due"
    }

    /// A number of things with its verb: `1 item is`, `3 items are`.
    static func counted(_ count: Int, _ unit: String) -> String {
        count == 1 ? "1 \(unit) is" : "\(count) \(unit)s are"
    }

    /// What to write for the words that only older YAML took for truth values.
    static func truthHint(_ value: Value, _ types: Keyword.TypeSet) -> String? {
        guard types.allows(.bool(true)), let text = value.string else { return nil }
        return truth(text).map { "Write `\($0)`" }
    }

    /// The truth value that a word stands for in one YAML or another.
    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "on", "y", "true": true
        case "no", "off", "n", "false": false
        default: nil
        }
    }

    /// A type of JSON as people call it.
    private static func name(_ type: String) -> String {
        switch type {
        case "null": "nothing"
        case "boolean": "`true` or `false`"
        case "integer": "a whole number"
        case "number": "a number"
        case "string": "a text"
        case "array": "a list"
        default: "a mapping"
        }
    }

    static func notAPattern(_ text: String, title: String?) -> String {
        guard let title else { return "`\(cut(text))` does not have the form that is due" }
        return "`\(cut(text))` does not have the form that is due: \(title.lowercasedFirst)"
    }

    /// The first sentence of a description, and an example.
    static func hint(description: String?, example: Value?) -> String? {
        var sentence = description.map { text in
            var end = text.startIndex
            while let stop = text[end...].firstIndex(of: ".") {
                end = text.index(after: stop)
                if end == text.endIndex || text[end] == " " { return text[..<stop] }
            }
            return text[...]
        }
        if let example, let word = example.string ?? example.number?.description {
            let addition = "for example `\(cut(word))`"
            sentence = sentence.map { "\($0); \(addition)" } ?? addition[...]
        }
        return sentence.map { String($0).capitalizedFirst }
    }

    static func known(_ what: String, _ names: [String]) -> String {
        let shown = names.prefix(12).map { "`\(cut($0))`" }.joined(separator: ", ")
        return "The \(what) that are known: \(shown)" + (names.count > 12 ? ", …" : "")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    fileprivate var lowercasedFirst: String {
        // An abbreviation such as DOI or URL stays as it is.
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
