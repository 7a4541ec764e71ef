internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// Says what an edit of one profile changed, and as which commit.
struct EditReport {
    let id: ProfileID
    let edit: RecordEdit
    let schemas: SchemaSet
    /// The commit; nil where nothing had to be written, or nothing was.
    let commitID: CommitID?

    /// Writes the report for people or for programs.
    func write(as format: String, to terminal: Terminal) {
        let diff = ProfileDiff(
            id: id, before: edit.before, after: edit.after, shape: schemas.recordShape)
        if format == "json" {
            var value = Mapping()
            value["commit"] = commitID.map { .string($0.description) } ?? .null
            let json = DiffJSON.value([diff], before: nil, after: nil)
            value["changes"] = json["changes"]
            _ = terminal.write(VisibleText.json(.mapping(value)) + "\n")
            return
        }
        guard !edit.files.isEmpty else {
            terminal.writeError("Nothing to do: the field has this value already\n")
            return
        }
        let writer = DiffText(style: Style(isOn: terminal.usesColor), width: terminal.width)
        let text = DiffReport([diff], schemas: schemas).profiles.map(writer.text).joined()
        _ = terminal.write(text.hasSuffix("\n\n") ? String(text.dropLast()) : text)
        if let commitID {
            terminal.writeError("Committed as \(commitID.description.prefix(9))\n")
        }
    }
}
