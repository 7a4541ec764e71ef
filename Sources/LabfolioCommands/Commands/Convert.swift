internal import Exchange
internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio convert`.
    static let convert = CommandDescription(
        name: "convert", summary: "Print a record in a form that other tools read",
        discussion: """
            csl: CSL-JSON for Zotero and pandoc; json-resume and rendercv: curricula; bibtex: for \
            LaTeX. What the form has no place for is told on standard error. Private notes stay in \
            the store.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id of the profile", completion: .profiles)
        ],
        options: [
            Option(
                name: "--to", value: forms.joined(separator: "|"), summary: "The form",
                choices: forms, completion: .words(forms)),
            .revision, .store,
        ],
        examples: [
            Example(
                line: "labfolio convert wanru-zhao --to bibtex > publications.bib",
                meaning: "The publications for LaTeX"),
            Example(
                line: "labfolio convert wanru-zhao --to rendercv > cv.yaml",
                meaning: "A curriculum that RenderCV sets"),
        ]
    ) { invocation throws(CommandError) in
        guard let name = invocation.value("--to"), let form = ExchangeForm.named(name) else {
            throw .usage(
                "`convert` needs a form", hint: "One of: --to \(forms.joined(separator: ", --to "))"
            )
        }
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let profile = try CommandError.store { () throws(StoreError) in
            let id = try snapshot.profileID(invocation.operands[0])
            return try snapshot.reader().profile(id)
        }
        guard var record = profile?.record else { return .fine }
        record.value = snapshot.schemas.withoutPrivateFields(record.value)
        guard let written = form.text(of: record) else { return .fine }
        let terminal = invocation.terminal
        _ = terminal.write(
            terminal.isOutputTerminal ? VisibleText.of(written.text) : written.text)
        for line in LossLines(written.losses, form: form.title).lines {
            terminal.writeError(VisibleText.line(line) + "\n")
        }
        return .fine
    }

    private static let forms = ExchangeForm.writable.map(\.name)
}

/// What a form cannot hold, said in as many lines as there are kinds of fields.
struct LossLines {
    let lines: [String]

    init(_ losses: [ExchangeLoss], form: String) {
        var order: [String] = []
        var groups: [String: (path: FieldPath, kind: ExchangeLoss.Kind, count: Int)] = [:]
        for loss in losses {
            var steps = loss.path.steps
            if steps.count > 2 { steps[1] = "*" }
            let key = "\(FieldPath(steps: steps)) \(loss.kind)"
            if groups[key] == nil { order.append(key) }
            let known = groups[key]
            groups[key] = (known?.path ?? loss.path, loss.kind, (known?.count ?? 0) + 1)
        }
        lines = order.compactMap { groups[$0] }.map { group in
            let more =
                group.count == 1
                ? "" : group.count == 2 ? ", and for one more" : ", and for \(group.count - 1) more"
            return group.kind == .missing
                ? "note: \(form) has no place for \(group.path)\(more)"
                : "note: \(form) has \(group.path) in another form\(more)"
        }
    }
}
