internal import Formats
internal import RecordModel

/// Builds a mapping of what is there.
struct Fields {
    private(set) var mapping = Mapping()

    /// The mapping as a value; nil where it is empty.
    var value: Value? { mapping.isEmpty ? nil : .mapping(mapping) }

    /// Sets a key to a value, unless it is nil or empty.
    mutating func set(_ key: String, _ value: Value?) {
        switch value {
        case nil, .null?, .string("")?, .list([])?: return
        case .mapping(let mapping)? where mapping.isEmpty: return
        case .some(let value): mapping[key] = value
        }
    }

    /// Sets a key to a text, unless it is nil or empty.
    mutating func set(_ key: String, text: String?) { set(key, text.map { .string($0) }) }

    /// Gives a value another key, in the place of what was there.
    mutating func move(_ key: String, to other: String) {
        guard let value = mapping[key] else { return }
        mapping[key] = nil
        mapping[other] = value
    }

    /// Takes a key out that has this value.
    mutating func remove(_ key: String, where value: Value) {
        if mapping[key] == value { mapping[key] = nil }
    }

    /// Copies keys of another mapping, each under its new name.
    mutating func copy(_ names: KeyValuePairs<String, String>, from source: Value) {
        for (from, to) in names { set(to, source[from]) }
    }

    /// Copies keys the other way.
    mutating func copyBack(_ names: KeyValuePairs<String, String>, from source: Value) {
        for (to, from) in names { set(to, source[from]?.text.map { .string($0) }) }
    }
}

extension Value {
    /// The text of a string or a number; nil for anything else.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): "\(number)"
        default: nil
        }
    }

    /// The items of a section of a record.
    func items(_ section: String) -> [Value] { self[section]?.list ?? [] }
}

/// Gives the entries of one section their ids.
struct EntryIDs {
    private var taken: Set<String> = []

    /// An id for an entry of some texts, the telling ones first.
    mutating func id(_ parts: String?...) -> Value {
        let words = parts.compactMap { $0 }.flatMap {
            Slugs.slug($0).split(separator: "-").prefix(5)
        }
        let id = Slugs.unique(words.isEmpty ? "entry" : words.joined(separator: "-"), notIn: taken)
        taken.insert(id)
        return .string(id)
    }
}

/// Text with a list of points at its end, as curricula have it.
enum Points {
    /// Returns the text before the points, and the points.
    static func split(_ text: String?) -> (summary: String?, points: [String]) {
        guard let text, !text.isEmpty else { return (nil, []) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var start = lines.count
        while start > 0, lines[start - 1].hasPrefix("- ") { start -= 1 }
        let points = lines[start...].map { String($0.dropFirst(2)) }
        if start == 0 { return (nil, points) }
        // Points that go on with a paragraph without a blank line are a part of it.
        guard !points.isEmpty, lines[start - 1].isEmpty else { return (text, []) }
        let summary = lines[..<(start - 1)].joined(separator: "\n")
        return (summary.isEmpty ? nil : summary, points)
    }

    /// Returns the text with the points as a list at its end.
    static func join(_ summary: String?, _ points: [String]) -> String? {
        let list = points.map { "- " + $0 }.joined(separator: "\n")
        let parts = [summary, list].compactMap { $0 }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }
}
