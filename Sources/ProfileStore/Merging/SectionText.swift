internal import Formats
internal import RecordModel

/// Writes what was decided for a file, with the comments and the layout of the texts it comes from.
struct SectionText {
    /// A text and what could not be kept in it.
    struct Written {
        /// The text, nil where there is to be none.
        let bytes: [UInt8]?
        /// The comments that a side has added and that found no place.
        var missing: [String] = []
    }

    let texts: ThreeTexts
    let shape: Shape
    let file: String
    /// What the file is to say, nil where it is to be gone.
    let value: Value?

    /// Writes it; an entry by itself is not cut further.
    func written(isEntry: Bool = false) -> Written {
        guard let value else { return Written(bytes: nil) }
        guard let ours = texts.ours, let theirs = texts.theirs else {
            return Written(bytes: texts.ours ?? texts.theirs)
        }
        let base = texts.base ?? []
        // Both sides' comments and layout, as git would merge them, if that says what was decided.
        let plain = LineMerge(base: base, ours: ours, theirs: theirs)
        if let bytes = plain.mergedTexts.first(where: { says($0, value) }) {
            return Written(bytes: bytes)
        }
        if !isEntry, let bytes = byEntries() { return counted(bytes) }
        guard let mine = edited(ours, to: value) else {
            let written = YAMLWriter().text(value, shape: shape)
            return counted(edited(theirs, to: value) ?? Array(written.utf8), mine: ours)
        }
        // Now all three texts say the same; only comments and layout are left to merge.
        if let oldest = edited(base, to: value), let yours = edited(theirs, to: value) {
            let level = LineMerge(base: oldest, ours: mine, theirs: yours)
            if let bytes = level.mergedTexts.first(where: { says($0, value) }) {
                return Written(bytes: bytes)
            }
            for keepsComments in [true, false] {
                let bytes = level.textOfOurs(withCommentsOfTheirs: keepsComments)
                if says(bytes, value) { return counted(bytes) }
            }
        }
        return counted(mine)
    }

    /// Tells whether a text says what was decided.
    func says(_ bytes: [UInt8], _ value: Value) -> Bool {
        guard let text = try? YAMLReader().read(bytes, file: file, shape: shape),
            text.diagnostics.isEmpty
        else { return false }
        return text.value == value || (text.value == .null && (value == [] || value == [:]))
    }

    /// A text changed to say what was decided, nil where its layout does not allow it.
    private func edited(_ bytes: [UInt8], to value: Value) -> [UInt8]? {
        if says(bytes, value) { return bytes }
        // Why it cannot be edited does not matter: another text may be.
        return try? YAMLEditor().edited(
            bytes, by: [FieldEdit(.root, value)], shape: shape, file: file)
    }

    /// Looks for the comments that a side has and the base has not: they are somebody's words.
    private func counted(_ bytes: [UInt8], mine: [UInt8]? = nil) -> Written {
        let kept = Self.comments(in: bytes)
        var missing: [String] = []
        for text in [texts.theirs, mine] {
            guard let text else { continue }
            var old = Self.comments(in: texts.base ?? [])
            var there = kept
            for comment in Self.comments(in: text) {
                if let index = old.firstIndex(of: comment) {
                    old.remove(at: index)
                } else if let index = there.firstIndex(of: comment) {
                    there.remove(at: index)
                } else {
                    missing.append(comment)
                }
            }
        }
        return Written(bytes: bytes, missing: missing)
    }

    static func comments(in bytes: [UInt8]) -> [String] {
        // A text that cannot be read was refused before.
        (try? YAMLReader().comments(in: bytes)) ?? []
    }
}
