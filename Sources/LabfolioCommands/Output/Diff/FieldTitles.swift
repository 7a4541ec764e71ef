internal import JSONSchema
internal import ProfileStore
internal import RecordModel

/// What fields, sections and entries are called, as the schemas say.
struct FieldTitles: Sendable {
    private let sections: [String: Schema]
    private let shape: Shape
    /// As much of what an entry is called is shown.
    private static let nameLimit = 80

    /// Takes the titles of schemas; without, fields are called by their keys.
    init(_ schemas: SchemaSet?, shape: Shape) {
        sections = schemas?.sections ?? [:]
        self.shape = shape
    }

    // MARK: Sections

    /// What a section is called.
    func section(_ name: String) -> DiffSentence {
        title(at: FieldPath(steps: [name])) ?? "\(name)"
    }

    /// What one entry of a section is, and several of them: `publication`, `news items`.
    func nouns(of section: String) -> (one: String, several: String) {
        let whole = Self.harmless(annotation("title", at: FieldPath(steps: [section])))
        let item = Self.harmless(annotation("title", at: FieldPath(steps: [section, ""])))
        guard let item else { return ("entry", "entries") }
        let word = item.lowercasedFirst
        // One word for both says what the section is, not what an entry is.
        return item == whole ? ("\(word) entry", "\(word) entries") : (word, word + "s")
    }

    // MARK: Fields

    /// What a field is called: the titles on the way to it from its entry, and the names of the
    /// items that the way leads through.
    ///
    /// The first steps, which lead to the entry, are left out.
    func field(_ path: FieldPath, behind count: Int) -> DiffSentence {
        var parts: [DiffSentence] = []
        var shape = shape
        for (index, step) in path.steps.enumerated() {
            let isItem = if case .list = shape { true } else { false }
            if index >= count {
                let place = FieldPath(steps: Array(path.steps[...index]))
                parts.append(isItem ? "\(step)" : title(at: place) ?? "\(step)")
            }
            shape = isItem ? shape.itemShape : shape.shape(ofKey: step)
        }
        return .joined(parts, by: " › ")
    }

    /// Tells whether a field holds prose, of which only words change.
    func isProse(_ path: FieldPath) -> Bool {
        annotation("x-labfolio-text", at: path)?.string == "markdown"
    }

    /// Tells whether a field, or what it stands in, never leaves the store.
    func isPrivate(_ path: FieldPath) -> Bool {
        path.steps.indices.dropFirst().contains {
            annotation("x-labfolio-private", at: FieldPath(steps: Array(path.steps[...$0])))
                == .bool(true)
        }
    }

    // MARK: Entries

    /// What an entry is called: its first text, and where it was where that is only a role.
    func name(of entry: Value?, in section: String) -> String? {
        guard case .mapping(let mapping)? = entry else { return entry?.string.map(Self.cut) }
        guard let (key, first) = texts(of: mapping, in: section).first else { return nil }
        guard let place = Self.place(of: mapping, calledBy: key) else { return Self.cut(first) }
        return Self.cut("\(first) \(place.word) \(place.name)")
    }

    /// What else is worth knowing of an entry that is new or gone: its other short texts.
    func details(of entry: Value?, in section: String) -> [String] {
        guard case .mapping(let mapping)? = entry else { return [] }
        let texts = texts(of: mapping, in: section)
        let place = texts.first.flatMap { Self.place(of: mapping, calledBy: $0.key) }
        let date = ["date", "start", "end"].compactMap { mapping[$0]?.string }
        return texts.dropFirst().map(\.text).filter { $0 != place?.name } + date
    }

    /// Where an entry was, as part of a sentence: `at Example University`.
    func place(of entry: Value?) -> DiffSentence? {
        guard case .mapping(let mapping)? = entry,
            let place = Self.place(of: mapping, calledBy: "role")
        else { return nil }
        return "\(words: place.word) \(Self.cut(place.name))"
    }

    /// A role tells little without the place where somebody has it.
    private static func place(
        of mapping: Mapping, calledBy key: String
    ) -> (word: String, name: String)? {
        guard ["role", "degree"].contains(key) else { return nil }
        if let venue = mapping["venue"]?.string { return ("for", venue) }
        return mapping["organization"]?.string.map { ("at", $0) }
    }

    /// The plain texts of an entry in the order of the schema, then those it does not know; prose
    /// only where there is nothing else.
    private func texts(
        of mapping: Mapping, in section: String
    ) -> [(key: String, text: String)] {
        let known = sections[section]?.knownKeys ?? []
        var found: [(key: String, text: String)] = []
        var prose: [(key: String, text: String)] = []
        for key in known + mapping.keys.filter({ !known.contains($0) }) where key != "id" {
            guard let text = mapping[key]?.string else { continue }
            let path = FieldPath(steps: [section, "", key])
            guard !isPrivate(path) else { continue }
            switch annotation("x-labfolio-text", at: path)?.string {
            case "plain": found.append((key, text))
            case "markdown": prose.append((key, text))
            default: if known.isEmpty { found.append((key, text)) }
            }
        }
        return found.isEmpty ? Array(prose.prefix(1)) : found
    }

    private static func cut(_ text: String) -> String {
        let line = String(text.prefix(nameLimit * 4).map { $0.isWhitespace ? " " : $0 }).trimmed
        return line.count > nameLimit ? line.prefix(nameLimit - 1) + "…" : line
    }

    // MARK: Annotations

    private func title(at path: FieldPath) -> DiffSentence? {
        Self.harmless(annotation("title", at: path)).map { "\(words: $0)" }
    }

    /// A title that may stand among our own words: a store can have schemas of its own, and so
    /// can a proposal.
    private static func harmless(_ title: Value?) -> String? {
        guard let text = title?.string, !text.isEmpty, text.utf8.count <= nameLimit,
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x20
                    || $0 == 0x2D
            })
        else { return nil }
        return text
    }

    private func annotation(_ name: String, at path: FieldPath) -> Value? {
        guard let section = path.steps.first else { return nil }
        return sections[section]?.annotation(
            name, at: FieldPath(steps: Array(path.steps.dropFirst())))
    }
}

extension String {
    /// The text as it stands within a sentence: `Role` as `role`, but `URL` and `BibTeX` as they
    /// are.
    var lowercasedFirst: String {
        guard dropFirst().allSatisfy({ !$0.isUppercase }) else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
