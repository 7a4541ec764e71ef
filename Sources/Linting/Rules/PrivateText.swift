internal import RecordModel

extension Rule {
    /// Finds sentences of private notes in public text.
    static let privateText = Rule(
        "lint.private-text", .warning, "Words of a private note stand in public text",
        reason: """
            Private notes never leave the store, but a copy of them in another field is \
            published with it.
            """,
        remedy: "Take the words out of the public text, or out of the note if they may be seen.",
        examples: [
            .bad(
                """
                profile:
                  bio: I teach. The contract with Sample Corporation ends in May and will not be renewed.
                  private_notes: The contract with Sample Corporation ends in May and will not be renewed.
                """, at: "/profile/bio"),
            .good(
                """
                profile:
                  bio: I teach. My contract goes on.
                  private_notes: The contract with Sample Corporation ends in May and will not be renewed.
                """),
        ])
}

/// Looks for the sentences of private notes in public text; asked only where there are notes.
enum PrivateText {
    /// Fewer letters are common to many sentences.
    private static let shortest = 24

    /// Returns the public fields that hold a sentence of a note.
    static func findings(
        _ notes: [(text: String, path: FieldPath)], in record: Value
    ) -> [Finding] {
        let sentences = notes.flatMap { note in
            note.text.split { ".!?\n".contains($0) }.map {
                (TextFolding.key(String($0)), note.path)
            }
        }.filter { $0.0.utf8.count >= shortest }
        guard !sentences.isEmpty else { return [] }
        var found: [Finding] = []
        PublicTexts.visit(record, .root) { text, path in
            guard text.utf8.count >= shortest else { return }
            let key = ByteText(TextFolding.key(text))
            guard let note = sentences.first(where: { key.position(of: $0.0) != nil }) else {
                return
            }
            found.append(
                Finding(
                    "A sentence of a private note stands in public text", at: path,
                    hint: "Take it out here, or out of the note if it may be seen",
                    related: [RelatedPlace("the private note", path: note.1)]))
        }
        return found
    }
}
