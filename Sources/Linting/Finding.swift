internal import RecordModel

/// What a rule finds; the rule's code and severity make a diagnostic of it.
struct Finding: Sendable {
    let message: String
    let path: FieldPath
    let hint: String
    var isAboutKey = false
    var related: [RelatedPlace] = []
    var fix: Fix?

    init(
        _ message: String, at path: FieldPath, hint: String, isAboutKey: Bool = false,
        related: [RelatedPlace] = [], fix: Fix? = nil
    ) {
        self.message = message
        self.path = path
        self.hint = hint
        self.isAboutKey = isAboutKey
        self.related = related
        self.fix = fix
    }
}

extension Fix {
    /// A fix that sets one field of the record.
    static func set(
        _ path: FieldPath, to text: String, _ summary: String, isSafe: Bool = false
    ) -> Fix {
        Fix(summary, isSafe: isSafe, edits: [FieldEdit(path, .string(text))])
    }
}
