internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio set`.
    static let setField = CommandDescription(
        name: "set", summary: "Set one field of a record, and commit it",
        discussion: """
            VALUE is text where the schema expects text, else YAML: a number, true or false, a \
            list [a, b], an entry {title: T, date: 2024}; JSON is YAML. Only the lines of the \
            field change. A field path that names no entry yet, such as /news/new-id, adds one; \
            /profile/keywords/- adds to the end of a list. A value that is not valid is refused.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id of the profile", completion: .profiles),
            Operand(name: "FIELD-PATH", summary: "The field"),
            Operand(
                name: "VALUE", summary: "The new value; - reads standard input", count: .optional),
        ],
        options: [
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "The message of the commit (default: what is set)"),
            Option(name: "--delete", summary: "Take the field or the entry away"),
            Option(name: "--yaml", summary: "VALUE is YAML, also where text is expected"),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(
                line: "labfolio set wanru-zhao /profile/role \"Assistant Professor\"",
                meaning: "Set a text, committed"),
            Example(
                line: "labfolio set wanru-zhao /news/award-2024 "
                    + "'{date: 2024-05, text: \"A **best paper** award.\"}'",
                meaning: "Add an entry"),
            Example(
                line: "labfolio set wanru-zhao /publications/fedimpro-2024/selected true",
                meaning: "Set a field of an entry"),
            Example(
                line: "labfolio set wanru-zhao /profile/bio - < bio.md",
                meaning: "Set a long text from a file"),
            Example(
                line: "labfolio set wanru-zhao /profile/status --delete -m \"no longer looking\"",
                meaning: "Take a field away, with a message"),
        ]
    ) { invocation throws(CommandError) in
        let request = try SetRequest(invocation)
        let store = try invocation.store()
        var done: (id: ProfileID, edit: RecordEdit, schemas: SchemaSet)?
        let commitID = try CommandError.store { () throws(StoreError) in
            let author = try invocation.author(in: store)
            return try store.commit(message: request.message, author: author, attempts: 50) {
                snapshot throws(StoreError) in
                guard let snapshot else { throw .noCommits }
                let id = try snapshot.profileID(request.profile)
                let edit = try snapshot.edited([try request.edit(in: snapshot, of: id)], in: id)
                done = (id, edit, snapshot.schemas)
                return edit.files
            }
        }
        guard let done else { return .fine }
        EditReport(id: done.id, edit: done.edit, schemas: done.schemas, commitID: commitID)
            .write(as: invocation.format(), to: invocation.terminal)
        return .fine
    }
}

/// What `labfolio set` was asked for.
private struct SetRequest: Sendable {
    let profile: String
    let path: FieldPath
    /// What was typed for the value, nil where the field is to go.
    let text: String?
    let isYAML: Bool
    let message: String

    init(_ invocation: Invocation) throws(CommandError) {
        profile = invocation.operands[0]
        path = try FieldPath(typed: invocation.operands[1])
        guard !path.steps.isEmpty else {
            throw .usage(
                "The whole record cannot be set at once",
                hint: "Name a field: labfolio set \(profile) /profile/role VALUE")
        }
        isYAML = invocation.isOn("--yaml")
        let isDeleted = invocation.isOn("--delete")
        switch (invocation.operand(2), isDeleted) {
        case (let typed?, true):
            throw .usage("`\(typed)` is no value to set with --delete", hint: "Leave it out")
        case (nil, true): text = nil
        case ("-"?, false):
            guard let bytes = invocation.terminal.readInput(),
                let input = String(validating: bytes, as: UTF8.self)
            else { throw .usage("Standard input holds no UTF-8 text") }
            text = input.withoutEndOfOnlyLine
        case (let typed?, false): text = typed
        case (nil, false):
            throw .usage(
                "VALUE is missing",
                hint: "labfolio set \(profile) \(path) VALUE, or --delete to take the field away")
        }
        message =
            invocation.value("--message")
            ?? "\(profile): \(isDeleted ? "take away" : "set") \(path)"
    }

    /// Returns the edit on top of a snapshot, which says what the field's place expects.
    func edit(in snapshot: Snapshot, of id: ProfileID) throws(StoreError) -> FieldEdit {
        let path = try self.path.resolvingEnd(in: snapshot, of: id)
        guard let text else { return FieldEdit(path, nil) }
        let (parent, shape) = snapshot.schemas.recordShape.shapes(at: path)
        var value = try TypedValue.value(text, shape: shape, isYAML: isYAML, path: path)
        // Who names a new entry in the path need not name it again.
        if case .list(_, let rule) = parent, case .key(let key) = rule.identity,
            let name = path.steps.last, ListRule.isName(name), case .mapping(let fields) = value,
            fields[key] == nil
        {
            var named = Mapping()
            named[key] = .string(name)
            for entry in fields.entries { named[entry.key] = entry.value }
            value = .mapping(named)
        }
        return FieldEdit(path, value)
    }
}

/// Reads a value that a person typed for a field.
enum TypedValue {
    /// Returns the value: the text itself where text is expected, else what it is as YAML.
    ///
    /// - Throws: `rejected` with why it is no YAML.
    static func value(
        _ text: String, shape: Shape, isYAML: Bool = false, path: FieldPath
    ) throws(StoreError) -> Value {
        switch shape {
        case .any, .list, .mapping: break
        default: if !isYAML { return .string(text) }
        }
        do throws(Diagnostic) {
            return try YAMLReader().read(text.utf8, file: "VALUE", shape: shape).value
        } catch {
            // Anything may stand there, so it may be text.
            if shape == .any, !isYAML { return .string(text) }
            var diagnostic = error
            diagnostic.path = path
            let lines = text.split(separator: "\n")
            let line = max(1, min(diagnostic.location?.line ?? 1, lines.count))
            diagnostic.location = SourceLocation(
                file: "VALUE", line: line, column: diagnostic.location?.column ?? 1)
            if line <= lines.count { diagnostic.line = String(lines[line - 1].prefix(200)) }
            throw .rejected([diagnostic])
        }
    }
}

extension FieldPath {
    /// Takes a field path that a person typed.
    init(typed text: String) throws(CommandError) {
        guard let path = FieldPath(parsing: text) else {
            throw .usage(
                "`\(text)` is no field path",
                hint: "A field path begins with `/`: /profile/name/display")
        }
        self = path
    }

    /// Returns the path with a last step `-` as the place behind the list's last item
    /// (RFC 6901, 4).
    fileprivate func resolvingEnd(
        in snapshot: Snapshot, of id: ProfileID
    ) throws(StoreError) -> FieldPath {
        guard steps.last == "-", let parent, let section = steps.first,
            case .list = snapshot.schemas.recordShape.shapes(at: self).parent
        else { return self }
        var record = Mapping()
        record[section] = try snapshot.reader().section(section, of: id)
        let list = Value.mapping(record).value(at: parent, shape: snapshot.schemas.recordShape)
        return parent.appending(String(list?.list?.count ?? 0))
    }
}

extension Shape {
    /// What a field path's parent and the field itself expect, whether they are there or not.
    func shapes(at path: FieldPath) -> (parent: Shape, field: Shape) {
        var (parent, current) = (Shape.any, self)
        for step in path.steps {
            parent = current
            current =
                if case .list(let item, _) = parent { item } else { parent.shape(ofKey: step) }
        }
        return (parent, current)
    }
}

extension ListRule {
    /// Tells whether a step of a field path names an item; digits are a position.
    static func isName(_ step: String) -> Bool {
        step.utf8.contains { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
    }
}

extension String {
    /// The text without the line end behind it, where it is one line: `echo text | …` means the
    /// text, and prose of several lines ends in a line end in a file, too.
    fileprivate var withoutEndOfOnlyLine: String {
        guard let end = firstIndex(where: \.isNewline), index(after: end) == endIndex else {
            return self
        }
        return String(self[..<end])
    }
}
