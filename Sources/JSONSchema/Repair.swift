internal import RecordModel

/// How a value can be made to meet a demand that it does not meet.
///
/// A repair is offered only where its result has been checked against the same part of the schema.
struct Repair: Hashable, Sendable {
    /// What is done to the value.
    enum Action: Hashable, Sendable {
        /// Its key becomes another one.
        case rename(String)
        /// It becomes another value.
        case set(Value)
        /// It is taken away.
        case remove
    }

    let summary: String
    /// Whether no meaning is changed, so that nobody has to look.
    let isSafe: Bool
    let action: Action
}

/// What could be meant by a value that does not meet the schema.
extension Evaluation {
    /// Another value that somebody may have meant.
    private struct Candidate {
        let value: Value
        var isSafe = true
    }

    /// Returns the first candidate that the part takes.
    private func repair(_ candidates: [Candidate], _ id: Subschema.ID) -> Repair? {
        let part = referrer ?? id
        return candidates.first { isValid($0.value, part) }.map { candidate in
            let isList = candidate.value.list != nil
            return Repair(
                summary: isList ? "Write it as a list" : "Write \(Wording.brief(candidate.value))",
                isSafe: candidate.isSafe, action: .set(candidate.value))
        }
    }

    private func isValid(_ value: Value, _ id: Subschema.ID) -> Bool {
        var trial = Evaluation(tables, .judging)
        var coverage: Coverage?
        return trial.check(value, id, &coverage)
    }

    /// The key of the value that is checked now, nil at the root.
    private var instanceKey: String? { instancePath.steps.last }

    /// Repairs a value of the wrong type.
    func repair(
        _ value: Value, of types: Keyword.TypeSet, _ id: Subschema.ID
    ) -> Repair? {
        guard purpose == .collecting else { return nil }
        if value == .null {
            return Repair(summary: "Remove the empty field", isSafe: true, action: .remove)
        }
        var candidates: [Candidate] = []
        if types.contains(.named("array")) { candidates += asList(value) }
        switch value {
        case .string(let text):
            if let flag = Wording.truth(text) { candidates.append(Candidate(value: .bool(flag))) }
            if let number = Number(parsing: text.trimmed) {
                candidates.append(Candidate(value: .number(number)))
            }
        case .number(let number):
            candidates.append(
                Candidate(value: .string(number.description), isSafe: number.isInteger))
        case .bool(let flag):
            candidates.append(Candidate(value: .string(String(flag)), isSafe: false))
        case .list(let items) where items.count == 1: candidates.append(Candidate(value: items[0]))
        default: break
        }
        return repair(candidates, id)
    }

    /// One value where a list is due: a list of it, or of what its commas separate.
    private func asList(_ value: Value) -> [Candidate] {
        switch value {
        case .string(let text) where text.contains(where: { ",;".contains($0) }):
            let parts = text.split(whereSeparator: { ",;".contains($0) })
                .map { String($0).trimmed }.filter { !$0.isEmpty }
            return [Candidate(value: .list(parts.map(Value.string)), isSafe: false)]
        case .number(let number):
            let text = Value.string(number.description)
            return [
                Candidate(value: .list([value])),
                Candidate(value: .list([text]), isSafe: number.isInteger),
            ]
        case .list, .null: return []
        default: return [Candidate(value: .list([value]))]
        }
    }

    /// Repairs a text of the wrong form.
    func repair(_ text: String, ofFormIn id: Subschema.ID) -> Repair? {
        guard purpose == .collecting else { return nil }
        let trimmed = text.trimmed
        var candidates = [Candidate(value: .string(trimmed))]
        if annotation("x-labfolio-text", of: id) == "date",
            let date = DateForms.normalized(trimmed)
        {
            candidates.append(Candidate(value: .string(date)))
        }
        for prefix in Self.prefixes where trimmed.lowercased().hasPrefix(prefix) {
            let rest = String(trimmed.dropFirst(prefix.count)).trimmed
            candidates.append(Candidate(value: .string(rest)))
        }
        if annotation("x-labfolio-text", of: id) == "url", trimmed.hasPrefix("www.") {
            candidates.append(Candidate(value: .string("https://" + trimmed), isSafe: false))
        }
        let line = trimmed.split(whereSeparator: \.isNewline).joined(separator: " ")
        candidates.append(Candidate(value: .string(line), isSafe: false))
        if instanceKey == "id", let slug = Self.slug(trimmed) {
            // Others may refer to the id.
            candidates.append(Candidate(value: .string(slug), isSafe: false))
        }
        return repair(candidates.filter { $0.value != .string(text) }, id)
    }

    /// What people write before an identifier, in lower case.
    private static let prefixes = [
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
        "doi.org/", "doi:", "https://arxiv.org/abs/", "http://arxiv.org/abs/",
        "https://arxiv.org/pdf/", "arxiv.org/abs/", "arxiv:", "mailto:", "isbn:", "isbn",
        "https://github.com/", "https://openreview.net/forum?id=", "pmid:",
    ]

    /// The words of a text in plain letters, joined by `-`; nil for letters of other scripts.
    private static func slug(_ text: String) -> String? {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case _ where scalar.isASCII: if !slug.hasSuffix("-"), !slug.isEmpty { slug += "-" }
            default: return nil
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }
}

extension Schema {
    /// Returns what a repair does to a value, nil where it would only make another finding.
    func fix(_ error: SchemaError, at path: FieldPath, in value: Value) -> Fix? {
        guard let repair = error.repair else { return nil }
        let edit: FieldEdit
        switch repair.action {
        case .rename(let key): edit = FieldEdit(renaming: path, to: key)
        case .remove:
            guard !isRequired(error.instancePath) else { return nil }
            edit = FieldEdit(path, nil)
        case .set(let new):
            guard path.steps.last != "id" || !isTaken(new, at: error.instancePath, in: value)
            else { return nil }
            edit = FieldEdit(path, new)
        }
        return Fix(repair.summary, isSafe: repair.isSafe, edits: [edit])
    }

    /// Tells whether a field has to be there.
    private func isRequired(_ path: FieldPath) -> Bool {
        guard let key = path.steps.last else { return true }
        var id = root
        for step in path.steps.dropLast() {
            guard let next = part(ofKey: step, in: id) ?? itemPart(in: id) else { return false }
            id = next
        }
        return requires(key, id)
    }

    /// Tells whether a part asks for a key, be it only where a condition holds or does not.
    private func requires(_ key: String, _ id: Subschema.ID) -> Bool {
        chains[id].contains { part in
            parts[part].keywords.contains {
                switch $0 {
                case .required(let keys): keys.contains(key)
                case .condition(_, let then, let otherwise):
                    [then, otherwise].contains { $0.map { requires(key, $0) } ?? false }
                default: false
                }
            }
        }
    }

    /// Tells whether another item of the list has an id.
    private func isTaken(_ id: Value, at path: FieldPath, in value: Value) -> Bool {
        guard let items = path.parent?.parent.flatMap({ value.value(at: $0) })?.list else {
            return false
        }
        return items.contains { $0["id"] == id }
    }
}

extension String {
    /// The text without blanks and line breaks around it.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
