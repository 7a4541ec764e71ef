internal import Formats
internal import Importing
internal import JSONSchema
internal import Layouts
internal import Linting
internal import ProfileStore
internal import Publishing
internal import RecordModel

extension Explanation {
    /// The explanations of every code, each module's together and in the order of the codes.
    static let all: [Explanation] = {
        let modules = [
            yaml, json, bibTeX, schema, store, merging, owners, pushes, linting, layout, importing,
            siteReading, export, publish, receipt, commands,
        ]
        let found = modules.flatMap(\.self)
        // Every start of labfolio comes by here, so each one is looked at once.
        let keys = found.map {
            (moduleOrder.firstIndex(of: $0.module) ?? .max, $0.code.rawValue)
        }
        return found.indices.sorted { keys[$0] < keys[$1] }.map { found[$0] }
    }()

    /// The explanation of a code, nil where there is no such code.
    static func of(_ code: Diagnostic.Code) -> Explanation? { index[code] }

    /// The module whose code it is: the word before the dot.
    var module: String { String(code.rawValue.prefix { $0 != "." }) }

    /// The modules in the order in which a person meets them.
    static let moduleOrder = [
        "store", "merge", "owners", "push", "yaml", "schema", "lint", "fix", "json", "bibtex",
        "layout", "import", "export", "publish", "receipt", "proposal",
    ]

    private static let index = Dictionary(
        all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// The findings of the commands themselves.
    private static let commands: [Explanation] = [
        Explanation(
            .proposalConflict, summary: "A proposal and its target disagree about a field.",
            reason: """
                Both have changed it since the proposal began, and no rule says which of the two \
                counts. Everything else of the proposal can be merged.
                """,
            remedy: """
                Decide it: `labfolio resolve NAME FIELD-PATH --ours` keeps what the target has, \
                --theirs takes what the proposal has, --value sets something else. Or take the \
                other profiles first: `labfolio accept NAME --partial`.
                """),
        Explanation(
            .fixFailed, summary: "A fix could not be applied.",
            reason: """
                A fix is read again before it is kept. Where the lines around the field are laid \
                out in a way that the edit would harm, the file stays as it is.
                """,
            remedy: "Make the change by hand; the help says what stood in the way."),
        Explanation(
            .schemaUnreadable, summary: "A schema of --resources cannot be read.",
            reason: "What refers to it could not be checked.",
            remedy: "Look at the file's rights, or name another folder."),
        Explanation(
            .exportLayout, summary: "The profile names a layout that there is not.",
            reason: "Nothing says how its homepage is arranged, so nothing is exported.",
            remedy: "Write one of the layouts that the help names to layout/theme.",
            bad: "layout:\n  theme: al_folio", good: "layout:\n  theme: al-folio"),
    ]
}
