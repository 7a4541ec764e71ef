internal import Formats
internal import RecordModel

/// Writes what was decided for a file, with the comments and the layout of the texts it comes from.
struct SectionText {
    let texts: ThreeTexts
    let shapes: ShapeTable
    let file: String
    /// What the file is to say, nil where it is to be gone.
    let value: Value?

    var shape: Shape { shapes.shape }

    /// Writes it, nil where there is to be no text; an entry by itself is not cut further.
    ///
    /// Comments may get lost on the way; whoever asks has to count them.
    func written(isEntry: Bool = false) -> [UInt8]? {
        guard let value else { return nil }
        guard let ours = texts.ours, let theirs = texts.theirs else {
            return texts.ours ?? texts.theirs
        }
        let base = texts.base ?? []
        // Both sides' comments and layout, as git would merge them, if that says what was decided.
        let plain = LineMerge(base: base, ours: ours, theirs: theirs)
        if let bytes = plain.mergedTexts.first(where: { says($0, value) }) {
            return bytes
        }
        if !isEntry, let bytes = byEntries() { return bytes }
        guard let mine = edited(ours, to: value) else {
            return edited(theirs, to: value) ?? Array(YAMLWriter().text(value, shape: shape).utf8)
        }
        // Now all three texts say the same; only comments and layout are left to merge.
        if let oldest = edited(base, to: value), let yours = edited(theirs, to: value) {
            let level = LineMerge(base: oldest, ours: mine, theirs: yours)
            if let bytes = level.mergedTexts.first(where: { says($0, value) }) {
                return bytes
            }
            for keepsComments in [true, false] {
                let bytes = level.textOfOurs(withCommentsOfTheirs: keepsComments)
                if says(bytes, value) { return bytes }
            }
        }
        return mine
    }

    /// Tells whether a text says what was decided.
    func says(_ bytes: [UInt8], _ value: Value) -> Bool {
        guard let text = try? YAMLReader().read(bytes, file: file, shapes: shapes),
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
}
