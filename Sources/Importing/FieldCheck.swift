internal import Formats
internal import JSONSchema
internal import ProfileStore
internal import RecordModel

/// Parts the fields of an entry into those that its schema takes and others.
struct FieldCheck {
    let schemas: SchemaSet

    /// A field that a record cannot hold, with its text.
    struct Left {
        let key: String
        let text: String
    }

    /// Returns the fields that fit, and the others.
    func sound(_ fields: Mapping, in section: String) -> (kept: Mapping, left: [Left]) {
        guard let schema = schemas.sections[section] else { return (fields, []) }
        var kept = fields
        var left: [Left] = []
        for _ in 0..<20 {
            var whole = kept
            whole["id"] = "x"
            let errors = schema.validate(.list([.mapping(whole)]))
                .filter { $0.severity == .error }
            let steps = errors.compactMap { $0.path?.steps }.first { $0.count > 1 }
            guard let key = steps?[1], let value = kept[key] else { break }
            left.append(Left(key: key, text: value.string ?? JSONWriter().text(value)))
            kept[key] = nil
        }
        return (kept, left)
    }
}

extension String {
    /// The text without blank lines and white space at its ends.
    var trimmedLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
