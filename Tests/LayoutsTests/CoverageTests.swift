import Layouts
import RecordModel
import TestSupport
import Testing

/// Nothing of a record is lost in silence: a field is in the files, or an export says that it is
/// not, or it only steers the page or repeats what is there.
@Suite struct CoverageTests {
    static let themes: [Layout] = [.alFolio, .academicPages, .acadHomepage]

    /// Fields that show nothing themselves.
    private static let silent: [FieldPattern] = [
        // Parts of a name whose whole is shown, and what is known of the person in other ways.
        "/profile/name/given", "/profile/name/middle", "/profile/name/family",
        "/profile/name/suffix", "/profile/name/particle", "/profile/name/variants",
        "/profile/emails/secret@home.example", "/profile/layout/theme",
        "/profile/layout/version", "/profile/layout/author_names", "/profile/layout/date_frame",
        // The kinds of things, and ids, which name files and anchors at most.
        "/*/*/id", "/*/*/*/id", "/*/*/links/*/kind", "/publications/*/authors/*/profile",
        "/positions/*/advisors/*/profile", "/publications/*/venue/type",
        "/publications/*/status", "/talks/*/kind",
        // Words that say the same as other fields of this record.
        "/teaching/*/date", "/awards/*/date", "/positions/*/ended", "/education/*/ended",
        "/profile/emails/*/show", "/profile/emails/*/address", "/profile/links/scholar",
        "/profile/links/*/kind", "/publications/preprint/authors/1/self",
        // What is written again only for the theme that it came from, and in what order.
        "/*/*/written", "/*/*/written_with", "/profile/layout/written",
        "/profile/layout/sections/*/order", "/profile/layout/sections/*/written",
        // What prose is a translation of, and its language, which its own page says.
        "/sections/*/translates", "/sections/*/language",
        // On which page a section stands.
        "/profile/layout/sections/*/apart",
        "/profile/layout/author_marks/signs",
        // The place in the lab is for the lab's own site.
        "/profile/membership",
        // These two layouts show all papers and projects on their one page.
        "/publications/*/selected", "/projects/*/selected",
    ]

    /// What each theme makes of the record as it is.
    private static let before = Dictionary(
        uniqueKeysWithValues: themes.map { ($0.name, $0.output(.init(record: .shown))) })

    @Test(arguments: themes.map(\.name), Record.shown.value.leafPaths)
    func `every field is in the files, or reported`(theme: String, path: FieldPath) throws {
        let layout = try #require(Layout.named(theme))
        let named = Self.named(path)
        guard !Self.silent.contains(where: { $0.covers(named) }) else { return }
        let before = try #require(Self.before[theme])
        let reported = before.diagnostics.compactMap {
            $0.code == "layout.unmapped-field" ? $0.path : nil
        }
        let isReported = reported.contains { named.isInside($0) }
        let isShown = Self.others(at: path).contains { value in
            let changed = Record(
                id: Record.shown.id, value: Record.shown.value.replacing(path, with: value))
            return layout.output(.init(record: changed)).files != before.files
        }
        #expect(isShown || isReported, "\(named) is lost")
        // A pattern that is wrong would hide a field that is shown.
        #expect(!isReported || !isShown || Self.steers(named), "\(named) is shown and reported")
    }

    /// Fields that are reported for what is lost of them, and shown otherwise.
    private static func steers(_ path: FieldPath) -> Bool {
        let patterns: [FieldPattern] = [
            "/publications/*/citations/as_of", "/projects/*/image/file", "/profile/links/*/label",
            "/news/*/pinned", "/profile/name/display", "/publications/*/bibtex",
            "/publications/*/image/alt",
        ]
        return patterns.contains { $0.covers(path) }
    }

    /// Tells whether the text of a field is one that a reader sees.
    static func isVisible(_ path: FieldPath) -> Bool {
        let choices: [FieldPattern] = [
            "/*/*/date", "/*/*/start", "/*/*/end", "/*/*/permalink", "/profile/layout",
            "/profile/affiliations/*/since", "/profile/citations/as_of", "/profile/photo",
            "/profile/widgets", "/profile/cv", "/profile/links/*/handle", "/*/*/image/file",
            "/publications/*/bibtex", "/publications/*/citations", "/profile/language",
            "/teaching/*/schedule/*/date", "/sections/*/place", "/*/*/links/*/file",
            "/projects/*/stars", "/publications/*/arxiv",
        ]
        return !silent.contains { $0.covers(path) } && !choices.contains { $0.covers(path) }
    }

    /// Values that differ from the one of a field.
    private static func others(at path: FieldPath) -> [Value?] {
        switch Record.shown.value.value(at: path) {
        case .bool(let flag)?: [.bool(!flag)]
        case .number?: [777]
        case .string(let text)?:
            [
                nil, "https://other.example/x", "2019-03", .string(text + "x"), "assets/other.png",
                "/other.html",
            ]
        default: [nil]
        }
    }

    /// The path with the ids of entries, as reports have it.
    static func named(_ path: FieldPath) -> FieldPath {
        var steps: [String] = []
        var value = Record.shown.value
        for step in path.steps {
            switch value {
            case .list(let items):
                guard let position = Int(step) else { return path }
                let item = items[position]
                steps.append(
                    item["id"]?.string ?? item["address"]?.string ?? item["section"]?.string ?? step
                )
                value = item
            default:
                steps.append(step)
                value = value[step] ?? .null
            }
        }
        return FieldPath(steps: steps)
    }

    @Test(arguments: themes.map(\.name))
    func `what a theme does not show is reported as a note at its field`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        let output = layout.output(.init(record: .shown))
        for pattern in layout.unshown {
            #expect(!pattern.paths(in: Record.shown.value).isEmpty, "\(pattern) matches nothing")
            for path in pattern.paths(in: Record.shown.value) {
                let notes = output.diagnostics.filter { $0.path == path }
                #expect(
                    notes.contains { $0.code == "layout.unmapped-field" && $0.severity == .note })
            }
        }
        let empty = layout.output(.init(record: .person()))
        #expect(empty.diagnostics.isEmpty, "\(empty.diagnostics)")
    }
}
