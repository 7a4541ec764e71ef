internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// What the commit of a published homepage says: whose it is, and what changed in the record since
/// it was published last, in the sentences of `labfolio diff`.
///
/// The message is as public as the site, so nothing private may be in it: fields that never leave
/// the store are left out, and values are not quoted beyond what sentences say.
struct PublicationMessage {
    /// The message, its subject first.
    let text: String

    /// As long as a subject is shown whole everywhere.
    private static let subjectLimit = 72
    /// As many sentences are listed.
    private static let sentenceLimit = 40

    /// Puts into words what changed.
    ///
    /// - Parameters:
    ///   - id: Whose homepage it is.
    ///   - snapshot: The commit that is published.
    ///   - store: The store.
    ///   - last: The commit that was published last; nil where nobody knows.
    /// - Throws: What the store failed at.
    init(
        of id: ProfileID, at snapshot: Snapshot, in store: Store, since last: String?
    ) throws(StoreError) {
        let person = try snapshot.reader().section(Record.personSection, of: id)
        let name = VisibleText.line(person?["name"]?["display"]?.string ?? id.text)
        guard let last, let source = snapshot.commitID?.description,
            let sentences = try Self.sentences(
                of: id, from: last, to: source, schemas: snapshot.schemas, in: store)
        else {
            text = "\(name.cut(to: Self.subjectLimit - 20)): homepage published"
            return
        }
        guard !sentences.isEmpty else {
            text =
                "\(name.cut(to: Self.subjectLimit - 20)): homepage written anew\n\n"
                + "No field of the record changed, but what it is shown with did."
            return
        }
        let all = "\(name): " + sentences.joined(separator: ", ")
        guard all.count > Self.subjectLimit || sentences.count > 2 else {
            text = all
            return
        }
        let count = sentences.count
        let subject =
            count == 1
            ? "\(name): \(sentences[0])".cut(to: Self.subjectLimit)
            : "\(name.cut(to: Self.subjectLimit - 14)): \(count) changes"
        var lines = sentences.prefix(Self.sentenceLimit).map { "- " + $0 }
        if count > lines.count { lines.append("- and \(count - lines.count) more") }
        text = subject + "\n\n" + lines.joined(separator: "\n")
    }

    /// Returns what changed; nil where the store does not have the commit any more.
    private static func sentences(
        of id: ProfileID, from last: String, to source: String, schemas: SchemaSet, in store: Store
    ) throws(StoreError) -> [String]? {
        let before: ComparedState
        do throws(StoreError) { before = try ComparedState(.commit(last), of: store) } catch {
            guard case .unknownRevision = error else { throw error }
            return nil
        }
        let comparison = RecordComparison(
            from: before, to: try ComparedState(.commit(source), of: store))
        let pair = try comparison.reader(schemas).records(of: id)
        let diff = ProfileDiff(
            id: id, before: pair.before.map { $0.withoutPrivateFields(schemas) },
            after: pair.after.map { $0.withoutPrivateFields(schemas) }, shape: schemas.recordShape)
        guard !diff.diff.isEmpty else { return [] }
        return DiffReport([diff], schemas: schemas).profiles.flatMap(\.headline)
            .map { VisibleText.line($0.plain) }
    }
}

extension Record {
    fileprivate func withoutPrivateFields(_ schemas: SchemaSet) -> Record {
        Record(id: id, value: schemas.withoutPrivateFields(value))
    }
}
